import Checking
import Definitions
import Foundation
import Register
public import Storage
public import Vocabulary

/// Which attempts are asked for; `nil` = all.
public struct AttemptFilter: Sendable {
    /// A collection's id.
    public var collection: String?
    /// About these months.
    public var months: ClosedRange<Month>?
    /// About this municipality.
    public var municipality: Municipality?
    /// With files for this purpose.
    public var purpose: Draft.Purpose?

    /// All attempts, unless narrowed.
    public init(
        collection: String? = nil, months: ClosedRange<Month>? = nil, municipality: Municipality? = nil,
        purpose: Draft.Purpose? = nil
    ) {
        self.collection = collection
        self.months = months
        self.municipality = municipality
        self.purpose = purpose
    }

    fileprivate var condition: SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let collection { conditions.append("collection = \(collection)") }
        if let months {
            conditions.append("month BETWEEN \(Int(months.lowerBound.index)) AND \(Int(months.upperBound.index))")
        }
        if let municipality { conditions.append("municipality = \(Int(municipality.number))") }
        if let purpose { conditions.append("purpose = \(purpose.rawValue)") }
        return SQL.joined(conditions, by: " AND ")
    }
}

extension Transaction {
    /// The attempts that `filter` lets through, in the order made, in two queries.
    public func attempts(_ filter: AttemptFilter) throws -> [Attempt] { try attempts(filter.condition) }

    func attempts(_ condition: SQL) throws -> [Attempt] {
        var attempts: [Attempt] = []
        var places: [Int: Int] = [:]
        try forEach(
            """
            SELECT id, draft, revision, municipality, collection, month, purpose, channel, occasion, sender_name,
                attempted_at, outcome, row_count, errors, warnings, is_late, delivery
            FROM attempt WHERE \(condition) ORDER BY id
            """
        ) { row in
            guard let attempt = Attempt(row) else { return }
            places[row.integer(0)] = attempts.count
            attempts.append(attempt)
        }
        guard !attempts.isEmpty else { return [] }
        try forEach(
            """
            SELECT attempt, table_name, rule, severity, finding_count FROM attempt_rule
            WHERE attempt IN (SELECT id FROM attempt WHERE \(condition)) ORDER BY attempt, table_name, rule
            """
        ) { row in
            guard let place = places[row.integer(0)], let severity = Severity(rawValue: row.text(3)) else { return }
            attempts[place].rules.append(
                Attempt.RuleCount(
                    table: row.text(1), rule: row.text(2), severity: severity, count: row.integer(4)))
        }
        return attempts
    }

    /// Records what came of checking the draft as it is; `false` when that has been done already.
    func record(_ judgement: Judgement, of draft: Draft, isLate: Bool) throws -> Bool {
        let id = try first(
            """
            INSERT INTO attempt (
                draft, revision, municipality, collection, month, purpose, channel, occasion, sender, sender_name,
                attempted_at, outcome, row_count, errors, warnings, is_late
            )
            VALUES (
                \(draft.id.text), \(draft.revision), \(Int(draft.municipality.number)), \(draft.collection),
                \(draft.month.map { Int($0.index) }), \(draft.purpose.rawValue), \(draft.channel.rawValue),
                \(draft.occasion.rawValue), \(draft.sender.id), \(draft.sender.name), \(draft.updatedAt),
                \(judgement.outcome.rawValue), \(judgement.rows), \(judgement.errors), \(judgement.warnings),
                \(isLate ? 1 : 0)
            )
            ON CONFLICT DO NOTHING RETURNING id
            """
        ) { $0.integer(0) }
        guard let id else { return false }
        for rule in judgement.rules {
            try execute(
                """
                INSERT INTO attempt_rule (attempt, table_name, rule, severity, finding_count)
                VALUES (\(id), \(rule.table), \(rule.rule), \(rule.severity.rawValue), \(rule.count))
                """)
        }
        return true
    }

    /// Notes that the attempts so far for the delivery's place ended in it.
    func end(_ collection: String, in delivery: DeliveryNumber) throws {
        try execute(
            """
            UPDATE attempt SET delivery = \(delivery.sequence)
            WHERE collection = \(collection) AND month = \(Int(delivery.month.index))
                AND municipality = \(Int(delivery.municipality.number)) AND purpose = 'deliver' AND delivery IS NULL
            """)
    }
}

extension Attempt {
    /// The attempt itself; its rules come from another table.
    fileprivate init?(_ row: any Row) {
        guard let municipality = Municipality(number: row.integer(3)),
            let purpose = Draft.Purpose(rawValue: row.text(6)), let channel = Draft.Channel(rawValue: row.text(7)),
            let occasion = Occasion(rawValue: row.text(8)), let outcome = Outcome(rawValue: row.text(11))
        else { return nil }
        let month = row.optionalInteger(5).map { Month(index: Int32(truncatingIfNeeded: $0)) }
        draft = Draft.ID(row.text(1))
        revision = row.integer(2)
        self.municipality = municipality
        collection = row.text(4)
        self.month = month
        self.purpose = purpose
        self.channel = channel
        self.occasion = occasion
        by = row.text(9)
        at = row.time(10)
        self.outcome = outcome
        rows = row.integer(12)
        errors = row.integer(13)
        warnings = row.integer(14)
        isLate = row.integer(15) != 0
        delivery = month.flatMap { month in
            row.optionalInteger(16).map { DeliveryNumber(month: month, municipality: municipality, sequence: $0) }
        }
    }
}
