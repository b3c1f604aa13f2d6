import Checking
import Foundation
import Register
import Vocabulary

/// A receipt as JSON; times are UTC.
struct ReceiptRecord: Encodable {
    let number: String
    let kind: String
    let collection: String
    let definitionVersion: Int
    let municipality: String
    let month: String
    let receivedAt: String
    let sender: String
    let tables: [TableRecord]
    let files: [FileRecord]
    let checksum: String?
    let confirmed: [WarningRecord]
    let supersedes: String?
    let withdrawn: WithdrawalRecord?

    struct TableRecord: Encodable {
        let table: String
        let rows: Int
        let verdict: String
        let current: Bool
        let supersededBy: String?
    }
    struct FileRecord: Encodable {
        let name: String
        let sha256: String
        let corrections: Int
    }
    struct WarningRecord: Encodable {
        let table: String
        let rule: String
        let ruleVersion: Int
        let value: String?
        let reason: String?
    }
    struct WithdrawalRecord: Encodable {
        let at: String
        let sender: String
        let reason: String
    }

    init(_ receipt: Receipt) {
        number = receipt.number.description
        kind = receipt.kind == .data ? "data" : "nothing-to-report"
        collection = receipt.collection
        definitionVersion = receipt.definitionVersion
        municipality = receipt.municipality.code
        month = receipt.month.iso
        receivedAt = receipt.receivedAt.formatted(.iso8601)
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
    }
}
