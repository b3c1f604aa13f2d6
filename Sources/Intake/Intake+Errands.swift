public import Foundation
public import Register
public import Storage
import Vocabulary

extension Intake {
    /// Seconds that whoever has begun an errand may take until its files are in a draft. Another may begin it then.
    static let errandPatience: TimeInterval = 10

    /// Begins an errand, or tells how far it has come. A draft that is no longer open without being delivered, and the
    /// draft `except`, are as if they had never been.
    ///
    /// - Parameter answers: What the sender says to warnings, for the check that ends after the sender has left.
    public func begin(
        _ errand: Errand, answers: [Submission.Confirmation] = [], except: Draft.ID? = nil, at time: Date
    ) async throws(IntakeError) -> ErrandState {
        let answers = try KeptAnswer.text(answers)
        let until = time + Self.errandPatience
        return try await write { transaction in
            let isNew =
                try transaction.first(
                    """
                    INSERT INTO errand (municipality, errand_key, content, answers, claimed_until, created_at)
                    VALUES (
                        \(Int(errand.municipality.number)), \(errand.key), \(errand.content), \(answers), \(until), \(time)
                    )
                    ON CONFLICT (municipality, errand_key) DO NOTHING RETURNING claimed_until
                    """
                ) { $0.text(0) } != nil
            if isNew { return .yours }
            let state = try transaction.state(of: errand, except: except, at: time)
            if state == .yours {
                try transaction.execute(
                    "UPDATE errand SET draft = NULL, is_promised = 0, claimed_until = \(until) WHERE \(errand.condition)"
                )
            }
            return state
        }
    }

    /// Lets go of an errand that came to nothing before its files were in a draft, as if it had never been.
    public func abandon(_ errand: Errand) async throws(IntakeError) {
        try await write { transaction in
            try transaction.execute(
                "DELETE FROM errand WHERE \(errand.condition) AND draft IS NULL AND deliveries IS NULL")
        }
    }

    /// What the sender of the errand that a draft belongs to said to its warnings; none when it belongs to no errand.
    public func answers(toErrandOf draft: Draft.ID) async throws(IntakeError) -> [Submission.Confirmation] {
        let text = try await read { transaction in
            try transaction.first("SELECT answers FROM errand WHERE draft = \(draft.text)") { $0.text(0) }
        }
        return try text.map(KeptAnswer.answers) ?? []
    }
}

extension Transaction {
    /// Remembers in which draft the files of an errand are, in the transaction that keeps them.
    public func note(_ draft: Draft.ID, for errand: Errand) throws {
        try execute("UPDATE errand SET draft = \(draft.text) WHERE \(errand.condition)")
    }

    /// Remembers what an errand ended in, in the transaction that keeps the delivery.
    public func end(_ errand: Errand, in deliveries: [DeliveryNumber]) throws {
        try end(errandsWhere: errand.condition, in: deliveries)
    }

    /// Remembers what the errands of a draft ended in.
    func end(errandsOf draft: Draft.ID, in deliveries: [DeliveryNumber]) throws {
        try end(errandsWhere: "draft = \(draft.text)", in: deliveries)
    }

    private func end(errandsWhere condition: SQL, in deliveries: [DeliveryNumber]) throws {
        let numbers = deliveries.map(\.description).joined(separator: " ")
        try execute("UPDATE errand SET deliveries = \(numbers) WHERE \(condition)")
    }

    fileprivate func state(of errand: Errand, except: Draft.ID?, at time: Date) throws -> ErrandState {
        let kept = try first(
            "SELECT content, draft, claimed_until, deliveries FROM errand WHERE \(errand.condition)"
        ) { row in
            (
                content: row.text(0), draft: row.optionalText(1).map { Draft.ID($0) }, until: row.time(2),
                deliveries: row.optionalText(3)
            )
        }
        guard let kept else { return .yours }
        guard kept.content == errand.content else { return .otherContent }
        if let numbers = kept.deliveries { return .done(DeliveryNumber.list(numbers)) }
        guard let draft = kept.draft else { return kept.until > time ? .busy : .yours }
        guard draft != except, let known = try drafts("token = \(draft.text)").first else { return .yours }
        return switch known.state {
        case .open, .submitted: .begun(draft)
        case .superseded, .closed: .yours
        }
    }
}

extension Errand {
    fileprivate var condition: SQL { "municipality = \(Int(municipality.number)) AND errand_key = \(key)" }
}

extension DeliveryNumber {
    /// Reads numbers with spaces between.
    fileprivate static func list(_ text: String) -> [DeliveryNumber] {
        text.split(separator: " ").compactMap { DeliveryNumber($0) }
    }
}

/// An answer as it is kept.
private struct KeptAnswer: Codable {
    var rule: String
    var table: String?
    var subject: String?
    var reason: String

    static func text(_ answers: [Submission.Confirmation]) throws(IntakeError) -> String {
        let kept = answers.map { KeptAnswer(rule: $0.rule, table: $0.table, subject: $0.subject, reason: $0.reason) }
        do { return String(decoding: try JSONEncoder().encode(kept), as: UTF8.self) } catch { throw IntakeError(error) }
    }

    static func answers(_ text: String) throws(IntakeError) -> [Submission.Confirmation] {
        do {
            return try JSONDecoder().decode([KeptAnswer].self, from: Data(text.utf8)).map {
                Submission.Confirmation(rule: $0.rule, table: $0.table, subject: $0.subject, reason: $0.reason)
            }
        } catch { throw IntakeError(error) }
    }
}
