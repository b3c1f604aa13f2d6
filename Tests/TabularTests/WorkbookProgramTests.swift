import Foundation
import Tabular
import TestSupport
import Testing

@Suite("Workbooks as other programs write them")
struct WorkbookProgramTests {
    /// What the sheet says, having seen that it says the same when it cannot be scanned.
    private func read(_ file: URL, sheet: String? = nil) throws -> [String] {
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(try FileFormat.recognise(FileBytes(bytes), limits: ReadingLimits()) == .workbook)
        let found = try cells(bytes, sheet: sheet)
        #expect(try cells(try unusual(bytes), sheet: sheet) == found)
        return found
    }

    @Test(
        "openpyxl's workbook, every kind of cell", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)),
        arguments: [false, true])
    func openpyxl(from1904: Bool) throws {
        let folder = try TemporaryFolder()
        let file = folder.file("a.xlsx")
        try Python.run(
            """
            import sys, datetime, openpyxl
            from openpyxl.utils.datetime import CALENDAR_MAC_1904
            book = openpyxl.Workbook()
            if sys.argv[2] == "true": book.epoch = CALENDAR_MAC_1904
            sheet = book.active
            sheet.title = "Blad å"
            sheet.append(["0180", 15, 15.5, True, False, "#N/A", datetime.date(2013, 3, 1), datetime.datetime(2013, 4, 30, 23, 59), 1e-7])
            sheet.append([None, "två\\nrader & <tecken>", " ", "", None, -2, "=1+1"])
            sheet.append([])
            sheet["B4"] = 41334
            sheet["B4"].number_format = "ÅÅÅÅ-MM"
            sheet["C4"] = 41334
            sheet["C4"].number_format = '0 "dagar"'
            sheet.merge_cells("A6:C6")
            sheet["A6"] = "rubrik"
            book.create_sheet("dold").sheet_state = "veryHidden"
            book.create_chartsheet("diagram")
            book.save(sys.argv[1])
            """, file.path, "\(from1904)")
        #expect(
            try read(file) == [
                "A1 text 0180", "B1 number 15", "C1 number 15.5", "D1 truth TRUE", "E1 truth FALSE", "F1 fault #N/A",
                "G1 date 2013-03-01", "H1 date 2013-04-30", "I1 number 0.0000001", "B2 text två\nrader & <tecken>",
                "C2 text  ",
                "F2 number -2", "G2 fault formel utan sparat värde",
                from1904 ? "B4 date 2017-03-02" : "B4 date 2013-03-01", "C4 number 41334",
                "A6 text rubrik",
            ])
        let sheets = try WorkbookReader(FileBytes(Data(contentsOf: file)), limits: ReadingLimits()).sheets
        #expect(sheets.map(\.name) == ["Blad å", "dold"])
        #expect(sheets.map(\.isHidden) == [false, true])
    }

    @Test("openpyxl's write-only workbook", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func openpyxlWriteOnly() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("a.xlsx")
        try Python.run(
            """
            import sys, openpyxl
            book = openpyxl.Workbook(write_only=True)
            sheet = book.create_sheet("a")
            for number in range(1, 20001): sheet.append([number, "text %d" % (number % 100), None, "å&ä"])
            book.save(sys.argv[1])
            """, file.path)
        #expect(
            try read(file)
                == (1...20_000).flatMap { ["A\($0) number \($0)", "B\($0) text text \($0 % 100)", "D\($0) text å&ä"] })
    }

    @Test(
        "XlsxWriter's workbook, with its texts shared or in place",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)),
        arguments: ["{}", "{'constant_memory': True}", "{'use_zip64': True}"])
    func xlsxWriter(options: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.file("a.xlsx")
        try Python.run(
            """
            import sys, datetime, xlsxwriter
            book = xlsxwriter.Workbook(sys.argv[1], eval(sys.argv[2]))
            sheet = book.add_worksheet("a")
            bold = book.add_format({"bold": True})
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            sheet.write_string(0, 0, "0180")
            sheet.write_number(0, 1, 16.1)
            sheet.write_boolean(0, 2, True)
            sheet.write_datetime(0, 3, datetime.datetime(2013, 3, 1), day)
            sheet.write_rich_string(0, 4, "Kom", bold, "mun ", "x")
            sheet.write_formula(0, 5, '=IF(A1<"x","a&b","")', None, "a&b")
            sheet.write_formula(0, 6, "=1+1", None, 2)
            sheet.write_formula(0, 7, "=TRUE", None, True)
            sheet.write_formula(0, 8, "=1/0", None, "#DIV/0!")
            sheet.write_blank(0, 9, None, bold)
            sheet.write_string(1, 27, "a\\r\\nb\\x02_x000D_")
            book.add_worksheet("dold").hide()
            book.close()
            """, file.path, options)
        #expect(
            try read(file) == [
                "A1 text 0180", "B1 number 16.1", "C1 truth TRUE", "D1 date 2013-03-01", "E1 text Kommun x",
                "F1 text a&b",
                "G1 number 2", "H1 truth TRUE", "I1 fault #DIV/0!", "AB2 text a\r\nb\u{2}_x000D_",
            ])
        #expect(
            try WorkbookReader(FileBytes(Data(contentsOf: file)), limits: ReadingLimits()).sheets.map(\.isHidden) == [
                false, true,
            ])
    }

    @Test(
        "A zip with data descriptors and 64-bit sizes",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func streamedZip() throws {
        let folder = try TemporaryFolder()
        let made = folder.file("made.xlsx")
        let file = folder.file("a.xlsx")
        try Data(MadeWorkbook(cells: "<c><v>1</v></c><c t=\"str\"><v>å</v></c>").bytes).write(to: made)
        try Python.run(
            """
            import sys, zipfile
            class Stream:
                def __init__(self, file): self.file = file
                def write(self, data): return self.file.write(data)
                def flush(self): self.file.flush()
            with zipfile.ZipFile(sys.argv[1]) as old, open(sys.argv[2], "wb") as file:
                zipfile.ZIP64_LIMIT = 10
                with zipfile.ZipFile(Stream(file), "w", zipfile.ZIP_DEFLATED, allowZip64=True) as new:
                    for name in old.namelist():
                        with new.open(name, "w", force_zip64=True) as member: member.write(old.read(name))
            """, made.path, file.path)
        #expect(try read(file) == ["A1 number 1", "B1 text å"])
    }

    @Test(
        "LibreOffice's workbook made of a CSV",
        .enabled(if: LibreOffice.isPresent, Comment(rawValue: LibreOffice.absence)))
    func libreOffice() throws {
        let folder = try TemporaryFolder()
        let csv = folder.file("a.csv")
        try Data("kommun;månad;dagar\n0180;2013-03-01;1,5\n;;\nX;\"a\nb\";\n".utf8).write(to: csv)
        let file = try LibreOffice.convert(csv, to: "xlsx", input: "CSV:59,34,76,1,,1053,false,true")
        #expect(
            try read(file) == [
                "A1 text kommun", "B1 text månad", "C1 text dagar", "A2 number 180", "B2 date 2013-03-01",
                "C2 number 1.5",
                "A4 text X", "B4 text a\nb",
            ])
    }
}
