import AccessLog
public import Definitions
public import Foundation
import Storage
import Vocabulary

extension Review {
    /// Decides where all free texts of a wording belong, in place of what was decided before.
    ///
    /// Throws when no delivery that counts has such a text, or the table has no such code to give it.
    @discardableResult
    public func recode(
        _ wording: Wording, of table: String, in collection: Definitions.Collection, to target: Recoding.Target,
        reason: String = "", by reviewer: String, at time: Date
    ) async throws(ReviewError) -> Recoding {
        let reason = try ReviewText.reason.checked(reason)
        guard let columns = collection.table(table).flatMap({ FreeTextColumns($0) }),
            try await freeTexts(in: collection).contains(where: { $0.table == table && $0.wording == wording })
        else { throw .noSuchFreeText(table: table) }
        if case .code(let code) = target, !columns.others.contains(code) {
            throw .noSuchCode(code, known: columns.others)
        }
        return try await keep(wording, table, collection.id, target, reason, reviewer, time)
    }

    /// Takes back what was decided about a wording: it is undecided again, and the history stays.
    @discardableResult
    public func undoRecoding(
        _ wording: Wording, of table: String, in collection: Definitions.Collection, reason: String = "",
        by reviewer: String, at time: Date
    ) async throws(ReviewError) -> Recoding {
        let reason = try ReviewText.reason.checked(reason)
        guard
            try await recodings(collection: collection.id).contains(where: {
                $0.table == table && $0.wording == wording
            })
        else { throw .noSuchFreeText(table: table) }
        return try await keep(wording, table, collection.id, nil, reason, reviewer, time)
    }

    /// What holds for each wording that has been decided on, by table and wording.
    public func recodings(collection: String) async throws(ReviewError) -> [Recoding] {
        try await read { try $0.currentRecodings(collection: collection) }
    }

    /// Every decision about a wording, oldest first.
    public func recodingHistory(
        _ wording: Wording, of table: String, collection: String
    ) async throws(ReviewError) -> [Recoding] {
        let text = wording.description
        return try await read { transaction in
            try transaction.recodings("collection = \(collection) AND table_name = \(table) AND wording = \(text)")
        }
    }

    private func keep(
        _ wording: Wording, _ table: String, _ collection: String, _ target: Recoding.Target?, _ reason: String,
        _ reviewer: String, _ time: Date
    ) async throws(ReviewError) -> Recoding {
        try await write { transaction in
            let id = try transaction.identity(
                of: """
                    INSERT INTO recoding (
                        collection, table_name, wording, target, code, reason, decided_by, decided_at
                    )
                    VALUES (
                        \(collection), \(table), \(wording.description), \(target?.stored), \(target?.code), \(reason),
                        \(reviewer), \(time)
                    )
                    RETURNING id
                    """)
            // The text itself is out of someone's rows: the log names the decision.
            try transaction.log(
                Event(
                    at: time, actor: reviewer, organisation: .authority, act: .recoded,
                    subject: "\(collection) \(table) \(id)"))
            return Recoding(
                id: id, collection: collection, table: table, wording: wording, target: target, reason: reason,
                by: reviewer, at: Date(stored: time.stored))
        }
    }
}

extension Transaction {
    /// What holds for each wording that has been decided on, by table and wording.
    func currentRecodings(collection: String) throws -> [Recoding] {
        try recodings(
            """
            id IN (SELECT MAX(id) FROM recoding WHERE collection = \(collection) GROUP BY table_name, wording)
                AND target IS NOT NULL
            """
        ).sorted { ($0.table, $0.wording) < ($1.table, $1.wording) }
    }

    fileprivate func recodings(_ condition: SQL) throws -> [Recoding] {
        try all("SELECT \(Recoding.columns) FROM recoding WHERE \(condition) ORDER BY id") { Recoding($0) }
    }
}
