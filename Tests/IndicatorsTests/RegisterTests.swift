import Checking
import Definitions
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Indicators

@Suite("Events out of the register", .fewAtATime)
struct RegisterTests {
    let folder: TemporaryFolder
    let register: Register
    let linköping: Municipality

    init() async throws {
        folder = try TemporaryFolder()
        register = try await Register(SQLiteDatabase(folder: folder.url.path))
        linköping = try #require(Municipality(code: "0580"))
    }

    @Test("are counted as canonical files of every table said them")
    func allTables() async throws {
        try await deliver(
            [
                """
                nyckel;hushall;slag;enhet;malgrupp;fran;till
                \(key(1));\(key(51));1;1;1;2023-08-01;
                \(key(2));\(key(52));3;2;2;2020-03-01;2023-09-30
                """,
                """
                nyckel;hushall;datum;belopp;avser
                \(key(1));\(key(51));2023-08-25;"1234,50";2023-08-01
                \(key(2));\(key(52));2023-08-25;100;
                """,
                """
                nyckel;hushall;person;roll;fran;till;vuxen
                \(key(1));\(key(52));\(key(61));3;2020-03-01;;2024-01-01
                \(key(2));\(key(52));\(key(62));3;2020-03-01;;2023-08-31
                """,
                """
                nyckel;hushall;person;datum;orsak
                \(key(1));\(key(53));\(key(53));2022-10-01;1
                \(key(2));\(key(54));\(key(54));2023-08-31;2
                """,
                """
                nyckel;hushall;person;datum;omrade
                \(key(1));\(key(53));\(key(53));2023-08-14;1
                """,
                """
                nyckel;person;verksamhet;insats;fran;till;avslutmot
                \(key(1));\(key(71));1;;2023-08-01;2023-08-31;1
                \(key(2));\(key(72));2;3;2023-07-01;;
                """,
            ], at: "2023-09-05T08:00:00Z")
        let events = try await EventHistory.read(of: linköping, from: register).known()
        func august(_ rule: IndicatorRule) -> Measure? { events.measures(rule, months("2023-08", "2023-08")).first }
        let any = CaseSelection(kinds: [1, 3])
        #expect(august(.openAtEnd(any, firstTime: false)) == .count(2))
        #expect(august(.openLongerThan(any, .years(2), gap: 31)) == .count(1))
        #expect(august(.started(any, gap: 31)) == .count(1))
        #expect(august(.paidHouseholds(any, month: .purpose)) == .count(2))
        #expect(august(.sumPaid(month: .purpose)) == .money(133_450))
        #expect(august(.closureReasons) == .distribution([2: 1]))
        #expect(august(.returnedShare(.assistance)) == .share(part: 1, of: 1))
        #expect(august(.enrolledByField) == .distribution([1: 1, 2: 1]))
        #expect(august(.enrolmentEnds) == .distribution([1: 1]))
        let marks = HouseholdMarks(events: events, window: MonthWindow(months("2023-08", "2023-08")))
        #expect(marks.children(of: .openAtEnd(any, firstTime: false)) == [1])
    }

    @Test("are those known at a time, a record as its latest delivery has it")
    func knownAt() async throws {
        let header = "nyckel;hushall;slag;enhet;malgrupp;fran;till\n"
        try await deliver(
            [header + "\(key(1));\(key(51));1;1;1;2023-06-01;\n"], at: "2023-09-05T08:00:00Z")
        try await deliver(
            [header + "\(key(1));\(key(51));1;1;1;2023-06-01;2023-07-15\n\(key(2));\(key(52));1;1;1;2023-08-10;\n"],
            at: "2023-10-05T08:00:00Z")
        let rule = IndicatorRule.openAtEnd(CaseSelection(kinds: [1]), firstTime: false)
        let history = try await EventHistory.read(of: linköping, from: register)
        let september = try Date("2023-09-30T00:00:00Z", strategy: .iso8601)
        #expect(history.known().counts(rule, "2023-06", "2023-08") == [1, 0, 1])
        #expect(history.known(at: september).counts(rule, "2023-06", "2023-08") == [1, 1, 1])
        let then = try await EventHistory.read(of: linköping, from: register, asKnownAt: september)
        #expect(then.known().counts(rule, "2023-06", "2023-08") == [1, 1, 1])
        let other = try #require(Municipality(code: "0380"))
        #expect(try await EventHistory.read(of: other, from: register).batches.isEmpty)
    }

    private func key(_ number: UInt64) -> String { Pseudonym(rawValue: number)?.text ?? "" }

    /// Takes canonical files through the check and into the register, as an extraction.
    private func deliver(_ texts: [String], at time: String) async throws {
        let collection = try DefinitionLibrary.embedded().collection("ekb-handelser")
        var request = CheckRequest(collections: [collection])
        request.keepsColumns = true
        request.municipality = linköping
        request.month = Month(iso: "2023-08")
        let files = texts.enumerated().map {
            InputFile(name: "uttag\($0.offset).csv", bytes: FileBytes(Array($0.element.utf8)))
        }
        let checked = await Check.files(files, as: request)
        for file in checked { #expect(file.verdicts.allSatisfy { Array($0.findings).isEmpty }, "\(file.verdicts)") }
        _ = try await register.submit(
            Submission(
                collection: collection.id, isIncrement: true, definitionVersion: collection.version,
                files: checked.map { Submission.File(name: $0.name, bytes: $0.bytes, verdicts: $0.verdicts) },
                sender: "Anna Ek", receivedAt: try Date(time, strategy: .iso8601)))
    }
}
