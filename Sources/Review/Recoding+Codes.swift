public import Definitions

extension Definitions.Table {
    /// The code that the table's free texts describe (*kod 8*); `nil` when it has no free texts to decide on.
    public var freeTextCode: Int? { FreeTextColumns(self)?.code }

    /// The codes that a free text may be given instead, ascending.
    public var recodingCodes: [Int] { FreeTextColumns(self)?.others ?? [] }
}
