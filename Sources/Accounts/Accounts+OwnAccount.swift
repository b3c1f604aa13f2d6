import AccessLog
public import Foundation
import Outbox
public import Secrets
import Storage
public import Vocabulary

// What people change about their own accounts. What lets them in is changed against the password, and ends every session:
// the token given back is that of a new one, for the browser to keep.

extension Accounts {
    /// Changes name and language. Throws `badName`.
    public func changeProfile(
        of session: Session, name typed: String, language: Language, at time: Date
    ) async throws(AccountsError) -> Person {
        let name = try AccountsError.name(typed)
        let person = session.person
        let changed = try await write { transaction in
            try transaction.execute(
                "UPDATE person SET name = \(name), language = \(language.rawValue) WHERE id = \(person.id)")
            try transaction.log(person.event(.changedAccount, at: time))
            return try transaction.person(person.id)
        }
        sessions.forget(person.id)
        return changed
    }

    /// Changes the password. Throws `wrongPassword`, `tooManyTries`, `password`.
    public func changePassword(
        of session: Session, from old: String, to new: String, at time: Date
    ) async throws(AccountsError) -> Token {
        let person = session.person
        try await prove(person, password: old, at: time)
        try AccountsError.refuse(
            password: new, name: person.name, email: person.email, organisation: person.organisation)
        let hash = try await hash(new)
        return try await renew(session, .changedPassword, .password, at: time) {
            try $0.execute("UPDATE person SET password = \(hash) WHERE id = \(person.id)")
            try $0.removeLinks(.password, of: person.id)
        }
    }

    /// Begins to use an app for codes, or another app: it is in use when `confirmApp` has had a code from it. Throws
    /// `wrongPassword`, `tooManyTries`.
    public func chooseApp(
        for session: Session, password: String, at time: Date
    ) async throws(AccountsError) -> AppSecret {
        let (person, settings) = (session.person, settings)
        try await prove(person, password: password, at: time)
        return try await write { transaction in
            let app = TOTP.random()
            try transaction.keepNewApp(app, of: person.id, settings: settings, at: time)
            return AppSecret(app, of: person, settings: settings)
        }
    }

    /// The app that was chosen within the last half hour and has not been confirmed, to show again.
    public func chosenApp(for session: Session, at time: Date) async throws(AccountsError) -> AppSecret? {
        let (person, settings) = (session.person, settings)
        return try await read { transaction in
            try transaction.newApp(of: person.id, settings: settings, lifetime: Self.appLifetime, at: time)
                .map { AppSecret($0, of: person, settings: settings) }
        }
    }

    /// Takes the chosen app in use. Throws `wrongCode`.
    public func confirmApp(
        for session: Session, code: String, at time: Date
    ) async throws(AccountsError) -> Token {
        let (person, settings) = (session.person, settings)
        return try await renew(session, .changedFactor, .factor(.app), at: time) { transaction in
            let isRight = try transaction.confirmNewApp(
                of: person.id, code: code, settings: settings, lifetime: Self.appLifetime, at: time)
            guard isRight else { throw AccountsError.wrongCode }
        }
    }

    /// Codes by mail from now on. Throws `wrongPassword`, `tooManyTries`.
    public func chooseMail(
        for session: Session, password: String, at time: Date
    ) async throws(AccountsError) -> Token {
        let person = session.person
        try await prove(person, password: password, at: time)
        return try await renew(session, .changedFactor, .factor(.mail), at: time) {
            try $0.useMailCodes(for: person.id)
        }
    }

    /// New recovery codes in place of those left, to be shown once. Throws `wrongPassword`, `tooManyTries`.
    public func newRecoveryCodes(
        for session: Session, password: String, at time: Date
    ) async throws(AccountsError) -> (codes: [String], token: Token) {
        let person = session.person
        try await prove(person, password: password, at: time)
        let codes = try await RecoveryCodes.make(hasher)
        let token = try await renew(session, .changedFactor, .recoveryCodes, at: time) {
            try $0.keep(codes, of: person.id)
        }
        return (codes.shown, token)
    }

    /// How many recovery codes are left.
    public func recoveryCodesLeft(of person: Person.ID) async throws(AccountsError) -> Int {
        try await read {
            try $0.first("SELECT count(*) FROM recovery_code WHERE person = \(person)") { $0.integer(0) } ?? 0
        }
    }

    /// Gives somebody who has lost app and recovery codes codes by mail, and ends all sessions. Throws `notActive`.
    public func resetFactor(of id: Person.ID, by caller: Caller, at time: Date) async throws(AccountsError) {
        let person = try await managed(id, by: caller, at: time)
        guard person.status == .active else { throw .notActive }
        let settings = settings
        try await write { transaction in
            try transaction.useMailCodes(for: id)
            try transaction.endSessions(of: id)
            try transaction.log(transaction.event(.changedFactor, person, by: caller, at: time))
            try transaction.queue(
                AccountMail(to: person, settings: settings).changed(.factor(.mail), at: time), at: time)
        }
        sessions.forget(id)
    }

    private static let appLifetime: TimeInterval = 30 * 60

    /// Asks for the password again; wrong ones count as they do when signing in.
    private func prove(_ person: Person, password: String, at time: Date) async throws(AccountsError) {
        let throttle = Throttle.proof(person.email)
        let (wait, hash) = try await write { transaction in
            (try transaction.admit([throttle], at: time), try transaction.credentials(person.email)?.hash)
        }
        if let wait { throw .tooManyTries(until: wait) }
        guard await verify(password, hash) else {
            try await write { try $0.logRefusal(of: person, at: time) }
            throw .wrongPassword
        }
        try await write { try $0.forgive(throttle) }
    }

    private func renew(
        _ session: Session, _ act: Act, _ change: AccountMail.Change, at time: Date,
        _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws(AccountsError) -> Token {
        let (person, settings) = (session.person, settings)
        let token = try await write { transaction in
            _ = try transaction.activePerson(person.id)
            try body(transaction)
            try transaction.endSessions(of: person.id)
            try transaction.log(person.event(act, at: time))
            try transaction.queue(AccountMail(to: person, settings: settings).changed(change, at: time), at: time)
            return try transaction.openSession(for: person.id, from: session.client, at: time)
        }
        sessions.forget(person.id)
        return token
    }
}
