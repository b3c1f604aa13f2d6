import AccessLog
public import Foundation
public import Register
public import Storage
public import Vocabulary

extension Review {
    /// Approves a delivery (*godkänn*).
    ///
    /// - Parameter changing: Whether another person's decision may be replaced; without it that throws
    ///   `alreadyDecided`, so that two who review at once do not undo each other unseen.
    @discardableResult
    public func approve(
        _ number: DeliveryNumber, by reviewer: String, at time: Date, changing: Bool = false
    ) async throws(ReviewError) -> Decision {
        try await decide(number, .approved, message: "", by: reviewer, at: time, changing: changing)
    }

    /// Returns a delivery (*återlämna*): the municipality must deliver again.
    ///
    /// - Parameters:
    ///   - message: What the municipality is told, at most `ReviewText.limit` characters.
    ///   - changing: As for `approve`.
    @discardableResult
    public func `return`(
        _ number: DeliveryNumber, message: String, by reviewer: String, at time: Date, changing: Bool = false
    ) async throws(ReviewError) -> Decision {
        let message = try ReviewText.message.checked(message)
        guard !message.isEmpty else { throw .blank(.message) }
        return try await decide(number, .returned, message: message, by: reviewer, at: time, changing: changing)
    }

    /// The decisions on a delivery, oldest first; the last one counts.
    public func history(of number: DeliveryNumber) async throws(ReviewError) -> [Decision] {
        try await read { transaction in
            try transaction.decisions("\(number.condition)")
        }
    }

    /// How far the authority has come with a delivery.
    public func state(of number: DeliveryNumber) async throws(ReviewError) -> ReviewState {
        try await history(of: number).last?.state ?? .waiting
    }

    /// How far the authority has come with each delivery of a month; one that is not there waits.
    public func states(
        collection: String, month: Month
    ) async throws(ReviewError) -> [DeliveryNumber: ReviewState] {
        try await read { try $0.reviewStates(collection: collection, months: month...month) }
    }

    private func decide(
        _ number: DeliveryNumber, _ verdict: Decision.Verdict, message: String, by reviewer: String, at time: Date,
        changing: Bool
    ) async throws(ReviewError) -> Decision {
        let receipt = try await asked { (register) throws(RegisterError) in try await register.receipt(number) }
        if receipt.withdrawal != nil { throw .withdrawn(number) }
        if !receipt.isCurrent,
            let later = receipt.parts.compactMap(\.supersededBy).max(by: { $0.sequence < $1.sequence })
        {
            throw .superseded(number, by: later)
        }
        return try await write { transaction in
            if let before = try transaction.decisions("\(number.condition)").last?.state, before.isDecidedByPerson {
                // Approving what is approved is a mistake, not a change.
                guard changing, !(before.isApproved && verdict == .approved) else {
                    throw ReviewError.alreadyDecided(number, before)
                }
            }
            let id = try transaction.keep(
                verdict, on: number, of: receipt.collection, message: message, by: reviewer, at: time)
            guard let decision = try transaction.decisions("id = \(id)").first else {
                throw ReviewError.storage(.failed(code: 0, message: "no decision"))
            }
            return decision
        }
    }
}

extension Transaction {
    /// How far the authority has come with each delivery of some months, of one municipality or all; one that is not
    /// there waits.
    public func reviewStates(
        collection: String, months: ClosedRange<Month>, municipality: Municipality? = nil
    ) throws -> [DeliveryNumber: ReviewState] {
        let about: SQL = municipality.map { "municipality = \(Int($0.number))" } ?? "1 = 1"
        let last = try decisions(
            """
            id IN (
                SELECT MAX(id) FROM review_decision
                WHERE collection = \(collection) AND month \(SQL.isAmong(months)) AND \(about)
                GROUP BY month, municipality, sequence)
            """)
        return Dictionary(last.map { ($0.number, $0.state) }) { $1 }
    }

    /// The decisions in a collection after the one called `id`, oldest first: 0 for all there are.
    public func decisions(collection: String, after id: Int) throws -> [Decision] {
        try decisions("collection = \(collection) AND id > \(id)")
    }

    /// The decisions for which `condition` holds, oldest first.
    func decisions(_ condition: SQL) throws -> [Decision] {
        try all("SELECT \(Decision.columns) FROM review_decision WHERE \(condition) ORDER BY id") { Decision($0) }
            .compactMap { $0 }
    }

    /// Adds a decision and its line in the log; the decision's id.
    func keep(
        _ verdict: Decision.Verdict, on number: DeliveryNumber, of collection: String, message: String, by: String,
        at time: Date
    ) throws -> Int {
        try log(
            Event(
                at: time, actor: by, organisation: .municipality(number.municipality),
                act: verdict == .returned ? .returned : .approved, subject: number.description))
        try setAskedAnew(number, verdict == .returned)
        return try identity(
            of: """
                INSERT INTO review_decision (
                    collection, month, municipality, sequence, verdict, message, decided_by, decided_at
                )
                VALUES (
                    \(collection), \(Int(number.month.index)), \(Int(number.municipality.number)), \(number.sequence),
                    \(verdict.rawValue), \(message), \(by), \(time)
                )
                RETURNING id
                """)
    }
}
