public import Foundation
public import Vocabulary

/// The rows of one table of one municipality and month as they stand in the register; the cells are in a `Segment`.
public struct StoredPart: Sendable {
    /// The delivery it came with.
    public let number: DeliveryNumber
    /// The table's id.
    public let table: String
    /// The version of the definition that typed its columns.
    public let definitionVersion: Int
    /// Households.
    public let rows: Int
    /// When its delivery came, to the second.
    public let receivedAt: Date
    /// From when what it says is known: when its extract was made, or else when it came.
    public let knownFrom: Date

    /// The month the rows concern.
    public var month: Month { number.month }
    /// The municipality the rows concern.
    public var municipality: Municipality { number.municipality }
}

/// Which parts of the register are asked for.
public struct PartSelection: Sendable {
    /// The collection's id.
    public var collection: String
    /// The table's id.
    public var table: String
    /// `nil` = all.
    public var months: ClosedRange<Month>?
    /// `nil` = all.
    public var municipality: Municipality?
    /// What was current then; `nil` = what is current now.
    public var asKnownAt: Date?

    /// All current parts of a table, unless narrowed.
    public init(
        collection: String, table: String, months: ClosedRange<Month>? = nil, municipality: Municipality? = nil,
        asKnownAt: Date? = nil
    ) {
        self.collection = collection
        self.table = table
        self.months = months
        self.municipality = municipality
        self.asKnownAt = asKnownAt
    }
}
