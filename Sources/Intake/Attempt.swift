public import Checking
public import Definitions
public import Foundation
public import Register
public import Vocabulary

/// One check of a file on its way in (*försök*), kept when the file no longer is: response burden is counted from these.
public struct Attempt: Sendable, Equatable {
    /// What made the check necessary.
    public enum Occasion: String, Sendable {
        /// A new file.
        case upload
        /// Corrections on the page.
        case correction
        /// Another month was chosen for the same file.
        case move
    }

    /// How many findings a rule gave.
    public struct RuleCount: Sendable, Equatable {
        /// The table's id; empty when the file was none.
        public var table: String
        /// The rule's id.
        public var rule: String
        /// How much each weighs.
        public var severity: Severity
        /// How many.
        public var count: Int
    }

    /// The draft that was checked.
    public let draft: Draft.ID
    /// The draft's revision then, from 1.
    public let revision: Int
    /// The municipality it is about.
    public let municipality: Municipality
    /// The collection's id.
    public let collection: String
    /// The month chosen; `nil` only in a test.
    public let month: Month?
    /// What the draft was put in for.
    public let purpose: Draft.Purpose
    /// How it came.
    public let channel: Draft.Channel
    /// What made the check necessary.
    public let occasion: Occasion
    /// The sender's name.
    public let by: String
    /// When it was put in, corrected or moved, to the second.
    public let at: Date
    /// The verdict (*besked*) on all its files together.
    public let outcome: Outcome
    /// Households.
    public let rows: Int
    /// Findings that must be mended.
    public let errors: Int
    /// Findings to confirm or mend.
    public let warnings: Int
    /// Whether it took longer than the sender was made to wait.
    public let isLate: Bool
    /// The delivery that this attempt and those before it ended in.
    public let delivery: DeliveryNumber?
    /// Errors and warnings by table and rule.
    public internal(set) var rules: [RuleCount] = []
}
