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

/// The last row of each record so far, sorted by subject and day.
struct GrowingTable<Table: EventTable> {
    private var rows: [Table.Row] = []
    /// The rows as columns.
    private(set) var table = Table()

    /// Adds rows told later than those there are, and takes away what they replace. What is added is mostly little, and
    /// what is there much: that is passed through once and not sorted again.
    mutating func add(_ added: [Table.Row]) {
        guard !added.isEmpty else { return }
        var last: [UInt64: Int] = [:]
        last.reserveCapacity(added.count)
        for (place, row) in added.enumerated() where row.key != 0 { last[row.key] = place }
        var new =
            last.count == added.count
            ? added : added.enumerated().filter { $1.key == 0 || last[$1.key] == $0 }.map(\.element)
        new.sort(by: precedes)
        rows = rows.isEmpty ? new : joined(rows.filter { $0.key == 0 || last[$0.key] == nil }, new)
        table = Table()
        for row in rows { table.append(row) }
    }

    /// The key last, so that the order, and what depends on it, is that of the records and not of the deliveries.
    private func precedes(_ one: Table.Row, _ other: Table.Row) -> Bool {
        (one.subject, one.day, one.key) < (other.subject, other.day, other.key)
    }

    private func joined(_ old: [Table.Row], _ new: [Table.Row]) -> [Table.Row] {
        var rows: [Table.Row] = []
        rows.reserveCapacity(old.count + new.count)
        var place = 0
        for row in old {
            while place < new.count, precedes(new[place], row) {
                rows.append(new[place])
                place += 1
            }
            rows.append(row)
        }
        rows.append(contentsOf: new[place...])
        return rows
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
