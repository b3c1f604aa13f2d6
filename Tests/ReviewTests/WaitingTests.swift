import Checking
import Foundation
import Register
import Review
import TestSupport
import Testing
import Vocabulary

@Suite("Deliveries that wait for review", .fewAtATime)
struct WaitingTests {
    @Test("Those that count and are not decided on wait, oldest first, with what there is to look at")
    func reasons() async throws {
        let fixture = try await ReviewFixture()
        let described = [
            ["reg_8": "X", "ovrig_text": "Validering"], ["med_8": "3", "reg_0": "X", "ovrig_text": "SFI"],
        ]
        let late = try await fixture.deliver(
            [fixture.file(described, "insatser", fixture.knivsta)], at: "2013-04-22T22:30:00Z")
        let inTime = try await fixture.deliver([fixture.file(fixture.quiet(3))], at: "2013-04-22T21:30:00Z")
        let waiting = try await fixture.review.waiting(in: fixture.collection)
        #expect(waiting.map(\.receipt.number) == inTime + late)
        #expect(waiting.first?.reasons == [])
        let kinds = try #require(waiting.last?.reasons.map(\.kind))
        #expect(kinds == [.confirmedWarnings, .freeTexts, .late])
        #expect(waiting.last?.reasons.contains(.freeTexts(households: 2)) == true)
        // Half past midnight in Sweden on the 23rd; the last day was the 22nd.
        #expect(try waiting.last?.reasons.contains(.late(due: #require(Day(iso: "2013-04-22")))) == true)
    }

    @Test("Cells corrected on the page are something to look at")
    func corrected() async throws {
        let fixture = try await ReviewFixture()
        var file = fixture.file(fixture.quiet(3))
        file.corrections = [CellCorrection(CellPlace(row: 2, column: 3), text: "x")]
        try await fixture.deliver([file])
        #expect(try await fixture.review.waiting(in: fixture.collection).first?.reasons == [.corrected(cells: 1)])
    }

    @Test("An extension moves the last day")
    func extension_() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(fixture.quiet(3))], at: "2013-04-25T07:00:00Z")
        let day = try #require(Day(iso: "2013-04-25"))
        #expect(try await fixture.review.waiting(in: fixture.collection).first?.reasons.map(\.kind) == [.late])
        #expect(try await fixture.review.waiting(in: fixture.collection, due: { _ in day }).first?.reasons == [])
    }

    @Test("A large change is seen against the month before and against the delivery that was replaced")
    func largeChange() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(fixture.quiet(20))])
        try await fixture.deliver(
            [fixture.file(fixture.quiet(13), "insatser", fixture.uppsala, fixture.april)], at: "2013-05-06T07:00:00Z")
        let reasons = try await fixture.review.waiting(in: fixture.collection).map(\.reasons)
        #expect(reasons == [[], [.largeChange(table: "insatser", from: 20, to: 13, since: .monthBefore)]])
        try await fixture.deliver([fixture.file(fixture.quiet(27))], at: "2013-05-07T07:00:00Z")
        let newest = try await fixture.review.waiting(in: fixture.collection).last?.reasons
        #expect(
            newest == [
                .largeChange(table: "insatser", from: 20, to: 27, since: .supersededDelivery),
                .late(due: try #require(Day(iso: "2013-04-22"))),
            ])
    }

    @Test("No households where there were many is a large change")
    func nothing() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(fixture.quiet(20))])
        _ = try await fixture.register.nothingToReport(
            collection: fixture.id, definitionVersion: 1, tables: ["insatser"],
            municipality: fixture.uppsala, month: fixture.april, sender: "Anna Ek",
            receivedAt: try ReviewFixture.time("2013-05-06T07:00:00Z"))
        #expect(
            try await fixture.review.waiting(in: fixture.collection).last?.reasons
                == [.largeChange(table: "insatser", from: 20, to: 0, since: .monthBefore)])
    }

    @Test("What was superseded, withdrawn or decided does not wait")
    func notWaiting() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        try await fixture.deliver([fixture.file(fixture.quiet(3))])
        let second = try await fixture.deliver([fixture.file(fixture.quiet(4))], at: "2013-04-05T07:00:00Z")
        let other = try #require(
            try await fixture.deliver([fixture.file(fixture.quiet(3), "insatser", fixture.knivsta)]).first)
        #expect(
            Set(try await fixture.review.waiting(in: fixture.collection).map(\.receipt.number)) == Set(second + [other])
        )
        try await fixture.review.approve(other, by: "Bo Ek", at: time)
        let withdrawn = try #require(second.first)
        _ = try await fixture.register.withdraw(withdrawn, reason: "Fel.", sender: "Anna Ek", at: time)
        // What it had superseded counts again, and was never decided on.
        #expect(try await fixture.review.waiting(in: fixture.collection).map(\.receipt.number.sequence) == [1])
        #expect(
            try await fixture.review.waiting(in: fixture.collection, months: fixture.april...fixture.april).isEmpty)
    }

    @Test("A delivery of closures leaves the measures waiting as they were")
    func otherTable() async throws {
        let fixture = try await ReviewFixture()
        let measures = try await fixture.deliver([fixture.file(fixture.quiet(3))])
        let closures = try await fixture.deliver(
            [fixture.file(fixture.closures(2), "avslutsorsaker")], at: "2013-04-05T07:00:00Z")
        #expect(try await fixture.review.waiting(in: fixture.collection).map(\.receipt.number) == measures + closures)
    }
}
