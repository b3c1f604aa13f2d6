public import Checking
import Foundation
import Storage
import Vocabulary

extension Register {
    /// Lends the current parts of a table to `body`, by month and municipality, with what it has gathered so far.
    ///
    /// The bytes are a `Segment`, read where the database has them: they are valid during the call only. Parts where there
    /// was nothing to report are left out. Throws `damaged` when `body` throws a `Segment.Problem`.
    public func reduceParts<Result: Sendable>(
        _ selection: PartSelection, into initial: Result,
        _ body: @escaping @Sendable (inout Result, StoredPart, Span<UInt8>) throws -> Void
    ) async throws(RegisterError) -> Result {
        try await read { transaction in
            var result = initial
            // Newest first within its place, so the first is the one that counts.
            var latest: DeliveryNumber?
            try transaction.forEach(selection.statement) { row in
                guard let number = DeliveryNumber(row, at: 0) else { return }
                if let latest, latest.month == number.month, latest.municipality == number.municipality { return }
                latest = number
                guard !row.isNull(5) else { return }
                let part = StoredPart(
                    number: number, table: selection.table, definitionVersion: row.integer(3), rows: row.integer(4),
                    receivedAt: row.time(6), knownFrom: row.time(6))
                do {
                    try row.withBytes(5) { try body(&result, part, $0) }
                } catch is Segment.Problem {
                    throw RegisterError.damaged(number, table: selection.table)
                }
            }
            return result
        }
    }

    /// The current parts of a table with their columns unpacked, by month and municipality.
    public func parts(_ selection: PartSelection) async throws(RegisterError) -> [(part: StoredPart, columns: Columns)]
    {
        try await reduceParts(selection, into: []) { parts, part, bytes in
            parts.append((part, try Columns(segment: bytes)))
        }
    }
}

extension PartSelection {
    fileprivate var statement: SQL {
        var conditions: [SQL] = ["d.collection = \(collection)"]
        if let months {
            conditions.append("d.month BETWEEN \(Int(months.lowerBound.index)) AND \(Int(months.upperBound.index))")
        }
        if let municipality { conditions.append("d.municipality = \(Int(municipality.number))") }
        if let asKnownAt {
            conditions.append("d.received_at <= \(asKnownAt)")
            conditions.append("(w.delivery IS NULL OR w.withdrawn_at > \(asKnownAt))")
        } else {
            conditions.append("w.delivery IS NULL")
        }
        return """
            SELECT d.month, d.municipality, d.sequence, d.definition_version, p.row_count, p.segment,
                d.received_at
            FROM delivery d JOIN part p ON p.delivery = d.id AND p.table_name = \(table)
                LEFT JOIN withdrawal w ON w.delivery = d.id
            WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY d.month, d.municipality, d.sequence DESC
            """
    }
}
