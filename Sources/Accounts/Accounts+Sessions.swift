import AccessLog
public import Foundation
public import Secrets
import Storage
import Vocabulary

extension Accounts {
    // Seconds. That somebody is there is written no oftener, so that pages only read.
    private static let seenInterval: TimeInterval = 60

    /// The session that `token` opens at `time`; `nil` when it has ended, or never was.
    ///
    /// Asking counts as doing something, unless `isActivity` is false: a page that fetches itself must not keep somebody
    /// signed in who has gone home.
    public func session(
        _ token: Token, isActivity: Bool = true, at time: Date
    ) async throws(AccountsError) -> Session? {
        let digest = token.digest
        let (remembered, epoch) = sessions.session(digest, at: time)
        if let remembered { return remembered.secondsLeft(at: time) > 0 ? remembered : nil }
        let settings = settings
        let found = try await read { transaction in
            try transaction.first(
                """
                SELECT \(Session.columns) FROM session JOIN person ON person.id = session.person
                WHERE session.digest = \(digest)
                """
            ) { try Session(row: $0, settings: settings) }
        }
        guard var session = found, session.person.status == .active, session.secondsLeft(at: time) > 0 else {
            return nil
        }
        if isActivity, time.timeIntervalSince(session.lastSeenAt) >= Self.seenInterval {
            session = try await seen(session, at: time)
        }
        sessions.remember(session, digest, at: time, epoch: epoch)
        return session
    }

    /// Keeps a session going (*Fortsätt arbeta*): what `session` does by itself, told at once.
    public func extend(_ session: Session, at time: Date) async throws(AccountsError) -> Session {
        guard session.secondsLeft(at: time) > 0 else { throw .signedOut }
        let extended = try await seen(session, at: time)
        sessions.forget { $0.id == session.id }
        return extended
    }

    /// The person's sessions that are going on at `time`, the latest used first.
    public func sessions(of person: Person.ID, at time: Date) async throws(AccountsError) -> [Session] {
        let settings = settings
        return try await read { transaction in
            try transaction.all(
                """
                SELECT \(Session.columns) FROM session JOIN person ON person.id = session.person
                WHERE session.person = \(person) ORDER BY session.last_seen_at DESC, session.id DESC
                """
            ) { try Session(row: $0, settings: settings) }
        }.filter { $0.secondsLeft(at: time) > 0 }
    }

    /// Signs out.
    public func signOut(_ session: Session, at time: Date) async throws(AccountsError) {
        try await end(session.id, of: session.person, at: time)
    }

    /// Ends one of the person's own sessions, as from the list of them. Nothing happens to anyone else's.
    public func end(_ session: Session.ID, of person: Person, at time: Date) async throws(AccountsError) {
        try await write { transaction in
            let ended = try transaction.first(
                "DELETE FROM session WHERE id = \(session) AND person = \(person.id) RETURNING id"
            ) { $0.integer(0) }
            if ended != nil { try transaction.log(person.event(.signedOut, at: time)) }
        }
        sessions.forget { $0.id == session }
    }

    /// Signs out everywhere (*Logga ut överallt*), here as well.
    public func signOutEverywhere(_ person: Person, at time: Date) async throws(AccountsError) {
        try await write { transaction in
            try transaction.endSessions(of: person.id)
            try transaction.log(person.event(.signedOut, at: time, subject: "\(person.actor), överallt"))
        }
        sessions.forget(person.id)
    }

    /// Signs everybody out, as after old data have been put back.
    public func signEverybodyOut(by caller: Caller, at time: Date) async throws(AccountsError) {
        try await require(.managePeople, of: .authority, by: caller, at: time)
        try await write { transaction in
            try transaction.execute("DELETE FROM session")
            try transaction.execute("DELETE FROM pending_sign_in")
            try transaction.log(
                Event(at: time, actor: caller.actor, organisation: .authority, act: .signedOut, subject: "alla"))
        }
        sessions.forget { _ in true }
    }

    /// Opens a session for somebody who has proved who it is: for sign-in methods, nobody else. Gives what the browser
    /// is to keep.
    public func signIn(
        _ person: Person.ID, from client: Client, at time: Date
    ) async throws(AccountsError) -> Token {
        try await write { try $0.signIn($0.activePerson(person), from: client, at: time) }
    }

    private func seen(_ session: Session, at time: Date) async throws(AccountsError) -> Session {
        try await write {
            try $0.execute(
                "UPDATE session SET last_seen_at = \(time) WHERE id = \(session.id) AND last_seen_at < \(time)")
        }
        return session.seen(at: time, settings: settings)
    }
}

extension Transaction {
    /// A new session for `person`, in the log with `how` it was proved who it is.
    func signIn(_ person: Person, _ how: String = "", from client: Client, at time: Date) throws -> Token {
        let token = try openSession(for: person.id, from: client.description, at: time)
        try execute("UPDATE person SET last_signed_in_at = \(time) WHERE id = \(person.id)")
        try log(person.event(.signedIn, at: time, subject: person.actor + how))
        return token
    }

    /// A new session, where signing in is not what was done.
    func openSession(for person: Person.ID, from client: String, at time: Date) throws -> Token {
        let token = Token.random()
        try execute(
            """
            INSERT INTO session (digest, person, client, created_at, last_seen_at)
            VALUES (\(token.digest), \(person), \(client), \(time), \(time))
            """)
        return token
    }

    func endSessions(of person: Person.ID) throws {
        try execute("DELETE FROM session WHERE person = \(person)")
        try execute("DELETE FROM pending_sign_in WHERE person = \(person)")
    }
}

extension Person {
    /// A line in the access log about what the person did, to the own account unless a subject is given.
    func event(_ act: Act, at time: Date, subject: String? = nil) -> Event {
        Event(at: time, actor: actor, organisation: organisation, act: act, subject: subject ?? actor)
    }
}
