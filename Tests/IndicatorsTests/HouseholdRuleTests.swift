import Definitions
import Testing

@testable import Indicators

@Suite("Counting households")
struct HouseholdRuleTests {
    let any = CaseSelection(kinds: [1])

    @Test("knows a case that begins and ends the same day, and both ends of it")
    func sameDay() {
        let one = events(cases: [kase(1, "2023-08-15", "2023-08-15")])
        #expect(one.counts(.openDuring(any, firstTime: false), "2023-07", "2023-09") == [0, 1, 0])
        #expect(one.counts(.openAtEnd(any, firstTime: false), "2023-07", "2023-09") == [0, 0, 0])
        #expect(one.counts(.started(any, gap: 31), "2023-07", "2023-09") == [0, 1, 0])
        #expect(one.counts(.ended(any, gap: 31), "2023-07", "2023-09") == [0, 1, 0])
        let last = events(cases: [kase(1, "2023-08-31", "2023-08-31")])
        #expect(last.counts(.openAtEnd(any, firstTime: false), "2023-07", "2023-09") == [0, 1, 0])
        let first = events(cases: [kase(1, "2023-07-01", "2023-09-01")])
        #expect(first.counts(.openDuring(any, firstTime: false), "2023-06", "2023-10") == [0, 1, 1, 1, 0])
        #expect(first.counts(.openAtEnd(any, firstTime: false), "2023-06", "2023-10") == [0, 1, 1, 0, 0])
        let backwards = events(cases: [kase(1, "2023-08-15", "2023-08-14")])
        #expect(backwards.counts(.openDuring(any, firstTime: false), "2023-07", "2023-09") == [0, 0, 0])
        #expect(backwards.counts(.ended(any, gap: 31), "2023-07", "2023-09") == [0, 0, 0])
    }

    @Test("counts a household once however many cases it has, and by kind, unit and target group")
    func selections() {
        let set = events(cases: [
            kase(1, "2023-01-10"), kase(1, "2023-02-10", unit: 2), kase(2, "2023-01-10", kind: 2),
            kase(3, "2023-01-10", unit: 2, group: 2), kase(4, "2023-01-10", kind: 3),
        ])
        func open(_ selection: CaseSelection) -> [Int] {
            set.counts(.openAtEnd(selection, firstTime: false), "2023-02", "2023-02")
        }
        #expect(open(CaseSelection()) == [4])
        #expect(open(CaseSelection(kinds: [1])) == [2])
        #expect(open(CaseSelection(kinds: [1, 2])) == [3])
        #expect(open(CaseSelection(units: [2])) == [2])
        #expect(open(CaseSelection(units: [2], targetGroups: [1])) == [1])
        #expect(open(CaseSelection(kinds: [3])) == [1])
    }

    @Test("counts an investigation as a first one only before any service")
    func firstTime() {
        let set = events(cases: [
            kase(1, "2023-01-10", "2023-02-10", kind: 2), kase(1, "2023-02-11"),
            kase(2, "2022-01-01", "2022-06-30"), kase(2, "2023-01-10", kind: 2),
            kase(3, "2023-01-10", kind: 2), kase(3, "2023-01-10"),
        ])
        let investigations = CaseSelection(kinds: [2])
        #expect(set.counts(.openAtEnd(investigations, firstTime: true), "2023-01", "2023-02") == [2, 1])
        #expect(set.counts(.openAtEnd(investigations, firstTime: false), "2023-01", "2023-02") == [3, 2])
    }

    @Test("lets a gap of a month be part of a need, and not a day more")
    func gap() {
        // 31 days without need: 1–31 March.
        let within = events(cases: [kase(1, "2023-01-01", "2023-02-28"), kase(1, "2023-04-01", "2023-05-31")])
        #expect(within.counts(.started(any, gap: 31), "2023-01", "2023-06") == [1, 0, 0, 0, 0, 0])
        #expect(within.counts(.ended(any, gap: 31), "2023-01", "2023-06") == [0, 0, 0, 0, 1, 0])
        // 32 days without.
        let beyond = events(cases: [kase(1, "2023-01-01", "2023-02-28"), kase(1, "2023-04-02", "2023-05-31")])
        #expect(beyond.counts(.started(any, gap: 31), "2023-01", "2023-06") == [1, 0, 0, 1, 0, 0])
        #expect(beyond.counts(.ended(any, gap: 31), "2023-01", "2023-06") == [0, 1, 0, 0, 1, 0])
        #expect(within.counts(.started(any, gap: 0), "2023-01", "2023-06") == [1, 0, 0, 1, 0, 0])
    }

    @Test("calls a household that moves to another unit, or has another case open, neither new nor ended")
    func moved() {
        let moved = events(cases: [kase(1, "2023-01-01", "2023-03-15", unit: 2), kase(1, "2023-03-16", unit: 1)])
        let unit = CaseSelection(kinds: [1], units: [1])
        #expect(moved.counts(.started(unit, gap: 0), "2023-01", "2023-04") == [0, 0, 0, 0])
        #expect(
            moved.counts(.ended(CaseSelection(kinds: [1], units: [2]), gap: 0), "2023-01", "2023-04") == [0, 0, 0, 0])
        let another = events(cases: [kase(1, "2023-01-01"), kase(1, "2023-02-01", "2023-03-15")])
        #expect(another.counts(.started(any, gap: 0), "2023-01", "2023-04") == [1, 0, 0, 0])
        #expect(another.counts(.ended(any, gap: 0), "2023-01", "2023-04") == [0, 0, 0, 0])
    }

    @Test("leaves newly arrived out of new households in one version and not in the other")
    func population() {
        let set = events(cases: [
            kase(1, "2023-08-01"), kase(2, "2023-08-01", unit: 2, group: 2), kase(3, "2023-08-31", unit: 2, group: 3),
        ])
        #expect(set.counts(.started(any, gap: 31), "2023-08", "2023-08") == [3])
        #expect(
            set.counts(.started(CaseSelection(kinds: [1], targetGroups: [1]), gap: 31), "2023-08", "2023-08") == [1])
    }

    @Test(
        "calls a need long from the day it has lasted more than two years",
        arguments: [
            ("2021-08-31", 1), ("2021-09-01", 0), ("2021-08-01", 1), ("2020-01-01", 1),
        ])
    func long(from: String, count: Int) {
        let set = events(cases: [kase(1, from)])
        #expect(set.counts(.openLongerThan(any, .years(2), gap: 31), "2023-08", "2023-08") == [count])
    }

    @Test("measures a need across systems, kinds, gaps and the leap day")
    func longAcross() {
        let both = CaseSelection(kinds: [1, 3])
        let systems = events(cases: [kase(1, "2021-06-01", "2022-09-30", kind: 3), kase(1, "2022-10-01")])
        #expect(systems.counts(.openLongerThan(both, .years(2), gap: 31), "2023-05", "2023-06") == [0, 1])
        #expect(systems.counts(.openLongerThan(any, .years(2), gap: 31), "2023-05", "2023-06") == [0, 0])
        let gap = events(cases: [kase(1, "2021-01-01", "2021-12-31"), kase(1, "2022-02-01")])
        #expect(gap.counts(.openLongerThan(any, .years(2), gap: 31), "2022-12", "2023-01") == [0, 1])
        #expect(gap.counts(.openLongerThan(any, .years(2), gap: 30), "2023-01", "2024-02").last == 1)
        #expect(
            gap.counts(.openLongerThan(any, .years(2), gap: 30), "2023-01", "2024-01") == Array(repeating: 0, count: 13)
        )
        let leap = events(cases: [kase(1, "2020-02-29")])
        #expect(leap.counts(.openLongerThan(any, .years(2), gap: 31), "2022-02", "2022-03") == [0, 1])
        #expect(leap.counts(.openLongerThan(any, .days(730), gap: 31), "2022-01", "2022-02") == [0, 1])
    }

    @Test("counts long needs only while the household is open at the end of the month")
    func longClosed() {
        let set = events(cases: [kase(1, "2020-01-01", "2023-08-31"), kase(2, "2020-01-01", "2023-08-30")])
        #expect(set.counts(.openLongerThan(any, .years(2), gap: 31), "2023-07", "2023-09") == [2, 1, 0])
    }

    @Test("needs an open case and a payment above zero in the month for a household to be paid")
    func paid() {
        let set = events(
            cases: [kase(1, "2023-07-15", "2023-08-01"), kase(2, "2023-08-01"), kase(3, "2023-08-01", kind: 2)],
            payments: [
                Payments.Row(key: 0, household: 1, date: day("2023-07-27"), amount: 100, purpose: day("2023-08-01")),
                Payments.Row(key: 0, household: 1, date: day("2023-08-27"), amount: 250, purpose: day("2023-08-01")),
                Payments.Row(key: 0, household: 2, date: day("2023-08-27"), amount: 0),
                Payments.Row(key: 0, household: 3, date: day("2023-08-27"), amount: 50),
                Payments.Row(key: 0, household: 4, date: day("2023-09-01"), amount: 75),
            ])
        #expect(set.counts(.paidHouseholds(any, month: .purpose), "2023-07", "2023-09") == [0, 1, 0])
        #expect(set.counts(.paidHouseholds(any, month: .paid), "2023-07", "2023-09") == [1, 1, 0])
        #expect(
            set.measures(.sumPaid(month: .purpose), months("2023-07", "2023-09")) == [
                .money(0), .money(400), .money(75),
            ])
        #expect(
            set.measures(.sumPaid(month: .paid), months("2023-07", "2023-09")) == [
                .money(100), .money(300), .money(75),
            ])
    }

    @Test("counts the household of a payment to the co-applicant, and tells payments that belong to none")
    func paidToCoApplicant() {
        let august = months("2023-08", "2023-08")
        let paid = CaseSelection(kinds: [1, 3])
        // 2 is co-applicant of 1; 3 is paid for August, and was closed in July; nobody knows 4.
        let set = events(
            cases: [kase(1, "2023-01-01"), kase(3, "2023-01-01", "2023-07-31"), kase(5, "2023-01-01")],
            payments: [
                payment(2, "2023-08-10", 500_000), payment(5, "2023-08-10", 700_000), payment(5, "2023-08-11", 1),
                payment(3, "2023-08-10", 300_000), payment(4, "2023-08-10", 100_000), payment(4, "2023-08-10", 0),
            ],
            members: [member(1, 1, role: 1), member(1, 2, role: 2), member(5, 5, role: 1)])
        #expect(set.counts(.paidHouseholds(paid, month: .purpose), "2023-08", "2023-08") == [2])
        #expect(
            HouseholdMarks(events: set, window: MonthWindow(august)).placedPayments(paid, .purpose).unplaced == [
                UnplacedPayments(payments: 2, amount: 400_000)
            ])
    }

    @Test("finds the household of the applicant before, and of an adult of two households the one of the day")
    func paidByMembership() {
        let rule = IndicatorRule.paidHouseholds(CaseSelection(), month: .paid)
        // The spouses of a case changed places: it was 1's and is 2's. Payments keep who was paid.
        let changed = EventSet([
            rows {
                $0.cases = [kase(1, "2022-01-10", key: 1)]
                $0.payments = [payment(1, "2022-07-20", 100_000)]
            },
            rows {
                $0.cases = [kase(2, "2022-01-10", key: 1)]
                $0.members = [member(2, 1, role: 2)]
            },
        ])
        #expect(changed.counts(rule, "2022-07", "2022-08") == [1, 0])
        // 9 is an adult of 1 to June and of 2 from July; the child 8 of 1 comes of age in July.
        let moved = events(
            cases: [kase(1, "2023-01-01"), kase(2, "2023-01-01")],
            payments: [
                payment(9, "2023-06-10", 1), payment(1, "2023-06-20", 1), payment(9, "2023-07-10", 1),
                payment(2, "2023-07-11", 1), payment(8, "2023-06-10", 1), payment(8, "2023-08-10", 1),
            ],
            members: [
                member(1, 9, role: 2, to: "2023-06-30"), member(2, 9, role: 2, from: "2023-07-01"),
                member(1, 8, role: 3, adult: "2023-07-15"),
            ])
        #expect(moved.counts(rule, "2023-06", "2023-08") == [1, 1, 1])
        // Paid after the household has closed, for a month when it was open.
        let late = events(
            cases: [kase(1, "2023-01-01", "2023-07-31")], payments: [payment(9, "2023-08-03", 1, for: "2023-07-01")],
            members: [member(1, 9, role: 2, to: "2023-07-31")])
        #expect(
            late.counts(.paidHouseholds(CaseSelection(), month: .purpose), "2023-07", "2023-08") == [1, 0])
    }

    @Test("counts children who are in a household that counts and not yet 18 at the end of the month")
    func children() {
        let marks = HouseholdMarks(
            events: events(
                cases: [kase(1, "2023-01-01"), kase(2, "2023-01-01"), kase(3, "2022-01-01", "2022-12-31")],
                members: [
                    member(1, 11, role: 1), member(1, 12, role: 3, adult: "2023-08-31"),
                    member(1, 13, role: 3, adult: "2023-09-01"), member(1, 14, role: 3, to: "2023-08-30"),
                    member(1, 15, role: 3), member(2, 15, role: 3), member(3, 16, role: 3),
                    member(1, 0, role: 3, key: 98), member(1, 0, role: 3, key: 99),
                ]), window: MonthWindow(months("2023-07", "2023-09")))
        // July: 12, 13, 14, 15 once, and two without identity. August: without 12 and 14. September: without 13.
        #expect(marks.children(of: .openAtEnd(any, firstTime: false)) == [6, 4, 3])
    }

    private func member(
        _ household: UInt64, _ person: UInt64, role: UInt8, from: String = "2020-01-01", to: String? = nil,
        adult: String? = nil, key: UInt64 = 0
    ) -> Members.Row {
        Members.Row(
            key: key, household: household, person: person, role: role, from: day(from), to: to.map(day) ?? .open,
            adult: adult.map(day) ?? .open)
    }

    private func payment(
        _ payee: UInt64, _ date: String, _ amount: Int64, for purpose: String? = nil
    ) -> Payments.Row {
        Payments.Row(key: 0, household: payee, date: day(date), amount: amount, purpose: purpose.map(day))
    }
}
