public import Foundation

/// A mail to be sent when the transaction that queued it has been kept.
public struct Mail: Sendable, Equatable {
    /// The address of whoever is to have it.
    public var to: String
    /// The subject. It is kept: nothing in it may be secret.
    public var subject: String
    /// The text, in lines ended with "\n". It is removed once the mail has been sent or given up.
    public var text: String
    /// Why it is sent, a word of our own for lists and the log: "invitation", "reminder".
    public var reason: String
    /// When it has lost its use, as a code that is good for ten minutes has; `nil` for as long as the outbox tries.
    public var usefulUntil: Date?

    /// A mail from its parts.
    public init(to: String, subject: String, text: String, reason: String, usefulUntil: Date? = nil) {
        self.to = to
        self.subject = subject
        self.text = text
        self.reason = reason
        self.usefulUntil = usefulUntil
    }
}
