import Checking
import Definitions
import Foundation
import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("Submitting", .fewAtATime)
struct SubmitTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    @Test("A receipt says what was delivered, and reads back the same")
    func receipt() async throws {
        let receipts = try await fixture.submit(
            "innehåll", [fixture.verdict(), fixture.verdict("avslutsorsaker", households: [(7, 1)])])
        let receipt = try #require(receipts.first)
        #expect(receipts.count == 1)
        #expect(receipt.number.description == "2013-03-0380-1")
        #expect(receipt.sender == "Anna Ek")
        #expect(receipt.receivedAt.formatted(.iso8601) == "2013-04-04T07:31:05Z")
        #expect(receipt.parts.map(\.table) == ["avslutsorsaker", "insatser"])
        #expect(receipt.parts.map(\.rows) == [1, 2])
        #expect(receipt.parts.allSatisfy { $0.isCurrent && $0.outcome == .approved })
        // `printf innehåll | sha256sum`
        #expect(receipt.checksum == "d4db7409e8dd32057b700511206569e8f9b838123a8432e7171f4ae489fc69fa")
        #expect(receipt.files.map(\.name) == ["fil.csv"] && receipt.files.map(\.sha256) == [receipt.checksum])
        #expect(receipt.supersedes == nil)
        #expect(try await fixture.register.receipt(receipt.number) == receipt)
    }

    @Test("The original bytes come back as they were, stored once")
    func originalBytes() async throws {
        let first = try await fixture.submit("samma", [fixture.verdict()])
        let second = try await fixture.submit("samma", [fixture.verdict("insatser", fixture.knivsta)])
        #expect(first[0].checksum == second[0].checksum)
        let bytes = try await fixture.register.originalBytes(sha256: first[0].checksum)
        #expect(bytes?.withBytes { Array($0) } == Array("samma".utf8))
        #expect(try await fixture.register.originalBytes(sha256: "00") == nil)
    }

    @Test("The checksum of several files does not depend on their order")
    func severalFiles() async throws {
        let one = Submission.File(name: "a", bytes: FileBytes(Array("a".utf8)), verdicts: [fixture.verdict()])
        let other = Submission.File(
            name: "b", bytes: FileBytes(Array("b".utf8)), verdicts: [fixture.verdict("avslutsorsaker")])
        var submission = try fixture.submission("", [])
        submission.files = [one, other]
        let first = try await fixture.register.submit(submission)
        submission.files = [other, one]
        let second = try await fixture.register.submit(submission)
        #expect(first == second)
        #expect(first[0].files.map(\.name) == ["a", "b"])
    }

    @Test("A file with several municipalities and months makes a delivery of each, by month and municipality")
    func national() async throws {
        let receipts = try await fixture.submit(
            "alla",
            [
                fixture.verdict("insatser", fixture.uppsala, fixture.april),
                fixture.verdict("insatser", fixture.uppsala), fixture.verdict("insatser", fixture.knivsta),
            ])
        #expect(receipts.map(\.number.description) == ["2013-03-0330-1", "2013-03-0380-1", "2013-04-0380-1"])
        #expect(Set(receipts.map(\.checksum)).count == 1)
    }

    @Test("A new delivery supersedes the former, and both stay")
    func supersedes() async throws {
        let first = try await fixture.submit("ett", [fixture.verdict(households: [(1, 100)])])
        let second = try await fixture.submit("två", [fixture.verdict(households: [(2, 100)])])
        #expect(second[0].number.sequence == 2)
        #expect(second[0].supersedes == first[0].number)
        let kept = try await fixture.register.deliveries()
        #expect(kept.map(\.number.sequence) == [1, 2])
        #expect(kept.map { $0.parts.map(\.isCurrent) } == [[false], [true]])
        #expect(try await fixture.current() == ["2013-03-0380-2: 2"])
    }

    @Test("A later delivery of one table leaves the other table as it was")
    func partial() async throws {
        _ = try await fixture.submit("båda", [fixture.verdict(), fixture.verdict("avslutsorsaker")])
        let second = try await fixture.submit("en", [fixture.verdict("avslutsorsaker", households: [(9, 3)])])
        #expect(second[0].supersedes?.sequence == 1)
        #expect(try await fixture.current("insatser") == ["2013-03-0380-1: 1 2"])
        #expect(try await fixture.current("avslutsorsaker") == ["2013-03-0380-2: 9"])
        let kept = try await fixture.register.deliveries()
        #expect(kept[0].parts.map(\.isCurrent) == [false, true])
    }

    @Test("The same bytes again give the same receipt and no new version, also from someone else later")
    func sameAgain() async throws {
        let first = try await fixture.submit("samma", [fixture.verdict()])
        let again = try await fixture.submit("samma", [fixture.verdict()], at: "2013-04-05T07:00:00Z")
        #expect(again == first)
        #expect(try await fixture.register.deliveries().count == 1)
    }

    @Test("The same bytes, or nothing again, are a new version when they have been asked for anew or taken back")
    func askedAnew() async throws {
        let first = try await fixture.submit("samma", [fixture.verdict()])[0].number
        try await fixture.database.write { try $0.setAskedAnew(first, true) }
        let second = try await fixture.submit("samma", [fixture.verdict()])
        #expect(second[0].number.sequence == 2 && second[0].supersedes == first)
        #expect(try await fixture.submit("samma", [fixture.verdict()]) == second)
        // The authority has thought better of it.
        try await fixture.database.write { try $0.setAskedAnew(second[0].number, true) }
        try await fixture.database.write { try $0.setAskedAnew(second[0].number, false) }
        #expect(try await fixture.submit("samma", [fixture.verdict()]) == second)
        _ = try await fixture.register.withdraw(second[0].number, reason: "Fel fil.", sender: "Anna Ek")
        #expect(try await fixture.submit("samma", [fixture.verdict()])[0].number.sequence == 3)

        var numbers: [Int] = []
        for _ in 1...3 {
            let receipt = try await fixture.register.nothingToReport(
                collection: "test", definitionVersion: 1, tables: ["insatser"], municipality: fixture.knivsta,
                month: fixture.march, sender: "Anna Ek")
            numbers.append(receipt.number.sequence)
            if numbers.count == 1 { try await fixture.database.write { try $0.setAskedAnew(receipt.number, true) } }
        }
        #expect(numbers == [1, 2, 2])
    }

    @Test("The same bytes are a new version when another has come between, or the definition has changed")
    func sameButNotCurrent() async throws {
        _ = try await fixture.submit("ett", [fixture.verdict()])
        _ = try await fixture.submit("två", [fixture.verdict(households: [(5, 1)])])
        let back = try await fixture.submit("ett", [fixture.verdict()])
        #expect(back[0].number.sequence == 3)
        let judgedAnew = try await fixture.submit("ett", [fixture.verdict()], version: 2)
        #expect(judgedAnew[0].number.sequence == 4)
    }

    @Test("The same bytes for the one table still give the same receipt after the other table came by itself")
    func sameBesideAnother() async throws {
        let first = try await fixture.submit("insatser", [fixture.verdict()])
        _ = try await fixture.submit("orsaker", [fixture.verdict("avslutsorsaker")])
        #expect(try await fixture.submit("insatser", [fixture.verdict()])[0].number == first[0].number)
    }

    @Test("What is not approved, has no place or comes twice is refused, and nothing is stored")
    func refused() async throws {
        let fault = Finding(rule: "R01", ruleVersion: 1, severity: .error, message: "", remedy: "")
        var nowhere = fixture.verdict("avslutsorsaker")
        nowhere.month = nil
        let refusals: [([Verdict], (RegisterError?) -> Bool)] = [
            (
                [fixture.verdict(), fixture.verdict("avslutsorsaker", findings: [fault])],
                { if case .notApproved("avslutsorsaker.csv", "avslutsorsaker") = $0 { true } else { false } }
            ),
            (
                [fixture.verdict(), nowhere],
                { if case .withoutPlace("avslutsorsaker.csv", "avslutsorsaker") = $0 { true } else { false } }
            ),
            (
                [fixture.verdict(), fixture.verdict()],
                { if case .twice("insatser", fixture.uppsala, fixture.march) = $0 { true } else { false } }
            ),
        ]
        for (verdicts, isExpected) in refusals {
            let error = await #expect(throws: RegisterError.self) { try await fixture.submit("x", verdicts) }
            #expect(isExpected(error), "\(String(describing: error))")
        }
        #expect(try await fixture.register.deliveries().isEmpty)
        #expect(
            try await fixture.register.originalBytes(
                sha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881") == nil)
    }

    @Test("Two programs that deliver at once get numbers of their own")
    func atOnce() async throws {
        let numbers = try await withThrowingTaskGroup { group in
            for place in 0..<20 {
                group.addTask {
                    try await fixture.submit("fil \(place)", [fixture.verdict(households: [(place, 100)])])[0].number
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1.sequence) }
        }
        #expect(numbers == Set(1...20))
    }
}
