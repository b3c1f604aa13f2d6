public import Checking
public import Foundation
public import Tabular

/// What is delivered in one call (*inlämning*): files with the verdicts on them, stored all or nothing.
public struct Submission: Sendable {
    /// The collection's id.
    public var collection: String
    /// Whether it adds to what the municipality has delivered before rather than taking its place (*uttag*): then the same
    /// bytes are kept once, whichever month they come in.
    public var isIncrement: Bool
    /// The version of its definition that the files were judged by.
    public var definitionVersion: Int
    /// The files, in the order given.
    public var files: [File]
    /// Who delivers.
    public var sender: String
    /// How the access log names the sender; `nil` = as `sender`.
    public var actor: String?
    /// Answers to warnings.
    public var confirmations: [Confirmation]
    /// When it came; kept to the second.
    public var receivedAt: Date
    /// When the extract was made (*uttagsdag*), from when what it says is known; `nil` = when it came.
    public var extractedAt: Date?

    /// One file as it came, and the verdicts on the tables, municipalities and months found in it.
    public struct File: Sendable {
        /// Its name without folder.
        public var name: String
        /// As it came, unchanged.
        public var bytes: FileBytes
        /// One for each table, municipality and month found in it.
        public var verdicts: [Verdict]
        /// What was corrected before it was judged.
        public var corrections: [Correction]

        /// A file with its verdicts.
        public init(name: String, bytes: FileBytes, verdicts: [Verdict], corrections: [Correction] = []) {
            self.name = name
            self.bytes = bytes
            self.verdicts = verdicts
            self.corrections = corrections
        }
    }

    /// A submission from its parts.
    public init(
        collection: String, isIncrement: Bool = false, definitionVersion: Int, files: [File], sender: String,
        actor: String? = nil,
        confirmations: [Confirmation] = [], receivedAt: Date = Date(), extractedAt: Date? = nil
    ) {
        self.collection = collection
        self.isIncrement = isIncrement
        self.definitionVersion = definitionVersion
        self.files = files
        self.sender = sender
        self.actor = actor
        self.confirmations = confirmations
        self.receivedAt = receivedAt
        self.extractedAt = extractedAt
    }
}
