import AccessLog
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

@Suite("Reminders", .fewAtATime)
struct ReminderTests {
    let fixture: CollectingFixture
    let collecting: Collecting

    init() async throws {
        fixture = try await CollectingFixture()
        collecting = fixture.collecting
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala))
        try await fixture.contact("bo@boras.se", .municipality(fixture.boras))
        try await fixture.registrar("registrator@knivsta.se", fixture.knivsta)
    }

    private func time(_ text: String) throws -> Date { try CollectingFixture.time(text) }

    private func draft(
        _ municipalities: [Municipality], formKey: String? = nil, at time: String = "2013-04-23 09:00"
    ) async throws -> ReminderDraft {
        ReminderDraft(
            collection: fixture.id, month: fixture.march, municipalities: municipalities,
            text: try await collecting.reminderText(fixture.id, fixture.march, at: self.time(time)), formKey: formKey)
    }

    @Test("by hand go to contacts, else to the registrar, and say who has neither")
    func byHand() async throws {
        let nobody = try #require(Municipality(code: "0180"))
        let draft = try await draft([fixture.uppsala, fixture.knivsta, fixture.boras, nobody])
        let previews = try await collecting.preview(draft, at: time("2013-04-23 09:00"))
        #expect(previews.map(\.outcome) == [.noAddress, .sentToRegistrar, .sent, .sent])
        #expect(try await fixture.mails() == [])
        let round = try await collecting.remind(draft, by: "Eva", at: time("2013-04-23 09:01"))
        #expect(round.reminders.map(\.outcome) == previews.map(\.outcome))
        #expect(
            round.reminders.map(\.addresses) == [
                [], ["registrator@knivsta.se"], ["anna@uppsala.se"], ["bo@boras.se"],
            ])
        let mails = try await fixture.mails("reminder")
        #expect(mails.map(\.to) == round.reminders.flatMap(\.addresses))
        // What is sent is what was shown.
        #expect(mails.map(\.text) == previews.filter(\.outcome.isSent).map(\.text.text))
        #expect(mails[1].subject == "Påminnelse: Testinsamling 2013, mars 2013")
        #expect(
            mails[1].text == """
                Hej!

                Vi har inte fått in Uppsalas uppgifter för mars 2013. Sista dag var 22 april 2013.

                Lämna uppgifterna här:
                https://statistik.example/arbete/lamna/2013-03

                Om ni inte har något att rapportera, tala om det på samma sida. Behöver ni mer tid? Hör av er.

                Vänliga hälsningar
                Socialstyrelsen

                Frågor: Uppgiftslämnarservice, SCB, uls@scb.se, tfn 019-17 60 65

                """)
        // A name that ends in s takes no other.
        #expect(mails[2].text.contains("fått in Borås uppgifter för"))
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.contains { $0.act == .reminded && $0.actor == "Eva" && $0.subject == "testinsamling-2013 2013-03" })
        let row = try await fixture.row(fixture.uppsala, at: "2013-04-23 10:00")
        #expect((row.reminders, row.lastReminder) == (1, try time("2013-04-23 09:01")))
        #expect(try await fixture.row(nobody, at: "2013-04-23 10:00").reminders == 0)
        #expect(try await collecting.reminderRounds(fixture.id, fixture.march) == [round])
    }

    @Test("leave out whoever answers or declines between the list and the sending")
    func meanwhile() async throws {
        let draft = try await draft([fixture.uppsala, fixture.knivsta, fixture.boras])
        #expect(try await collecting.preview(draft, at: time("2013-04-23 09:00")).allSatisfy(\.outcome.isSent))
        try await fixture.deliver(fixture.uppsala, at: "2013-04-23 09:00")
        try await fixture.nothing(fixture.boras, at: "2013-04-23 09:00")
        try await fixture.decline(fixture.knivsta, at: "2013-04-23 09:00")
        let round = try await collecting.remind(draft, by: "Eva", at: time("2013-04-23 09:01"))
        #expect(round.reminders.map(\.outcome) == [.declined, .answered, .answered])
        #expect(try await fixture.mails("reminder") == [])
    }

    @Test("remind of a delivery that was returned, and not of one that waits for review")
    func returned() async throws {
        let number = try await fixture.deliver(fixture.uppsala)
        try await fixture.deliver(fixture.boras)
        try await fixture.review.return(number, message: "Fel månad", by: "Eva", at: time("2013-04-05 09:00"))
        let round = try await collecting.remind(
            draft([fixture.uppsala, fixture.boras]), by: "Eva", at: time("2013-04-23 09:01"))
        #expect(round.reminders.map(\.outcome) == [.sent, .answered])
    }

    @Test("are sent once by the same form, however often it is sent")
    func formKey() async throws {
        let draft = try await draft([fixture.uppsala], formKey: "k1")
        let first = try await collecting.remind(draft, by: "Eva", at: time("2013-04-23 09:01"))
        let second = try await collecting.remind(draft, by: "Eva", at: time("2013-04-23 09:02"))
        #expect(first == second)
        #expect(try await fixture.mails("reminder").count == 1)
        // Without a key, or with another, it is another reminder.
        _ = try await collecting.remind(
            self.draft([fixture.uppsala], formKey: "k2"), by: "Eva", at: time("2013-04-23 09:03"))
        #expect(try await fixture.mails("reminder").count == 2)
    }

    @Test("of the calendar go by themselves on their day, once, to those who have not answered")
    func calendar() async throws {
        try await fixture.deliver(fixture.boras)
        let none = try await collecting.runScheduled(at: time("2013-04-15 07:59"))
        #expect(none.reminders == [])
        let work = try await collecting.runScheduled(at: time("2013-04-15 08:00"))
        let round = try #require(work.reminders.first)
        #expect((round.ordinal, round.count(.sent), round.count(.sentToRegistrar)) == (1, 1, 1))
        // Borås has answered, and is not of the round.
        #expect((round.count(.noAddress), round.reminders.count) == (287, 289))
        let mail = try #require(try await fixture.mails("reminder").first { $0.to == "anna@uppsala.se" })
        #expect(mail.text.contains("Sista dag är 22 april 2013."))
        for later in ["2013-04-15 08:01", "2013-04-16 09:00"] {
            #expect(try await collecting.runScheduled(at: time(later)).reminders == [])
        }
        // The next is that of April.
        let next = try await collecting.runScheduled(at: time("2013-05-13 08:00")).reminders
        #expect(next.map(\.month) == [fixture.april])
    }

    @Test("of the calendar pass by whoever has more time, and a day missed by a week")
    func passedBy() async throws {
        try await collecting.extend(
            fixture.id, fixture.march, fixture.uppsala, until: #require(Day(iso: "2013-04-29")), reason: "Sjukdom",
            by: "Eva", at: time("2013-04-12 09:00"))
        let round = try #require(try await collecting.runScheduled(at: time("2013-04-15 09:00")).reminders.first)
        #expect(round.reminders.first { $0.municipality == fixture.uppsala }?.outcome == .extended)
        // By hand the authority decides.
        let draft = try await draft([fixture.uppsala])
        #expect(try await collecting.preview(draft, at: time("2013-04-15 10:00")).map(\.outcome) == [.sent])

        let late = try await CollectingFixture()
        #expect(try await late.collecting.runScheduled(at: time("2013-04-22 09:00")).reminders == [])
    }

    @Test("of the calendar are sent once by two nodes that run at the same time")
    func concurrent() async throws {
        let path = fixture.folder.url.path
        let nodes = try await [
            CollectingFixture.open(SQLiteDatabase(folder: path), fixture.collection, fixture.population),
            CollectingFixture.open(SQLiteDatabase(folder: path), fixture.collection, fixture.population),
        ]
        let time = try time("2013-04-15 09:00")
        let works = try await withThrowingTaskGroup(of: ScheduledWork.self) { group in
            for run in 0..<8 { group.addTask { try await nodes[run % 2].runScheduled(at: time) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(works.flatMap(\.reminders).count == 1)
        #expect(works.flatMap(\.summaries).count == 1)
        #expect(
            try await fixture.mails("reminder").map(\.to).sorted() == [
                "anna@uppsala.se", "bo@boras.se", "registrator@knivsta.se",
            ])
    }

    @Test("from the third on go to the manager too")
    func manager() async throws {
        try await collecting.setManager(
            "chef@uppsala.se", of: fixture.uppsala, by: "Anna Ek", at: time("2013-04-02 09:00"))
        #expect(try await collecting.managers() == [fixture.uppsala: "chef@uppsala.se"])
        await #expect(throws: CollectingError.self) {
            try await collecting.setManager("chefen", of: fixture.uppsala, by: "Anna Ek", at: Date())
        }
        // The same months with three reminders each.
        let periods = fixture.collection.calendar.periods.map {
            CollectionPeriod(
                month: $0.month, opens: $0.opens, due: $0.due, reminders: ["2013-04-19", "2013-04-23", "2013-05-02"])
        }
        let collection = Definitions.Collection(
            id: fixture.id, version: 1, title: fixture.collection.title, description: fixture.collection.description,
            authority: "Socialstyrelsen", source: "", codeLists: [], tables: fixture.collection.tables, form: nil,
            calendar: CollectionCalendar(periods: [try #require(periods.first)]))
        let threefold = try await CollectingFixture.open(fixture.database, collection, nil)
        var to: [[String]] = []
        for day in ["2013-04-19", "2013-04-23", "2013-05-02"] {
            let work = try await threefold.runScheduled(at: time("\(day) 09:00"))
            to.append(
                work.reminders.flatMap(\.reminders).first { $0.municipality == fixture.uppsala }?.addresses ?? [])
        }
        #expect(to == [["anna@uppsala.se"], ["anna@uppsala.se"], ["anna@uppsala.se", "chef@uppsala.se"]])
        try await collecting.setManager(nil, of: fixture.uppsala, by: "Anna Ek", at: time("2013-05-03 09:00"))
        #expect(try await collecting.managers() == [:])
    }

    @Test("begin with the text that was saved, one for before the last day and one for after")
    func saved() async throws {
        let text = ReminderText(subject: "Snart sista dag", text: "{kommun}: {datum}")
        try await collecting.save(text, for: .before, fixture.id, by: "Eva", at: time("2013-04-01 09:00"))
        let work = try await collecting.runScheduled(at: time("2013-04-15 09:00"))
        #expect(work.reminders.first?.text.subject == "Snart sista dag")
        #expect(try await fixture.mails("reminder").first { $0.to == "bo@boras.se" }?.text == "Borås: 22 april 2013\n")
        let after = try await collecting.reminderText(fixture.id, fixture.march, at: time("2013-04-23 09:00"))
        #expect(after.text.contains("Sista dag var {datum}"))
    }

    @Test(
        "are refused with a word in braces that stands for nothing, without text, or with an identity number",
        arguments: [
            ("Påminnelse", "Hej {namn}!"), ("Påminnelse", " \n"), ("", "Hej!"), ("Påminnelse", "19811218-9876"),
            ("Påminnelse", String(repeating: "x", count: 2_001)),
        ])
    func refused(subject: String, text: String) async throws {
        var draft = try await draft([fixture.uppsala])
        draft.text = ReminderText(subject: subject, text: text)
        await #expect(throws: CollectingError.self) {
            try await collecting.remind(draft, by: "Eva", at: time("2013-04-23 09:00"))
        }
        #expect(try await fixture.mails() == [])
    }
}
