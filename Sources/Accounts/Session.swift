public import Foundation
import Storage

/// Somebody signed in (*inloggning*), until signing out, a while without doing anything, or half a day.
public struct Session: Sendable, Identifiable, Equatable {
    /// Its number, for listing and ending it. Not what lets anybody in.
    public let id: Int
    /// Who it is.
    public let person: Person
    /// Where from, "Firefox, Windows".
    public let client: String
    /// When it began.
    public let createdAt: Date
    /// When something was last done, to the minute.
    public let lastSeenAt: Date
    /// When it ends unless something is done.
    public let endsAt: Date
    /// Whether doing something keeps it going; not when the end of the day's work is near.
    public let canBeExtended: Bool
    /// When a page should warn.
    public let warnsAt: Date

    /// Seconds left at `time`; 0 when it has ended.
    public func secondsLeft(at time: Date) -> Int { max(0, Int(endsAt.timeIntervalSince(time))) }

    /// Whether to warn at `time` that it ends soon.
    public func isEnding(at time: Date) -> Bool { time >= warnsAt }
}

extension Session {
    /// The columns that `init(row:)` reads: those of the person, then its own.
    static var columns: SQL {
        "\(Person.columns), session.id, session.client, session.created_at, session.last_seen_at"
    }

    init(row: any Row, settings: AccountSettings) throws {
        self.init(
            id: row.integer(11), person: try Person(row: row), client: row.text(12), createdAt: row.time(13),
            lastSeenAt: row.time(14), settings: settings)
    }

    init(
        id: Int, person: Person, client: String, createdAt: Date, lastSeenAt: Date, settings: AccountSettings
    ) {
        self.id = id
        self.person = person
        self.client = client
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        let last = createdAt + settings.absoluteLimit
        endsAt = min(lastSeenAt + settings.idleLimit, last)
        canBeExtended = endsAt < last
        warnsAt = endsAt - settings.warning
    }

    /// The same session, seen at `time`.
    func seen(at time: Date, settings: AccountSettings) -> Session {
        Session(
            id: id, person: person, client: client, createdAt: createdAt, lastSeenAt: time, settings: settings)
    }
}
