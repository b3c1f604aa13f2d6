import AccessLog
import Accounts
import Collecting
import Definitions
import Foundation
import Register
import TestSupport
import Testing
import Vocabulary

@Suite("Questions and answers", .fewAtATime)
struct QuestionTests {
    let fixture: CollectingFixture
    let collecting: Collecting

    init() async throws {
        fixture = try await CollectingFixture()
        collecting = fixture.collecting
        try await fixture.contact("eva@myndighet.example", .authority, .reviewer)
    }

    private func time(_ text: String) throws -> Date { try CollectingFixture.time(text) }

    private func new(_ text: String, delivery: DeliveryNumber? = nil, email: String? = "anna@uppsala.se") -> NewQuestion
    {
        NewQuestion(
            collection: fixture.id, municipality: fixture.uppsala, delivery: delivery, topic: .codes, text: text,
            author: "Anna Ek", email: email)
    }

    @Test("follow each other in a thread, and each is told of by mail without what was written")
    func thread() async throws {
        let number = try await fixture.deliver(fixture.uppsala)
        let asked = try await collecting.ask(
            new("  Räknas SFI som kurs? \n", delivery: number), at: time("2013-04-05 09:00"))
        #expect((asked.status, asked.month, asked.delivery) == (.waiting, fixture.march, number))
        #expect(asked.entries.map(\.text) == ["Räknas SFI som kurs?"])
        let answered = try await collecting.answer(
            asked.id, text: "Bara yrkesinriktad.", author: "Eva", at: time("2013-04-05 10:00"))
        #expect(answered.status == .answered)
        let again = try await collecting.askOn(
            asked.id, text: "Och grundskola?", author: "Bo Ek", email: "bo@uppsala.se", at: time("2013-04-05 11:00"))
        #expect(again.status == .waiting)
        _ = try await collecting.answer(asked.id, text: "Nej.", author: "Eva", at: time("2013-04-05 12:00"))
        let closed = try await collecting.close(asked.id, by: "Eva", at: time("2013-04-05 13:00"))
        #expect(closed.status == .closed)
        #expect(closed.entries.map(\.isFromAuthority) == [false, true, false, true])
        #expect(closed.entries.map(\.author) == ["Anna Ek", "Eva", "Bo Ek", "Eva"])

        let mails = try await fixture.mails()
        // The authority is told of each question, the one who asked first that it came, and whoever asked last of answers.
        #expect(
            mails.map(\.to) == [
                "eva@myndighet.example", "anna@uppsala.se", "anna@uppsala.se", "eva@myndighet.example", "bo@uppsala.se",
            ])
        #expect(mails.map(\.subject)[0] == "Fråga från Uppsala: Koder och begrepp")
        #expect(mails.map(\.subject)[4] == "Svar på din fråga om Testinsamling 2013")
        #expect(mails.allSatisfy { $0.text.contains("/arbete/fragor/\(asked.id)") })
        for written in ["SFI", "yrkes", "grundskola", "Nej."] {
            #expect(mails.allSatisfy { !$0.text.contains(written) && !$0.subject.contains(written) })
        }
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.count { $0.act == .asked } == 2)
        #expect(log.count { $0.act == .answered } == 3)
    }

    @Test("are listed newest first, and by municipality and status")
    func listed() async throws {
        let first = try await collecting.ask(new("Ett?"), at: time("2013-04-05 09:00"))
        let second = try await collecting.ask(new("Två?"), at: time("2013-04-05 10:00"))
        _ = try await collecting.answer(first.id, text: "Ja.", author: "Eva", at: time("2013-04-05 11:00"))
        #expect(try await collecting.questions(fixture.id).map(\.id) == [second.id, first.id])
        #expect(try await collecting.questions(fixture.id, status: .waiting).map(\.id) == [second.id])
        #expect(try await collecting.questions(fixture.id, municipality: fixture.knivsta).isEmpty)
    }

    @Test("are told of to the collection's address when nobody at the authority has an account, and to contacts")
    func withoutAccounts() async throws {
        let fixture = try await CollectingFixture()
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala))
        let asked = try await fixture.collecting.ask(new("Ett?", email: nil), at: time("2013-04-05 09:00"))
        _ = try await fixture.collecting.answer(asked.id, text: "Ja.", author: "Eva", at: time("2013-04-05 10:00"))
        #expect(try await fixture.mails().map(\.to) == ["uls@scb.se", "anna@uppsala.se"])
    }

    @Test(
        "are refused blank, over 2,000 characters or with an identity number, which is not repeated",
        arguments: ["", " \n", String(repeating: "å", count: 2_001), "Gäller 811218-9876"])
    func refused(text: String) async throws {
        let error = await #expect(throws: CollectingError.self) {
            try await collecting.ask(new(text), at: time("2013-04-05 09:00"))
        }
        #expect(!String(describing: error).contains("811218"))
        #expect(try await collecting.questions(fixture.id).isEmpty)
        #expect(try await fixture.mails().isEmpty)
        // The longest there may be.
        _ = try await collecting.ask(new(String(repeating: "å", count: 2_000)), at: time("2013-04-05 09:00"))
    }

    @Test("cannot be about another municipality's delivery")
    func notTheirs() async throws {
        let number = try await fixture.deliver(fixture.knivsta)
        await #expect(throws: CollectingError.self) {
            try await collecting.ask(new("Ett?", delivery: number), at: time("2013-04-05 09:00"))
        }
    }

    @Test("are compiled week by week by topic and month, with declines and comments, as the survey unit did")
    func summary() async throws {
        let form = try #require(fixture.collection.form)
        // The Sunday before, the week's first and last minute, the Monday after.
        for time in ["2013-04-14 23:59", "2013-04-15 00:00", "2013-04-21 23:59", "2013-04-22 00:00"] {
            _ = try await collecting.ask(new("Kod \(time)?"), at: self.time(time))
        }
        var about = new("Anstånd?")
        (about.topic, about.month) = (.time, fixture.april)
        _ = try await collecting.ask(about, at: time("2013-04-16 09:00"))
        let first = try #require(try await collecting.questions(fixture.id).last)
        _ = try await collecting.answer(first.id, text: "Ja.", author: "Eva", at: time("2013-04-17 10:00"))
        try await fixture.decline(fixture.knivsta, at: "2013-04-17 09:00")
        try await fixture.decline(fixture.boras, at: "2013-04-10 09:00")
        try await fixture.register.comment(
            Comments(
                collection: fixture.id, municipality: fixture.uppsala, texts: ["insatser": "Bra."], sender: "Anna Ek",
                receivedAt: time("2013-04-18 09:00")), form: form)

        let week = try #require(Week(iso: "2013-W16"))
        let summary = try await collecting.summary(fixture.id, week)
        #expect(
            summary.groups.map { "\($0.topic) \($0.month?.iso ?? "–") \($0.count)" } == ["time 2013-04 1", "codes – 2"])
        #expect(summary.declines.map(\.municipality) == [fixture.knivsta])
        #expect(summary.comments.map(\.municipality) == [fixture.uppsala])
        #expect(summary.unanswered.count == 4)

        // Sent on the Monday after, from seven, once.
        let early = try await collecting.runScheduled(at: time("2013-04-22 06:59"))
        #expect(early.summaries == [])
        let work = try await collecting.runScheduled(at: time("2013-04-22 07:00"))
        #expect(work.summaries.map(\.week) == [week])
        #expect(try await collecting.runScheduled(at: time("2013-04-22 07:01")).summaries == [])
        #expect(try await collecting.runScheduled(at: time("2013-04-28 23:59")).summaries == [])
        let mail = try #require(try await fixture.mails("summary").first)
        #expect(mail.to == "eva@myndighet.example")
        #expect(mail.subject == "Frågor och svar vecka 16 2013: Testinsamling 2013")
        #expect(
            mail.text.contains(
                """
                Veckan 15 april 2013 – 21 april 2013

                Nya frågor: 3
                - Tider och anstånd, april 2013: 1
                - Koder och begrepp: 2
                Väntar på svar: 4
                Avstår: 1 (Knivsta)
                Har lämnat synpunkter: 1 (Uppsala)
                """))
        #expect(!mail.text.contains("inte tid") && !mail.text.contains("Bra."))
        // Nothing is sent when nothing runs and nobody has said anything.
        let quiet = try await CollectingFixture()
        #expect(try await quiet.collecting.runScheduled(at: time("2013-03-25 09:00")).isEmpty)
    }
}
