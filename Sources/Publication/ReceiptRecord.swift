import Checking
import Foundation
public import Register
import Vocabulary

/// A receipt (*kvitto*) as JSON, the same from the command line and from the portal; times are UTC by RFC 3339.
public struct ReceiptRecord: Codable, Sendable, Equatable {
    /// The delivery's name, "2013-03-0380-2".
    public let number: String
    /// "data", or "nothing-to-report".
    public let kind: String
    /// The collection's id.
    public let collection: String
    /// The version of the definition it was judged by.
    public let definitionVersion: Int
    /// Four digits.
    public let municipality: String
    /// "2013-03".
    public let month: String
    /// When it came.
    public let receivedAt: String
    /// When the extract was made, of a delivery that is one.
    public let extractedAt: String?
    /// Who delivered it.
    public let sender: String
    /// One for each table.
    public let tables: [TableRecord]
    /// As delivered.
    public let files: [FileRecord]
    /// SHA-256 of the file, or of several files' SHA-256; none without files.
    public let checksum: String?
    /// The warnings that were answered.
    public let confirmed: [WarningRecord]
    /// The delivery that this one took over from.
    public let supersedes: String?
    /// When it was taken back, if it was.
    public let withdrawn: WithdrawalRecord?
    /// True while the authority has returned it; otherwise not said.
    public let returned: Bool?

    /// What came in for one table.
    public struct TableRecord: Codable, Sendable, Equatable {
        /// The table's id.
        public let table: String
        /// Households.
        public let rows: Int
        /// The verdict.
        public let verdict: String
        /// Whether it is what counts now.
        public let current: Bool
        /// The delivery that counts instead, if a later one does.
        public let supersededBy: String?
    }

    /// A delivered file.
    public struct FileRecord: Codable, Sendable, Equatable {
        /// Its name without folder.
        public let name: String
        /// SHA-256 in hexadecimal.
        public let sha256: String
        /// Cells corrected on its way in.
        public let corrections: Int
    }

    /// A warning that was answered.
    public struct WarningRecord: Codable, Sendable, Equatable {
        /// The table it was about.
        public let table: String
        /// The rule's id.
        public let rule: String
        /// The rule's version then.
        public let ruleVersion: Int
        /// The value it was about, if about one.
        public let value: String?
        /// Why the figures are right, if said.
        public let reason: String?
    }

    /// That it was taken back.
    public struct WithdrawalRecord: Codable, Sendable, Equatable {
        /// When.
        public let at: String
        /// By whom.
        public let sender: String
        /// Why.
        public let reason: String
    }

    /// The record of `receipt`.
    public init(_ receipt: Receipt) {
        number = receipt.number.description
        kind = receipt.kind == .data ? "data" : "nothing-to-report"
        collection = receipt.collection
        definitionVersion = receipt.definitionVersion
        municipality = receipt.municipality.code
        month = receipt.month.iso
        receivedAt = receipt.receivedAt.formatted(.iso8601)
        extractedAt = receipt.extractedAt?.formatted(.iso8601)
        sender = receipt.sender
        tables = receipt.parts.map {
            TableRecord(
                table: $0.table, rows: $0.rows, verdict: $0.outcome.rawValue, current: $0.isCurrent,
                supersededBy: $0.supersededBy?.description)
        }
        files = receipt.files.map { FileRecord(name: $0.name, sha256: $0.sha256, corrections: $0.corrections.count) }
        checksum = receipt.checksum.isEmpty ? nil : receipt.checksum
        confirmed = receipt.confirmed.map {
            WarningRecord(
                table: $0.table, rule: $0.rule, ruleVersion: $0.ruleVersion,
                value: $0.subject.isEmpty ? nil : $0.subject,
                reason: $0.reason.isEmpty ? nil : $0.reason)
        }
        supersedes = receipt.supersedes?.description
        withdrawn = receipt.withdrawal.map {
            WithdrawalRecord(at: $0.at.formatted(.iso8601), sender: $0.sender, reason: $0.reason)
        }
        returned = receipt.isAskedAnew ? true : nil
    }
}
