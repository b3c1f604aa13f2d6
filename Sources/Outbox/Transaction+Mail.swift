public import Foundation
public import Storage

extension Transaction {
    /// Queues a mail in the transaction of the act itself: both are kept, or neither. Gives the mail's number.
    ///
    /// The outbox of the database must have been prepared. Throws `StorageError`.
    @discardableResult
    public func queue(_ mail: Mail, at time: Date) throws -> Int {
        try identity(
            of: """
                INSERT INTO outgoing_mail (
                    queued_at, recipient, subject, body, reason, useful_until, message_key, state, tries, next_try_at
                ) VALUES (
                    \(time), \(mail.to), \(mail.subject), \(mail.text), \(mail.reason), \(mail.usefulUntil),
                    \(UUID().uuidString), \(MailState.waiting.rawValue), 0, \(time)
                ) RETURNING id
                """)
    }
}
