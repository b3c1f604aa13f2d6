import AccessLog
import Foundation
import Register
import Review
import TestSupport
import Testing
import Vocabulary

@Suite("Automatic approval", .fewAtATime)
struct AutomaticApprovalTests {
    @Test("Without warnings, free texts and large changes a delivery is approved by itself, and says so")
    func standard() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-25T08:00:00Z")
        let quiet = try await fixture.deliver([fixture.file(fixture.quiet(3))], at: "2013-04-25T07:00:00Z")
        let described = try await fixture.deliver([
            fixture.file([["reg_8": "X", "ovrig_text": "Validering"]], "insatser", fixture.knivsta)
        ])
        // Late, but that says nothing about its figures.
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == quiet)
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == [])
        let number = try #require(quiet.first)
        #expect(try await fixture.review.state(of: number) == .approvedAutomatically(at: time))
        #expect(try await fixture.review.waiting(in: fixture.collection).map(\.receipt.number) == described)
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.first?.act == .approved && log.first?.actor == "automatiskt")
        // A person may think otherwise without ado.
        try await fixture.review.return(number, message: "Fel månad.", by: "Bo Ek", at: time)
        #expect(try await fixture.review.state(of: number).isReturned)
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == [])
    }

    @Test("The authority says what is approved by itself, and who said so is logged")
    func setting() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-25T08:00:00Z")
        let id = fixture.id
        try await fixture.deliver([fixture.file(fixture.quiet(3))], at: "2013-04-25T07:00:00Z")
        let off = AutomaticApproval(isOn: false, blocking: [])
        try await fixture.review.setAutomaticApproval(off, collection: id, by: "Bo Ek", at: time)
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == [])
        let strict = AutomaticApproval(isOn: true, blocking: [.late, .freeTexts])
        try await fixture.review.setAutomaticApproval(strict, collection: id, by: "Bo Ek", at: time)
        #expect(try await fixture.review.automaticApproval(collection: id) == strict)
        #expect(try await fixture.review.automaticApproval(collection: "annan") == .standard)
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == [])
        let log = try await AccessLog(fixture.database).events(about: .authority)
        #expect(log.map(\.act) == [.changedSetting, .changedSetting])
    }

    @Test("Each table is compared with the newest delivery before that stands and has it")
    func tablesApart() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-25T08:00:00Z")
        try await fixture.deliver([fixture.file(fixture.quiet(100))], at: "2013-04-04T07:00:00Z")
        try await fixture.deliver(
            [fixture.file(fixture.closures(100), "avslutsorsaker")], at: "2013-04-05T07:00:00Z")
        let whole = try await fixture.deliver(
            [fixture.file(fixture.quiet(3)), fixture.file(fixture.closures(100), "avslutsorsaker")],
            at: "2013-04-06T07:00:00Z")
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time).isEmpty)
        let waiting = try await fixture.review.waiting(in: fixture.collection)
        let reasons = waiting.first { $0.receipt.number == whole.first }?.reasons ?? []
        #expect(
            reasons.contains(.largeChange(table: "insatser", from: 100, to: 3, since: .supersededDelivery)))
    }
}
