public import Definitions
public import Vocabulary

extension EventSet {
    /// Each month's value by the rule of `indicator` in the report for `report`, whatever breaks there are; empty when
    /// the rule counts by school, or the children of an indicator that `collection` does not have or that counts no
    /// households.
    public func measures(
        _ indicator: Indicator, of collection: IndicatorCollection, inReportFor report: Month,
        _ months: ClosedRange<Month>
    ) -> [Measure] {
        guard let version = indicator.version(inReportFor: report) else { return [] }
        var rule = version.rule
        if case .children(let id) = rule {
            guard let households = collection[id]?.version(inReportFor: report)?.rule, households.marksHouseholds
            else { return [] }
            rule = households
            let marks = HouseholdMarks(events: self, window: MonthWindow(months))
            return marks.children(of: rule).map(Measure.count)
        }
        return measures(rule, months)
    }

    /// Each month's value by a rule that needs no other.
    func measures(_ rule: IndicatorRule, _ months: ClosedRange<Month>) -> [Measure] {
        let window = MonthWindow(months)
        let marks = HouseholdMarks(events: self, window: window)
        return switch rule {
        case .sumPaid(let month): sumPaid(payments, month, in: window).map(Measure.money)
        case .paidHouseholds(let selection, let month): marks.paidHouseholds(selection, month).map(Measure.count)
        case .openAtEnd, .openDuring, .openLongerThan, .started, .ended: marks.counts(rule).map(Measure.count)
        case .children: []
        case .closureReasons: closureReasons(closures, members, in: window).map(Measure.distribution)
        case .enrolled: enrolled(enrolments, in: window).total.map(Measure.count)
        case .enrolledByField: enrolled(enrolments, in: window).byField.map(Measure.distribution)
        case .newlyEnrolled(let gap): newlyEnrolled(enrolments, gap: gap, in: window).map(Measure.count)
        case .enrolmentEnds: enrolmentEnds(enrolments, in: window).map(Measure.distribution)
        case .returnedShare(let area):
            returnedShare(self, area, in: window).map { .share(part: $0.returned, of: $0.came) }
        // `AdultEducation` counts these.
        case .pupils, .admitted: []
        }
    }
}

extension IndicatorRule {
    /// Whether it says of each household whether it counts.
    var marksHouseholds: Bool {
        switch self {
        case .openAtEnd, .openDuring, .openLongerThan, .started, .ended: true
        default: false
        }
    }
}
