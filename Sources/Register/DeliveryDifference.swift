/// What changed between two deliveries, household by household (*jämförelse*).
public struct DeliveryDifference: Sendable, Equatable {
    public var from: DeliveryNumber
    public var to: DeliveryNumber
    /// One for each table that both have, by table: a delivery without a table says nothing about it.
    public var tables: [TableDifference]
}

/// What changed in one table.
public struct TableDifference: Sendable, Equatable {
    public var table: String
    /// Running numbers of households that are only in the later delivery, ascending; row places where there is none.
    public var added: [Int]
    /// Those only in the earlier.
    public var removed: [Int]
    public var changed: [Change]

    /// A household in both, with different cells.
    public struct Change: Sendable, Equatable {
        public var household: Int
        public var cells: [Cell]
    }

    /// A cell before and after, as a person writes it; empty when blank.
    public struct Cell: Sendable, Equatable {
        /// The field's name in the definition.
        public var field: String
        public var before: String
        public var after: String
    }
}
