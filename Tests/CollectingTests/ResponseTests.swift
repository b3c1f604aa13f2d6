import Collecting
import Definitions
import Foundation
import Register
import Review
import TestSupport
import Testing
import Vocabulary

@Suite("Answers day by day", .fewAtATime)
struct ResponseTests {
    @Test("are counted from the day of opening, beside the period before")
    func series() async throws {
        let fixture = try await CollectingFixture()
        let stockholm = try #require(Municipality(code: "0180"))
        // March opened 2 April; day 1 has what came before, and the same municipality counts once.
        try await fixture.deliver(fixture.uppsala, at: "2013-03-28 10:00")
        try await fixture.deliver(fixture.uppsala, at: "2013-04-04 10:00")
        try await fixture.deliver(fixture.knivsta, at: "2013-04-04 23:59")
        try await fixture.deliver(stockholm, at: "2013-04-30 10:00")
        let withdrawn = try await fixture.deliver(fixture.boras, at: "2013-04-04 10:00")
        _ = try await fixture.register.withdraw(
            withdrawn, reason: "Fel", sender: "Bo", at: CollectingFixture.time("2013-04-05 10:00"))
        // What was returned is no answer, here as in the overview.
        let malmo = try #require(Municipality(code: "1280"))
        let returned = try await fixture.deliver(malmo, at: "2013-04-04 10:00")
        try await fixture.review.return(
            returned, message: "Titta igen.", by: "Eva", at: CollectingFixture.time("2013-04-06 10:00"))
        // April opened 2 May.
        try await fixture.deliver(fixture.boras, fixture.april, at: "2013-05-03 00:00")
        let series = try await fixture.collecting.response(
            fixture.id, fixture.april, at: CollectingFixture.time("2013-05-04 12:00"))
        #expect((series.owing, series.previousOwing, series.previousMonth) == (290, 290, fixture.march))
        #expect(series.days.prefix(4).map(\.answered) == [0, 1, 1, nil])
        #expect(series.days.prefix(4).map(\.previous) == [1, 1, 2, 2])
        #expect(series.days.prefix(2).map(\.day.iso) == ["2013-05-02", "2013-05-03"])
        #expect(series.days.prefix(2).compactMap(\.previousDay?.iso) == ["2013-04-02", "2013-04-03"])
        // Until Stockholm's late answer, 28 days after the opening of March.
        #expect(series.days.count == 29)
        #expect(series.days.last?.previous == 3)

        let first = try await fixture.collecting.response(
            fixture.id, fixture.march, county: County.all.first { $0.code == "03" },
            at: CollectingFixture.time("2013-06-01 12:00"))
        #expect((first.owing, first.previousMonth, first.days.count) == (8, nil, 21))
        #expect(first.days.map(\.answered) == [1, 1] + Array(repeating: 2, count: 19))
        #expect(first.days.allSatisfy { $0.previous == nil })
    }
}
