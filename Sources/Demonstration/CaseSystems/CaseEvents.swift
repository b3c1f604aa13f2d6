import Vocabulary

/// A made-up service or investigation of a household.
struct CaseEvent: Sendable {
    let household: Int
    let isService: Bool
    let unit: Household.Unit
    let group: Household.TargetGroup
    let from: Day
    /// The last day; `nil` = still open.
    var to: Day?
}

/// One adult's closure.
struct ClosureEvent: Sendable {
    let household: Int
    /// The case that ended.
    let service: Int
    let person: Int
    let date: Day
    /// Code of reason, from 1.
    let reason: Int
}

/// Somebody came (*aktualisering*).
struct ComingEvent: Sendable {
    let person: Int
    let date: Day
}

/// A payment.
struct PaymentEvent: Sendable {
    let household: Int
    /// The household's case.
    let service: Int
    let date: Day
    /// Kronor.
    let amount: Int
    /// The month it is for.
    let month: Month
}

/// A person in a labour-market measure.
struct EnrolmentEvent: Sendable {
    let person: Int
    /// Codes from 1.
    let field: Int
    let measure: Int
    let from: Day
    var to: Day?
    /// Code of what it ended to, from 1; 0 while it lasts.
    var endedTo = 0
}
