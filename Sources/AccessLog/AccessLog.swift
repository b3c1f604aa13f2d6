public import Foundation
public import Storage
public import Vocabulary

/// The access log (*åtkomstlogg*): grows only, and is readable by the organisation that a line concerns.
public struct AccessLog: Sendable {
    let database: any Database

    /// Opens the log in `database`, bringing its schema up to date. Throws `StorageError`.
    public init(_ database: any Database) async throws {
        self.database = database
        try await Self.prepare(database)
    }

    /// Brings the log's schema up to date, for rooms that write lines in transactions of their own.
    public static func prepare(_ database: any Database) async throws {
        try await database.migrate(
            [
                Migration("0001-event", createTable), Migration("0002-review", createReviews),
                Migration("0003-order", orderByTime),
            ], room: "access-log")
    }

    /// Adds one line.
    public func add(_ event: Event) async throws {
        try await database.write { try $0.log(event) }
    }

    /// Adds a line about something having been seen, unless the same stands there from the hour before: who reads on, or
    /// loads a page again, does nothing new.
    public func addView(_ event: Event) async throws {
        let isKnown = try await database.read { transaction in
            try transaction.first(
                """
                SELECT id FROM access_event
                WHERE organisation = \(event.organisation.code) AND logged_at > \(event.at - 3_600)
                    AND logged_at <= \(event.at) AND actor = \(event.actor) AND act = \(event.act.rawValue)
                    AND subject = \(event.subject)
                """
            ) { $0.integer(0) } != nil
        }
        if !isKnown { try await add(event) }
    }

    /// The lines, newest first, about `organisation` (all organisations when `nil`) and from `since` on.
    public func events(
        about organisation: Organisation? = nil, since: Date? = nil, limit: Int = 500
    ) async throws -> [Event] {
        try await events(LogFilter(about: organisation, since: since), limit: limit)
    }

    /// The lines that `filter` seeks, newest first, from place `offset` on.
    public func events(_ filter: LogFilter, offset: Int = 0, limit: Int) async throws -> [Event] {
        try await database.read { transaction in
            try transaction.all(
                """
                SELECT logged_at, actor, organisation, act, subject FROM access_event
                WHERE \(filter.condition) ORDER BY logged_at DESC, id DESC LIMIT \(limit) OFFSET \(offset)
                """
            ) { row in
                Event(
                    at: row.time(0), actor: row.text(1), organisation: Organisation(code: row.text(2)) ?? .authority,
                    act: Act(rawValue: row.text(3)) ?? .sawLog, subject: row.text(4))
            }
        }
    }

    /// How many lines of each act `filter` seeks; acts without lines are not among them.
    public func counts(_ filter: LogFilter) async throws -> [Act: Int] {
        try await database.read { transaction in
            var counts: [Act: Int] = [:]
            try transaction.forEach(
                "SELECT act, COUNT(*) FROM access_event WHERE \(filter.condition) GROUP BY act"
            ) { row in
                if let act = Act(rawValue: row.text(0)) { counts[act] = row.integer(1) }
            }
            return counts
        }
    }

    @Sendable
    private static func createTable(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE access_event (
                id \(raw: dialect.identity), logged_at TEXT NOT NULL, actor TEXT NOT NULL, organisation TEXT NOT NULL,
                act TEXT NOT NULL, subject TEXT NOT NULL
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute("CREATE INDEX access_event_organisation ON access_event (organisation, id)")
        for statement in dialect.appendOnly("access_event") { try transaction.execute(statement) }
    }

    // What was done earlier may be written later, as when a file's own time is kept.
    @Sendable
    private static func orderByTime(_ transaction: any Transaction) throws {
        try transaction.execute("CREATE INDEX access_event_time ON access_event (logged_at, id)")
        try transaction.execute("DROP INDEX access_event_organisation")
        try transaction.execute(
            "CREATE INDEX access_event_organisation ON access_event (organisation, logged_at, id)")
    }
}

extension Transaction {
    /// Adds a line to the access log, in the transaction of the act itself: both are kept, or neither.
    public func log(_ event: Event) throws {
        try execute(
            """
            INSERT INTO access_event (logged_at, actor, organisation, act, subject)
            VALUES (\(event.at), \(event.actor), \(event.organisation.code), \(event.act.rawValue), \(event.subject))
            """)
    }
}
