import AccessLog
public import Foundation
import Outbox
public import Secrets
import Storage
import Transfer
import Vocabulary

extension Accounts {
    /// Sends a link for choosing a new password to somebody who has an account (*glömt lösenord*).
    ///
    /// Nothing comes back that tells whether there is one: say "Om adressen finns hos oss får du ett mejl inom några
    /// minuter" whatever was typed. Three mails in a row, then fewer.
    public func askForNewPassword(
        email typed: String, from client: Client, at time: Date
    ) async throws(AccountsError) {
        let email = MailAddress(typed: typed)?.text ?? String(typed.prefix(254))
        let settings = settings
        try await write { transaction in
            let wait = try transaction.admit([.newPassword(email), .network(client)], at: time)
            guard wait == nil, let person = try transaction.person(email: email), person.status == .active else {
                return
            }
            let (token, end) = try transaction.makeLink(.password, for: person.id, at: time)
            try transaction.queue(AccountMail(to: person, settings: settings).newPassword(token, until: end), at: time)
            try transaction.log(person.event(.askedForPassword, at: time))
        }
    }

    /// Whom a link for choosing a password is for. Looking does not use it up. Throws `deadLink`.
    public func newPasswordLink(_ token: Token, at time: Date) async throws(AccountsError) -> Person {
        try await read { try $0.link(token, .password, at: time).person }
    }

    /// Chooses a new password by a link: all sessions end, earlier failures are forgotten, and the owner is told. Signing
    /// in still takes a code. Throws `deadLink`, `password`.
    public func choosePassword(
        _ token: Token, _ password: String, at time: Date
    ) async throws(AccountsError) {
        let settings = settings
        let person = try await newPasswordLink(token, at: time)
        try AccountsError.refuse(
            password: password, name: person.name, email: person.email, organisation: person.organisation)
        let hash = try await hash(password)
        try await write { transaction in
            // Again: it may have been used meanwhile.
            let person = try transaction.link(token, .password, at: time).person
            guard person.status == .active else { throw AccountsError.deadLink }
            try transaction.execute("UPDATE person SET password = \(hash) WHERE id = \(person.id)")
            try transaction.removeLinks(.password, of: person.id)
            try transaction.endSessions(of: person.id)
            try transaction.clearFailures(of: person.email)
            try transaction.log(person.event(.changedPassword, at: time))
            try transaction.queue(AccountMail(to: person, settings: settings).changed(.password, at: time), at: time)
        }
        sessions.forget(person.id)
    }
}
