import Foundation

/// Events that deliveries are added to one after another, as they became known.
struct GrowingEvents {
    var cases = GrowingTable<Cases>()
    var payments = GrowingTable<Payments>()
    var members = GrowingTable<Members>()
    var closures = GrowingTable<Closures>()
    var returns = GrowingTable<Returns>()
    var enrolments = GrowingTable<Enrolments>()

    /// The events so far.
    var events: EventSet { EventSet(self) }

    mutating func add(_ rows: EventRows) {
        cases.add(rows.cases)
        payments.add(rows.payments)
        members.add(rows.members)
        closures.add(rows.closures)
        returns.add(rows.returns)
        enrolments.add(rows.enrolments)
    }
}

/// The rows of each record as the latest extract had them, sorted by subject and day.
struct GrowingTable<Table: EventTable> {
    private var rows: [Table.Row] = []
    /// The rows as columns.
    private(set) var table = Table()

    /// Adds the rows of an extract told later than those there are; all rows of a key that it has take the place of all
    /// that there were. What is added is mostly little, and what is there much: that is passed through once and not
    /// sorted again.
    mutating func add(_ added: [Table.Row]) {
        guard !added.isEmpty else { return }
        var new = added
        new.sort(by: precedes)
        new.dropRepeated()
        if rows.isEmpty { rows = new } else { join(new) }
        table = Table()
        for row in rows { table.append(row) }
    }

    /// Passes through the rows once: those whose key is told anew are left out, and `new` put in between.
    private mutating func join(_ new: [Table.Row]) {
        let keys = Set(new.lazy.map(\.key).filter { $0 != 0 })
        // Most keys are not told anew, and a bit of each says so of nearly all of them.
        var bits = [UInt64](repeating: 0, count: 1024)
        for key in keys { bits[Int(key >> 6 & 1023)] |= 1 << (key & 63) }
        var joined: [Table.Row] = []
        joined.reserveCapacity(rows.count + new.count)
        var place = 0
        for row in rows {
            if bits[Int(row.key >> 6 & 1023)] & 1 << (row.key & 63) != 0, keys.contains(row.key) { continue }
            while place < new.count, precedes(new[place], row) {
                joined.append(new[place])
                place += 1
            }
            joined.append(row)
        }
        joined.append(contentsOf: new[place...])
        rows = joined
    }

    /// The key last, so that the order, and what depends on it, is that of the records and not of the deliveries.
    private func precedes(_ one: Table.Row, _ other: Table.Row) -> Bool {
        (one.subject, one.day, one.key) < (other.subject, other.day, other.key)
    }
}

extension Array where Element: EventRow {
    /// Leaves out rows that are the same as one before them of their record, those of a record being together: an extract
    /// that tells a row twice has it once.
    mutating func dropRepeated() {
        var kept = 0
        for row in indices {
            let each = self[row]
            var before = each.key == 0 ? -1 : kept - 1
            while before >= 0, self[before].key == each.key, self[before] != each { before -= 1 }
            if before >= 0, self[before].key == each.key { continue }
            if kept != row { self[kept] = each }
            kept += 1
        }
        removeLast(count - kept)
    }
}

extension EventHistory {
    /// Lends the events as they were known at each of `times`, the earliest first, one set at once.
    func forEach(_ times: some Sequence<Date>, _ body: (Date, EventSet) -> Void) {
        var growing = GrowingEvents()
        var rest = batches[...]
        for time in times.sorted() {
            while let batch = rest.first, batch.knownFrom <= time {
                growing.add(batch.rows)
                rest.removeFirst()
            }
            body(time, growing.events)
        }
    }
}
