public import Vocabulary

/// A text that was proposed from the figures, or that a person wrote instead.
public struct Written: Sendable, Equatable {
    /// What was proposed; empty where nothing can be.
    public var proposal: String
    /// What a person wrote; `nil` where the proposal stands.
    public var own: OwnText?

    /// A text from its parts.
    public init(proposal: String, own: OwnText? = nil) {
        self.proposal = proposal
        self.own = own
    }

    /// What is to be shown.
    public var text: String { own?.text ?? proposal }
}

/// A text that a person wrote in a report (*egen text*).
public struct OwnText: Sendable, Equatable, Codable {
    /// What it says.
    public var text: String
    /// Who wrote it.
    public var author: String
    /// The month of the report it was written in, ISO 8601. Another than the report's: it was kept from then as a
    /// starting point, and may say what is no longer so.
    public var month: String

    /// A text from its parts.
    public init(text: String, author: String, month: Month) {
        self.text = text
        self.author = author
        self.month = month.iso
    }

    /// Whether it was written in an earlier report than that of `report`.
    public func isKept(in report: Month) -> Bool { month != report.iso }
}
