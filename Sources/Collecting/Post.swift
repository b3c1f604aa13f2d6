import Accounts
import Definitions
import Foundation
import Outbox
import Storage
import Vocabulary

/// Puts letters in the outbox, in the transaction of what they are about.
struct Post: Sendable {
    let address: @Sendable (MailLink) -> String
    let at: Date

    func send(_ letter: Letter, to email: String, _ language: Language, _ transaction: any Transaction) throws {
        let mail = Mail(
            to: email, subject: letter.subject[language], text: letter.text[language], reason: letter.reason)
        try transaction.queue(mail, at: at)
    }

    /// One mail to each of an organisation's contacts, or to its registrar when there is none.
    func send(_ letter: Letter, to contacts: Contacts, _ transaction: any Transaction) throws {
        for address in contacts.addresses { try send(letter, to: address.email, address.language, transaction) }
    }

    /// To those at the authority who are to have mail, or else to the collection's own address.
    func sendToAuthority(_ letter: Letter, _ collection: Collection, _ transaction: any Transaction) throws {
        let contacts = try transaction.contacts(of: .authority)
        if contacts.addresses.isEmpty, let contact = collection.contact {
            try send(letter, to: contact.email, .sv, transaction)
        } else {
            try send(letter, to: contacts, transaction)
        }
    }

    /// Sends the letter called `name` by `send` unless it has been sent; whether it was.
    func once(
        _ name: String, decision: Int? = nil, _ transaction: any Transaction, _ send: () throws -> Void
    ) throws -> Bool {
        let isNew =
            try transaction.first(
                """
                INSERT INTO letter (name, decision, queued_at) VALUES (\(name), \(decision), \(at))
                ON CONFLICT (name) DO NOTHING RETURNING name
                """
            ) { _ in true } ?? false
        if isNew { try send() }
        return isNew
    }
}

extension Collecting {
    func post(at time: Date) -> Post { Post(address: address, at: time) }
}
