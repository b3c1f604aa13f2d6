import Definitions
import Vocabulary

@testable import Indicators

/// Days as people write them.
func day(_ iso: String) -> Int32 { Day(iso: iso).map { Int32($0.number) } ?? .open }

func months(_ from: String, _ to: String) -> ClosedRange<Month> {
    (Month(iso: from) ?? Month(index: 0))...(Month(iso: to) ?? Month(index: 0))
}

/// A case of household `household`; days as ISO, no last day = open.
func kase(
    _ household: UInt64, _ from: String, _ to: String? = nil, kind: UInt8 = 1, unit: UInt8 = 1, group: UInt8 = 1,
    key: UInt64 = 0
) -> Cases.Row {
    Cases.Row(
        key: key, household: household, kind: kind, unit: unit, targetGroup: group, from: day(from),
        to: to.map(day) ?? .open)
}

/// What one extract holds.
func rows(_ fill: (inout EventRows) -> Void) -> EventRows {
    var rows = EventRows()
    fill(&rows)
    return rows
}

func events(
    cases: [Cases.Row] = [], payments: [Payments.Row] = [], members: [Members.Row] = [],
    closures: [Closures.Row] = [], returns: [Returns.Row] = [], enrolments: [Enrolments.Row] = []
) -> EventSet {
    var rows = EventRows()
    rows.cases = cases
    rows.payments = payments
    rows.members = members
    rows.closures = closures
    rows.returns = returns
    rows.enrolments = enrolments
    return EventSet([rows])
}

extension EventSet {
    /// Counts by a rule, a month each.
    func counts(_ rule: IndicatorRule, _ from: String, _ to: String) -> [Int] {
        measures(rule, months(from, to)).map {
            if case .count(let count) = $0 { count } else { -1 }
        }
    }
}
