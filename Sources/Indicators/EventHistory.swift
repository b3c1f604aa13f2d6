public import Foundation

/// Deliveries of events with the time each was received (*bitemporal*): what was known when.
public struct EventHistory: Sendable {
    /// One delivery.
    public struct Batch: Sendable {
        /// When it was received, and its rows thereby known.
        public let receivedAt: Date
        /// What it held.
        public let rows: EventRows

        /// A delivery from its parts.
        public init(receivedAt: Date, rows: EventRows) {
            self.receivedAt = receivedAt
            self.rows = rows
        }
    }

    /// The deliveries, the first received first.
    public let batches: [Batch]

    /// A history of deliveries in any order; of two received at the same instant the latter one counts.
    public init(_ batches: [Batch]) {
        self.batches = batches.enumerated().sorted {
            ($0.element.receivedAt, $0.offset) < ($1.element.receivedAt, $1.offset)
        }.map(\.element)
    }

    /// The events as they were known at `time`, deliveries of that very instant included; `nil` = as known now.
    public func known(at time: Date? = nil) -> EventSet {
        EventSet(batches.filter { batch in time.map { batch.receivedAt <= $0 } ?? true }.map(\.rows))
    }
}
