public import Definitions
public import Vocabulary

/// Everything that is counted in a collection, ready to be shown as tables.
public struct CollectionTally: Sendable {
    /// What is counted.
    public let collection: Collection
    /// One per table with marks.
    public var marks: [MarkTally]
    /// One per table with codes.
    public var reasons: [ReasonTally]
    /// Who has commented on each table, by table.
    public var comments: [String: Set<Municipality>]

    /// A tally of nothing yet; net persons and free texts are counted only when asked for.
    public init(_ collection: Collection, net: Bool = true, texts: Bool = true) {
        self.collection = collection
        marks = collection.tables.compactMap { MarkTally($0, net: net, texts: texts) }
        reasons = collection.tables.compactMap { ReasonTally($0, of: collection) }
        comments = [:]
    }

    /// Municipalities with rows in the table called `table`, in order.
    public func municipalities(_ table: String) -> [Municipality] {
        marks.first { $0.table.id == table }?.municipalities
            ?? reasons.first { $0.table.id == table }?.municipalities ?? []
    }

    /// Municipalities that have commented on the table called `table`.
    public func commenting(_ table: String) -> Set<Municipality> { comments[table] ?? [] }

    /// Municipalities that took part with rows or comments on the table called `table`.
    public func participants(_ table: String) -> Set<Municipality> {
        commenting(table).union(municipalities(table))
    }

    /// Municipalities that took part in any table, in order.
    public var participants: [Municipality] {
        collection.tables.reduce(into: Set<Municipality>()) { $0.formUnion(participants($1.id)) }.sorted()
    }
}
