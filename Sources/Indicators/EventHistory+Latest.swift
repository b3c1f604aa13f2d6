public import Foundation

extension EventHistory {
    /// The records known now, or at `time`, each with the rows that the latest delivery then had of it, in the order
    /// they were first known; rows without a key last.
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

/// The rows of each record as the last batch with it has them, in the order records were first met.
private func latestRows<Row: EventRow>(_ batches: [[Row]]) -> [Row] {
    var records: [UInt64: (place: Int, batch: Int)] = [:]
    for (batch, rows) in batches.enumerated() {
        for row in rows where row.key != 0 { records[row.key] = (records[row.key]?.place ?? records.count, batch) }
    }
    var found: [(place: Int, row: Row)] = []
    // Rows without a key are after the records.
    var others = records.count
    for (batch, rows) in batches.enumerated() {
        for row in rows {
            if let record = records[row.key] {
                if record.batch == batch { found.append((record.place, row)) }
            } else {
                found.append((others, row))
                others += 1
            }
        }
    }
    var latest = found.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        .map(\.element.row)
    latest.dropRepeated()
    return latest
}
