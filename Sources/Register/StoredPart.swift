public import Foundation
public import Vocabulary

/// The rows of one table of one municipality and month as they stand in the register; the cells are in a `Segment`.
public struct StoredPart: Sendable {
    public let number: DeliveryNumber
    public let table: String
    public let definitionVersion: Int
    /// Households.
    public let rows: Int

    public var month: Month { number.month }
    public var municipality: Municipality { number.municipality }
}

/// Which parts of the register are asked for.
public struct PartSelection: Sendable {
    public var collection: String
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
