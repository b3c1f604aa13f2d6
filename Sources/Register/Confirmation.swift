public import Checking

/// The answer "yes, the figures are right" (*bekräftelse*) to all warnings of a rule in a submission.
public struct Confirmation: Sendable {
    /// The rule's id, "V03".
    public var rule: String
    /// Why; may be empty.
    public var reason: String

    /// An answer to `rule`.
    public init(rule: String, reason: String = "") {
        self.rule = rule
        self.reason = reason
    }
}

/// A warning that nobody has answered yet.
public struct UnconfirmedWarning: Sendable {
    /// The verdict it is part of.
    public var verdict: Verdict
    /// The warning.
    public var finding: Finding
}
