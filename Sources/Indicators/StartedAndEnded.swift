extension HouseholdMarks {
    /// *Nya* and *avslutade hushåll*: those whose need begins (`\.from`) or ends (`\.to`) in the month with a case that
    /// counts. A need joins all cases of the rule's kinds in any unit, target group and system, and gaps of at most
    /// `gap` days. A household that moves to another unit, or has another case open, is therefore neither new nor ended;
    /// one that is opened again within the gap is not new, and was, as known then, not ended either. A need of a single
    /// day begins and ends that day. Several needs in a month are one household.
    func turned(
        _ mask: CaseMask, gap: Int, _ rows: Range<Int>, _ marks: inout [Bool], of turn: KeyPath<Need, Int32>,
        at days: [Int32]
    ) {
        let cases = events.cases
        for need in needs(mask, gap: gap, rows) {
            let day = need[keyPath: turn]
            guard let month = window.index(of: day) else { continue }
            let counts = rows.contains {
                days[$0] == day && cases.from[$0] <= cases.to[$0] && mask.selects(cases, $0)
            }
            if counts { marks[month] = true }
        }
    }
}
