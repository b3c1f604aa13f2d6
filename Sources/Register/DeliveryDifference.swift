/// What changed between two deliveries, household by household (*jämförelse*).
public struct DeliveryDifference: Sendable, Equatable {
    /// The earlier delivery.
    public var from: DeliveryNumber
    /// The later delivery.
    public var to: DeliveryNumber
    /// One for each table that both have, by table: a delivery without a table says nothing about it.
    public var tables: [TableDifference]
}

/// What changed in one table.
public struct TableDifference: Sendable, Equatable {
    /// The table's id.
    public var table: String
    /// Running numbers of households that are only in the later delivery, ascending; row places where there is none.
    public var added: [Int]
    /// Those only in the earlier.
    public var removed: [Int]
    /// Households in both with different cells, ascending.
    public var changed: [Change]

    /// A household in both, with different cells.
    public struct Change: Sendable, Equatable {
        /// Its running number, or row place.
        public var household: Int
        /// The cells that differ, in the definition's order.
        public var cells: [Cell]
    }

    /// A cell before and after, as a person writes it; empty when blank.
    public struct Cell: Sendable, Equatable {
        /// The field's name in the definition.
        public var field: String
        /// Its text in the earlier delivery.
        public var before: String
        /// Its text in the later delivery.
        public var after: String
    }
}
