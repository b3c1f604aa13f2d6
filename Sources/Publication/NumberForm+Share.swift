public import Statistics
public import Vocabulary

extension NumberForm {
    /// A share with one decimal, without the per cent sign.
    public func text(_ share: Share) -> String { text(tenths: share.tenths) }
}
