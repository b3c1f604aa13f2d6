import Checking
import Foundation
public import Storage
public import Tabular
import Vocabulary

extension Register {
    /// The deliveries that `filter` lets through, current, superseded and withdrawn, by month, municipality and sequence.
    public func deliveries(_ filter: DeliveryFilter = DeliveryFilter()) async throws(RegisterError) -> [Receipt] {
        try await read { try $0.deliveries(filter) }
    }

    /// The receipt of one delivery.
    public func receipt(_ number: DeliveryNumber) async throws(RegisterError) -> Receipt {
        try await read { try $0.receipt(number) }
    }

    /// The bytes of a file as it was delivered, by its SHA-256 in hexadecimal; `nil` when there is no such file.
    public func originalBytes(sha256: String) async throws(RegisterError) -> FileBytes? {
        try await read { transaction in
            try transaction.first("SELECT bytes FROM content WHERE sha256 = \(sha256)") { row in
                row.withBytes(0) { bytes in bytes.withUnsafeBufferPointer { FileBytes($0) } }
            }
        }
    }
}

extension Transaction {
    /// The deliveries that `filter` lets through, with files, corrections and answered warnings, in a handful of queries.
    public func deliveries(_ filter: DeliveryFilter) throws -> [Receipt] { try receipts(filter.condition) }

    /// The receipt of the delivery, which must exist.
    func receipt(_ number: DeliveryNumber) throws -> Receipt {
        guard let receipt = try receipts(number.condition).first else { throw RegisterError.noSuchDelivery(number) }
        return receipt
    }

    /// The receipts of the deliveries for which `condition` holds, by month, municipality and sequence.
    func receipts(_ condition: SQL) throws -> [Receipt] {
        let ids: SQL = "(SELECT id FROM delivery WHERE \(condition))"
        var receipts: [Receipt] = []
        var places: [Int: Int] = [:]
        try forEach(
            """
            SELECT d.id, d.month, d.municipality, d.sequence, d.kind, d.collection, d.definition_version,
                d.received_at, d.sender, d.checksum, d.supersedes, w.withdrawn_at, w.sender, w.reason,
                a.delivery, d.extracted_at
            FROM delivery d LEFT JOIN withdrawal w ON w.delivery = d.id LEFT JOIN asked_anew a ON a.delivery = d.id
            WHERE d.id IN \(ids) ORDER BY d.month, d.municipality, d.sequence
            """
        ) { row in
            guard let receipt = Receipt(row) else { return }
            places[row.integer(0)] = receipts.count
            receipts.append(receipt)
        }
        try forEach(
            """
            SELECT p.delivery, p.table_name, p.row_count, p.outcome,
                (
                    SELECT MAX(later.sequence) FROM delivery later JOIN part other ON other.delivery = later.id
                    WHERE later.collection = d.collection AND later.month = d.month
                        AND later.municipality = d.municipality AND later.sequence > d.sequence
                        AND other.table_name = p.table_name
                        AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.delivery = later.id))
            FROM part p JOIN delivery d ON d.id = p.delivery
            WHERE p.delivery IN \(ids) ORDER BY p.delivery, p.table_name
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            let number = receipts[place].number
            let later = row.optionalInteger(4).map {
                DeliveryNumber(month: number.month, municipality: number.municipality, sequence: $0)
            }
            receipts[place].parts.append(
                Receipt.Part(
                    table: row.text(1), rows: row.integer(2), outcome: Outcome(rawValue: row.text(3)) ?? .approved,
                    isCurrent: later == nil && receipts[place].withdrawal == nil, supersededBy: later))
        }
        try forEach(
            """
            SELECT f.delivery, f.name, c.sha256 FROM delivery_file f JOIN content c ON c.id = f.content
            WHERE f.delivery IN \(ids) ORDER BY f.delivery, f.position
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            receipts[place].files.append(Receipt.File(name: row.text(1), sha256: row.text(2), corrections: []))
        }
        try forEach(
            """
            SELECT delivery, file, \(raw: Correction.columns) FROM correction
            WHERE delivery IN \(ids) ORDER BY delivery, file, number
            """
        ) { row in
            guard let place = places[row.integer(0)], receipts[place].files.indices.contains(row.integer(1)) else {
                return
            }
            receipts[place].files[row.integer(1)].corrections.append(Correction(row, at: 2))
        }
        try forEach(
            """
            SELECT delivery, table_name, rule, rule_version, subject, reason FROM confirmation
            WHERE delivery IN \(ids) ORDER BY delivery, rule, rule_version, subject, table_name
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            receipts[place].confirmed.append(
                ConfirmedWarning(
                    table: row.text(1), rule: row.text(2), ruleVersion: row.integer(3), subject: row.text(4),
                    reason: row.text(5)))
        }
        return receipts
    }
}

extension Receipt {
    /// The delivery itself; what belongs to it comes from other tables.
    fileprivate init?(_ row: any Row) {
        guard let number = DeliveryNumber(row, at: 1), let kind = Kind(rawValue: row.text(4)) else { return nil }
        self.init(
            number: number, kind: kind, collection: row.text(5), definitionVersion: row.integer(6),
            receivedAt: row.time(7), sender: row.text(8), parts: [], files: [], checksum: row.text(9),
            confirmed: [])
        supersedes = row.optionalInteger(10).map {
            DeliveryNumber(month: number.month, municipality: number.municipality, sequence: $0)
        }
        withdrawal = row.optionalText(11).map {
            Withdrawal(at: Date(stored: $0), sender: row.text(12), reason: row.text(13))
        }
        isAskedAnew = !row.isNull(14)
        extractedAt = row.optionalText(15).map { Date(stored: $0) }
    }
}
