import AccessLog
import Definitions
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@testable import Collecting

@Suite("A period", .fewAtATime)
struct PeriodTests {
    let collection: Definitions.Collection
    let march: Month

    struct NoSuchPlace: Error {}

    init() throws {
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        guard let march = Month(year: 2013, month: 3) else { throw NoSuchPlace() }
        self.march = march
    }

    private func period(_ changes: [(PeriodChange.Kind, String)] = []) throws -> Period {
        let planned = try #require(collection.calendar.period(march))
        let changes = try changes.map {
            PeriodChange(kind: $0, reason: "", by: "Eva", at: try CollectingFixture.time($1))
        }
        return try #require(Period(planned, of: collection, changes: changes))
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func word(_ state: PeriodState) -> String {
        switch state {
        case .notYetOpen(let opens): "opens \(opens.iso)"
        case .open(let due): "open to \(due.iso)"
        case .pastDue(_, let closes): "past due, closes \(closes?.iso ?? "never")"
        case .closed(let since, _): "closed since \(since.iso)"
        }
    }

    @Test(
        "opens on its first day, is in time on its last and late to the day it closes",
        arguments: [
            ("2013-04-01", "opens 2013-04-02"), ("2013-04-02", "open to 2013-04-22"),
            ("2013-04-22", "open to 2013-04-22"), ("2013-04-23", "past due, closes 2013-06-02"),
            ("2013-06-02", "past due, closes 2013-06-02"), ("2013-06-03", "closed since 2013-06-03"),
        ])
    func edges(day: String, expected: String) throws {
        #expect(word(try period().state(on: self.day(day))) == expected)
    }

    @Test("names who to talk to when it is closed")
    func contact() throws {
        guard case .closed(_, let contact) = try period().state(on: day("2013-07-01")) else {
            Issue.record("open")
            return
        }
        #expect(contact?.name == "Uppgiftslämnarservice, SCB")
    }

    @Test(
        "follows what the authority changes",
        arguments: [
            // Opened before its time.
            ("opened 2013-03-28", "2013-03-28", "open to 2013-04-22"),
            // Prolonged: the new last day counts, also for how long late answers are received.
            ("prolonged-2013-04-29", "2013-04-29", "open to 2013-04-29"),
            ("prolonged-2013-04-29", "2013-04-30", "past due, closes 2013-06-02"),
            ("prolonged-2013-06-10", "2013-06-11", "closed since 2013-06-11"),
            // Closed by hand, and opened again.
            ("closed 2013-05-03", "2013-05-02", "past due, closes 2013-06-02"),
            ("closed 2013-05-03", "2013-05-03", "closed since 2013-05-03"),
            ("closed 2013-05-03,opened 2013-05-06", "2013-05-06", "past due, closes 2013-06-02"),
            ("opened 2013-06-05", "2013-06-20", "past due, closes never"),
            ("closed 2013-05-03,prolonged-2013-05-10", "2013-05-10", "open to 2013-05-10"),
        ])
    func changes(changes: String, day: String, expected: String) throws {
        let changed = try changes.split(separator: ",").map { change -> (PeriodChange.Kind, String) in
            if change.hasPrefix("prolonged-") {
                return (.prolonged(until: try self.day(String(change.dropFirst(10)))), "2013-04-20 12:00")
            }
            let parts = change.split(separator: " ")
            return (parts[0] == "opened" ? .opened : .closed, "\(parts[1]) 12:00")
        }
        #expect(word(try period(changed).state(on: self.day(day))) == expected)
    }

    @Test("moves its reminders and its review with its last day")
    func moved() throws {
        let period = try period([(.prolonged(until: day("2013-04-29")), "2013-04-12 12:00")])
        #expect(period.reminders.map(\.iso) == ["2013-04-22"])
        #expect(period.reviewed?.iso == "2013-05-13")
    }

    @Test("is open to whoever has more time, also when it has closed for others")
    func extended() throws {
        let (period, more) = (try period([(.closed, "2013-05-03 12:00")]), try day("2013-05-10"))
        #expect(word(period.state(on: try day("2013-05-10"), extended: more)) == "open to 2013-05-10")
        #expect(word(period.state(on: try day("2013-05-11"), extended: more)) == "closed since 2013-05-03")
        #expect(word(period.state(on: try day("2013-04-10"), extended: more)) == "open to 2013-05-10")
    }

    @Test(
        "reminds from eight on the day, and not when a week has gone",
        arguments: [
            ("2013-04-15 07:59", nil), ("2013-04-15 08:00", 1), ("2013-04-21 23:59", 1), ("2013-04-22 08:00", nil),
        ] as [(String, Int?)])
    func reminders(time: String, ordinal: Int?) throws {
        #expect(try period().dueReminder(at: SwedishTime(CollectingFixture.time(time))) == ordinal)
    }

    @Test(
        "counts weeks as the calendar of Sweden does",
        arguments: [
            ("2013-04-15", "2013-W16"), ("2013-04-21", "2013-W16"), ("2012-12-31", "2013-W01"),
            ("2010-01-03", "2009-W53"), ("2016-01-03", "2015-W53"),
        ])
    func weeks(day: String, week: String) throws {
        #expect(Week(try self.day(day)).iso == week)
        #expect(Week(iso: week) == Week(try self.day(day)))
        #expect(Week(iso: "2013-W53") == nil)
    }

    @Test("keeps who changed it, when and why, and refuses a last day that is not later")
    func kept() async throws {
        let fixture = try await CollectingFixture()
        let (collecting, time) = (fixture.collecting, try CollectingFixture.time("2013-04-20 12:00"))
        let until = try day("2013-04-29")
        try await collecting.change(
            fixture.id, march, .prolonged(until: until), reason: "Strul med e-posten", by: "Eva", at: time)
        let period = try await collecting.period(fixture.id, march)
        #expect(
            period.changes == [
                PeriodChange(kind: .prolonged(until: until), reason: "Strul med e-posten", by: "Eva", at: time)
            ])
        #expect(period.due == until)
        // The other month is as it was.
        #expect(try await collecting.period(fixture.id, march.next).changes == [])
        for refused in [until, try day("2013-04-22")] {
            await #expect(throws: CollectingError.self) {
                try await collecting.change(fixture.id, march, .prolonged(until: refused), by: "Eva", at: time)
            }
        }
        try await collecting.change(
            fixture.id, march, .closed, by: "Eva", at: CollectingFixture.time("2013-05-03 12:00"))
        try await collecting.change(
            fixture.id, march, .opened, by: "Eva", at: CollectingFixture.time("2013-05-06 12:00"))
        #expect(
            try await collecting.period(fixture.id, march).changes.map(\.kind) == [
                .prolonged(until: until), .closed, .opened,
            ])
        let log = try await AccessLog(fixture.database).events(about: .authority)
        #expect(log.count { $0.act == .changedPeriod && $0.actor == "Eva" } == 3)
        // What was decided cannot be unmade behind the program's back.
        await #expect(throws: StorageError.self) {
            try await fixture.database.write { try $0.execute("DELETE FROM period_change") }
        }
    }
}
