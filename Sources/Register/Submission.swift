public import Checking
public import Foundation
public import Tabular

/// What is delivered in one call (*inlämning*): files with the verdicts on them, stored all or nothing.
public struct Submission: Sendable {
    /// The collection's id and the version of its definition that the files were judged by.
    public var collection: String
    public var definitionVersion: Int
    public var files: [File]
    /// Who delivers.
    public var sender: String
    /// Answers to warnings.
    public var confirmations: [Confirmation]
    public var receivedAt: Date

    /// One file as it came, and the verdicts on the tables, municipalities and months found in it.
    public struct File: Sendable {
        /// Its name without folder.
        public var name: String
        public var bytes: FileBytes
        public var verdicts: [Verdict]

        /// A file with its verdicts.
        public init(name: String, bytes: FileBytes, verdicts: [Verdict]) {
            self.name = name
            self.bytes = bytes
            self.verdicts = verdicts
        }
    }

    /// A submission from its parts.
    public init(
        collection: String, definitionVersion: Int, files: [File], sender: String, confirmations: [Confirmation] = [],
        receivedAt: Date = Date()
    ) {
        self.collection = collection
        self.definitionVersion = definitionVersion
        self.files = files
        self.sender = sender
        self.confirmations = confirmations
        self.receivedAt = receivedAt
    }
}

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
    public var verdict: Verdict
    public var finding: Finding
}
