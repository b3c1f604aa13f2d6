public import Foundation

/// A mail in plain text, from a machine to one person.
public struct MailMessage: Sendable, Equatable {
    /// Who it is from.
    public var from: MailAddress
    /// Who it is to.
    public var to: MailAddress
    /// Where answers go, when not to `from`.
    public var replyTo: MailAddress?
    /// The subject, one line.
    public var subject: String
    /// The text, lines ended with "\n".
    public var text: String
    /// When it was written.
    public var date: Date
    /// What makes it known when it is sent twice: at most 36 letters, digits and hyphens, as a UUID has. Others are left out.
    public var id: String

    /// A mail from its parts.
    public init(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, subject: String, text: String, date: Date,
        id: String
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.date = date
        self.id = id
    }
}
