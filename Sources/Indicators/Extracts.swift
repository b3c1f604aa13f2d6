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
        /// Of payments, the months that some are of so far: a municipality pays in every month, and one without was not
        /// extracted.
        let paid: Set<Month>?
        /// Months that neither it nor an extract before tells of, though it goes on from one that was made before them.
        let gaps: Set<Month>

        /// Whether it tells of `month`, when one in a gap leaves a figure unknown for `reach` months more.
        func tells(of month: Month, _ reach: Int32) -> Bool {
            guard let first, let last, first <= month, month <= last, paid?.contains(month) ?? true else {
                return false
            }
            let isKnown = !gaps.contains { $0 <= month && month.index - $0.index <= reach }
            return isKnown && time >= Day(first: month.next).start
        }
    }

    /// A month of which there are too few payments between two extracts, and how many make it whole.
    private struct Hole: Sendable {
        let after: Date
        let before: Date
        let whole: Int
    }

    private var extracts: [EventKind: [Extract]] = [:]
    private var found: [EventKind: [Month: Hole]] = [:]

    /// An extract tells of a table from the table's first day in it on, and from the month of the extract before on
    /// where that reached its own time, for then it has what is new since. It tells to the day it was made. One that has
    /// nothing, in any of its tables, of the month before that (of the two months before, where it goes on from another) is
    /// an archive and tells to its last day: it so leaves what is between it and the other extracts untold, whenever it
    /// comes.
    ///
    /// That an extract is missing shows in the payments only: of a month since the one before there are none, or less than
    /// a quarter of those of the months around it. All the tables that came with them have that gap, until extracts have
    /// the payments of the month.
    public init(_ history: EventHistory) {
        var current: [EventKind: (month: Month, time: Date)] = [:]
        // Payments by month, in the extracts that had the table.
        var sums: [EventKind: [Month: Int]] = [:]
        for batch in history.batches {
            let made = Day(batch.knownFrom)
            let lastDay = batch.rows.lastDay(to: Int32(made.number)).map(month)
            let paid = batch.tables.contains(.payments) ? batch.rows.paidMonths : nil
            let before = current
            for kind in batch.tables {
                let recent = before[kind] == nil ? made.month.previous : made.month.previous.previous
                let isArchive = lastDay.map { $0 < recent } ?? false
                if let paid {
                    let counts = (sums[kind] ?? [:]).merging(paid, uniquingKeysWith: +)
                    sums[kind] = counts
                    found[kind] = found[kind]?.filter { counts[$0.key, default: 0] < $0.value.whole }
                    if !isArchive, let last = before[.payments]?.month, let own = before[kind] {
                        let since = max(last, own.month)
                        let most = counts.filter { since.previous <= $0.key && $0.key < made.month }.values.max() ?? 0
                        let hole = Hole(after: own.time, before: batch.knownFrom, whole: max(most / 4, 1))
                        var month = since
                        while month < made.month {
                            if counts[month, default: 0] < hole.whole { found[kind, default: [:]][month] = hole }
                            month = month.next
                        }
                    }
                }
                extracts[kind, default: []].append(
                    Extract(
                        time: batch.knownFrom,
                        first: [batch.rows.firstDay(of: kind).map(month), before[kind]?.month].compactMap(\.self).min(),
                        last: isArchive ? lastDay : made.month,
                        paid: kind == .payments ? (sums[kind]?.keys).map { Set($0) } : nil,
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

    /// How many payments were made in each month, or ahead for it. What is paid late for a month says nothing of whether it
    /// was extracted.
    fileprivate var paidMonths: [Month: Int] {
        var days: [Int32: Int] = [:]
        for row in payments {
            days[row.date, default: 0] += 1
            if let purpose = row.purpose, purpose > row.date { days[purpose, default: 0] += 1 }
        }
        return Dictionary(days.map { (month($0), $1) }, uniquingKeysWith: +)
    }
}

private func firstEnding(_ days: some Sequence<Int32>) -> Int32? { days.min().flatMap { $0 == .open ? nil : $0 } }
