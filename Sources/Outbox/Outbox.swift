public import Foundation
public import Storage

/// Mail on its way out (*utkorg*): queued in the transaction of the act, sent afterwards, however often the program is
/// stopped in between.
public struct Outbox: Sendable {
    let database: any Database

    /// Opens the outbox in `database`, bringing its schema up to date. Throws `StorageError`.
    public init(_ database: any Database) async throws {
        self.database = database
        try await Self.prepare(database)
    }

    /// Brings the outbox's schema up to date, for rooms that queue mail in transactions of their own.
    public static func prepare(_ database: any Database) async throws {
        try await database.migrate([Migration("0001-mail", createTable)], room: "outbox")
    }

    /// How many mails are in each state.
    public func counts() async throws -> [MailState: Int] {
        try await database.read { transaction in
            var counts: [MailState: Int] = [:]
            try transaction.forEach("SELECT state, count(*) FROM outgoing_mail GROUP BY state") { row in
                if let state = MailState(rawValue: row.text(0)) { counts[state] = row.integer(1) }
            }
            return counts
        }
    }

    /// What is known of the mails in `state`, the newest first.
    public func records(_ state: MailState, limit: Int = 500) async throws -> [MailRecord] {
        try await database.read { transaction in
            try transaction.all(
                """
                SELECT id, recipient, subject, reason, queued_at, finished_at, tries, problem FROM outgoing_mail
                WHERE state = \(state.rawValue) ORDER BY id DESC LIMIT \(limit)
                """
            ) { row in
                MailRecord(
                    id: row.integer(0), to: row.text(1), subject: row.text(2), reason: row.text(3), state: state,
                    queuedAt: row.time(4), finishedAt: row.optionalTime(5), tries: row.integer(6),
                    problem: row.optionalText(7))
            }
        }
    }

    /// Removes what is known of mails sent or given up before `time`; how many there were.
    public func forget(before time: Date) async throws -> Int {
        try await database.write { transaction in
            try transaction.all(
                """
                DELETE FROM outgoing_mail
                WHERE state <> \(MailState.waiting.rawValue) AND finished_at < \(time) RETURNING id
                """
            ) { $0.integer(0) }.count
        }
    }

    @Sendable
    private static func createTable(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE outgoing_mail (
                id \(raw: dialect.identity), queued_at TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
                body TEXT, reason TEXT NOT NULL, useful_until TEXT, message_key TEXT NOT NULL, state TEXT NOT NULL,
                tries \(raw: dialect.integer) NOT NULL, next_try_at TEXT NOT NULL, claim TEXT, claimed_until TEXT,
                finished_at TEXT, problem TEXT
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute("CREATE INDEX outgoing_mail_next ON outgoing_mail (state, next_try_at)")
    }
}
