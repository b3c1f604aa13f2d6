import Collecting
import Definitions
import Foundation
import Register
import Review
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("Mails about deliveries", .fewAtATime)
struct LetterTests {
    let fixture: CollectingFixture

    init() async throws {
        fixture = try await CollectingFixture()
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala))
        try await fixture.registrar("registrator@knivsta.se", fixture.knivsta)
    }

    private func run(_ text: String) async throws -> Int {
        try await fixture.collecting.runScheduled(at: CollectingFixture.time(text)).letters
    }

    @Test("are a receipt, and later that it is approved, each once")
    func receiptThenApproval() async throws {
        let number = try await fixture.deliver(fixture.uppsala, at: "2013-04-04 09:31")
        #expect(try await run("2013-04-04 09:32") == 0)
        #expect(try await run("2013-04-04 09:33") == 1)
        #expect(try await run("2013-04-04 09:34") == 0)
        try await fixture.review.approve(number, by: "Eva", at: CollectingFixture.time("2013-04-08 10:00"))
        #expect(try await run("2013-04-08 10:00") == 1)
        #expect(try await run("2013-04-08 10:01") == 0)
        let mails = try await fixture.mails()
        #expect(
            mails.prefix(2).map(\.subject) == [
                "Inlämnad: Testinsamling 2013, mars 2013, Uppsala", "Godkänd: Testinsamling 2013, mars 2013, Uppsala",
            ])
        #expect(mails[0].text.contains("Leveransnummer 2013-03-0380-1."))
        #expect(mails[0].text.contains("Kvitto: https://statistik.example/arbete/leveranser/2013-03-0380-1"))
        #expect(mails[0].text.contains("Vi granskar senast 6 maj 2013."))
        #expect(mails[1].text.contains("Ni behöver inte göra något mer."))
    }

    @Test("are one when a delivery is approved at once")
    func approvedAtOnce() async throws {
        let number = try await fixture.deliver(fixture.uppsala, at: "2013-04-04 09:31")
        try await fixture.review.approve(number, by: "Eva", at: CollectingFixture.time("2013-04-04 09:31"))
        #expect(try await run("2013-04-04 09:40") == 1)
        #expect(try await fixture.mails().map(\.reason) == ["approved"])
    }

    @Test("say that a delivery is returned but not why, also to a registrar")
    func returned() async throws {
        let number = try await fixture.deliver(fixture.knivsta, at: "2013-04-04 09:31")
        try await fixture.review.return(
            number, message: "Rad 14 är hemlig", by: "Eva", at: CollectingFixture.time("2013-04-08 10:00"))
        #expect(try await run("2013-04-08 10:01") == 1)
        let mail = try #require(try await fixture.mails().first)
        #expect((mail.to, mail.reason) == ("registrator@knivsta.se", "returned"))
        #expect(mail.text.contains("Sista dag är måndag 22 april 2013."))
        #expect(!mail.text.contains("hemlig"))
    }

    @Test("are not written about what is old, taken back or replaced")
    func old() async throws {
        try await fixture.deliver(fixture.uppsala, at: "2013-04-04 09:31")
        let second = try await fixture.deliver(fixture.uppsala, at: "2013-04-05 09:31")
        _ = try await fixture.register.withdraw(
            second, reason: "Fel", sender: "Anna Ek", at: CollectingFixture.time("2013-04-05 09:32"))
        #expect(try await run("2013-04-05 09:40") == 0)
    }

    @Test("are of the language that their reader has chosen")
    func english() async throws {
        try await fixture.database.write { try $0.execute("UPDATE person SET language = 'en'") }
        try await fixture.deliver(fixture.uppsala, at: "2013-04-04 09:31")
        #expect(try await run("2013-04-04 09:40") == 1)
        let mail = try #require(try await fixture.mails().first)
        #expect(mail.subject == "Delivered: Test collection 2013, March 2013, Uppsala")
        #expect(mail.text.hasPrefix("Hello,\n\nThe figures are delivered. Delivery number 2013-03-0380-1.\n"))
    }
}
