import Checking
import Definitions
import Register
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Intake

@Suite("Corrected on the page", .fewAtATime)
struct CorrectingTests {
    let fixture: IntakeFixture

    init() async throws {
        fixture = try await IntakeFixture()
    }

    /// Rows with an error each, and what is written in which column to mend it.
    static let mistakes: [(row: String, column: Int, text: String)] = [
        ("reg_1=34", 4, "31"), ("reg_0=X|reg_3=X", 3, ""), ("reg_8=X", 21, "Körkort"), ("lopnr=|reg_1=X", 2, "0104"),
        ("lopnr=0001|reg_1=X", 2, "0105"), ("reg_2=hej", 5, "X"),
        ("reg_8=X|ovrig_text=" + String(repeating: "lång ", count: 41), 21, "Kort"), ("reg_0=5", 3, "X"),
        ("kommun=9999|reg_1=X", 1, "0380"), ("manad=hej|reg_1=X", 0, "2013-03"),
        ("lopnr=abc|reg_1=X", 2, "0111"), ("med_1=X", 3, "X"),
    ]

    private func file(_ isWorkbook: Bool) throws -> InputFile {
        let rows = IntakeFixture.rows(Self.mistakes.map(\.row))
        return isWorkbook ? try IntakeFixture.workbook(rows) : IntakeFixture.text(rows)
    }

    private func edits(_ isWorkbook: Bool, _ mistakes: Range<Int> = 0..<12) -> [CellEdit] {
        mistakes.map { number in
            let place = CellPlace(
                sheet: isWorkbook ? "Insatser" : nil, row: number + 2, column: Self.mistakes[number].column)
            return CellEdit(file: 0, CellCorrection(place, text: Self.mistakes[number].text))
        }
    }

    @Test("Twelve errors of different kinds are corrected in two rounds and delivered", arguments: [false, true])
    func twelve(isWorkbook: Bool) async throws {
        let file = try file(isWorkbook)
        let draft = try await fixture.receive(file)
        let first = try await fixture.checked(draft.id)
        #expect(first.errors == 12 && first.outcome == .notApproved && first.mayCorrect && !first.maySubmit)
        #expect(Set(first.groups.map(\.rule)).count == 12)
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9, 5))
        }

        let half = try await fixture.intake.correct(
            draft.id, edits(isWorkbook, 0..<7), by: fixture.bo, at: fixture.at(9, 10))
        #expect(half.attempt?.errors == 5 && half.revision == 2)
        let whole = try await fixture.intake.correct(
            draft.id, edits(isWorkbook, 7..<12), by: fixture.anna, at: fixture.at(9, 20))
        #expect(whole.attempt?.errors == 0)

        let receipt = try #require(
            try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9, 31)).first)
        #expect(receipt.parts.map(\.rows) == [12] && receipt.corrections.count == 12)
        #expect(receipt.corrections.first?.by == "Bo Ek" && receipt.corrections.first?.before == "34")
        #expect(receipt.corrections.map(\.field).first == "reg_1" && receipt.corrections[1].cell.text == "")
        // The file is kept as it came.
        #expect(receipt.files[0].sha256 == Content(file.bytes).sha256)
        #expect(
            try await fixture.register.originalBytes(sha256: receipt.checksum).map { $0.withBytes { Array($0) } }
                == file.bytes.withBytes { Array($0) })
    }

    @Test("The same cell corrected again has the last text; its own text takes the correction back")
    func again() async throws {
        let id = try await fixture.receive(try file(false)).id
        let place = CellPlace(row: 2, column: 4)
        for text in ["40", "12", "34"] {
            let draft = try await fixture.intake.correct(
                id, [CellEdit(file: 0, CellCorrection(place, text: text))], by: fixture.anna, at: fixture.at(10))
            #expect(draft.corrections.map(\.correction.cell.text) == (text == "34" ? [] : [text]))
            let shown = try await fixture.checked(id).texts(at: [place], file: 0)
            #expect(shown == [place: text])
        }
        #expect(try await fixture.checked(id).errors == 12)
        // What stands there already is no correction.
        let draft = try await fixture.intake.correct(
            id, [CellEdit(file: 0, CellCorrection(place, text: "34"))], by: fixture.anna, at: fixture.at(10))
        #expect(draft.revision == 4)
    }

    @Test("More errors than can be corrected on the page are sent back to the file")
    func tooMany() async throws {
        let rows = IntakeFixture.rows(Array(repeating: "reg_1=34", count: 21))
        let id = try await fixture.receive(IntakeFixture.text(rows)).id
        #expect(try await !fixture.checked(id).mayCorrect)
        let error = await #expect(throws: IntakeError.self) {
            try await fixture.intake.correct(id, edits(false, 0..<1), by: fixture.anna, at: fixture.at(10))
        }
        guard case .tooManyErrors(21, limit: 20) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "An identity number, a row that nothing is said about and a header are refused, and nothing is changed",
        arguments: [0, 1, 2, 3])
    func refused(_ number: Int) async throws {
        let edit = [
            CellCorrection(CellPlace(row: 4, column: 21), text: "19121212-1212"),
            CellCorrection(CellPlace(row: 14, column: 4), text: "5"),
            CellCorrection(CellPlace(row: 1, column: 4), text: "5"),
            CellCorrection(CellPlace(row: 4, column: 21), text: String(repeating: "x", count: 1_001)),
        ][number]
        let rows = IntakeFixture.rows(Self.mistakes.map(\.row) + ["reg_1=X"])
        let id = try await fixture.receive(IntakeFixture.text(rows)).id
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.correct(id, [CellEdit(file: 0, edit)], by: fixture.anna, at: fixture.at(10))
        }
        let draft = try await fixture.intake.draft(id)
        #expect(draft.corrections.isEmpty && draft.revision == 1)
    }

    @Test("Two who correct at the same moment do not undo each other unseen")
    func together() async throws {
        let id = try await fixture.receive(try file(false)).id
        let results = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for number in 0..<4 {
                group.addTask {
                    (try? await fixture.intake.correct(
                        id, edits(false, number..<number + 1), by: fixture.anna, at: fixture.at(10))) != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let draft = try await fixture.intake.draft(id)
        #expect(draft.corrections.count == results.count { $0 })
        #expect(draft.revision == 1 + results.count { $0 })
        #expect(try await fixture.checked(id).errors == 12 - draft.corrections.count)
    }

    @Test("What is judged for a revision that never is written is nobody else's verdict, and nothing of it is stored")
    func unwritten() async throws {
        let id = try await fixture.receive(IntakeFixture.text(IntakeFixture.rows(["lopnr=abc|reg_1=X"]))).id
        let place = CellPlace(row: 2, column: 2)
        var work = try await fixture.intake.work(try await fixture.intake.draft(id), .sv)
        work.revision += 1
        work.files[0].corrections = [CellCorrection(place, text: "0111")]
        #expect(try await fixture.intake.judge(work)?.errors == 0)
        func write(_ text: String) async throws -> Draft {
            try await fixture.intake.correct(
                id, [CellEdit(file: 0, CellCorrection(place, text: text))], by: fixture.bo, at: fixture.at(10))
        }
        let wrong = try await write("abcd")
        #expect(wrong.revision == 2 && wrong.attempt?.errors == 1)
        work.revision += 1
        #expect(try await fixture.intake.judge(work)?.errors == 0)
        #expect(try await write("0222").attempt?.errors == 0)
        let receipt = try await fixture.intake.submit(id, by: fixture.bo, at: fixture.at(11))[0]
        #expect(receipt.corrections.map(\.cell.text) == ["0222"])
        let parts = try await fixture.register.parts(
            PartSelection(
                collection: fixture.collection.id, table: "insatser", months: fixture.march...fixture.march,
                municipality: fixture.uppsala))
        let values = try #require(parts.first?.columns["lopnr"]?.values)
        guard case .words(let numbers) = values else {
            Issue.record("\(values)")
            return
        }
        // One more than the number, since a blank is 0.
        #expect(Array(numbers) == [223])
    }

    @Test("What is judged for another month is not the verdict on this one")
    func unmoved() async throws {
        let id = try await fixture.receive(IntakeFixture.text(IntakeFixture.rows(["lopnr=abc|reg_1=X"]))).id
        var work = try await fixture.intake.work(try await fixture.intake.draft(id), .sv)
        work.revision += 1
        work.month = fixture.march.previous
        let moved = try #require(try await fixture.intake.judge(work))
        work.month = fixture.march
        let kept = try #require(try await fixture.intake.judge(work))
        #expect(moved.rules.contains { $0.rule == "F08" } && !kept.rules.contains { $0.rule == "F08" })
    }
}
