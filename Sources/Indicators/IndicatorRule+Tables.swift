import Definitions

extension IndicatorRule {
    /// The tables of events that it is counted from: without them there is no figure, and none is not zero.
    var kinds: [EventKind] {
        switch self {
        case .sumPaid: [.payments]
        case .paidHouseholds: [.cases, .payments]
        case .openAtEnd, .openDuring, .openLongerThan, .started, .ended: [.cases]
        case .children: [.cases, .members]
        case .closureReasons: [.closures]
        case .enrolled, .enrolledByField, .newlyEnrolled, .enrolmentEnds: [.enrolments]
        case .returnedShare(.assistance): [.returns, .closures]
        case .returnedShare(.labourMarket): [.returns, .enrolments]
        case .pupils, .admitted: []
        }
    }
}
