/// All events that were known at some time, each record as it then was: what indicators are counted from.
public struct EventSet: Sendable {
    let cases: Cases
    let payments: Payments
    let members: Members
    let closures: Closures
    let returns: Returns
    let enrolments: Enrolments

    /// The events of `batches`, the first received first: a record's rows take the place of those it had before.
    public init(_ batches: [EventRows]) {
        var growing = GrowingEvents()
        for batch in batches { growing.add(batch) }
        self = growing.events
    }

    init(_ growing: GrowingEvents) {
        cases = growing.cases.table
        payments = growing.payments.table
        members = growing.members.table
        closures = growing.closures.table
        returns = growing.returns.table
        enrolments = growing.enrolments.table
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

    /// The tables that have rows.
    var kinds: [EventKind] {
        EventKind.allCases.filter { kind in
            switch kind {
            case .cases: !cases.isEmpty
            case .payments: !payments.isEmpty
            case .members: !members.isEmpty
            case .closures: !closures.isEmpty
            case .returns: !returns.isEmpty
            case .enrolments: !enrolments.isEmpty
            }
        }
    }
}
