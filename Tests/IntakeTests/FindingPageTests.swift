import Checking
import Definitions
import Intake
import Register
import Tabular
import TestSupport
import Testing

@Suite("Findings of a draft, a page at a time", .fewAtATime)
struct FindingPageTests {
    @Test("Pages hold every finding once, in order, whatever they are narrowed to")
    func pages() async throws {
        let fixture = try await IntakeFixture()
        let rows = (0..<130).map { $0 % 3 == 0 ? "reg_1=34" : $0 % 3 == 1 ? "reg_8=X|ovrig_text=SFI" : "reg_2=hej" }
        let checked = try await fixture.checked(fixture.receive(IntakeFixture.text(IntakeFixture.rows(rows))).id)
        let all = checked.verdicts.flatMap(\.findings)
        #expect(all.count == 130)
        let pages = checked.findings().pages
        #expect(pages == 3)
        let read = (1...pages).flatMap { checked.findings(page: $0).findings.map(\.finding.message) }
        #expect(read == all.map(\.message))
        #expect(checked.findings(page: 99).page == 3 && checked.findings(page: 99).findings.count == 30)

        let errors = checked.findings(severity: .error, of: 1_000)
        #expect(errors.total == checked.errors && errors.findings.allSatisfy { $0.finding.severity == .error })
        let columns = checked.columns(severity: .error)
        #expect(columns.map(\.column.header) == ["reg_1", "reg_2"])
        let column = try #require(columns.last)
        let narrowed = checked.findings(
            severity: .error, column: (verdict: column.verdict, column: column.column.column), of: 1_000)
        #expect(narrowed.total == column.column.count && narrowed.findings.allSatisfy { $0.finding.rule == "R09" })
        #expect(checked.groups.map(\.rule) == ["R03", "R09", "V03"] && checked.groups.map(\.count) == [44, 43, 43])
        // What is asked is asked when there are no errors left.
        #expect(checked.questions.isEmpty)
    }

    @Test("Several files are one draft: findings know their file, and the same table twice is an error")
    func files() async throws {
        let fixture = try await IntakeFixture()
        let closures = InputFile(
            name: "avslut.csv",
            bytes: FileBytes(
                Array(
                    "manad;kommun;lopnr;avslut_reg;avslut_med;avslut_hushall\n2013-03;380;0001;99;;1\n".utf8)))
        let draft = try await fixture.intake.receive(
            fixture.upload(IntakeFixture.text(IntakeFixture.rows(["reg_1=34"])), closures), by: fixture.anna,
            at: fixture.at(9))
        let checked = try await fixture.checked(draft.id)
        #expect(checked.findings().findings.map(\.file) == [0, 1])
        #expect(checked.rows == 2 && checked.repairs.map(\.rule) == ["A01"])
        _ = try await fixture.intake.correct(
            draft.id,
            [
                CellEdit(file: 0, CellCorrection(CellPlace(row: 2, column: 4), text: "3")),
                CellEdit(file: 1, CellCorrection(CellPlace(row: 2, column: 3), text: "1")),
            ], by: fixture.anna, at: fixture.at(9, 10))
        let receipt = try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9, 20))[0]
        #expect(receipt.parts.map(\.table) == ["avslutsorsaker", "insatser"])
        #expect(receipt.files.map(\.corrections.count) == [1, 1])

        let twice = try await fixture.intake.receive(
            fixture.upload(IntakeFixture.right(), IntakeFixture.right(3)), by: fixture.anna, at: fixture.at(10))
        #expect(try await fixture.checked(twice.id).groups.map(\.rule) == ["F15"])
    }
}
