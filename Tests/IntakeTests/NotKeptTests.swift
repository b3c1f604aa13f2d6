import Checking
import Definitions
import Foundation
import Intake
import Register
import Tabular
import TestSupport
import Testing

@Suite("Files that may not stay", .fewAtATime)
struct NotKeptTests {
    /// One of Skatteverket's test numbers, which nobody has.
    private static let number = "195510152167"

    private func file() -> InputFile {
        IntakeFixture.text(IntakeFixture.rows(["reg_1=X", "reg_8=X|ovrig_text=Anna \(Self.number) kurs"]))
    }

    /// Whether any file of the database, its log included, holds the number.
    private func isOnDisk(_ fixture: IntakeFixture) throws -> Bool {
        let files = try FileManager.default.contentsOfDirectory(at: fixture.folder.url, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        return try files.contains { try Data(contentsOf: $0).range(of: Data(Self.number.utf8)) != nil }
    }

    @Test("A file with an identity number is never written down; its findings are shown while they are in memory")
    func identityNumber() async throws {
        let fixture = try await IntakeFixture()
        let draft = try await fixture.receive(file())
        #expect(!draft.isKept && draft.files.map(\.name) == [""])
        #expect(try await fixture.contents().isEmpty)
        #expect(try !isOnDisk(fixture))
        let checked = try await fixture.checked(draft.id)
        #expect(!checked.isKept && !checked.mayCorrect && !checked.maySubmit)
        #expect(checked.files[0].bytes.count == 0)
        let finding = try #require(checked.findings().findings.first?.finding)
        #expect(finding.rule == "R08" && finding.value == nil && finding.row == 3)
        for act in [0, 1] {
            await #expect(throws: IntakeError.self) {
                if act == 0 {
                    _ = try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9))
                } else {
                    _ = try await fixture.intake.correct(draft.id, [], by: fixture.anna, at: fixture.at(9))
                }
            }
        }
        // What is left is the count.
        let restarted = try await fixture.restarted()
        guard case .gone(let left) = try await restarted.state(of: draft.id) else {
            Issue.record("the verdict should be gone")
            return
        }
        #expect(left.whyNotKept == .identityNumber && draft.whyNotKept == .identityNumber)
    }

    @Test("Bytes that were kept while the check went on are removed when an identity number is found")
    func late() async throws {
        let fixture = try await IntakeFixture(IntakeFixture.impatient)
        let rows = Array(repeating: "reg_1=X", count: 5_000) + ["reg_8=X|ovrig_text=\(Self.number)"]
        let draft = try await fixture.receive(IntakeFixture.text(IntakeFixture.rows(rows.map { $0 })))
        while try await fixture.intake.draft(draft.id).attempt == nil { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await fixture.contents().isEmpty)
        #expect(try await !fixture.intake.draft(draft.id).isKept)
    }

    @Test("The same bytes delivered or put in by others stay where they are")
    func shared() async throws {
        let fixture = try await IntakeFixture()
        let first = try await fixture.receive(IntakeFixture.right())
        _ = try await fixture.intake.submit(first.id, by: fixture.anna, at: fixture.at(9))
        try await fixture.receive(IntakeFixture.right(), at: fixture.at(10))
        try await fixture.receive(IntakeFixture.right(7), at: fixture.at(11))
        #expect(try await fixture.contents().count == 2)
        #expect(try await fixture.intake.purge(before: fixture.at(10, 30)) == 2)
        #expect(try await fixture.contents().count == 2)
        #expect(try await fixture.intake.purge(before: fixture.at(12)) == 1)
        #expect(try await fixture.contents() == [Content(IntakeFixture.right().bytes).sha256])
        #expect(try await fixture.intake.drafts(DraftFilter(isOpen: false)).isEmpty)
        #expect(try await fixture.intake.attempts(AttemptFilter()).count == 3)
    }

    @Test("A file that is no table is not kept, and its name only where it says nothing of a person")
    func noTable() async throws {
        let fixture = try await IntakeFixture()
        let pdf = InputFile(name: "beslut.pdf", bytes: FileBytes(Array("%PDF-1.7 \(Self.number)".utf8)))
        let draft = try await fixture.receive(pdf)
        #expect(draft.whyNotKept == .noTable && draft.attempt?.errors == 1)
        #expect(try await fixture.checked(draft.id).findings().findings.map(\.finding.rule) == ["F03"])
        var named = IntakeFixture.right()
        named.name = "\(Self.number).csv"
        let other = try await fixture.receive(named)
        #expect(!other.isKept && other.attempt?.rules.map(\.rule) == ["R08"])
        #expect(try !isOnDisk(fixture))
    }
}
