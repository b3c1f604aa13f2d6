import Checking
import Definitions
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Extraction

struct LabourMatchTests {
    private func person(_ number: UInt64) throws -> Pseudonym { try #require(Pseudonym(rawValue: number)) }
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    private func month(_ iso: String) throws -> Month { try #require(Month(iso: iso)) }

    /// Households 1 (with co-applicant 11 until the 14th), 2 and 3; 4 only the month before; 9 never.
    private func match() throws -> LabourMatch {
        let april = try month("2013-04")
        var assistance: Set<LabourMatch.Assistance> = []
        for number: UInt64 in 1...3 { assistance.insert(.init(household: try person(number), month: april)) }
        assistance.insert(.init(household: try person(4), month: april.previous))
        func enrolment(_ who: UInt64, _ code: Int?, _ from: String, _ to: String?, known: String) throws
            -> LabourMatch.Enrolment
        {
            try .init(
                person: person(who), measure: code, from: day(from), to: to.map { try day($0) }, known: day(known),
                record: person(100 + who))
        }
        return try LabourMatch(
            april, assistance: assistance,
            coApplicants: [
                .init(household: person(1), person: person(11), from: day("2013-01-01"), to: day("2013-04-14")),
                .init(household: person(2), person: person(12), from: day("2013-05-01"), to: nil),
            ],
            enrolments: [
                enrolment(1, 2, "2013-03-01", "2013-04-01", known: "2013-03-05"),  // the first day of the month
                enrolment(1, 8, "2013-04-30", nil, known: "2013-06-01"),  // the last day, registered late
                enrolment(11, 5, "2013-04-10", "2013-04-12", known: "2013-04-20"),
                enrolment(3, nil, "2013-04-10", nil, known: "2013-04-20"),  // without a code
                enrolment(2, 3, "2013-05-01", nil, known: "2013-05-02"),  // begins the month after
                enrolment(2, 3, "2013-03-01", "2013-03-31", known: "2013-03-02"),  // ended the month before
                enrolment(4, 1, "2013-04-01", nil, known: "2013-04-02"),
                enrolment(12, 1, "2013-04-01", nil, known: "2013-04-02"),  // co-applicant from May
                enrolment(9, 1, "2013-04-01", nil, known: "2013-04-02"),
            ], extracted: day("2013-05-05"))
    }

    @Test func everyEnrolmentIsMatchedOrSaidWhyNot() throws {
        let match = try match()
        #expect(match.enrolments == 7)
        #expect(match.matched == 4)
        #expect(match.late == 1)
        #expect(match.left.map(\.reason) == [.uncoded, .otherMonth, .otherMonth, .neverAssistance])
        #expect(match.left.map(\.record.key?.rawValue) == [103, 104, 112, 109])
        #expect(
            match.households == [
                .init(try person(1), applicant: [2, 8], coApplicant: [5]),
                .init(try person(2), applicant: [], coApplicant: nil),
                .init(try person(3), applicant: [], coApplicant: nil),
            ])
    }

    /// The files made pass the check of the test collection without errors.
    @Test func theFilesPassOurOwnCheck() async throws {
        let municipality = try #require(Municipality(code: "0580"))
        let april = try month("2013-04")
        let closures = [
            TestCollectionFile.Closure(household: try person(1), person: try person(1), month: april, reason: 1),
            .init(household: try person(1), person: try person(11), month: april, reason: 2),
            .init(household: try person(3), person: try person(13), month: april, reason: 7),
            .init(household: try person(2), person: try person(2), month: april.next, reason: 9),
        ]
        let folder = try TemporaryFolder()
        let numbers = try RunningNumbers(
            of: [try person(1), try person(2), try person(3)], keptIn: folder.url.appending(path: "n"))
        let files = [
            try #require(TestCollectionFile.measures(match(), municipality: municipality, numbers: numbers)),
            try #require(
                TestCollectionFile.closures(closures, month: april, municipality: municipality, numbers: numbers)),
        ]
        // A file without rows is refused, so none is made.
        #expect(
            TestCollectionFile.closures(closures, month: april.previous, municipality: municipality, numbers: numbers)
                == nil)
        let collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        for (file, rows) in zip(files, [3, 2]) {
            let checked = await Check.files(
                [InputFile(name: "fil.csv", bytes: FileBytes(file))], as: CheckRequest(collections: [collection]))
            let verdict = try #require(checked.first?.verdicts.first)
            // Not even a note that zeros are missing.
            #expect(Array(verdict.findings).isEmpty, "\(verdict.findings)")
            #expect(verdict.rows == rows)
            #expect(verdict.month == april)
            #expect(verdict.municipality == municipality)
        }
        let lines = String(decoding: files[1], as: UTF8.self).split(separator: "\r\n").dropFirst()
        #expect(Array(lines) == ["2013-04;0580;0001;1;2;1", "2013-04;0580;0003;;5;5"])
    }

    /// Households 2 and 9 one month, 1 and 9 the next: 9 is the same household, and 1 takes nobody's number.
    @Test func aHouseholdKeepsItsNumber() throws {
        let folder = try TemporaryFolder()
        let file = RunningNumbers.usualFile(
            key: folder.url.appending(path: "nyckel"), municipality: try #require(Municipality(code: "0580")))
        let march = try RunningNumbers(of: [try person(9), try person(2)], keptIn: file)
        #expect(try [march[person(2)], march[person(9)]] == [1, 2])
        let april = try RunningNumbers(of: [try person(9), try person(1)], keptIn: file)
        #expect(try [april[person(1)], april[person(2)], april[person(9)]] == [3, 1, 2])
        #expect(try RunningNumbers(of: [], keptIn: file) == april)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }
}
