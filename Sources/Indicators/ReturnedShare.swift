import Definitions

/// *Andel återaktualiserade*: of the persons who came in the month, those who had left less than a year before. A
/// person counts once in the month, and as returned when any of the comings was a return. Who left on 10 May 2022
/// returns until 9 May 2023 and not on 10 May; who comes the very day of leaving returns. To leave is a closure of
/// assistance, or the last day of enrolments that follow one another without a day between: who goes on in another has
/// not left.
func returnedShare(_ events: EventSet, _ area: ReturnArea, in window: MonthWindow) -> [(returned: Int, came: Int)] {
    let returns = events.returns
    let code: UInt8 = area == .assistance ? 1 : 2
    let (closures, enrolments) = (events.closures, events.enrolments)
    func left(_ rows: Range<Int>) -> [Int32] {
        switch area {
        case .assistance: Array(closures.date[rows])
        case .labourMarket:
            Need.joined(rows.lazy.map { (enrolments.from[$0], enrolments.to[$0]) }, gap: 0).map(\.to)
        }
    }
    var counts = [(returned: Int, came: Int)](repeating: (0, 0), count: window.count)
    var finder = RunFinder(area == .assistance ? closures.person : enrolments.person)
    for rows in Runs(returns.person) {
        let leavings = left(finder.rows(of: returns.person[rows.lowerBound]))
        var came: [Int: Bool] = [:]
        for row in rows where returns.area[row] == code {
            let day = returns.date[row]
            guard let month = window.index(of: day) else { continue }
            let isReturn = leavings.contains { $0 <= day && day < anniversary($0, years: 1) }
            came[month] = came[month] ?? false || isReturn
        }
        for (month, isReturn) in came {
            counts[month].came += 1
            if isReturn { counts[month].returned += 1 }
        }
    }
    return counts
}
