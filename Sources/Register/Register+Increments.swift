import Checking
public import Foundation
import Storage
public import Vocabulary

extension Register {
    /// Lends every part of a table of a municipality that was known and not withdrawn at `asKnownAt` to `body`, oldest
    /// first, so that a row can take the place of an earlier one with the same key.
    ///
    /// An extract is known from when it was made, however late it was delivered. With `arrivedBy`, only what had been
    /// delivered by then and was not withdrawn then: what somebody could see, and is to see again.
    /// For collections of extractions, where a delivery adds to those before. The bytes are a `Segment`, read where the
    /// database has them: they are valid during the call only. Throws `damaged` when `body` throws a `Segment.Problem`.
    public func reduceIncrements<Result: Sendable>(
        collection: String, table: String, municipality: Municipality, asKnownAt: Date? = nil, arrivedBy: Date? = nil,
        into initial: Result,
        _ body: @escaping @Sendable (inout Result, StoredPart, Span<UInt8>) throws -> Void
    ) async throws(RegisterError) -> Result {
        return try await read { transaction in
            var result = initial
            let statement = SQL.increments(collection, table, municipality, asKnownAt, arrivedBy)
            try transaction.forEach(statement) { row in
                guard let number = DeliveryNumber(row, at: 0) else { return }
                let part = StoredPart(
                    number: number, table: table, definitionVersion: row.integer(3), rows: row.integer(4),
                    receivedAt: row.time(7), knownFrom: row.time(6))
                do {
                    try row.withBytes(5) { try body(&result, part, $0) }
                } catch is Segment.Problem {
                    throw RegisterError.damaged(number, table: table)
                }
            }
            return result
        }
    }
}

extension SQL {
    /// The parts of a table that stood at a time, oldest first.
    fileprivate static func increments(
        _ collection: String, _ table: String, _ municipality: Municipality, _ asKnownAt: Date?,
        _ arrivedBy: Date?
    ) -> SQL {
        var conditions: [SQL] = [
            "d.collection = \(collection)", "d.municipality = \(Int(municipality.number))", "p.segment IS NOT NULL",
        ]
        if let asKnownAt { conditions.append("COALESCE(d.extracted_at, d.received_at) <= \(asKnownAt)") }
        if let arrivedBy { conditions.append("d.received_at <= \(arrivedBy)") }
        if let then = arrivedBy ?? asKnownAt {
            conditions.append("(w.delivery IS NULL OR w.withdrawn_at > \(then))")
        } else {
            conditions.append("w.delivery IS NULL")
        }
        return """
            SELECT d.month, d.municipality, d.sequence, d.definition_version, p.row_count, p.segment,
                COALESCE(d.extracted_at, d.received_at), d.received_at
            FROM delivery d JOIN part p ON p.delivery = d.id AND p.table_name = \(table)
                LEFT JOIN withdrawal w ON w.delivery = d.id
            WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY COALESCE(d.extracted_at, d.received_at), d.id
            """
    }
}
