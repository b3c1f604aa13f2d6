import Foundation
import Tabular
import TestSupport
import Testing

@Suite("Workbooks as we write them")
struct WorkbookWriterTests {
    @Test("What is written is read back, and a text like a formula stays a text")
    func roundTrip() throws {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Blad å")
        try sheet.write("=1+1", row: 1, column: 0)
        try sheet.write("0180", row: 1, column: 1)
        try sheet.write("två\nrader & <tecken>", row: 3, column: 27, style: CellStyle(wrap: true))
        try sheet.write(12.5, row: 4, column: 0)
        try sheet.write(-7, row: 4, column: 1, style: CellStyle(numberFormat: "0"))
        let bytes = try workbook.finish()
        #expect(
            try cells(bytes, sheet: "Blad å") == [
                "A1 text =1+1", "B1 text 0180", "AB3 text två\nrader & <tecken>", "A4 number 12.5", "B4 number -7",
            ])
    }

    @Test("Row by row gives the same content")
    func rowByRow() throws {
        func written(_ rowByRow: Bool) throws -> [String] {
            let workbook = try WorkbookWriter(rowByRow: rowByRow)
            let sheet = try workbook.addSheet("A")
            for row in 1...50 {
                try sheet.write("rad \(row)", row: row, column: 0, style: CellStyle(fill: 0xFDECEC))
                try sheet.write(row, row: row, column: 1)
            }
            return try cells(try workbook.finish())
        }
        let content = try written(true)
        #expect(content.count == 100)
        #expect(try content == written(false))
    }

    @Test("The same calls give the same bytes")
    func deterministic() throws {
        func made() throws -> [UInt8] {
            let workbook = try WorkbookWriter(properties: WorkbookProperties(title: "T"))
            try workbook.addSheet("A").write("x", row: 1, column: 0, style: CellStyle(bold: true))
            return try workbook.finish()
        }
        #expect(try made() == made())
    }

    @Test("What the format refuses is an error that says what")
    func errors() throws {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("A")
        for name in ["A", "a", "", "x/y", String(repeating: "x", count: 32)] {
            #expect(throws: WorkbookError.sheetName(name)) { _ = try workbook.addSheet(name) }
        }
        #expect(throws: WorkbookError.outsideSheet(row: 0, column: 0)) { try sheet.write("x", row: 0, column: 0) }
        #expect(throws: WorkbookError.outsideSheet(row: 1_048_577, column: 0)) {
            try sheet.write("x", row: 1_048_577, column: 0)
        }
        #expect(throws: WorkbookError.outsideSheet(row: 1, column: 16_384)) {
            try sheet.write("x", row: 1, column: 16_384)
        }
        let long = String(repeating: "å", count: 32_768)
        #expect(throws: WorkbookError.tooLong(long)) { try sheet.write(long, row: 1, column: 0) }
        #expect(throws: WorkbookError.notAllowed("X,Y, Z")) {
            try sheet.validate(CellRange(rows: 1...2, columns: 0...0), CellValidation(.list(["X,Y", "Z"])))
        }
        _ = try workbook.finish()
        #expect(throws: WorkbookError.finished) { try sheet.write("x", row: 1, column: 0) }
    }

    @Test(
        "openpyxl sees the validation, its Swedish words, the comment and the rest",
        .enabled(if: Python.isPresent, "\(Python.absence)"))
    func asOthersSeeIt() throws {
        let workbook = try WorkbookWriter(properties: WorkbookProperties(title: "Mall", author: "Underlag"))
        let sheet = try workbook.addSheet("Insatser")
        try sheet.write("Löpnr", row: 1, column: 0, style: CellStyle(bold: true, fill: 0xE7E6E6, border: .thin))
        try sheet.merge(CellRange(rows: 1...1, columns: 1...3), text: "Registerledare")
        try sheet.comment("Hej\nåäö", row: 1, column: 0, author: "Anna")
        let refusal = CellValidation.Message(title: "Det gick inte", text: "Skriv ett helt tal, 1–31.")
        try sheet.validate(
            CellRange(rows: 2...100, columns: 1...1),
            CellValidation(.whole(1...31), prompt: .init(title: "Dagar", text: "1–31"), refusal: refusal))
        try sheet.validate(
            CellRange(rows: 2...100, columns: 2...2), CellValidation(.list(["X", "Å"]), severity: .warning))
        try sheet.validate(CellRange(rows: 2...100, columns: 3...3), CellValidation(.formula("=D2=\"X\"")))
        try sheet.freeze(rows: 1)
        try sheet.filter(CellRange(rows: 1...100, columns: 0...3))
        try sheet.width(30, columns: 0...0)
        try workbook.addSheet("Koder").activate()
        let folder = try TemporaryFolder()
        try Data(try workbook.finish()).write(to: folder.file("mall.xlsx"))
        let seen = try Python.run(
            """
            import openpyxl, sys
            w = openpyxl.load_workbook(sys.argv[1]); s = w["Insatser"]
            print(w.active.title, w.properties.title, w.properties.creator, s.freeze_panes, s.auto_filter.ref)
            print(s["A1"].font.b, s["A1"].fill.fgColor.rgb, s["A1"].comment.author, repr(s["A1"].comment.text))
            print(s.merged_cells, s.column_dimensions["A"].width > 29)
            for d in sorted(s.data_validations.dataValidation, key=lambda d: str(d.sqref)):
                print(d.sqref, d.type, d.formula1, d.formula2, d.errorStyle, d.promptTitle, d.prompt, d.errorTitle, d.error)
            """, folder.file("mall.xlsx").path)
        #expect(
            seen == """
                Koder Mall Underlag A2 A1:D100
                True FFE7E6E6 Anna 'Hej\\nåäö'
                B1:D1 True
                B2:B100 whole 1 31 None Dagar 1–31 Det gick inte Skriv ett helt tal, 1–31.
                C2:C100 list "X,Å" None warning None None None None
                D2:D100 custom D2="X" None None None None None None

                """)
    }

    @Test(
        "Addresses are written and read alike",
        arguments: [(1, 0, "A1"), (14, 3, "D14"), (1_048_576, 16_383, "XFD1048576")])
    func addresses(row: Int, column: Int, address: String) {
        #expect(CellRange.address(row: row, column: column) == address)
        let read = CellRange.cell(address.utf8)
        #expect(read?.row == row && read?.column == column)
    }

    @Test("What is no address is none", arguments: ["", "A", "14", "A0", "XFE1", "A1048577", "A1B", "Å1", "A-1"])
    func noAddress(_ text: String) {
        #expect(CellRange.cell(text.utf8) == nil)
    }
}
