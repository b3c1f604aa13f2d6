public import Checking
public import Foundation
public import Storage
public import Vocabulary

/// A delivery in brief (*leverans*): what an overview of many needs of it, without files and answered warnings.
public struct Arrival: Sendable, Equatable {
    /// Its name.
    public var number: DeliveryNumber
    /// Data, or the word that there is none.
    public var kind: Receipt.Kind
    /// When it came, to the second.
    public var receivedAt: Date
    /// Whether it has been taken back (*återkallad*).
    public var isWithdrawn: Bool
    /// What came for each table, by table.
    public var parts: [Part]

    /// A delivery from its parts.
    public init(
        number: DeliveryNumber, kind: Receipt.Kind, receivedAt: Date, isWithdrawn: Bool = false, parts: [Part]
    ) {
        self.number = number
        self.kind = kind
        self.receivedAt = receivedAt
        self.isWithdrawn = isWithdrawn
        self.parts = parts
    }

    /// What came for one table.
    public struct Part: Sendable, Equatable {
        /// The table's id.
        public var table: String
        /// Households.
        public var rows: Int
        /// The verdict on it (*besked*).
        public var outcome: Outcome
        /// Whether it is what counts now.
        public var isCurrent: Bool

        /// A part from its parts.
        public init(table: String, rows: Int, outcome: Outcome, isCurrent: Bool) {
            self.table = table
            self.rows = rows
            self.outcome = outcome
            self.isCurrent = isCurrent
        }
    }

    /// Whether something of it counts now: not taken back, nor followed by others for all its tables.
    public var isCurrent: Bool { parts.contains(where: \.isCurrent) }
    /// Whether something of it that counts was approved with warnings.
    public var hasWarnings: Bool { parts.contains { $0.isCurrent && $0.outcome == .approvedWithWarnings } }
    /// Households in all its tables.
    public var rows: Int { parts.reduce(0) { $0 + $1.rows } }
}

extension Transaction {
    /// Every delivery of a collection about `months`, by month, municipality and sequence, in one query.
    ///
    /// - Parameter since: Only those received then or later, if not `nil`.
    public func arrivals(
        collection: String, months: ClosedRange<Month>, municipality: Municipality? = nil, since: Date? = nil
    ) throws -> [Arrival] {
        let place: SQL = municipality.map { "d.municipality = \(Int($0.number))" } ?? "1 = 1"
        // What takes the place of a delivery comes after it, so what is left out changes nothing of the others.
        let time: SQL = since.map { "d.received_at >= \($0)" } ?? "1 = 1"
        var arrivals: [Arrival] = []
        try forEach(
            """
            SELECT d.month, d.municipality, d.sequence, d.kind, d.received_at, w.delivery,
                p.table_name, p.row_count, p.outcome
            FROM delivery d JOIN part p ON p.delivery = d.id LEFT JOIN withdrawal w ON w.delivery = d.id
            WHERE d.collection = \(collection) AND d.month \(SQL.isAmong(months)) AND \(place) AND \(time)
            ORDER BY d.month, d.municipality, d.sequence, p.table_name
            """
        ) { row in
            guard let number = DeliveryNumber(row, at: 0), let kind = Receipt.Kind(rawValue: row.text(3)),
                let outcome = Outcome(rawValue: row.text(8))
            else { return }
            if arrivals.last?.number != number {
                arrivals.append(
                    Arrival(
                        number: number, kind: kind, receivedAt: row.time(4), isWithdrawn: !row.isNull(5), parts: []))
            }
            let part = Arrival.Part(table: row.text(6), rows: row.integer(7), outcome: outcome, isCurrent: false)
            arrivals[arrivals.count - 1].parts.append(part)
        }
        arrivals.markCurrent()
        return arrivals
    }

    /// Which municipalities have a delivery that stands for which of `months`, in one query.
    public func delivered(
        collection: String, months: ClosedRange<Month>
    ) throws -> [(municipality: Municipality, month: Month)] {
        try all(
            """
            SELECT DISTINCT municipality, month FROM delivery d
            WHERE collection = \(collection)
                AND month BETWEEN \(Int(months.lowerBound.index)) AND \(Int(months.upperBound.index))
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.delivery = d.id)
            ORDER BY month, municipality
            """
        ) { row in
            Municipality(number: row.integer(0)).map { ($0, Month(index: Int32(truncatingIfNeeded: row.integer(1)))) }
        }.compactMap { $0 }
    }
}

extension [Arrival] {
    /// Marks what counts: the newest part of each table, month and municipality that is not taken back.
    fileprivate mutating func markCurrent() {
        var (month, municipality): (Month?, Municipality?)
        var seen: Set<String> = []
        for place in indices.reversed() {
            let number = self[place].number
            if number.month != month || number.municipality != municipality {
                (month, municipality) = (number.month, number.municipality)
                seen = []
            }
            guard !self[place].isWithdrawn else { continue }
            for part in self[place].parts.indices {
                self[place].parts[part].isCurrent = seen.insert(self[place].parts[part].table).inserted
            }
        }
    }
}
