import Extraction
import Foundation
import Indicators
import Testing
import Vocabulary

@testable import Commands

@Suite("What the test collection is made of") struct TestCollectionEventsTests {
    /// Household 1 with its co-applicant 11 and the child 13, all told as closed; 2 with only a child beside.
    @Test("a child that is closed with its household has no reason of its own")
    func children() throws {
        let day = { (iso: String) throws -> Int32 in Int32(try #require(Day(iso: iso)).number) }
        let (from, closed) = (try day("2013-01-01"), try day("2013-04-10"))
        var rows = EventRows()
        rows.members = [
            .init(key: 1, household: 1, person: 11, role: 2, from: from),
            .init(key: 2, household: 1, person: 13, role: 3, from: from),
            .init(key: 3, household: 2, person: 23, role: 3, from: from),
        ]
        for (household, person) in [(1, 1), (1, 11), (1, 13), (2, 2), (2, 23)] as [(UInt64, UInt64)] {
            rows.closures.append(
                .init(key: 10 * person, household: household, person: person, date: closed, reason: 1))
        }
        let history = EventHistory([.init(knownFrom: Date(timeIntervalSince1970: 1_367_000_000), rows: rows)])
        let closures = TestCollectionEvents(history, extracted: try #require(Day(iso: "2013-05-05"))).closures
        #expect(closures.map(\.household.rawValue) == [1, 1, 2])
    }

    /// The co-applicant 11 of household 1 is paid, and trains; 2 is paid without a case and stays a household.
    @Test("assistance paid to the co-applicant is the household's, whose measures are then of two")
    func payee() throws {
        let day = { (iso: String) throws -> Int32 in Int32(try #require(Day(iso: iso)).number) }
        let (from, paid) = (try day("2013-01-01"), try day("2013-04-25"))
        var rows = EventRows()
        rows.cases = [.init(key: 1, household: 1, from: from)]
        rows.members = [.init(key: 2, household: 1, person: 11, role: 2, from: from)]
        rows.payments = [
            .init(key: 3, household: 11, date: paid, amount: 500_000),
            .init(key: 4, household: 2, date: paid, amount: 500_000),
        ]
        rows.enrolments = [.init(key: 5, person: 11, from: from, measure: 1)]
        let history = EventHistory([.init(knownFrom: Date(timeIntervalSince1970: 1_367_000_000), rows: rows)])
        let events = TestCollectionEvents(history, extracted: try #require(Day(iso: "2013-05-05")))
        let match = events.match(try #require(Month(iso: "2013-04")))
        #expect(match.households.map(\.household.rawValue) == [1, 2])
        #expect(match.households.map(\.coApplicant) == [[1], nil] && match.matched == 1)
    }
}
