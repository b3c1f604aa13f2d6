import AccessLog
import Checking
import Foundation
import Storage
import Vocabulary

/// Writes the deliveries of one submission in its transaction.
struct DeliveryWriter {
    let transaction: any Transaction
    let collection: String
    let isIncrement: Bool
    let definitionVersion: Int
    let sender: String
    let actor: String
    let receivedAt: Date
    let extractedAt: Date?
    /// Contents written so far, by SHA-256.
    private var contents: [String: Int] = [:]

    init(
        transaction: any Transaction, collection: String, isIncrement: Bool = false, definitionVersion: Int,
        sender: String,
        actor: String, receivedAt: Date, extractedAt: Date? = nil
    ) {
        self.transaction = transaction
        self.collection = collection
        self.isIncrement = isIncrement
        self.definitionVersion = definitionVersion
        self.sender = sender
        self.actor = actor
        self.receivedAt = receivedAt
        self.extractedAt = extractedAt
    }

    /// Writes the delivery, unless it is the current one come again unasked; the id of whichever it is.
    mutating func keep(_ delivery: PendingDelivery, confirmed: [ConfirmedWarning]) throws -> Int {
        let checksum = delivery.checksum
        if isIncrement, let id = try increment(of: delivery, checksum: checksum) { return id }
        let current = isIncrement ? [] : try currentParts(delivery)
        let tables = Set(delivery.parts.map(\.table))
        if let id = current.first(where: { tables.contains($0.table) })?.delivery,
            Set(current.filter { $0.delivery == id }.map(\.table)) == tables,
            try isSame(id, as: delivery, checksum: checksum)
        {
            return id
        }
        let supersedes = current.filter { tables.contains($0.table) }.map(\.sequence).max()
        let id = try insert(delivery, checksum: checksum, supersedes: supersedes)
        for part in delivery.parts {
            try transaction.execute(
                """
                INSERT INTO part (delivery, table_name, outcome, row_count, segment)
                VALUES (\(id), \(part.table), \(part.outcome.rawValue), \(part.rows), \(part.segment))
                """)
        }
        for (position, file) in delivery.files.enumerated() {
            let content = try keep(file.content)
            try transaction.execute(
                """
                INSERT INTO delivery_file (delivery, position, name, content)
                VALUES (\(id), \(position), \(file.name), \(content))
                """)
            for (number, correction) in file.corrections.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO correction (delivery, file, number, \(raw: Correction.columns))
                    VALUES (\(id), \(position), \(number), \(correction.values))
                    """)
            }
        }
        for warning in confirmed {
            try transaction.execute(
                """
                INSERT INTO confirmation (delivery, table_name, rule, rule_version, subject, reason)
                VALUES (
                    \(id), \(warning.table), \(warning.rule), \(warning.ruleVersion), \(warning.subject),
                    \(warning.reason)
                )
                """)
        }
        return id
    }

    /// The increment that came with the same bytes before and has not been taken back.
    private func increment(of delivery: PendingDelivery, checksum: String) throws -> Int? {
        let before = try transaction.all(
            """
            SELECT d.id FROM delivery d
            WHERE d.collection = \(collection) AND d.municipality = \(Int(delivery.municipality.number))
                AND d.checksum = \(checksum) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.delivery = d.id)
            ORDER BY d.id
            """
        ) { $0.integer(0) }
        return try before.first { try isSame($0, as: delivery, checksum: checksum) }
    }

    private func insert(_ delivery: PendingDelivery, checksum: String, supersedes: Int?) throws -> Int {
        let (month, municipality) = (Int(delivery.month.index), Int(delivery.municipality.number))
        let sequence =
            1
            + (try transaction.first(
                "SELECT MAX(sequence) FROM delivery WHERE month = \(month) AND municipality = \(municipality)"
            ) { $0.integer(0) } ?? 0)
        let id = try transaction.identity(
            of: """
                INSERT INTO delivery (
                    collection, definition_version, month, municipality, sequence, kind, received_at, sender, checksum,
                    supersedes, extracted_at
                )
                VALUES (
                    \(collection), \(definitionVersion), \(month), \(municipality), \(sequence),
                    \(delivery.kind.rawValue), \(receivedAt), \(sender), \(checksum), \(supersedes), \(extractedAt)
                )
                RETURNING id
                """)
        let number = DeliveryNumber(month: delivery.month, municipality: delivery.municipality, sequence: sequence)
        try transaction.log(
            Event(
                at: receivedAt, actor: actor, organisation: .municipality(delivery.municipality), act: .delivered,
                subject: number.description))
        return id
    }

    private mutating func keep(_ content: Content) throws -> Int {
        if let id = contents[content.sha256] { return id }
        let id = try transaction.keep(content)
        contents[content.sha256] = id
        return id
    }

    /// What counts now for the delivery's place: each table's newest part.
    private func currentParts(
        _ delivery: PendingDelivery
    ) throws -> [(table: String, delivery: Int, sequence: Int)] {
        var parts: [(table: String, delivery: Int, sequence: Int)] = []
        try transaction.forEach(
            """
            SELECT p.table_name, d.id, d.sequence FROM delivery d JOIN part p ON p.delivery = d.id
            WHERE d.collection = \(collection) AND d.month = \(Int(delivery.month.index))
                AND d.municipality = \(Int(delivery.municipality.number))
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.delivery = d.id)
            ORDER BY d.sequence DESC
            """
        ) { row in
            let table = row.text(0)
            if !parts.contains(where: { $0.table == table }) {
                parts.append((table, row.integer(1), row.integer(2)))
            }
        }
        return parts
    }

    private func isSame(_ id: Int, as delivery: PendingDelivery, checksum: String) throws -> Bool {
        guard try !transaction.isAskedAnew(id) else { return false }
        let isSame = try transaction.first(
            """
            SELECT kind, checksum, definition_version, (SELECT COUNT(*) FROM part WHERE delivery = delivery.id)
            FROM delivery WHERE id = \(id)
            """
        ) { row in
            row.text(0) == delivery.kind.rawValue && row.text(1) == checksum && row.integer(2) == definitionVersion
                && row.integer(3) == delivery.parts.count
        }
        guard isSame == true else { return false }
        // The same file corrected otherwise is another delivery.
        let kept = try transaction.all(
            """
            SELECT c.sha256, k.sheet, k.cell_row, k.cell_column, k.content
            FROM correction k JOIN delivery_file f ON f.delivery = k.delivery AND f.position = k.file
                JOIN content c ON c.id = f.content
            WHERE k.delivery = \(id)
            """
        ) { CorrectedCell(sha256: $0.text(0), cell: CellCorrection($0, at: 1)) }
        let given = delivery.files.flatMap { file in
            file.corrections.map { CorrectedCell(sha256: file.content.sha256, cell: $0.cell) }
        }
        return Set(kept) == Set(given)
    }

    private struct CorrectedCell: Hashable {
        var sha256: String
        var cell: CellCorrection
    }
}
