import Definitions
import Vocabulary

extension FigureLine {
    /// What is so of `month`, in the order it is told: level and change, highest or lowest, the longest run, trend over
    /// twelve months, the month before, the highest of the year.
    ///
    /// Only months that count the same are held against each other, and only as far back as nothing is missing.
    func facts(of month: Month) -> [Fact] {
        guard let now = self[month].value else { return [.missing(month, reason(month))] }
        var facts: [Fact] = [.level(now, month, since: change(from: month.yearBefore, to: month))]
        if self[month.yearBefore].value == nil {
            if months.contains(month.yearBefore) {
                facts.append(
                    isCounted(in: month.yearBefore)
                        ? .nothingBefore(month.yearBefore, reason(month.yearBefore)) : .incomparable(month.yearBefore))
            }
        } else if !compares(month.yearBefore, month) {
            facts.append(.incomparable(month.yearBefore))
        }
        let more = [
            extreme(month), longestRun(month), trend(month),
            change(from: month.previous, to: month).map { .sinceMonthBefore($0, month.previous) }, peak(month),
        ]
        return facts + more.compactMap(\.self)
    }

    private func reason(_ month: Month) -> MissingReason? {
        if case .missing(let reason) = self[month] { reason } else { nil }
    }

    /// Whether it was counted at all from the case systems of `month`: what began with a later system has not lost a
    /// figure, but counts something the earlier one did not have.
    func isCounted(in month: Month) -> Bool {
        guard indicator.breaks.contains(where: { $0.effect == .missing && $0.concerns(month) }) else { return true }
        return values.indices.contains { place in
            Month(index: months.lowerBound.index + Int32(place)) < month && values[place].value != nil
        }
    }

    /// The highest or lowest of half a year or more, ties not counted as new.
    private func extreme(_ month: Month) -> Fact? {
        guard let span = comparable(to: month), span.months.count >= 6, let now = shown(month) else { return nil }
        let before = span.months.dropLast()
        for direction in [Fact.Direction.down, .up] {
            let asFar = before.last { earlier in
                shown(earlier).map { direction == .down ? $0 <= now : $0 >= now } ?? false
            }
            guard let asFar else { return .extremeOf(direction, span) }
            if month.index - asFar.index >= 6 { return .extreme(direction, since: asFar) }
        }
        return nil
    }

    /// The longer of the runs there are, of three months or more; of two as long that against last year, which the
    /// seasons do not disturb.
    private func longestRun(_ month: Month) -> Fact? {
        let monthly = run(month, back: 1)
        let yearly = run(month, back: 12)
        if let yearly, yearly.length >= 3, yearly.length >= monthly?.length ?? 0 {
            return .yearRun(yearly.direction, yearly.length)
        }
        return monthly.flatMap { $0.length >= 3 ? .run($0.direction, $0.length) : nil }
    }

    private func run(_ month: Month, back: Int32) -> (direction: Fact.Direction, length: Int)? {
        func direction(_ month: Month) -> Fact.Direction? {
            change(from: Month(index: month.index - back), to: month)?.direction
        }
        guard let last = direction(month) else { return nil }
        var (length, each) = (1, month.previous)
        // In a row: every month of the run can be compared with the last.
        while compares(each, month), direction(each) == last { (length, each) = (length + 1, each.previous) }
        return (last, length)
    }

    /// By twelve months where two whole years can be compared, else by three: a straight line over a part of the year
    /// would mix the seasons with the trend.
    private func trend(_ month: Month) -> Fact? {
        if let change = means(month, 12) { return .rollingYear(change) }
        return means(month, 3).map { .quarter($0) }
    }

    private func means(_ month: Month, _ length: Int32) -> Change? {
        var (now, before) = (0.0, 0.0)
        for back in 0..<length {
            let each = Month(index: month.index - back)
            guard compares(each.yearBefore, each), compares(each.yearBefore, month), let one = self[each].value,
                let other = self[each.yearBefore].value
            else { return nil }
            now += one
            before += other
        }
        return Change(before: before / Double(length), now: now / Double(length))
    }

    /// Where one other month of the year so far was the highest, and all of them can be compared.
    private func peak(_ month: Month) -> Fact? {
        let first = Month(index: Int32(month.year * 12))
        guard month.month >= 4, let span = comparable(to: month), span.lowerBound <= first else { return nil }
        let year = (first...month).months.compactMap { each in shown(each).map { (each, $0) } }
        guard let highest = year.map(\.1).max() else { return nil }
        let peaks = year.filter { $0.1 == highest }
        guard let peak = peaks.first, peaks.count == 1, peak.0 != month else { return nil }
        return .peak(peak.0, peak.1, whole: month.month == 12)
    }
}
