public import Checking

/// A warning that nobody has answered yet.
public struct UnconfirmedWarning: Sendable {
    /// The verdict it is part of.
    public var verdict: Verdict
    /// The warning.
    public var finding: Finding
}
