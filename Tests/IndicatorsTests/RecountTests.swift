import Definitions
import Testing
import Vocabulary

@testable import Indicators

/// Counts again day by day, with no thought for anything but the words of the rule.
private struct Recount {
    let cases: [Cases.Row]
    let members: [Members.Row]
    let payments: [Payments.Row]
    let enrolments: [Enrolments.Row]
    let selection: CaseSelection
    let first: Int32
    let last: Int32

    var households: Set<UInt64> { Set(cases.map(\.household)) }

    func isOpen(_ household: UInt64, _ day: Int32, selected: Bool) -> Bool {
        cases.contains {
            $0.household == household && $0.from <= day && day <= $0.to && selection.kinds.contains(Int($0.kind))
                && (!selected || chosen($0))
        }
    }

    func chosen(_ row: Cases.Row) -> Bool {
        (selection.units.isEmpty || selection.units.contains(Int(row.unit)))
            && (selection.targetGroups.isEmpty || selection.targetGroups.contains(Int(row.targetGroup)))
    }

    var openAtEnd: Set<UInt64> { households.filter { isOpen($0, last, selected: true) } }

    var openDuring: Set<UInt64> {
        households.filter { household in (first...last).contains { isOpen(household, $0, selected: true) } }
    }

    /// The first day of the need that the household has on `day`, walking back over gaps that are short enough.
    func beginning(_ household: UInt64, _ day: Int32, gap: Int, step: Int32 = -1) -> Int32 {
        var (found, walked, without) = (day, day, 0)
        while without <= gap {
            walked += step
            if isOpen(household, walked, selected: false) { (found, without) = (walked, 0) } else { without += 1 }
        }
        return found
    }

    func openLongerThan(days: Int, gap: Int) -> Set<UInt64> {
        openAtEnd.filter { Int(last) - Int(beginning($0, last, gap: gap)) + 1 > days }
    }

    func turned(gap: Int, step: Int32) -> Set<UInt64> {
        households.filter { household in
            (first...last).contains { day in
                isOpen(household, day, selected: false) && beginning(household, day, gap: gap, step: step) == day
                    && cases.contains {
                        $0.household == household && (step < 0 ? $0.from : $0.to) == day && $0.from <= $0.to
                            && selection.kinds.contains(Int($0.kind)) && chosen($0)
                    }
            }
        }
    }

    var children: Int {
        let counted = openAtEnd
        return Set(
            members.filter {
                counted.contains($0.household) && $0.role == 3 && $0.from <= last && last <= $0.to && last < $0.adult
            }.map(\.person)
        ).count
    }

    /// Households that some payment belongs to: the payee's own that counts, or else the one that counts and in which the
    /// payee is an adult the day of payment, or else in the month.
    var paid: Int {
        let counted = openDuring
        func home(_ payment: Payments.Row) -> UInt64? {
            if counted.contains(payment.household) { return payment.household }
            func homes(_ days: ClosedRange<Int32>) -> [UInt64] {
                members.filter { member in
                    member.person == payment.household && counted.contains(member.household)
                        && days.contains { day in
                            member.from <= day && day <= member.to && (member.role != 3 || member.adult <= day)
                        }
                }.map(\.household)
            }
            return homes(payment.date...payment.date).first ?? homes(first...last).first
        }
        return Set(payments.filter { $0.amount > 0 && (first...last).contains($0.date) }.compactMap(home)).count
    }

    func isEnrolled(_ person: UInt64, _ day: Int32) -> Bool {
        enrolments.contains { $0.person == person && $0.from <= day && day <= $0.to }
    }

    var enrolled: Int {
        Set(enrolments.map(\.person)).filter { person in (first...last).contains { isEnrolled(person, $0) } }.count
    }

    var newlyEnrolled: Int {
        Set(enrolments.map(\.person)).filter { person in
            (first...last).contains { isEnrolled(person, $0) && !isEnrolled(person, $0 - 1) }
        }.count
    }
}

@Suite("Counting again, day by day")
struct RecountTests {
    @Test("gives the same by every rule", arguments: 0..<20)
    func agrees(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let start = day("2023-01-01")
        func from() -> Int32 { start + Int32.random(in: -40...120, using: &dice) }
        func to(_ from: Int32) -> Int32 {
            // No end is far enough away to be none to those who count days.
            Int.random(in: 0..<5, using: &dice) == 0 ? from + 1_000 : from + Int32.random(in: -1...50, using: &dice)
        }
        let cases = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            let from = from()
            return Cases.Row(
                key: 0, household: .random(in: 1...4, using: &dice), kind: .random(in: 1...3, using: &dice),
                unit: .random(in: 1...2, using: &dice), targetGroup: .random(in: 1...3, using: &dice), from: from,
                to: to(from))
        }
        let members = (0..<8).map { _ in
            let from = from()
            return Members.Row(
                key: 0, household: .random(in: 1...4, using: &dice), person: .random(in: 1...5, using: &dice),
                role: .random(in: 2...3, using: &dice), from: from, to: to(from), adult: from + 60)
        }
        let payments = (0..<8).map { _ in
            Payments.Row(
                key: 0, household: .random(in: 1...5, using: &dice), date: from(),
                amount: .random(in: 0...2, using: &dice))
        }
        let enrolments = (0..<8).map { _ in
            let from = from()
            return Enrolments.Row(key: 0, person: .random(in: 1...4, using: &dice), from: from, to: to(from))
        }
        let set = events(cases: cases, payments: payments, members: members, enrolments: enrolments)
        let months = months("2023-01", "2023-04")
        let window = MonthWindow(months)
        let selections = [
            CaseSelection(kinds: [1]), CaseSelection(kinds: [1, 2], units: [2]),
            CaseSelection(kinds: [1, 3], targetGroups: [1]),
        ]
        for selection in selections {
            let gap = Int.random(in: 0...20, using: &dice)
            let recounts = window.first.indices.map {
                Recount(
                    cases: cases, members: members, payments: payments, enrolments: enrolments, selection: selection,
                    first: window.first[$0], last: window.last[$0])
            }
            func check(_ rule: IndicatorRule, _ expected: (Recount) -> Int) {
                let counted = set.counts(rule, "2023-01", "2023-04")
                #expect(counted == recounts.map(expected), "\(rule), seed \(seed)")
            }
            check(.openAtEnd(selection, firstTime: false)) { $0.openAtEnd.count }
            check(.openDuring(selection, firstTime: false)) { $0.openDuring.count }
            check(.openLongerThan(selection, .days(45), gap: gap)) { $0.openLongerThan(days: 45, gap: gap).count }
            check(.started(selection, gap: gap)) { $0.turned(gap: gap, step: -1).count }
            check(.ended(selection, gap: gap)) { $0.turned(gap: gap, step: 1).count }
            check(.paidHouseholds(selection, month: .paid)) { $0.paid }
            check(.enrolled) { $0.enrolled }
            check(.newlyEnrolled(gap: 0)) { $0.newlyEnrolled }
            let children = HouseholdMarks(events: set, window: window).children(
                of: .openAtEnd(selection, firstTime: false))
            #expect(children == recounts.map(\.children), "seed \(seed)")
        }
    }
}

/// The same throws for the same seed (xorshift).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
