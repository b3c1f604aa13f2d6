public import Foundation

/// Deliveries of events with the time each became known (*bitemporal*): what was known when.
public struct EventHistory: Sendable {
    /// One delivery.
    public struct Batch: Sendable {
        /// When its extract was made, and its rows thereby known.
        public let knownFrom: Date
        /// What it held.
        public let rows: EventRows
        /// The tables it had, those without rows included.
        let tables: Set<EventKind>

        /// A delivery from its parts.
        public init(knownFrom: Date, rows: EventRows) { self.init(knownFrom: knownFrom, rows: rows, empty: []) }

        init(knownFrom: Date, rows: EventRows, empty: Set<EventKind>) {
            self.knownFrom = knownFrom
            self.rows = rows
            tables = empty.union(rows.kinds)
        }
    }

    /// The deliveries, the first known first.
    public let batches: [Batch]

    /// A history of deliveries in any order; of two known from the same instant the latter one counts.
    public init(_ batches: [Batch]) {
        self.batches = batches.enumerated().sorted {
            ($0.element.knownFrom, $0.offset) < ($1.element.knownFrom, $1.offset)
        }.map(\.element)
    }

    /// The events as they were known at `time`, deliveries of that very instant included; `nil` = as known now.
    public func known(at time: Date? = nil) -> EventSet {
        EventSet(batches.filter { batch in time.map { batch.knownFrom <= $0 } ?? true }.map(\.rows))
    }
}
