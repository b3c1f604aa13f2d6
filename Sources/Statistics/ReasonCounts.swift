public import Vocabulary

/// What the codes of one municipality and month count to.
public struct ReasonCounts: Sendable {
    /// Whose rows they are.
    public let municipality: Municipality
    /// The month the rows concern.
    public let month: Month
    /// Households (rows).
    public let rows: Int
    /// Per field of the layout, the number of rows with each code of the list; index = code.
    public let counts: [[Int]]
}
