import Checking
import Definitions
import Tabular
import Testing
import Vocabulary

@Suite("Files with corrections")
struct CorrectionTests {
    private let judging = Judging(municipality: "0180", month: "2013-03", table: "insatser", keeps: true)

    private func expectSame(
        _ one: Verdict, _ lines: [Int: Int]?, _ other: Verdict, _ otherLines: [Int: Int]?, _ seed: UInt64
    ) throws {
        #expect(one.rows == other.rows, "seed \(seed)")
        #expect(one.columns == other.columns, "seed \(seed)")
        #expect(try one.findings.said(lines) == other.findings.said(otherLines), "seed \(seed)")
        #expect(try one.repairs.said(lines) == other.repairs.said(otherLines), "seed \(seed)")
    }

    @Test("A corrected file is judged as the file whose cells have those texts", arguments: [false, true])
    func corrected(faults: Bool) async throws {
        var approved = 0
        for seed in 1...30 as ClosedRange<UInt64> {
            var drawn = DrawnTable(seed: seed, faults: faults)
            let (bytes, lines) = drawn.text()
            let workbook = try drawn.workbook()
            let changes = drawn.change(Int(seed % 7))
            // Where the n:th row of the table begins in the file as it was.
            let starts = Dictionary(uniqueKeysWithValues: lines.map { ($1, $0) })
            let inText = try changes.map { change in
                CellCorrection(
                    CellPlace(row: try #require(starts[change.row + 1]), column: change.column), text: change.text)
            }
            let inSheet = changes.map { change in
                CellCorrection(CellPlace(sheet: "Mars", row: change.row + 1, column: change.column), text: change.text)
            }
            let (changed, changedLines) = drawn.text()
            let text = try await judging.file(changed).verdicts[0]
            try expectSame(
                try await judging.file(bytes, corrections: inText).verdicts[0], lines, text, changedLines, seed)
            let sheet = try await judging.file(drawn.workbook(), name: "a.xlsx").verdicts[0]
            try expectSame(
                try await judging.file(workbook, name: "a.xlsx", corrections: inSheet).verdicts[0], nil, sheet, nil,
                seed)
            if text.outcome != .notApproved { approved += 1 }
        }
        #expect(approved < 30 && (faults || approved > 0))
    }

    @Test("A file without a header and one in Windows-1252 can be corrected from their first row")
    func otherForms() async throws {
        let rows = (1...30).map { "2013-03;0180;00\($0 + 10);1;;1" }
        let wrong = ["hej;0180;0001;1;;1"] + rows
        let judging = Judging(municipality: "0180", month: "2013-03", keeps: true)
        let month = CellCorrection(CellPlace(row: 1, column: 0), text: "2013-03")
        let corrected = try await judging.file(
            Array(wrong.joined(separator: "\n").utf8), corrections: [month]
        ).verdicts[0]
        let right = try await judging.verdicts((["2013-03;0180;0001;1;;1"] + rows).joined(separator: "\n"))[0]
        try expectSame(corrected, nil, right, nil, 0)
        #expect(corrected.columns != nil)

        // "Kök" with a byte that no UTF-8 has; the correction is read as typed, and the file as one encoding.
        let header = Array((Judging.insatser + "\n").utf8)
        func row(_ number: Int, _ text: [UInt8]) -> [UInt8] {
            Array("2013-03;0180;000\(number);".utf8) + Array(repeating: UInt8(ascii: ";"), count: 8) + [88]
                + Array(repeating: UInt8(ascii: ";"), count: 10) + text + [10]
        }
        let kitchen: [UInt8] = [75, 0xF6, 107]
        let bytes = header + row(1, kitchen) + row(2, kitchen) + row(3, [])
        let typed = CellCorrection(CellPlace(row: 4, column: 21), text: "Växthus – kurs")
        let western = try await self.judging.file(bytes, corrections: [typed]).verdicts[0]
        #expect(western.outcome == .approved)
        #expect(western.repairs.map(\.rule) == ["A12"])
        guard case .texts(_, let texts)? = western.columns?["ovrig_text"]?.values else {
            Issue.record("no texts")
            return
        }
        #expect(texts == ["Kök", "Växthus – kurs"])
    }

    @Test("A large file, cut for several processors, is corrected in the right rows")
    func large() async throws {
        var lines = [Judging.insatser]
        for number in 1...60_000 {
            let text = number % 1_000 == 0 ? "\"kurs;\nkväll\"" : ""
            let marks = text.isEmpty ? "X;;;;;;;;" : ";;;;;;;;X"
            lines.append("2013-03;0180;\(100_000 + number);\(marks);;;;;;;;;;\(text)")
        }
        let bytes = Array(lines.joined(separator: "\n").utf8)
        #expect(bytes.count > 2 << 20)
        let rows = [5, 20_000, 39_999, 59_990]
        // Each quoted text above spans one line more.
        let corrections = rows.map { row in
            CellCorrection(CellPlace(row: row + (row - 2) / 1_000, column: 3), text: "40")
        }
        for row in rows {
            lines[row - 1] = lines[row - 1].split(separator: ";", omittingEmptySubsequences: false).enumerated()
                .map { $0.offset == 3 ? "40" : String($0.element) }.joined(separator: ";")
        }
        let corrected = try await judging.file(bytes, corrections: corrections).verdicts[0]
        let changed = try await judging.file(Array(lines.joined(separator: "\n").utf8)).verdicts[0]
        #expect(corrected.findings.map(\.row) == corrections.map(\.place.row))
        try expectSame(corrected, nil, changed, nil, 0)
    }

    @Test("What stands in a cell is read from the file itself")
    func texts() async throws {
        let text = "manad;kommun;lopnr\n2013-03;\"0;1\n80\";7\n2013-03;;8\n"
        let places: Set = [
            CellPlace(row: 2, column: 1), CellPlace(row: 4, column: 1), CellPlace(row: 4, column: 2),
            CellPlace(row: 9, column: 0),
        ]
        let file = InputFile(
            name: "a.csv", bytes: FileBytes(Array(text.utf8)),
            corrections: [CellCorrection(CellPlace(row: 4, column: 2), text: "9")])
        #expect(
            try file.texts(at: places) == [
                CellPlace(row: 2, column: 1): "0;1\n80", CellPlace(row: 4, column: 2): "8",
            ])
        let drawn = DrawnTable(seed: 3, faults: true)
        let workbook = InputFile(name: "a.xlsx", bytes: FileBytes(try drawn.workbook()))
        let all = Set(
            drawn.rows.indices.flatMap { row in
                drawn.rows[row].indices.map { CellPlace(sheet: "Mars", row: row + 1, column: $0) }
            })
        let read = try workbook.texts(at: all)
        #expect(all.allSatisfy { read[$0] ?? "" == drawn.rows[$0.row - 1][$0.column] })
    }

    @Test("A finding list is narrowed to a severity and a column without losing the order")
    func selection() async throws {
        let verdict = try await judging.insatser("reg_1=40", "reg_1=X|lopnr=0001", "reg_0=X|reg_2=99", "reg_2=32")
        let all = Array(verdict.findings)
        for column in verdict.findings.columns {
            let some = verdict.findings.selected(severity: .error, column: column.column)
            #expect(some.count == column.count)
            #expect(some.allSatisfy { $0.column == column.header })
        }
        #expect(verdict.findings.columns.map(\.header) == ["lopnr", "reg_0", "reg_1", "reg_2"])
        #expect(verdict.findings.columns.reduce(0) { $0 + $1.count } == all.count)
        #expect(verdict.findings.count(of: .error) == all.count && verdict.findings.count(of: .warning) == 0)
    }

    @Test("The verdict tells the month of a file that is about another, and what its columns were read as")
    func otherMonth() async throws {
        let verdict = try await judging.verdicts(
            Judging.text(["manad=2013-04|reg_1=X", "manad=2013-04|reg_1=X"], header: Judging.insatser + ";Enhet"))[0]
        #expect(verdict.otherMonth?.iso == "2013-04")
        #expect(verdict.findings.map(\.rule) == ["F08"])
        #expect(verdict.fields.prefix(4) == ["manad", "kommun", "lopnr", "reg_0"] && verdict.fields.last == .some(nil))
        #expect(try await judging.insatser("reg_1=X").otherMonth == nil)
    }
}
