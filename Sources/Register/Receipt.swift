public import Checking
public import Foundation
public import Vocabulary

/// A delivery as it was received (*leverans*, *kvitto*). It is on disk when the register gives it out.
public struct Receipt: Sendable, Equatable {
    /// What was delivered.
    public enum Kind: String, Sendable {
        /// Files with rows.
        case data
        /// *Inget att rapportera*: there were no households.
        case nothing
    }

    /// Its name, unique in the register.
    public var number: DeliveryNumber
    /// Data, or the word that there is none.
    public var kind: Kind
    /// The collection's id.
    public var collection: String
    /// The version of the definition it was judged by.
    public var definitionVersion: Int
    /// When it came, to the second.
    public var receivedAt: Date
    /// When the extract was made, where that is another time (*uttagsdag*).
    public var extractedAt: Date?
    /// Who delivered it, as given.
    public var sender: String
    /// One for each table, by table.
    public var parts: [Part]
    /// As delivered; empty when there was nothing to report.
    public var files: [File]
    /// SHA-256 in hexadecimal: of the file, or of several files' SHA-256 in ascending order; empty without files.
    public var checksum: String
    /// The warnings that were answered, by rule.
    public var confirmed: [ConfirmedWarning]
    /// The delivery whose tables this one took over.
    public var supersedes: DeliveryNumber?
    /// When, by whom and why it was taken back; `nil` while it stands.
    public var withdrawal: Withdrawal?
    /// Whether the municipality has been asked to deliver anew (*återlämnad*).
    public var isAskedAnew = false

    /// What was corrected on its way in, in all files.
    public var corrections: [Correction] { files.flatMap(\.corrections) }
    /// Whether any of its tables is what counts now.
    public var isCurrent: Bool { parts.contains(where: \.isCurrent) }
    /// Households in all its tables.
    public var rows: Int { parts.reduce(0) { $0 + $1.rows } }
    /// The month it is about.
    public var month: Month { number.month }
    /// The municipality it is about.
    public var municipality: Municipality { number.municipality }

    /// What came in for one table.
    public struct Part: Sendable, Equatable {
        /// The table's id.
        public var table: String
        /// Households.
        public var rows: Int
        /// The verdict on it (*besked*).
        public var outcome: Outcome
        /// Whether it is what counts now: no later delivery has the table, and it is not withdrawn.
        public var isCurrent: Bool
        /// The delivery that counts for the table instead, when it is a later one.
        public var supersededBy: DeliveryNumber?
    }

    /// A file as delivered.
    public struct File: Sendable, Equatable {
        /// Its name without folder.
        public var name: String
        /// SHA-256 in hexadecimal.
        public var sha256: String
        /// What was corrected on its way in, in the order given.
        public var corrections: [Correction]

        /// The name of the file that tells what was held out of an extract, by table, column and reason.
        public static let heldOut = "uttagsrapport.csv"
        /// Whether it is a table; what was held out of an extract is none.
        public var isTable: Bool { name != Self.heldOut }
    }
}

/// A warning that was answered, with the reason given; empty when none was.
public struct ConfirmedWarning: Sendable, Equatable, Hashable {
    /// The table it was about.
    public var table: String
    /// The rule's id, "V03".
    public var rule: String
    /// The rule's version then.
    public var ruleVersion: Int
    /// The value the warning was about.
    public var subject: String
    /// Why the figures are right; may be empty.
    public var reason: String
}

/// A delivery taken back (*återkallad*): it is kept, but not counted.
public struct Withdrawal: Sendable, Equatable {
    /// When, to the second.
    public var at: Date
    /// Who took it back.
    public var sender: String
    /// Why.
    public var reason: String
}
