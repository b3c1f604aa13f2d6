public import Foundation
public import Vocabulary

/// One line of the access log (*åtkomstlogg*): who did what, to whose data, when. Never the contents of rows.
public struct Event: Sendable, Equatable {
    /// When, to the second.
    public var at: Date
    /// Who: the person's name and e-mail as the organisation knows them, or the name of an API key or a command.
    public var actor: String
    /// Whose data it concerned (*berörd organisation*); it may read the line.
    public var organisation: Organisation
    /// What was done.
    public var act: Act
    /// What it was done to: a delivery number, a month, a person. Never a file's name or a value from a row.
    public var subject: String

    /// A line from its parts.
    public init(at: Date, actor: String, organisation: Organisation, act: Act, subject: String) {
        self.at = at
        self.actor = actor
        self.organisation = organisation
        self.act = act
        self.subject = subject
    }
}
