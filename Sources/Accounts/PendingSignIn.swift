import Foundation
import Outbox
import Secrets
import Storage

/// Somebody who knew the password and is to give the code.
struct PendingSignIn {
    let person: Person
    let tries: Int
    /// The digest of the code that was mailed, and when.
    let code: String?
    let codeSentAt: Date?

    /// Seconds from the password to the code.
    static let lifetime: TimeInterval = 20 * 60
    /// Seconds that a mailed code is good.
    static let codeLifetime: TimeInterval = 10 * 60
    /// Wrong codes before it is all to be done again.
    static let mostTries = 5
    /// Seconds before another code is mailed.
    static let resendInterval: TimeInterval = 60

    /// Whether a code has been mailed that is still good.
    func hasCode(at time: Date) -> Bool { codeSentAt.map { time < $0 + Self.codeLifetime } ?? false }

    /// The digest of a mailed code: of the token too, which is not kept, so that the code cannot be had by trying all.
    static func digest(_ code: String, _ pending: Token) -> String {
        Digest.hexadecimal("\(pending.text) \(RandomCode.read(code))")
    }
}

extension Transaction {
    func makePending(for person: Person.ID, at time: Date) throws -> Token {
        let token = Token.random()
        try execute(
            """
            INSERT INTO pending_sign_in (digest, person, created_at, tries)
            VALUES (\(token.digest), \(person), \(time), 0)
            """)
        return token
    }

    /// `nil` when it is too old, has been used, or never was.
    func pending(_ token: Token, at time: Date) throws -> PendingSignIn? {
        try first(
            """
            SELECT \(Person.columns), tries, code, code_sent_at
            FROM pending_sign_in JOIN person ON person.id = pending_sign_in.person
            WHERE digest = \(token.digest) AND pending_sign_in.created_at > \(time - PendingSignIn.lifetime)
                AND person.status = 'active'
            """
        ) {
            PendingSignIn(
                person: try Person(row: $0), tries: $0.integer(11), code: $0.optionalText(12),
                codeSentAt: $0.optionalTime(13))
        }
    }

    /// Mails a new code, in place of the one before; not when so many have been mailed that the mailbox would fill.
    func sendCode(to person: Person, _ pending: Token, settings: AccountSettings, at time: Date) throws -> Bool {
        if try admit([.mailedCode(person.email)], at: time) != nil { return false }
        let code = RandomCode.digits()
        try execute(
            """
            UPDATE pending_sign_in
            SET code = \(PendingSignIn.digest(code, pending)), code_sent_at = \(time)
            WHERE digest = \(pending.digest)
            """)
        try queue(
            AccountMail(to: person, settings: settings).code(code, until: time + PendingSignIn.codeLifetime), at: time)
        return true
    }

    func endPending(_ token: Token) throws {
        try execute("DELETE FROM pending_sign_in WHERE digest = \(token.digest)")
    }
}
