import Vocabulary

extension AssistanceHistory {
    /// Ends services in the month of `target`, and moves households from the integration unit, so that what is open on
    /// its last day is what the target says. Those who end were among the first `there` open, from the month before.
    ///
    /// Households that end are drawn from three groups, each as large as its target leaves: the integration unit, the
    /// long-term households and the others. In the last two some then change places, until the children are right too.
    mutating func endAndMove(_ target: MonthTarget, there: Int) {
        let last = target.last
        var children: [Int: Int] = [:]
        for household in open { children[household] = households[household].children(on: last) }
        func count(_ them: [Int]) -> Int { them.reduce(0) { $0 + (children[$1] ?? 0) } }
        func isIntegration(_ household: Int) -> Bool { households[household].unit == .integration }
        func isLong(_ household: Int) -> Bool { (needFrom[household] ?? last).month.index + 24 <= target.month.index }

        let investigated = pending.count { isIntegration($0.household) && $0.arrival.isOpen(after: last) }
        let leaving = max(0, open.count(where: isIntegration) + investigated - target.integration)
        let groups = Dictionary(grouping: open.prefix(there)) { isIntegration($0) ? 0 : isLong($0) ? 1 : 2 }
        // Of those who leave the integration unit a third have been there so long that they move to the other.
        let apart = drawn(leaving * 2 / 3, from: groups[0] ?? [])
        let longOpen = open.filter(isLong)
        let longEnding = longOpen.count - target.longTerm - apart.chosen.count(where: isLong)
        var long = drawn(longEnding, from: groups[1] ?? [])
        let ending = open.count - target.open - apart.chosen.count - long.chosen.count
        var others = drawn(ending, from: groups[2] ?? [])

        let longLeft = count(longOpen) - count(apart.chosen.filter(isLong)) - count(long.chosen)
        exchange(&long, excess: longLeft - target.longTermChildren) { children[$0] ?? 0 }
        let allLeft = count(open) - count(long.chosen) - count(apart.chosen) - count(others.chosen)
        exchange(&others, excess: allLeft - target.children) { children[$0] ?? 0 }

        let closed = apart.chosen + long.chosen + others.chosen
        close(closed, target)
        for household in apart.rest.prefix(leaving - apart.chosen.count) { move(household, target.month) }
    }

    /// `count` of `candidates`, the newest more often than the oldest.
    private mutating func drawn(_ count: Int, from candidates: [Int]) -> (chosen: [Int], rest: [Int]) {
        var (chosen, rest): ([Int], [Int]) = ([], candidates)
        for _ in 0..<max(0, min(count, candidates.count)) {
            let place = dice.below(rest.count)
            chosen.append(rest.remove(at: dice.chance(45) ? max(place, dice.below(rest.count)) : place))
        }
        return (chosen, rest)
    }

    /// Exchanges households with others that have a child more, or less, until `excess` more children are among the
    /// chosen.
    private func exchange(
        _ group: inout (chosen: [Int], rest: [Int]), excess: Int, children: (Int) -> Int
    ) {
        var excess = excess
        while excess != 0 {
            let step = excess.signum()
            var isExchanged = false
            for few in 0...5 where !isExchanged {
                let (mine, theirs) = step > 0 ? (few, few + 1) : (few + 1, few)
                guard let one = group.chosen.firstIndex(where: { children($0) == mine }),
                    let other = group.rest.lastIndex(where: { children($0) == theirs })
                else { continue }
                (group.chosen[one], group.rest[other]) = (group.rest[other], group.chosen[one])
                isExchanged = true
            }
            guard isExchanged else { return }
            excess -= step
        }
    }

    private mutating func close(_ closed: [Int], _ target: MonthTarget) {
        var reasons = Reasons.of(closed.reduce(0) { $0 + households[$1].adults.count }, target.month, &dice)
        for household in closed.sorted() {
            let adults = households[household].adults.count
            // Never the last day of the month: who ends that day is still open at its end.
            end(household, on: target.month.day(2 + dice.below(26)), reasons: Array(reasons.suffix(adults)))
            reasons.removeLast(min(adults, reasons.count))
        }
        let gone = Set(closed)
        open.removeAll(where: gone.contains)
        left[target.month] = closed
    }

    /// Ends the household's service, with a reason for each adult.
    mutating func end(_ household: Int, on day: Day, reasons: [Int]) {
        guard let service = service[household] else { return }
        cases[service].to = day
        for (person, reason) in zip(households[household].adults, reasons) {
            closures.append(
                ClosureEvent(household: household, service: service, person: person, date: day, reason: reason))
        }
    }

    /// From the integration unit to the other: one service ends and the next begins.
    private mutating func move(_ household: Int, _ month: Month) {
        guard let old = service[household] else { return }
        let day = month.day(1 + dice.below(25))
        cases[old].to = day
        households[household].unit = .assistance
        households[household].group = .others
        serve(household, from: day.advanced(by: 1))
    }
}

extension Arrival {
    /// Whether it is investigated on `day`.
    fileprivate func isOpen(after day: Day) -> Bool { isGranted ? decided > day : decided >= day }
}
