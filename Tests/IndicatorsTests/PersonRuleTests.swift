import Definitions
import Testing

@testable import Indicators

@Suite("Counting persons")
struct PersonRuleTests {
    @Test("counts the reasons of both adults of a household, and a person's last reason of the month")
    func closureReasons() {
        let set = events(closures: [
            closure(1, 11, "2023-08-01", 1), closure(1, 12, "2023-08-01", 2), closure(2, 21, "2023-08-03", 12),
            closure(2, 21, "2023-08-31", 1), closure(3, 31, "2023-07-31", 9), closure(3, 31, "2023-08-01", 9),
            closure(4, 0, "2023-08-02", 7, key: 5), closure(4, 0, "2023-08-02", 7, key: 6),
        ])
        let measures = set.measures(.closureReasons, months("2023-07", "2023-09"))
        #expect(measures == [.distribution([9: 1]), .distribution([1: 2, 2: 1, 7: 2, 9: 1]), .distribution([:])])
        #expect(measures[1].sum(of: [1, 2, 7]) == 5)
        #expect(measures[1].number == 6)
    }

    @Test("leaves out the child of a closed household, and not who is an adult by then")
    func closedChildren() {
        func member(_ person: UInt64, _ role: UInt8, adult: String? = nil, from: String = "2023-01-01") -> Members.Row {
            Members.Row(
                key: 0, household: 1, person: person, role: role, from: day(from), adult: adult.map(day) ?? .open)
        }
        let set = events(
            members: [
                member(11, 1), member(12, 3, adult: "2030-03-03"), member(13, 3, adult: "2023-08-20"), member(14, 3),
                member(15, 3), member(15, 1, from: "2023-06-01"),
            ],
            closures: [11, 12, 13, 14, 15, 16].map { closure(1, $0, "2023-08-20", 1) })
        // 13 comes of age that day; 15 has become an applicant; of 16 nothing is known.
        #expect(set.measures(.closureReasons, months("2023-08", "2023-08")) == [.distribution([1: 4])])
    }

    @Test("counts a person in several fields once in all and once in each")
    func enrolled() {
        let set = events(enrolments: [
            enrolment(1, "2023-07-15", "2023-08-01", field: 1), enrolment(1, "2023-08-01", "2023-08-20", field: 2),
            enrolment(1, "2023-08-21", "2023-08-22", field: 2), enrolment(2, "2023-08-31", field: 1),
            enrolment(3, "2023-08-10", "2023-08-10", field: 4),
        ])
        #expect(set.counts(.enrolled, "2023-06", "2023-09") == [0, 1, 3, 1])
        #expect(
            set.measures(.enrolledByField, months("2023-07", "2023-09")) == [
                .distribution([1: 1]), .distribution([1: 2, 2: 1, 4: 1]), .distribution([1: 1]),
            ])
    }

    @Test("does not call a person new who moves between fields, but one who comes back")
    func newlyEnrolled() {
        let set = events(enrolments: [
            enrolment(1, "2023-07-01", "2023-07-31", field: 1), enrolment(1, "2023-08-01", field: 2),
            enrolment(2, "2023-07-01", "2023-07-30"), enrolment(2, "2023-08-01", "2023-08-01"),
            enrolment(2, "2023-08-20"),
        ])
        #expect(set.counts(.newlyEnrolled(gap: 0), "2023-07", "2023-09") == [2, 1, 0])
        #expect(set.counts(.newlyEnrolled(gap: 31), "2023-07", "2023-09") == [2, 0, 0])
    }

    @Test("counts every enrolment that ends, by what it ends to")
    func enrolmentEnds() {
        let set = events(enrolments: [
            enrolment(1, "2023-08-01", "2023-08-31", endedTo: 1), enrolment(1, "2023-08-05", "2023-08-05", endedTo: 5),
            enrolment(2, "2023-08-01", "2023-08-15"), enrolment(3, "2023-08-01"),
        ])
        #expect(
            set.measures(.enrolmentEnds, months("2023-08", "2023-09")) == [
                .distribution([0: 1, 1: 1, 5: 1]), .distribution([:]),
            ])
    }

    @Test(
        "calls it a return when less than a year has passed",
        arguments: [
            ("2022-05-10", "2023-05-09", 1), ("2022-05-10", "2023-05-10", 0), ("2023-05-10", "2023-05-10", 1),
            ("2023-05-11", "2023-05-10", 0), ("2022-06-01", "2023-05-31", 1),
        ])
    func returned(left: String, came: String, returned: Int) {
        let assistance = events(
            closures: [closure(1, 11, left, 1)], returns: [coming(11, came, area: 1), coming(11, came, area: 2)])
        let months = months("2023-05", "2023-05")
        #expect(assistance.measures(.returnedShare(.assistance), months) == [.share(part: returned, of: 1)])
        #expect(assistance.measures(.returnedShare(.labourMarket), months) == [.share(part: 0, of: 1)])
        let market = events(
            returns: [coming(11, came, area: 2)], enrolments: [enrolment(11, "2020-01-01", left)])
        #expect(market.measures(.returnedShare(.labourMarket), months) == [.share(part: returned, of: 1)])
    }

    @Test("calls it leaving labour-market work only when no other enrolment goes on")
    func leftForGood() {
        let august = months("2023-08", "2023-08")
        func share(_ enrolments: [Enrolments.Row]) -> Measure? {
            events(returns: [coming(1, "2023-08-10", area: 2)], enrolments: enrolments)
                .measures(.returnedShare(.labourMarket), august).first
        }
        let ended = enrolment(1, "2022-01-01", "2023-03-31")
        #expect(share([ended]) == .share(part: 1, of: 1))
        #expect(share([ended, enrolment(1, "2022-05-01")]) == .share(part: 0, of: 1))
        // Into the next field the day after, and out of that.
        #expect(share([ended, enrolment(1, "2023-04-01", field: 2)]) == .share(part: 0, of: 1))
        #expect(share([ended, enrolment(1, "2023-04-01", "2023-07-01", field: 2)]) == .share(part: 1, of: 1))
        #expect(share([ended, enrolment(1, "2023-04-02", field: 2)]) == .share(part: 1, of: 1))
    }

    @Test("counts a person who comes twice once, as returned when one of the comings is")
    func returnedTwice() {
        let set = events(
            closures: [closure(1, 11, "2022-05-10", 1)],
            returns: [
                coming(11, "2023-05-20", area: 1), coming(11, "2023-05-02", area: 1), coming(12, "2023-05-02", area: 1),
            ])
        let measures = set.measures(.returnedShare(.assistance), months("2023-04", "2023-05"))
        #expect(measures == [.share(part: 0, of: 0), .share(part: 1, of: 2)])
        #expect(measures.map(\.number) == [nil, 50])
    }

    private func closure(
        _ household: UInt64, _ person: UInt64, _ date: String, _ reason: UInt8, key: UInt64 = 0
    ) -> Closures.Row {
        Closures.Row(key: key, household: household, person: person, date: day(date), reason: reason)
    }

    private func enrolment(
        _ person: UInt64, _ from: String, _ to: String? = nil, field: UInt8 = 1, endedTo: UInt8 = 0
    ) -> Enrolments.Row {
        Enrolments.Row(
            key: 0, person: person, field: field, from: day(from), to: to.map(day) ?? .open, endedTo: endedTo)
    }

    private func coming(_ person: UInt64, _ date: String, area: UInt8) -> Returns.Row {
        Returns.Row(key: 0, person: person, date: day(date), area: area)
    }
}
