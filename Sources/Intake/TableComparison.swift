public import Register
public import Vocabulary

/// How a table on its way in compares with what the municipality has delivered (*jämförelse*).
public struct TableComparison: Sendable {
    /// The table's id.
    public var table: String
    /// Households in the draft.
    public var rows: Int
    /// What counts for the month before; `nil` when nothing has been delivered for it.
    public var monthBefore: Earlier?
    /// What counts for the month now, and would be replaced; `nil` when it is the first delivery.
    public var replaced: Earlier?
    /// What would change, household by household; `nil` when nothing is replaced or there are errors to mend first.
    public var difference: TableDifference?

    /// The part of a delivery that counts.
    public struct Earlier: Sendable, Equatable {
        /// The delivery.
        public var number: DeliveryNumber
        /// Households.
        public var rows: Int

        /// The month it is about.
        public var month: Month { number.month }
    }
}
