extension HouseholdMarks {
    /// *Hushåll med öppet ärende.* A case is open from its first to its last day, both included: one that begins and
    /// ends the same day is open that day, and one that ends on the last day of a month is open at its end. A household
    /// counts once however many cases it has. With `firstTime` a case counts only when the household never before it had
    /// a service or an open case (kinds 1 and 3).
    func open(
        _ mask: CaseMask, _ firstTime: Bool, _ rows: Range<Int>, _ marks: inout [Bool], atEnd: Bool
    ) {
        let cases = events.cases
        var served = Int32.open
        for row in rows where firstTime && (cases.kind[row] == 1 || cases.kind[row] == 3) {
            served = min(served, cases.from[row])
        }
        for row in rows where mask.selects(cases, row) && cases.from[row] <= served {
            let (from, to) = (cases.from[row], cases.to[row])
            let months = atEnd ? window.endsWithin(from: from, to: to) : window.touched(from: from, to: to)
            for month in months { marks[month] = true }
        }
    }
}
