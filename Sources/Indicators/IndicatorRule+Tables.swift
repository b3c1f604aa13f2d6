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

    /// For how many months after one that is not in a table its figure is not known either. What happened then is found
    /// out in the month after at the latest; who was let in then, and is still there, is not known until told again.
    func reach(ofGapIn kind: EventKind) -> Int32 {
        switch (self, kind) {
        case (.returnedShare, .closures): 13
        case (.enrolmentEnds, _), (_, .payments), (_, .closures), (_, .returns): 1
        case (_, .cases), (_, .members), (_, .enrolments): .max
        }
    }
}
