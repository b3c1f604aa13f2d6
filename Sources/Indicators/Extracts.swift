public import Definitions
public import Foundation
public import Vocabulary

/// Which months the extracts of a history tell of (*uttag*), table by table.
public struct Extracts: Sendable {
    /// One extract of one table.
    private struct Extract: Sendable {
        let time: Date
        let first: Month?
        let last: Month?
        /// Of payments, the months that some are of: a municipality pays in every month, and one without was not extracted.
        let paid: Set<Month>?

        func tells(of month: Month) -> Bool {
            guard let first, let last, first <= month, month <= last, paid?.contains(month) ?? true else {
                return false
            }
            return time >= Day(first: month.next).start
        }
    }

    private var extracts: [EventKind: [Extract]] = [:]

    /// An extract tells of a table from the table's first day in it on, and from the month of the extract before on
    /// where that reached its own time, for then it has what is new since. It tells to the last day there is in any of
    /// its tables: one that has nothing so late had nothing to tell. An archive so leaves what is between it and the
    /// other extracts untold, whenever it comes.
    public init(_ history: EventHistory) {
        var current: [EventKind: Month] = [:]
        for batch in history.batches {
            let made = Day(batch.knownFrom)
            let last = batch.rows.lastDay(to: Int32(made.number)).map(month)
            for kind in batch.tables {
                extracts[kind, default: []].append(
                    Extract(
                        time: batch.knownFrom,
                        first: [batch.rows.firstDay(of: kind).map(month), current[kind]].compactMap(\.self).min(),
                        last: last, paid: kind == .payments ? batch.rows.paidMonths : nil))
                if let last, last >= made.month.previous { current[kind] = made.month }
            }
        }
    }

    /// When `month` was first extracted from the tables that `rule` is counted from, after its end and with what was
    /// extracted in the week that followed; `nil` when it has not been.
    public func time(of month: Month, for rule: IndicatorRule) -> Date? {
        told(month, rule.kinds).map { endOfWeek(of: rule.kinds, from: $0) }
    }

    /// When `month` had been extracted after its end from each of `kinds`; `nil` when it has not.
    func told(_ month: Month, _ kinds: [EventKind]) -> Date? {
        let times = kinds.map { kind in extracts[kind]?.first { $0.tells(of: month) }?.time }
        return times.contains(nil) ? nil : times.compactMap(\.self).max()
    }

    /// The last extract of any of `kinds`.
    func last(of kinds: [EventKind]) -> Date? { kinds.compactMap { extracts[$0]?.last?.time }.max() }

    /// The last extract of any of `kinds` that was made within a week of `time`: systems are not all extracted on one
    /// day.
    func endOfWeek(of kinds: [EventKind], from time: Date) -> Date {
        let end = time.addingTimeInterval(7 * 86_400)
        return max(time, kinds.compactMap { kind in extracts[kind]?.last { $0.time < end }?.time }.max() ?? time)
    }
}

private func month(_ day: Int32) -> Month { Day(number: Int(day)).month }

extension EventRows {
    /// The first day that the rows of a table tell of, as the first that a series can be counted from: of cases and
    /// enrolments the first ending there is.
    fileprivate func firstDay(of kind: EventKind) -> Int32? {
        switch kind {
        case .cases: firstEnding(cases.lazy.map(\.to)) ?? cases.lazy.map(\.from).min()
        case .payments: payments.lazy.map(\.date).min()
        case .members: members.lazy.map(\.from).min()
        case .closures: closures.lazy.map(\.date).min()
        case .returns: returns.lazy.map(\.date).min()
        case .enrolments: firstEnding(enrolments.lazy.map(\.to)) ?? enrolments.lazy.map(\.from).min()
        }
    }

    /// The last day something begins, ends, is done or is paid for, not after `made`: what is planned has not been.
    fileprivate func lastDay(to made: Int32) -> Int32? {
        func last(_ days: some Sequence<Int32>) -> Int32? { days.lazy.filter { $0 <= made }.max() }
        return [
            last(cases.lazy.map(\.from)), last(cases.lazy.map(\.to)), last(payments.lazy.map(\.date)),
            last(payments.lazy.map { $0.purpose ?? $0.date }), last(members.lazy.map(\.from)),
            last(closures.lazy.map(\.date)), last(returns.lazy.map(\.date)), last(enrolments.lazy.map(\.from)),
            last(enrolments.lazy.map(\.to)),
        ].compactMap(\.self).max()
    }

    /// The months of which something was paid in them or for them.
    fileprivate var paidMonths: Set<Month> {
        var days = Set(payments.lazy.map(\.date))
        days.formUnion(payments.lazy.compactMap(\.purpose))
        return Set(days.map(month))
    }
}

private func firstEnding(_ days: some Sequence<Int32>) -> Int32? { days.min().flatMap { $0 == .open ? nil : $0 } }
