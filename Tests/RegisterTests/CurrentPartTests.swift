import Checking
import Foundation
import Register
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("What is current", .fewAtATime)
struct CurrentPartTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    private func withdraw(_ number: DeliveryNumber, at time: String) async throws -> Receipt {
        try await fixture.register.withdraw(
            number, reason: "fel fil", sender: "Bo Ek", at: Date(time, strategy: .iso8601))
    }

    @Test("A withdrawn delivery stays but does not count, and what it had superseded counts again")
    func withdrawn() async throws {
        let first = try await fixture.submit("ett", [fixture.verdict(households: [(1, 1)])])
        let second = try await fixture.submit("två", [fixture.verdict(households: [(2, 1)])])
        let withdrawn = try await withdraw(second[0].number, at: "2013-04-06T10:00:00Z")
        #expect(withdrawn.withdrawal?.reason == "fel fil")
        #expect(withdrawn.parts.map(\.isCurrent) == [false])
        #expect(try await fixture.current() == ["2013-03-0380-1: 1"])
        #expect(try await fixture.register.receipt(first[0].number).parts.map(\.isCurrent) == [true])
        let error = await #expect(throws: RegisterError.self) {
            try await withdraw(second[0].number, at: "2013-04-07T10:00:00Z")
        }
        guard case .alreadyWithdrawn(second[0].number) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("The same bytes after a withdrawal are a new delivery with a new number")
    func againAfterWithdrawal() async throws {
        let first = try await fixture.submit("ett", [fixture.verdict()])
        _ = try await withdraw(first[0].number, at: "2013-04-06T10:00:00Z")
        let again = try await fixture.submit("ett", [fixture.verdict()])
        #expect(again[0].number.sequence == 2)
        #expect(again[0].supersedes == nil)
    }

    @Test("What was known at a time leaves out later deliveries and later withdrawals")
    func asKnownAt() async throws {
        _ = try await fixture.submit("ett", [fixture.verdict(households: [(1, 1)])], at: "2013-04-02T08:00:00Z")
        let second = try await fixture.submit(
            "två", [fixture.verdict(households: [(2, 1)])], at: "2013-04-10T08:00:00Z")
        _ = try await withdraw(second[0].number, at: "2013-04-20T08:00:00Z")
        #expect(try await fixture.current(asKnownAt: "2013-04-01T00:00:00Z") == [])
        #expect(try await fixture.current(asKnownAt: "2013-04-09T00:00:00Z") == ["2013-03-0380-1: 1"])
        #expect(try await fixture.current(asKnownAt: "2013-04-10T08:00:00Z") == ["2013-03-0380-2: 2"])
        #expect(try await fixture.current(asKnownAt: "2013-04-20T08:00:00Z") == ["2013-03-0380-1: 1"])
        #expect(try await fixture.current() == ["2013-03-0380-1: 1"])
    }

    @Test("Parts are chosen by months and municipality, and come in order")
    func selection() async throws {
        _ = try await fixture.submit(
            "alla",
            [fixture.april, fixture.march].flatMap { month in
                [fixture.uppsala, fixture.knivsta].map { fixture.verdict("insatser", $0, month) }
            })
        func numbers(_ selection: PartSelection) async throws -> [String] {
            try await fixture.register.parts(selection).map(\.part.number.description)
        }
        let all = PartSelection(collection: "test", table: "insatser")
        #expect(
            try await numbers(all) == ["2013-03-0330-1", "2013-03-0380-1", "2013-04-0330-1", "2013-04-0380-1"])
        var march = all
        march.months = fixture.march...fixture.march
        march.municipality = fixture.knivsta
        #expect(try await numbers(march) == ["2013-03-0330-1"])
        var other = all
        other.collection = "annan"
        #expect(try await numbers(other) == [])
    }

    @Test("Nothing to report takes the place of what was delivered, and is taken back by new data")
    func nothingToReport() async throws {
        _ = try await fixture.submit("båda", [fixture.verdict(), fixture.verdict("avslutsorsaker")])
        func nothing() async throws -> Receipt {
            try await fixture.register.nothingToReport(
                collection: "test", definitionVersion: 1, tables: ["insatser"], municipality: fixture.uppsala,
                month: fixture.march, sender: "Anna Ek")
        }
        let receipt = try await nothing()
        #expect(receipt.kind == .nothing && receipt.files.isEmpty && receipt.checksum.isEmpty)
        #expect(receipt.supersedes?.sequence == 1)
        #expect(try await nothing() == receipt)
        #expect(try await fixture.current("insatser") == [])
        #expect(try await fixture.current("avslutsorsaker") == ["2013-03-0380-1: 1 2"])
        #expect(try await fixture.register.deliveries(DeliveryFilter(kind: .nothing)) == [receipt])

        _ = try await fixture.submit("nytt", [fixture.verdict()])
        #expect(try await fixture.current("insatser") == ["2013-03-0380-3: 1 2"])
    }

    @Test("Deliveries of two collections about the same month keep apart but share the numbers")
    func collections() async throws {
        _ = try await fixture.submit("ett", [fixture.verdict()])
        var other = try fixture.submission("ett", [fixture.verdict(households: [(9, 1)])])
        other.collection = "annan"
        let receipts = try await fixture.register.submit(other)
        #expect(receipts[0].number.description == "2013-03-0380-2")
        #expect(receipts[0].supersedes == nil)
        #expect(try await fixture.current() == ["2013-03-0380-1: 1 2"])
    }

    @Test("Stored rows that are damaged are said to be, with their delivery")
    func damaged() async throws {
        let receipts = try await fixture.submit("ett", [fixture.verdict()])
        let database = try SQLiteDatabase(folder: fixture.folder.url.path)
        try await database.write { try $0.execute("UPDATE part SET segment = substr(segment, 1, 9)") }
        let error = await #expect(throws: RegisterError.self) { try await fixture.current() }
        guard case .damaged(receipts[0].number, table: "insatser") = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("What happened is logged, and the log cannot be changed")
    func log() async throws {
        let receipts = try await fixture.submit("ett", [fixture.verdict()])
        _ = try await withdraw(receipts[0].number, at: "2013-04-06T10:00:00Z")
        let database = try SQLiteDatabase(folder: fixture.folder.url.path)
        let lines = try await database.read {
            try $0.all("SELECT logged_at, actor, act, subject FROM access_event ORDER BY id") { row in
                (0..<4).map { row.text($0) }.joined(separator: " ")
            }
        }
        #expect(
            lines == [
                "2013-04-04T07:31:05Z Anna Ek deliver 2013-03-0380-1",
                "2013-04-06T10:00:00Z Bo Ek withdraw 2013-03-0380-1",
            ])
        await #expect(throws: (any Error).self) {
            try await database.write { try $0.execute("UPDATE access_event SET actor = 'X'") }
        }
    }
}
