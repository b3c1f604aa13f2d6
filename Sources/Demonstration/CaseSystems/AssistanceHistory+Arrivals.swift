import Vocabulary

extension AssistanceHistory {
    /// Households come in `month`; `percent` of them had left less than a year before.
    mutating func receive(_ arrivals: [Arrival], _ month: Month, _ percent: Int) {
        let returning = Set(dice.shuffled(Array(arrivals.indices)).prefix((percent * arrivals.count + 50) / 100))
        // Every fifth who is new is at the integration unit, which loses more than it gets.
        for (place, arrival) in arrivals.enumerated() {
            let household =
                if returning.contains(place) { returned(month) } else if dice.chance(6), let old = longGone(month) {
                    old
                } else { add(month.year, place % 5 == 0 ? .integration : .assistance) }
            comings.append(ComingEvent(person: households[household].applicant, date: arrival.came))
            cases.append(
                CaseEvent(
                    household: household, isService: false, unit: households[household].unit,
                    group: households[household].group, from: arrival.came,
                    to: arrival.isGranted ? arrival.decided.advanced(by: -1) : arrival.decided))
            pending.append((household, arrival))
        }
    }

    /// A household that left less than a year before `month`, and at least a whole month, so that the need is a new one.
    private mutating func returned(_ month: Month) -> Int {
        let start = targets.first?.month ?? month
        let passed = Int(month.index - start.index)
        // Who left before the first month is made up now.
        if passed < 10, dice.chance(100 - 10 * max(0, passed)) { return former(month, before: start) }
        return taken(from: (2...11).map { month.advanced(by: -$0) }) ?? former(month, before: month)
    }

    private mutating func longGone(_ month: Month) -> Int? { taken(from: (14...30).map { month.advanced(by: -$0) }) }

    private mutating func taken(from months: [Month]) -> Int? {
        let counts = months.map { left[$0]?.count ?? 0 }
        var drawn = dice.below(counts.reduce(0, +))
        for (month, count) in zip(months, counts) {
            if drawn < count { return left[month]?.remove(at: drawn) }
            drawn -= count
        }
        return nil
    }

    /// A household that was there for some time and left two to eleven months before `month`, and before `first`.
    private mutating func former(_ month: Month, before first: Month) -> Int {
        let nearest = max(2, Int(month.index - first.index) + 1)
        let end = month.advanced(by: -min(11, nearest + dice.below(12 - nearest)))
        let household = add(end.year - 1, .assistance)
        serve(household, from: end.advanced(by: -3 - dice.below(18)).day(1 + dice.below(28)))
        self.end(
            household, on: end.day(1 + dice.below(27)),
            reasons: households[household].adults.map { _ in dice.pick([1, 2, 6, 9, 11, 12]) ?? 12 })
        return household
    }
}
