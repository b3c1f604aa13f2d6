public import Register
public import Vocabulary

/// A free text of one delivery, as the municipality wrote it (*klartext till kod 8*).
public struct FreeText: Sendable, Equatable {
    /// The delivery it came with.
    public let number: DeliveryNumber
    /// The table's id.
    public let table: String
    /// As written.
    public let text: String
    /// The groups whose mark it describes, in the table's order: *registerledare*, *medsökande*.
    public let roles: [String]
    /// Households (rows) with this text for these roles.
    public let households: Int

    /// Whose text it is.
    public var municipality: Municipality { number.municipality }
    /// The month it is about.
    public var month: Month { number.month }
}

/// All free texts of a collection that say the same, which are decided on together.
public struct FreeTextGroup: Sendable {
    /// The table's id.
    public let table: String
    /// What they have in common: see `Wording`.
    public let wording: Wording
    /// The commonest way it was written.
    public let text: String
    /// Where it was written, by month and municipality.
    public let texts: [FreeText]
    /// Where the definition's known texts say it belongs, if they know it.
    public let suggestion: Recoding.Target?
    /// What has been decided; `nil` while nothing has.
    public let recoding: Recoding?

    /// Households (rows) with the text.
    public var households: Int { texts.reduce(0) { $0 + $1.households } }
    /// Municipalities that wrote it, by code.
    public var municipalities: [Municipality] { Set(texts.map(\.municipality)).sorted() }
}
