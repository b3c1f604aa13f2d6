public import Checking
import Definitions

/// What a municipality is asked before it delivers (*varning att bekräfta*): whether the figures are right although a
/// rule wonders. The warnings of a table with the same rule, version and value are one question.
public struct WarningQuestion: Sendable {
    /// The verdict it is part of.
    public var verdict: Verdict
    /// The first of the warnings.
    public var finding: Finding
    /// How many warnings it stands for.
    public var count: Int
    /// What the municipality has said; `nil` until it has.
    public var answer: Answer?

    /// The answer "yes, the figures are right".
    public struct Answer: Sendable, Equatable {
        /// Why; may be empty.
        public var reason: String
        /// Whether it was given with an earlier delivery (*bekräftad tidigare*).
        public var isRemembered: Bool

        /// An answer from its parts.
        public init(reason: String, isRemembered: Bool) {
            self.reason = reason
            self.isRemembered = isRemembered
        }
    }

    var key: WarningKey {
        WarningKey(
            table: verdict.table, rule: finding.rule, ruleVersion: finding.ruleVersion, subject: finding.subject)
    }

    /// What is asked about verdicts, none of it answered yet.
    static func all(_ verdicts: [Verdict]) -> [WarningQuestion] {
        verdicts.filter { $0.outcome == .approvedWithWarnings }.flatMap { verdict in
            verdict.findings.subjects(of: .warning).map {
                WarningQuestion(verdict: verdict, finding: $0.first, count: $0.count)
            }
        }
    }
}

/// What an answer is remembered by.
struct WarningKey: Hashable {
    var table: String
    var rule: String
    var ruleVersion: Int
    var subject: String
}
