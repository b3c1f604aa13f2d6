public import Foundation

/// What is known of a mail apart from its text.
public struct MailRecord: Sendable, Equatable {
    /// Its number in the outbox, as `queue` gave it.
    public let id: Int
    /// The address it is to.
    public let to: String
    /// Its subject.
    public let subject: String
    /// Why it was sent, "reminder".
    public let reason: String
    /// How far it has come.
    public let state: MailState
    /// When it was queued.
    public let queuedAt: Date
    /// When it was sent or given up.
    public let finishedAt: Date?
    /// How often sending has been tried.
    public let tries: Int
    /// What came in the way the last time, for whoever runs the system: "550 5.1.1", "cannotConnect", "expired".
    public let problem: String?
}
