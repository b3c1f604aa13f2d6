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
        let paid: PaidMonths?
        /// Months that neither it nor an extract before tells of, though it goes on from one that was made before them.
        let gaps: Set<Month>

        /// Whether it tells of `month`, when one in a gap leaves a figure unknown for `reach` months more.
        func tells(of month: Month, _ reach: Int32) -> Bool {
            guard let first, let last, first <= month, month <= last, paid?.has(month) ?? true else {
                return false
            }
            let isKnown = !gaps.contains { $0 <= month && month.index - $0.index <= reach }
            return isKnown && time >= Day(first: month.next).start
        }
    }

    private var extracts: [EventKind: [Extract]] = [:]
    private var found: [EventKind: [Month: (after: Date, before: Date)]] = [:]

    /// An extract tells of a table from the table's first day in it on, and from the month of the extract before on
    /// where that reached its own time, for then it has what is new since. It tells to the day it was made. One that has
    /// nothing of the two months before that, in any of its tables, is an archive and tells to its last day: it so leaves
    /// what is between it and the other extracts untold, whenever it comes.
    ///
    /// That an extract is missing shows in the payments only: the next has next to none of a month since the one before.
    /// All the tables that came with them have that gap, until an extract that has the payments of the month comes.
    public init(_ history: EventHistory) {
        var current: [EventKind: (month: Month, time: Date)] = [:]
        for batch in history.batches {
            let made = Day(batch.knownFrom)
            let lastDay = batch.rows.lastDay(to: Int32(made.number)).map(month)
            let isArchive = lastDay.map { $0 < made.month.previous.previous } ?? false
            let paid = batch.tables.contains(.payments) ? batch.rows.paidMonths : nil
            let before = current
            for kind in batch.tables {
                if let paid {
                    found[kind] = found[kind]?.filter { !paid.isWhole($0.key) }
                    if !isArchive, let last = before[.payments], let own = before[kind] {
                        var month = max(last.month, own.month)
                        while month < made.month {
                            if !paid.isWhole(month) { found[kind, default: [:]][month] = (own.time, batch.knownFrom) }
                            month = month.next
                        }
                    }
                }
                extracts[kind, default: []].append(
                    Extract(
                        time: batch.knownFrom,
                        first: [batch.rows.firstDay(of: kind).map(month), before[kind]?.month].compactMap(\.self).min(),
                        last: isArchive ? lastDay : made.month, paid: kind == .payments ? paid : nil,
                        gaps: Set((found[kind] ?? [:]).keys)))
                if !isArchive { current[kind] = (made.month, batch.knownFrom) }
            }
        }
    }

    /// The gaps that no extract has made up for, the first first.
    public var gaps: [ExtractGap] {
        let months = found.values.reduce(into: [:]) { $0.merge($1) { one, _ in one } }
        return Dictionary(grouping: months, by: \.value.before).map { before, months in
            ExtractGap(
                after: months.map(\.value.after).max() ?? before, before: before, months: months.map(\.key).sorted())
        }.sorted { $0.before < $1.before }
    }

    /// When `month` was first extracted from the tables that `rule` is counted from, after its end and with what was
    /// extracted in the week that followed; `nil` when it has not been.
    public func time(of month: Month, for rule: IndicatorRule) -> Date? {
        told(month, rule).map { endOfWeek(of: rule.kinds, from: $0) }
    }

    /// When `month` had been extracted after its end from each of the tables of `rule`; `nil` when it has not.
    func told(_ month: Month, _ rule: IndicatorRule) -> Date? {
        let times = rule.kinds.map { kind in
            extracts[kind]?.first { $0.tells(of: month, rule.reach(ofGapIn: kind)) }?.time
        }
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

    fileprivate var paidMonths: PaidMonths {
        var days: [Int32: Int] = [:]
        for row in payments {
            days[row.date, default: 0] += 1
            if let purpose = row.purpose, purpose > row.date { days[purpose, default: 0] += 1 }
        }
        return PaidMonths(Dictionary(days.map { (month($0), $1) }, uniquingKeysWith: +))
    }
}

/// How many payments an extract has by month: in which they were made, and for which they were made ahead. What is paid
/// late for a month says nothing of whether the month was extracted.
private struct PaidMonths {
    private let counts: [Month: Int]
    private let most: Int

    init(_ counts: [Month: Int]) { (self.counts, most) = (counts, counts.values.max() ?? 0) }

    func has(_ month: Month) -> Bool { counts[month] != nil }

    /// Whether it has more of the month than a few that were changed later: a tenth of those of the month with most.
    func isWhole(_ month: Month) -> Bool { counts[month].map { $0 * 10 >= most } ?? false }
}

private func firstEnding(_ days: some Sequence<Int32>) -> Int32? { days.min().flatMap { $0 == .open ? nil : $0 } }
