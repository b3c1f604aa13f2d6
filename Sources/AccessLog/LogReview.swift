public import Foundation
import Storage
import Vocabulary
import Vocabulary

/// Somebody's going through the log (*logggranskning*): up to when, by whom, and what was found.
public struct LogReview: Sendable, Equatable {
    /// When it was signed.
    public let at: Date
    /// Who signed it.
    public let reviewer: String
    /// Lines before this time have been gone through.
    public let until: Date
    /// What was found; empty when there was nothing to say.
    public let note: String

    /// A review from its parts.
    public init(at: Date, reviewer: String, until: Date, note: String) {
        self.at = at
        self.reviewer = reviewer
        self.until = until
        self.note = note
    }
}

extension AccessLog {
    /// Keeps a review, and says so in the log itself.
    public func add(_ review: LogReview) async throws {
        try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO access_review (reviewed_at, reviewer, reviewed_until, note)
                VALUES (\(review.at), \(review.reviewer), \(review.until), \(review.note))
                """)
            try transaction.log(
                Event(
                    at: review.at, actor: review.reviewer, organisation: .authority, act: .reviewedLog,
                    subject: review.until.stored))
        }
    }

    /// The reviews, newest first.
    public func reviews(limit: Int = 100) async throws -> [LogReview] {
        try await database.read { transaction in
            try transaction.all(
                """
                SELECT reviewed_at, reviewer, reviewed_until, note FROM access_review ORDER BY id DESC LIMIT \(limit)
                """
            ) { LogReview(at: $0.time(0), reviewer: $0.text(1), until: $0.time(2), note: $0.text(3)) }
        }
    }

    @Sendable
    static func createReviews(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE access_review (
                id \(raw: dialect.identity), reviewed_at TEXT NOT NULL, reviewer TEXT NOT NULL,
                reviewed_until TEXT NOT NULL, note TEXT NOT NULL
            )\(raw: dialect.tableOptions)
            """)
        for statement in dialect.appendOnly("access_review") { try transaction.execute(statement) }
    }
}
