/// How far a mail has come.
public enum MailState: String, Sendable, CaseIterable {
    /// It is to be sent, for the first time or again.
    case waiting
    /// The next server has it.
    case sent
    /// It has been given up: refused for good, tried for too long, or no longer of use.
    case failed
}
