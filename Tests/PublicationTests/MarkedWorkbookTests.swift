import Checking
import Definitions
import Foundation
import Publication
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("The user's file back with its faults marked")
struct MarkedWorkbookTests {
    private let collection: Definitions.Collection

    init() throws {
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
    }

    private func finding(
        _ rule: String, _ severity: Severity, row: Int?, cell: String? = nil, _ message: String = "Fel.",
        remedy: String = "Rätta."
    ) -> Finding {
        Finding(rule: rule, ruleVersion: 1, severity: severity, row: row, cell: cell, message: message, remedy: remedy)
    }

    private func verdict(
        sheet: String? = nil, rows: Int = 4, _ findings: [Finding], repairs: [Finding] = []
    ) -> Verdict {
        Verdict(
            file: "mars.xlsx", sheet: sheet, headerRow: 2, collection: collection.id, table: "insatser",
            municipality: Municipality(code: "0380"), month: Month(iso: "2013-03"), rows: rows,
            findings: FindingList(findings),
            repairs: FindingList(repairs))
    }

    /// The filled cells of a sheet by address.
    private func cells(_ bytes: [UInt8], _ sheet: String) throws -> [String: String] {
        let workbook = try WorkbookReader(FileBytes(bytes), limits: ReadingLimits())
        let found = try #require(workbook.sheets.first { $0.name == sheet })
        let rows = try workbook.rows(of: found)
        var cells: [String: String] = [:]
        var row = SheetRow()
        while try rows.next(&row) {
            for cell in row.cells {
                cells[CellRange.address(row: row.number, column: cell.column)] =
                    String(decoding: row.bytes[cell.start..<cell.end], as: UTF8.self)
            }
        }
        return cells
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(FileBytes(bytes), limits: ReadingLimits())
        return String(decoding: try archive.contents(of: #require(archive.entry(name))), as: UTF8.self)
    }

    /// A title row, a header, four rows, a blank one, and one more.
    private func workbook() throws -> [UInt8] {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Mars")
        try sheet.write("Uppgifter för mars", row: 1, column: 0)
        for (column, header) in ["Löpnr", "Kod", "Ärende"].enumerated() {
            try sheet.write(header, row: 2, column: column)
        }
        for row in [3, 4, 5, 6, 8] { try sheet.write(row, row: row, column: 0) }
        return try workbook.finish()
    }

    private var findings: [Finding] {
        [
            finding("R01", .error, row: 3, cell: "B3", "Rad 3, kolumn B: koden är 13.", remedy: "Ange en kod 1–12."),
            finding("V03", .warning, row: 3, cell: "B3", "Rad 3: stämmer texten?", remedy: "Kontrollera."),
            finding("R06", .error, row: 3, cell: "A3"), finding("V03", .warning, row: 4), finding("V05", .info, row: 5),
            finding("F08", .warning, row: nil, "Filen gäller april.", remedy: ""),
        ]
    }

    @Test("Each row says how it fared, the heaviest first, and what to do")
    func rows() throws {
        let repair = finding("K01", .info, row: 6, cell: "A6", "Rad 6: vi läste 6 som 0006.", remedy: "")
        let bytes = try MarkedWorkbook.make(
            from: FileBytes(workbook()), verdicts: [verdict(sheet: "Mars", findings, repairs: [repair])],
            collection: collection)
        let seen = try cells(bytes, "Mars")
        #expect(seen["D2"] == "Resultat" && seen["E2"] == "Vad som är fel och hur du rättar")
        #expect(seen["D3"] == "2 fel, 1 varning")
        #expect(
            seen["E3"]
                == "Rad 3, kolumn B: koden är 13. Ange en kod 1–12.\nFel. Rätta.\nRad 3: stämmer texten? Kontrollera.")
        #expect(seen["D4"] == "1 varning" && seen["D5"] == "Godkänd" && seen["E5"] == "Fel. Rätta.")
        #expect(seen["D6"] == "Godkänd" && seen["E6"] == "Rad 6: vi läste 6 som 0006.")
        #expect(seen["D8"] == "Godkänd" && seen["E8"] == nil)
        #expect(seen["D1"] == nil && seen["D7"] == nil)
        // One comment a cell; none on a repair, which is only filled.
        let comments = try part("xl/comments1.xml", of: bytes)
        #expect(comments.contains("ref=\"A3\"") && comments.contains("ref=\"B3\"") && !comments.contains("ref=\"A6\""))
        #expect(comments.contains("koden är 13. Ange en kod 1–12.\nRad 3: stämmer texten? Kontrollera."))
        #expect(try part("xl/worksheets/sheet1.xml", of: bytes).firstMatch(of: /<c r="A6" s="[1-9]/) != nil)
    }

    @Test("Rows that could not be judged are not called approved")
    func notJudged() throws {
        let bytes = try MarkedWorkbook.make(
            from: FileBytes(workbook()),
            verdicts: [verdict(sheet: "Mars", rows: 0, [finding("F07", .error, row: nil)])],
            collection: collection)
        #expect(try !cells(bytes, "Mars").values.contains("Godkänd"))
    }

    @Test("Checked for real, the answer has the same faults when checked again, and gives the same answer")
    func realCheck() async throws {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Avslut")
        let table = try #require(collection.table("avslutsorsaker"))
        let rows = [
            table.fields.map(\.title.sv) + ["Handläggare"], ["2013-03", "0380", "0001", "13", "", "1", "Anna"],
            ["2013-03", "380", "0002", "2", "", "2", "Bo"],
        ]
        for (row, cells) in rows.enumerated() {
            for (column, text) in cells.enumerated() { try sheet.write(text, row: row + 1, column: column) }
        }
        func check(_ bytes: [UInt8]) async throws -> CheckedFile {
            let input = InputFile(name: "avslut.xlsx", bytes: FileBytes(bytes))
            return try #require(await Check.files([input], as: CheckRequest(collections: [collection])).first)
        }
        func answer(_ file: CheckedFile) throws -> [UInt8] {
            try MarkedWorkbook.make(from: file.bytes, verdicts: file.verdicts, collection: collection)
        }
        let first = try await check(workbook.finish())
        #expect(first.verdicts.map(\.outcome) == [.notApproved])
        let marked = try answer(first)
        let seen = try cells(marked, "Avslut")
        #expect(seen["H1"] == "Resultat" && seen["H2"]?.contains("fel") == true && seen["G2"] == "Anna")
        #expect(seen["I2"]?.contains("13") == true && seen["I3"]?.contains("0380") == true)
        // The same faults again, although our columns and sheets are there now.
        let second = try await check(marked)
        #expect(second.verdicts.map(\.findings.count) == first.verdicts.map(\.findings.count))
        #expect(try answer(second) == marked)
    }

    @Test("The summary tells file, municipality, month, outcome, and each rule once with its count and first rows")
    func summary() throws {
        let many = (3...12).map { (row: Int) in
            finding("R01", .error, row: row, cell: "B\(row)", "Rad \(row): koden är 13.")
        }
        let bytes = try MarkedWorkbook.make(
            from: FileBytes(workbook()),
            verdicts: [verdict(sheet: "Mars", many + [finding("F08", .warning, row: nil)])],
            collection: collection)
        let rows = Set(try cells(bytes, "Sammanfattning av kontrollen").values)
        for text in [
            "mars.xlsx", "0380 Uppsala", "mars 2013", "Inte godkänd – 10 fel att rätta", "3, 4, 5, 6, 7 …",
            "hela filen", "10", "Rad 3: koden är 13.",
        ] {
            #expect(rows.contains(text), "\(text)")
        }
        #expect(rows.contains { $0.hasPrefix("R01 ") && $0.count > 8 }, "the rule's name")
        #expect(!rows.contains("Rad 4: koden är 13."))
        let codes = try cells(bytes, "Koder").values
        for list in collection.codeLists {
            for code in list.codes { #expect(codes.contains(code.label[.sv])) }
        }
    }

    @Test("Checked again after correction, the marks are gone and no column, comment or sheet is added")
    func again() throws {
        let once = try MarkedWorkbook.make(
            from: FileBytes(workbook()), verdicts: [verdict(sheet: "Mars", findings)], collection: collection)
        let twice = try MarkedWorkbook.make(
            from: FileBytes(once), verdicts: [verdict(sheet: "Mars", findings)], collection: collection)
        #expect(once == twice)
        let mended = try MarkedWorkbook.make(
            from: FileBytes(once), verdicts: [verdict(sheet: "Mars", [])], collection: collection, language: .en)
        let seen = try cells(mended, "Mars")
        #expect(seen["D2"] == "Result" && seen["E2"] == "What is wrong and how to correct it" && seen["F2"] == nil)
        #expect(seen.filter { $0.value == "Approved" }.keys.sorted() == ["D3", "D4", "D5", "D6", "D8"])
        #expect(try !part("xl/comments1.xml", of: mended).contains("<comment "))
        let sheets = try WorkbookReader(FileBytes(mended), limits: ReadingLimits()).sheets
        #expect(sheets.count == 3)
        #expect(try cells(mended, sheets[1].name)["A1"] == "Summary of the check")
    }

    @Test("The rows of a text file stand as they were, in the rows that findings name")
    func delimited() throws {
        let rows = [
            MarkedWorkbook.Row(number: 1, cells: ["Uppgifter"]),
            MarkedWorkbook.Row(number: 2, cells: ["Löpnr", "Kod", "Text"]),
            MarkedWorkbook.Row(number: 3, cells: ["0003", "013", "=1+1"]),
            MarkedWorkbook.Row(number: 5, cells: ["0005", ""]),
        ]
        let bytes = try MarkedWorkbook.make(
            from: rows,
            verdicts: [
                verdict([finding("R01", .error, row: 3, cell: "B3"), finding("R06", .error, row: 5, cell: "C5")])
            ],
            collection: collection)
        let name = try WorkbookReader(FileBytes(bytes), limits: ReadingLimits()).sheets[0].name
        let seen = try cells(bytes, name)
        #expect(
            seen == [
                "A1": "Uppgifter", "A2": "Löpnr", "B2": "Kod", "C2": "Text", "D2": "Resultat",
                "E2": "Vad som är fel och hur du rättar", "A3": "0003", "B3": "013", "C3": "=1+1", "D3": "1 fel",
                "E3": "Fel. Rätta.", "A5": "0005", "D5": "1 fel", "E5": "Fel. Rätta.",
            ])
        let comments = try part("xl/comments1.xml", of: bytes)
        #expect(comments.contains("ref=\"B3\"") && comments.contains("ref=\"C5\""))

        // Saved as text again and checked again, our columns are still two.
        let saved = [
            MarkedWorkbook.Row(number: 2, cells: ["Löpnr", "Resultat", "Vad som är fel och hur du rättar"]),
            MarkedWorkbook.Row(number: 3, cells: ["0003", "1 fel", "Gammalt"]),
        ]
        let again = try cells(
            MarkedWorkbook.make(from: saved, verdicts: [verdict([])], collection: collection), name)
        #expect(again["B3"] == "Godkänd" && again["C3"] == nil && again["D2"] == nil)
    }

    @Test("Past the greatest number of comments rows are still explained, and the summary says so")
    func bounded() throws {
        let last = MarkedWorkbook.greatestNumberOfComments + 3
        let rows =
            [MarkedWorkbook.Row(number: 2, cells: ["Löpnr"])]
            + (3...last).map {
                MarkedWorkbook.Row(number: $0, cells: [String($0)])
            }
        let findings = (3...last).map { (row: Int) in finding("R01", .error, row: row, cell: "A\(row)") }
        let bytes = try MarkedWorkbook.make(from: rows, verdicts: [verdict(findings)], collection: collection)
        let name = try WorkbookReader(FileBytes(bytes), limits: ReadingLimits()).sheets[0].name
        #expect(try cells(bytes, name)["C\(last)"] == "Fel. Rätta.")
        let comments = try part("xl/comments1.xml", of: bytes)
        #expect(comments.contains("ref=\"A\(last - 1)\"") && !comments.contains("ref=\"A\(last)\""))
        #expect(
            try cells(bytes, "Sammanfattning av kontrollen").values.contains {
                $0.contains("De första 20\u{a0}000 cellerna")
            })
    }
}
