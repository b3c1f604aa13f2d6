/// All events that were known at some time, each record as it then was: what indicators are counted from.
public struct EventSet: Sendable {
    let cases: Cases
    let payments: Payments
    let members: Members
    let closures: Closures
    let returns: Returns
    let enrolments: Enrolments

    /// The events of `batches`, the first received first: a record's later row takes the place of its earlier one.
    public init(_ batches: [EventRows]) {
        cases = merged(batches.map(\.cases))
        payments = merged(batches.map(\.payments))
        members = merged(batches.map(\.members))
        closures = merged(batches.map(\.closures))
        returns = merged(batches.map(\.returns))
        enrolments = merged(batches.map(\.enrolments))
    }
}

/// The rows of one delivery, in any order.
public struct EventRows: Sendable {
    /// *Ärenden*.
    public var cases: [Cases.Row] = []
    /// *Utbetalningar*.
    public var payments: [Payments.Row] = []
    /// *Medlemmar*.
    public var members: [Members.Row] = []
    /// *Avslut*.
    public var closures: [Closures.Row] = []
    /// *Aktualiseringar*.
    public var returns: [Returns.Row] = []
    /// *Inskrivningar*.
    public var enrolments: [Enrolments.Row] = []

    /// No rows.
    public init() {}
}

/// The last row of each record, sorted by subject and day.
private func merged<Table: EventTable>(_ batches: [[Table.Row]]) -> Table {
    var rows: [Table.Row] = []
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
    // The key last, so that the order, and what depends on it, is that of the records and not of the deliveries.
    rows.sort { ($0.subject, $0.day, $0.key) < ($1.subject, $1.day, $1.key) }
    var table = Table()
    for row in rows { table.append(row) }
    return table
}
