import Vocabulary

/// Made-up labour-market work: most who take part are adults of households with assistance.
struct LabourHistory {
    private(set) var enrolments: [EnrolmentEvent] = []
    private(set) var comings: [ComingEvent] = []
    /// Enrolments that last, by place.
    private var inside: [Int] = []
    /// Persons who have ended, by month.
    private var left: [Month: [Int]] = [:]
    private var known: Set<Int> = []

    /// - Parameter adults: The adults with assistance, by month in the order of `targets`.
    init(_ targets: [MonthTarget], adults: [[Int]], people: inout People, dice: inout Dice) {
        guard let first = targets.first, let start = adults.first else { return }
        var others = dice.shuffled(start)
        for _ in 0..<max(0, first.enrolled - first.newlyEnrolled) {
            enrol(
                new(&others, &people, &dice), first.month.advanced(by: -1 - dice.below(14)).day(1 + dice.below(28)),
                &dice)
        }
        for back in 1...12 { end(people.adult(), in: first.month.advanced(by: -back), &dice) }
        for (place, target) in targets.enumerated() {
            let there = inside.count
            var others = dice.shuffled(adults[place])
            let order = dice.shuffled(Array(0..<target.newlyEnrolled))
            let returning = Set(order.prefix((target.returnedToWork * target.newlyEnrolled + 50) / 100))
            for place in 0..<target.newlyEnrolled {
                let came = target.month.day(1 + dice.below(14))
                let person =
                    returning.contains(place)
                    ? returned(target.month, first.month, &others, &people, &dice) : new(&others, &people, &dice)
                comings.append(ComingEvent(person: person, date: came))
                enrol(person, came.advanced(by: dice.below(13)), &dice)
            }
            // Those who are left are those of the next month that are not new in it.
            let next = place + 1 < targets.count ? targets[place + 1] : target
            end(inside.count - next.enrolled + next.newlyEnrolled, among: there, target.month, &dice)
        }
        enrolments.sort { $0.from < $1.from }
    }

    private mutating func enrol(_ person: Int, _ day: Day, _ dice: inout Dice) {
        let field = dice.drawn(Curves.fields)
        known.insert(person)
        inside.append(enrolments.count)
        enrolments.append(
            EnrolmentEvent(
                person: person, field: field + 1, measure: dice.pick(Curves.measures[field]) ?? 8, from: day))
    }

    /// Somebody never seen here before; one in twelve has no assistance.
    private func new(_ others: inout [Int], _ people: inout People, _ dice: inout Dice) -> Int {
        while !dice.chance(8), let person = others.popLast() {
            if !known.contains(person) { return person }
        }
        return people.adult()
    }

    /// Somebody who ended less than a year before `month`; made up when that was before the first month.
    private mutating func returned(
        _ month: Month, _ first: Month, _ others: inout [Int], _ people: inout People, _ dice: inout Dice
    ) -> Int {
        let months = (2...11).map { month.advanced(by: -$0) }
        let gone = dice.pick(months.filter { !(left[$0] ?? []).isEmpty || $0 < first })
        if let gone, gone >= first, let person = left[gone]?.popLast() { return person }
        let person = new(&others, &people, &dice)
        end(person, in: gone ?? month.advanced(by: -6), &dice)
        return person
    }

    /// Somebody was enrolled for some months, up to `month`.
    private mutating func end(_ person: Int, in month: Month, _ dice: inout Dice) {
        let day = month.day(1 + dice.below(27))
        enrol(person, day.advanced(by: -60 - dice.below(200)), &dice)
        if let enrolment = inside.popLast() { end(enrolment, on: day, &dice) }
    }

    private mutating func end(_ count: Int, among there: Int, _ month: Month, _ dice: inout Dice) {
        let ending = Set(dice.shuffled(Array(inside.prefix(there))).prefix(max(0, count)))
        for enrolment in ending.sorted() {
            end(enrolment, on: month.day(2 + dice.below(26)), &dice)
            left[month, default: []].append(enrolments[enrolment].person)
        }
        inside.removeAll(where: ending.contains)
    }

    private mutating func end(_ enrolment: Int, on day: Day, _ dice: inout Dice) {
        let reason = dice.drawn(Curves.endsOfWork) + 1
        enrolments[enrolment].to = day
        enrolments[enrolment].endedTo = reason
        // One in eight was in another field too, to the same end.
        let other = enrolments[enrolment]
        if dice.chance(12), day.days(since: other.from) > 60 {
            let field = other.field % Curves.fields.count
            enrolments.append(
                EnrolmentEvent(
                    person: other.person, field: field + 1, measure: dice.pick(Curves.measures[field]) ?? 8,
                    from: other.from.advanced(by: 30), to: day, endedTo: reason))
        }
    }
}

extension Dice {
    /// A place in `weights`, each as likely as its weight.
    fileprivate mutating func drawn(_ weights: [Int]) -> Int {
        var drawn = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if drawn < weight { return place }
            drawn -= weight
        }
        return 0
    }
}
