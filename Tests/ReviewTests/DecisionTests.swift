import AccessLog
import Foundation
import Register
import Review
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("Decisions on deliveries", .fewAtATime)
struct DecisionTests {
    @Test("A delivery waits until somebody decides, and every decision stays in its history")
    func history() async throws {
        let fixture = try await ReviewFixture()
        let number = try #require(try await fixture.deliver([fixture.file(fixture.quiet(3))]).first)
        let (first, then) = (
            try ReviewFixture.time("2013-04-05T08:00:00Z"), try ReviewFixture.time("2013-04-05T09:00:00Z")
        )
        #expect(try await fixture.review.state(of: number) == .waiting)
        try await fixture.review.return(number, message: " Kod 0 saknas. ", by: "Lisa Nu", at: first)
        #expect(
            try await fixture.review.state(of: number)
                == .returned(message: "Kod 0 saknas.", by: "Lisa Nu", at: first))
        try await fixture.review.approve(number, by: "Bo Ek", at: then, changing: true)
        #expect(try await fixture.review.state(of: number) == .approved(by: "Bo Ek", at: then))
        #expect(try await fixture.review.history(of: number).map(\.state.isApproved) == [false, true])
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.map(\.act) == [.approved, .returned, .delivered])
        #expect(log.first?.subject == number.description)
    }

    @Test("Another person's decision is not replaced unseen")
    func twoReviewers() async throws {
        let fixture = try await ReviewFixture()
        let number = try #require(try await fixture.deliver([fixture.file(fixture.quiet(3))]).first)
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        try await fixture.review.return(number, message: "Kod 0 saknas.", by: "Lisa Nu", at: time)
        await #expect {
            try await fixture.review.approve(number, by: "Bo Ek", at: time)
        } throws: {
            if case ReviewError.alreadyDecided(number, .returned("Kod 0 saknas.", "Lisa Nu", time)) = $0 {
                true
            } else {
                false
            }
        }
        try await fixture.review.approve(number, by: "Bo Ek", at: time, changing: true)
        await #expect(throws: ReviewError.self) {
            try await fixture.review.approve(number, by: "Lisa Nu", at: time, changing: true)
        }
        #expect(try await fixture.review.history(of: number).count == 2)
    }

    @Test("A new delivery needs a new decision, and the one it took over from can no longer be decided on")
    func newDelivery() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        let first = try #require(try await fixture.deliver([fixture.file(fixture.quiet(3))]).first)
        try await fixture.review.approve(first, by: "Bo Ek", at: time)
        let second = try #require(
            try await fixture.deliver([fixture.file(fixture.quiet(4))], at: "2013-04-06T07:00:00Z").first)
        #expect(
            try await fixture.review.states(collection: fixture.id, month: fixture.march)
                == [first: .approved(by: "Bo Ek", at: time)])
        await #expect {
            try await fixture.review.return(first, message: "Fel fil.", by: "Bo Ek", at: time, changing: true)
        } throws: {
            if case ReviewError.superseded(first, by: second) = $0 { true } else { false }
        }
    }

    @Test("The same file after a return is a new delivery that a person looks at; after an approval it is the old one")
    func sameAfterReturn() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        let file = fixture.file(fixture.quiet(3))
        let first = try #require(try await fixture.deliver([file]).first)
        try await fixture.review.return(first, message: "Kod 0 saknas.", by: "Bo Ek", at: time)
        let second = try await fixture.deliver([file], at: "2013-04-06T07:00:00Z")
        #expect(second.map(\.sequence) == [2])
        #expect(try await fixture.deliver([file], at: "2013-04-06T07:00:01Z") == second)
        #expect(try await fixture.review.approveAutomatically(in: fixture.collection, at: time) == [])
        #expect(try await fixture.review.waiting(in: fixture.collection).map(\.receipt.number) == second)
        try await fixture.review.return(second[0], message: "Kod 0 saknas.", by: "Bo Ek", at: time)
        try await fixture.review.approve(second[0], by: "Bo Ek", at: time, changing: true)
        #expect(try await fixture.deliver([file], at: "2013-04-07T07:00:00Z") == second)
    }

    @Test("What was returned before the register was told of returns can be delivered again as well")
    func returnedBefore() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        let files = [fixture.file(fixture.quiet(3)), fixture.file(fixture.quiet(3), "insatser", fixture.knivsta)]
        let (first, other) = (try await fixture.deliver([files[0]])[0], try await fixture.deliver([files[1]])[0])
        for number in [first, other] {
            try await fixture.review.return(number, message: "Kod 0 saknas.", by: "Bo Ek", at: time)
        }
        try await fixture.review.approve(other, by: "Bo Ek", at: time, changing: true)
        try await fixture.database.write { transaction in
            try transaction.execute("DELETE FROM asked_anew")
            try transaction.execute("DELETE FROM migration WHERE name = 'review/0002-asked-anew'")
        }
        _ = try await Review(fixture.database, register: fixture.register)
        #expect(try await fixture.deliver([files[0]])[0].sequence == 2)
        #expect(try await fixture.deliver([files[1]])[0] == other)
    }

    @Test("A withdrawn delivery is not decided on")
    func withdrawn() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        let number = try #require(try await fixture.deliver([fixture.file(fixture.quiet(3))]).first)
        _ = try await fixture.register.withdraw(number, reason: "Fel månad.", sender: "Anna Ek", at: time)
        await #expect {
            try await fixture.review.approve(number, by: "Bo Ek", at: time)
        } throws: {
            if case ReviewError.withdrawn(number) = $0 { true } else { false }
        }
    }

    @Test(
        "What is said to a municipality says something, is short, and has no identity number",
        arguments: [" ", "Se 640823-3234.", String(repeating: "a", count: 1_001)])
    func message(_ text: String) async throws {
        let fixture = try await ReviewFixture()
        let number = try #require(try await fixture.deliver([fixture.file(fixture.quiet(3))]).first)
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        await #expect(throws: ReviewError.self) {
            try await fixture.review.return(number, message: text, by: "Bo Ek", at: time)
        }
        #expect(try await fixture.review.history(of: number).isEmpty)
        try await fixture.review.return(number, message: String(repeating: "å", count: 1_000), by: "Bo Ek", at: time)
    }

    @Test("Decisions are read in the order they were made, from the last one known")
    func sweep() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-04-05T08:00:00Z")
        let numbers = try await fixture.deliver([
            fixture.file(fixture.quiet(3)), fixture.file(fixture.quiet(3), "insatser", fixture.knivsta),
        ])
        for number in numbers { try await fixture.review.approve(number, by: "Bo Ek", at: time) }
        let id = fixture.id
        let all = try await fixture.database.read { try $0.decisions(collection: id, after: 0) }
        #expect(all.map(\.number) == numbers)
        let (collection, month, municipality) = (fixture.id, fixture.march, fixture.knivsta)
        let own = try await fixture.database.read {
            try $0.reviewStates(collection: collection, months: month...month, municipality: municipality)
        }
        #expect(own.keys.map(\.municipality) == [municipality])
        let first = try #require(all.first?.id)
        #expect(try await fixture.database.read { try $0.decisions(collection: id, after: first) }.count == 1)
    }
}
