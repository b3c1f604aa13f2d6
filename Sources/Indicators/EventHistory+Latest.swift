public import Foundation

extension EventHistory {
    /// The records known now, or at `time`, each as the latest delivery then had it, in the order they were first known.
    public func latest(at time: Date? = nil) -> EventRows {
        let batches = batches.filter { batch in time.map { batch.knownFrom <= $0 } ?? true }.map(\.rows)
        var rows = EventRows()
        rows.cases = latestRows(batches.map(\.cases))
        rows.payments = latestRows(batches.map(\.payments))
        rows.members = latestRows(batches.map(\.members))
        rows.closures = latestRows(batches.map(\.closures))
        rows.returns = latestRows(batches.map(\.returns))
        rows.enrolments = latestRows(batches.map(\.enrolments))
        return rows
    }

    /// When each enrolment that has a key was first known.
    public func enrolmentsFirstKnown() -> [UInt64: Date] {
        var known: [UInt64: Date] = [:]
        for batch in batches {
            for row in batch.rows.enrolments where row.key != 0 && known[row.key] == nil {
                known[row.key] = batch.knownFrom
            }
        }
        return known
    }
}

/// The last row of each record, in the order they were first met.
private func latestRows<Row: EventRow>(_ batches: [[Row]]) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(batches.reduce(0) { $0 + $1.count })
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(rows.capacity)
    for row in batches.joined() {
        if row.key != 0, let place = places[row.key] {
            rows[place] = row
        } else {
            if row.key != 0 { places[row.key] = rows.count }
            rows.append(row)
        }
    }
    return rows
}
