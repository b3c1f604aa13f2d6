import AccessLog
import Collecting
import Foundation
import Register
import Review
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("What is kept about one municipality", .fewAtATime)
struct NoteTests {
    let fixture: CollectingFixture
    let collecting: Collecting

    init() async throws {
        fixture = try await CollectingFixture()
        collecting = fixture.collecting
    }

    private func time(_ text: String) throws -> Date { try CollectingFixture.time(text) }

    @Test("are notes, newest first, which nobody can change")
    func notes() async throws {
        try await collecting.note(
            " Ringde.\n", about: fixture.uppsala, by: "Eva", at: time("2013-04-23 09:00"))
        try await collecting.note("Lovar fredag.", about: fixture.uppsala, by: "Eva", at: time("2013-04-24 09:00"))
        try await collecting.note("Annan.", about: fixture.knivsta, by: "Eva", at: time("2013-04-24 09:00"))
        #expect(try await collecting.notes(about: fixture.uppsala).map(\.text) == ["Lovar fredag.", "Ringde."])
        let events = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(events.map(\.act) == [.noted, .noted])
        await #expect(throws: StorageError.self) {
            try await fixture.database.write { try $0.execute("UPDATE municipality_note SET body = ''") }
        }
    }

    @Test(
        "is nothing blank, too long or about a person",
        arguments: [" \n", String(repeating: "a", count: 2_001), "19121212-1212"])
    func refused(text: String) async throws {
        await #expect(throws: CollectingError.self) {
            try await collecting.note(text, about: fixture.uppsala, by: "Eva", at: time("2013-04-23 09:00"))
        }
        #expect(try await collecting.notes(about: fixture.uppsala).isEmpty)
    }

    @Test("are the rounds of reminders that it was among, with its own reminder only")
    func rounds() async throws {
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala))
        let text = ReminderText(subject: "Påminnelse", text: "Hej {kommun}!")
        for (municipalities, at) in [
            ([fixture.uppsala, fixture.knivsta], "2013-04-23 09:00"), ([fixture.knivsta], "2013-04-24 09:00"),
            ([fixture.uppsala], "2013-04-25 09:00"),
        ] {
            _ = try await collecting.remind(
                ReminderDraft(
                    collection: fixture.id, month: fixture.march, municipalities: municipalities, text: text),
                by: "Eva", at: time(at))
        }
        let rounds = try await collecting.reminderRounds(fixture.id, to: fixture.uppsala)
        #expect(rounds.map(\.id) == [3, 1])
        #expect(rounds.map { $0.reminders.map(\.municipality) } == [[fixture.uppsala], [fixture.uppsala]])
        #expect(rounds.first?.reminders.first?.addresses == ["anna@uppsala.se"])
        #expect(try await collecting.reminderRound(fixture.id, 1)?.reminders.count == 2)
        #expect(try await collecting.reminderRound(fixture.id, 4) == nil)
    }

    @Test("is how many of its deliveries wait for review")
    func toReview() async throws {
        try await fixture.deliver(fixture.uppsala)
        let second = try await fixture.deliver(fixture.uppsala, nil, "avslutsorsaker", at: "2013-04-05 09:00")
        #expect(try await fixture.row(fixture.uppsala, at: "2013-04-06 09:00").standing.toReview == 2)
        try await fixture.review.approve(second, by: "Eva", at: time("2013-04-06 10:00"))
        let row = try await fixture.row(fixture.uppsala, at: "2013-04-06 11:00")
        #expect(row.standing.toReview == 1 && row.standing.awaitsReview)
    }

    @Test("Whoever wrote is told what to do, unless the fault is ours")
    func words() throws {
        let day = try #require(Day(iso: "2013-04-22"))
        #expect(CollectingError.dueNotLater(than: day).words?.sv == "Välj en dag efter 22 april 2013.")
        #expect(
            CollectingError.textTooLong(.question, length: 2_140, limit: 2_000).words?.sv
                == "Texten är 2\u{a0}140 tecken. Den får vara högst 2\u{a0}000.")
        for text in CollectingText.allCases {
            let words = try #require(CollectingError.blank(text).words)
            #expect(words.sv.hasSuffix(".") && words.en.hasSuffix("."))
        }
        // What was typed is not said again.
        #expect(CollectingError.identityNumber(in: .question).words?.sv.contains { $0.isNumber } == false)
        #expect(CollectingError.unavailable("x").words == nil && CollectingError.noSuchQuestion(1).words == nil)
    }
}
