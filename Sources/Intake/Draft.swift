public import Foundation
public import Register
import Secrets
public import Vocabulary

/// A file on its way in (*utkast*): received and checked, perhaps corrected and answered for, not yet delivered.
///
/// It is kept in the database with its original bytes, so that leaving the page or losing the machine loses nothing.
public struct Draft: Sendable, Identifiable {
    /// Cannot be guessed.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        /// Letters, digits, hyphen and underscore when it is one of ours.
        public let text: String

        /// An id as somebody gave it; it may be of no draft.
        public init(_ text: String) { self.text = text }

        static func random() -> ID { ID(Token.random().text) }

        /// Its text.
        public var description: String { text }
    }

    /// What the files are put in for.
    public enum Purpose: String, Sendable {
        /// To be delivered.
        case delivery = "deliver"
        /// *Testa en fil*: only to be checked.
        case test
    }

    /// The way they came.
    public enum Channel: String, Sendable {
        /// The pages.
        case portal
        /// The interface for machines.
        case api
    }

    /// Where a draft is in its life.
    public enum State: Sendable, Equatable {
        /// Can be corrected, answered for and submitted.
        case open
        /// Somebody put in a new file for the same month.
        case superseded(by: String, at: Date, newer: ID?)
        /// Delivered.
        case submitted([DeliveryNumber])
        /// Put away: there was nothing to report, the municipality declined, or the sender wanted it so.
        case closed(by: String, at: Date)
    }

    /// One of its files.
    public struct File: Sendable, Equatable {
        /// Without folder; empty when it is not kept.
        public var name: String
        /// SHA-256 in hexadecimal; `nil` when the file is not kept, because it held what looks like an identity number
        /// or was no table.
        public var sha256: String?
        /// Its size.
        public var bytes: Int
    }

    /// A correction of one of its files.
    public struct FileCorrection: Sendable, Equatable {
        /// The file's place among the draft's.
        public var file: Int
        /// What was corrected.
        public var correction: Correction
    }

    /// The answer "yes, the figures are right" (*bekräftelse*) to one of its questions.
    public struct Answer: Sendable, Equatable {
        /// The table's id.
        public var table: String
        /// The rule's id.
        public var rule: String
        /// The rule's version.
        public var ruleVersion: Int
        /// The value the warning is about.
        public var subject: String
        /// Why; may be empty.
        public var reason: String
    }

    /// Its name.
    public let id: ID
    /// The municipality it is about.
    public let municipality: Municipality
    /// The collection's id.
    public let collection: String
    /// The month chosen; `nil` only in a test.
    public let month: Month?
    /// What it was put in for.
    public let purpose: Purpose
    /// How it came.
    public let channel: Channel
    /// Where it is in its life.
    public let state: State
    /// Counts up when it is to be judged anew: 1 for the upload, one more for each round of corrections.
    public let revision: Int
    /// What made its last check necessary.
    public let occasion: Attempt.Occasion
    /// When it was put in, to the second.
    public let createdAt: Date
    /// When it was last put in, corrected or moved, to the second; it is checked from then.
    public let updatedAt: Date
    /// Who did that.
    public let sender: Sender
    /// In the order given.
    public internal(set) var files: [File] = []
    /// In the order made.
    public internal(set) var corrections: [FileCorrection] = []
    /// Answers to its warnings so far.
    public internal(set) var answers: [Answer] = []
    /// What came of checking it as it is now; `nil` while it is being checked.
    public internal(set) var attempt: Attempt?

    /// Whether it can be corrected, answered for and submitted.
    public var isOpen: Bool { state == .open }
    /// Whether its files are kept.
    public var isKept: Bool { files.allSatisfy { $0.sha256 != nil } }
}
