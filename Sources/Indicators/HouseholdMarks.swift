import Definitions

/// The months in which each household counts, one household at a time.
struct HouseholdMarks {
    let events: EventSet
    let window: MonthWindow

    /// Calls `body` with each household that counts in some month, in order of key, and a truth for each month.
    func forEach(_ rule: IndicatorRule, _ body: (UInt64, [Bool]) -> Void) {
        let households = events.cases.household
        var marks = [Bool](repeating: false, count: window.count)
        for rows in Runs(households) {
            mark(rule, rows, &marks)
            guard marks.contains(true) else { continue }
            body(households[rows.lowerBound], marks)
            for month in marks.indices { marks[month] = false }
        }
    }

    /// The number of households that count, by month.
    func counts(_ rule: IndicatorRule) -> [Int] {
        var counts = [Int](repeating: 0, count: window.count)
        forEach(rule) { _, marks in
            for (month, isMarked) in marks.enumerated() where isMarked { counts[month] += 1 }
        }
        return counts
    }

    /// Marks the months in which the household of `rows` counts.
    func mark(_ rule: IndicatorRule, _ rows: Range<Int>, _ marks: inout [Bool]) {
        switch rule {
        case .openAtEnd(let selection, let firstTime):
            open(CaseMask(selection), firstTime, rows, &marks, atEnd: true)
        case .openDuring(let selection, let firstTime):
            open(CaseMask(selection), firstTime, rows, &marks, atEnd: false)
        case .openLongerThan(let selection, let length, let gap):
            openLongerThan(CaseMask(selection), length, gap: gap, rows, &marks)
        case .started(let selection, let gap):
            turned(CaseMask(selection), gap: gap, rows, &marks, of: \.from, at: events.cases.from)
        case .ended(let selection, let gap):
            turned(CaseMask(selection), gap: gap, rows, &marks, of: \.to, at: events.cases.to)
        default: break
        }
    }

    /// The household's needs by the rule's kinds of case, in whatever unit and target group and whichever system.
    func needs(_ mask: CaseMask, gap: Int, _ rows: Range<Int>) -> [Need] {
        let cases = events.cases
        return Need.joined(
            rows.lazy.filter { mask.hasKind(cases, $0) }.map { (cases.from[$0], cases.to[$0]) }, gap: gap)
    }
}
