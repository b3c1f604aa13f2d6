public import Foundation
import Register
public import Storage
public import Vocabulary

/// A draft in brief: what an overview of many needs of it, without files, corrections and answers.
public struct DraftInBrief: Sendable {
    /// Its name.
    public let id: Draft.ID
    /// The municipality it is about.
    public let municipality: Municipality
    /// The month chosen; `nil` only in a test.
    public let month: Month?
    /// Whether it can be corrected, answered for and submitted.
    public let isOpen: Bool
    /// Whether its files are kept.
    public let isKept: Bool
    /// When it was last put in, corrected or moved, to the second.
    public let updatedAt: Date
    /// How many errors checking it as it is now gave; `nil` while it is being checked.
    public let errors: Int?
}

extension Draft {
    /// The draft in brief.
    public var inBrief: DraftInBrief {
        DraftInBrief(
            id: id, municipality: municipality, month: month, isOpen: isOpen, isKept: isKept, updatedAt: updatedAt,
            errors: attempt?.errors)
    }
}

extension Transaction {
    /// The open draft to be delivered of each municipality, or of one, for each of `months`, in one query: there is one
    /// at most.
    public func latestDrafts(
        collection: String, months: ClosedRange<Month>, municipality: Municipality? = nil
    ) throws -> [DraftInBrief] {
        let isOne: SQL = municipality.map { "d.municipality = \(Int($0.number))" } ?? "1 = 1"
        return try all(
            """
            SELECT d.token, d.municipality, d.month, d.state, d.updated_at, a.errors,
                (SELECT COUNT(*) FROM draft_file f WHERE f.draft = d.id AND f.content IS NULL)
            FROM draft d LEFT JOIN attempt a ON a.draft = d.token AND a.revision = d.revision
            WHERE d.collection = \(collection) AND d.month \(SQL.isAmong(months)) AND d.state = 'open'
                AND d.purpose = 'deliver' AND \(isOne)
            ORDER BY d.id
            """
        ) { row -> DraftInBrief? in
            guard let municipality = Municipality(number: row.integer(1)) else { return nil }
            return DraftInBrief(
                id: Draft.ID(row.text(0)), municipality: municipality,
                month: row.optionalInteger(2).map { Month(index: Int32(truncatingIfNeeded: $0)) },
                isOpen: row.text(3) == "open", isKept: row.integer(6) == 0, updatedAt: row.time(4),
                errors: row.optionalInteger(5))
        }.compactMap { $0 }
    }
}
