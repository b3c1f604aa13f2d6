public import Vocabulary

/// What the codes of one municipality and month count to.
public struct ReasonCounts: Sendable {
    public let municipality: Municipality
    public let month: Month
    /// Households (rows).
    public let rows: Int
    /// Per field of the layout, the number of rows with each code of the list; index = code.
    public let counts: [[Int]]
}
