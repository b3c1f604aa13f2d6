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

    public var number: DeliveryNumber
    public var kind: Kind
    public var collection: String
    public var definitionVersion: Int
    public var receivedAt: Date
    public var sender: String
    /// One for each table, by table.
    public var parts: [Part]
    /// As delivered; empty when there was nothing to report.
    public var files: [File]
    /// SHA-256 in hexadecimal: of the file, or of several files' SHA-256 in ascending order; empty without files.
    public var checksum: String
    public var confirmed: [ConfirmedWarning]
    /// The delivery whose tables this one took over.
    public var supersedes: DeliveryNumber?
    public var withdrawal: Withdrawal?

    /// The month and municipality it is about.
    public var month: Month { number.month }
    public var municipality: Municipality { number.municipality }

    /// What came in for one table.
    public struct Part: Sendable, Equatable {
        public var table: String
        /// Households.
        public var rows: Int
        public var outcome: Outcome
        /// Whether it is what counts now: no later delivery has the table, and it is not withdrawn.
        public var isCurrent: Bool
    }

    /// A file as delivered.
    public struct File: Sendable, Equatable {
        public var name: String
        /// SHA-256 in hexadecimal.
        public var sha256: String
    }
}

/// A warning that was answered, with the reason given; empty when none was.
public struct ConfirmedWarning: Sendable, Equatable, Hashable {
    public var rule: String
    public var ruleVersion: Int
    /// The value the warning was about.
    public var subject: String
    public var reason: String
}

/// A delivery taken back (*återkallad*): it is kept, but not counted.
public struct Withdrawal: Sendable, Equatable {
    public var at: Date
    public var sender: String
    public var reason: String
}
