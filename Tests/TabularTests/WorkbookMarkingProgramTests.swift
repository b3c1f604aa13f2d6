import Foundation
import Tabular
import TestSupport
import Testing

/// Workbooks of real programs, marked and opened again.
@Suite("Marked workbooks in other programs", .enabled(if: Python.isPresent, "\(Python.absence)"))
struct WorkbookMarkingProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Formulas, formats, comments, a merge, a hidden sheet, a sheet called Koder, a defined name.
    private static let openpyxl = """
        import openpyxl, sys
        from openpyxl.styles import *
        from openpyxl.comments import Comment
        from openpyxl.workbook.defined_name import DefinedName
        wb = openpyxl.Workbook(); s = wb.active; s.title = "Insatser"
        s.append(["Löpnr", "Kod", "Dagar", "Summa"])
        for i in range(2, 12): s.append([f"{i:04d}", i, "X" if i % 2 else None, f"=B{i}*2"])
        for c in s[1]: c.font = Font(bold=True, color="FF0000"); c.fill = PatternFill("solid", fgColor="FFFF00")
        s["B2"].number_format = "0000"; s["C3"].fill = PatternFill("solid", fgColor="00FF00")
        s["B3"].border = Border(bottom=Side("thick")); s["B3"].alignment = Alignment(horizontal="center")
        s["A5"].comment = Comment("Min egen", "Anna"); s["C3"].comment = Comment("Min på C3", "Anna")
        s.merge_cells("A13:D13"); s["A13"] = "Sammanslagen"
        h = wb.create_sheet("Dold"); h["A1"] = "gömt"; h.sheet_state = "hidden"
        wb.create_sheet("Koder")["A1"] = "egna koder"
        wb.defined_names["namn"] = DefinedName("namn", attr_text="Insatser!$A$1:$B$5")
        wb.save(sys.argv[1])
        """

    /// A chart, a validation, a conditional format, a filter, a button (which shares the drawing with comments).
    private static let xlsxWriter = """
        import sys, xlsxwriter
        w = xlsxwriter.Workbook(sys.argv[1]); s = w.add_worksheet("Insatser")
        s.write_row(0, 0, ["Löpnr", "Kod", "Dagar", "Summa"])
        for i in range(1, 20): s.write_row(i, 0, [f"{i:04d}", i, i * 2]); s.write_formula(i, 3, f"=B{i+1}*2", None, i * 2)
        ch = w.add_chart({"type": "column"}); ch.add_series({"values": "=Insatser!$B$2:$B$20"}); s.insert_chart("F2", ch)
        s.data_validation("B2:B20", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 31})
        s.conditional_format("C2:C20", {"type": "3_color_scale"}); s.autofilter("A1:D20"); s.freeze_panes(1, 0)
        s.insert_button("E22", {"caption": "Tryck"}); s.write_comment("A5", "Min egen")
        w.close()
        """

    /// Compares every cell of the first workbook with the second; prints what differs but for fills, and our marks.
    private static let compare = """
        import openpyxl, sys
        a, b = (openpyxl.load_workbook(f) for f in sys.argv[1:3])
        look = lambda c: [repr(v) for v in (c.value, c.number_format, c.font, c.border, c.alignment, c.protection)]
        for s in a:
            t = b[s.title]
            for row in s.iter_rows():
                for c in row:
                    d = t.cell(c.row, c.column)
                    if look(c) != look(d): print("differs", s.title, c.coordinate)
                    if repr(c.fill) != repr(d.fill): print("fill", c.coordinate, d.fill.fgColor.rgb)
                    if c.comment and c.comment.text != d.comment.text: print("comment", c.coordinate)
            for what in ("merged_cells", "freeze_panes", "sheet_state", "conditional_formatting", "auto_filter"):
                if repr(getattr(s, what)) != repr(getattr(t, what)) and what != "conditional_formatting": print(what)
            if len(s.conditional_formatting) != len(t.conditional_formatting): print("conditional formats")
            if len(s.data_validations.dataValidation) != len(t.data_validations.dataValidation): print("validations")
            if len(s._charts) != len(t._charts): print("charts")
        if {k: v.attr_text for k, v in a.defined_names.items()} != {k: v.attr_text for k, v in b.defined_names.items()}:
            print("names")
        print([s.title for s in b if s.title not in a.sheetnames])
        print([c.coordinate + " " + c.comment.text.split("\\n")[-1] for row in b["Insatser"].iter_rows() for c in row
               if c.comment and c.comment.text.startswith("Underlag")])
        """

    private func make(_ script: String, _ name: String = "egen.xlsx") throws -> URL {
        try Python.run(script, folder.file(name).path)
        return folder.file(name)
    }

    private func mark(_ file: URL, as name: String) throws -> URL {
        let words = MarkingNames.sv
        let marks = SheetMarks(
            sheet: "Insatser", headerRow: 1, headers: (words.result, words.explanation),
            cells: [
                MarkedCell(row: 2, column: 1, tone: .error, comment: "Fel & <rätta>"),
                MarkedCell(row: 3, column: 2, tone: .warning, comment: "Varning"),
                MarkedCell(row: 3, column: 1, tone: .note, comment: nil),
                MarkedCell(row: 30, column: 1, tone: .error, comment: "Tom cell"),
            ],
            rows: [
                MarkedRow(row: 2, result: "1 fel", explanation: "Fel & <rätta>\nnu", tone: .error),
                MarkedRow(row: 3, result: "1 varning", explanation: "Varning", tone: .warning),
                MarkedRow(row: 4, result: "Godkänd", explanation: "", tone: nil),
            ])
        let added = [
            AddedSheet(name: words.summary, widths: [30, 50], rows: [[AddedCell(words.summary, .title)]]),
            AddedSheet(name: words.codes, widths: [9], rows: [[AddedCell(words.codesTitle)], [AddedCell(8, .bold)]]),
        ]
        let bytes = try WorkbookMarking.mark(
            try FileBytes(path: file.path, limit: 1 << 24), sheets: [marks], adding: added, limits: ReadingLimits())
        try Data(bytes).write(to: folder.file(name))
        return folder.file(name)
    }

    private func members(_ file: URL) throws -> [String: [UInt8]] {
        let archive = try ZipArchive(try FileBytes(path: file.path, limit: 1 << 24), limits: ReadingLimits())
        return try archive.entries.reduce(into: [:]) { members, entry in
            let range = try archive.packedRange(of: entry)
            members[entry.name] = archive.file.withBytes { Array($0[range]) }
        }
    }

    @Test("Of openpyxl's workbook every cell, comment and sheet is as before, but for our fills")
    func openpyxl() throws {
        let own = try make(Self.openpyxl)
        let marked = try mark(own, as: "märkt.xlsx")
        #expect(
            try Python.run(Self.compare, own.path, marked.path) == """
                fill B2 FFFDECEC
                fill B3 FFE6F0F8
                fill C3 FFFFF6E0
                ['Sammanfattning av kontrollen', 'Koder (2)']
                ['B2 Fel & <rätta>', 'B30 Tom cell']

                """)
    }

    @Test("Of XlsxWriter's workbook the chart, validation, condition, filter and button are as before")
    func xlsxWriter() throws {
        let own = try make(Self.xlsxWriter)
        let marked = try mark(own, as: "märkt.xlsx")
        #expect(
            try Python.run(Self.compare, own.path, marked.path) == """
                fill B2 FFFDECEC
                fill B3 FFE6F0F8
                fill C3 FFFFF6E0
                ['Sammanfattning av kontrollen', 'Koder']
                ['B2 Fel & <rätta>', 'C3 Varning', 'B30 Tom cell']

                """)
        let changed = try members(marked).merging(members(own)) { $0 == $1 ? [] : $0 }.filter { !$0.value.isEmpty }.keys
        let untouched = try Set(members(own).keys).subtracting(changed)
        #expect(
            untouched.isSuperset(of: [
                "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml",
                "docProps/app.xml", "_rels/.rels", "xl/drawings/_rels/drawing1.xml.rels",
            ]))
        let drawing = try #require(Self.text("xl/drawings/vmlDrawing1.vml", of: marked))
        #expect(drawing.contains("Tryck"))
    }

    @Test("Marked twice is marked once, byte for byte")
    func twice() throws {
        for (place, script) in [Self.openpyxl, Self.xlsxWriter].enumerated() {
            let once = try mark(try make(script, "egen\(place).xlsx"), as: "en\(place).xlsx")
            let twice = try mark(once, as: "två\(place).xlsx")
            #expect(try Data(contentsOf: once) == Data(contentsOf: twice))
        }
    }

    @Test("Threaded comments stay as they are, and their cell gets no second comment")
    func threads() throws {
        let own = try make(
            Self.openpyxl + """

                import zipfile, shutil
                f = sys.argv[1]; z = zipfile.ZipFile(f); out = zipfile.ZipFile(f + ".ny", "w")
                for n in z.namelist():
                    d = z.read(n)
                    if n == "xl/worksheets/_rels/sheet1.xml.rels":
                        d = d.replace(b"</Relationships>", b'<Relationship Id="tc" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>')
                    if n.startswith("xl/comments"): d = d.replace("Min på C3".encode(), "[Threaded comment]".encode())
                    out.writestr(n, d)
                out.writestr("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>")
                out.close(); shutil.move(f + ".ny", f)
                """)
        let marked = try mark(own, as: "märkt.xlsx")
        let name = "xl/threadedComments/threadedComment1.xml"
        #expect(try members(own)[name] == members(marked)[name])
        #expect(Self.text("xl/worksheets/_rels/sheet1.xml.rels", of: marked)?.contains("threadedComment1.xml") == true)
        let comments = try #require(Self.text("xl/comments/comment1.xml", of: marked))
        #expect(comments.contains("[Threaded comment]"))
        #expect(comments.components(separatedBy: "ref=\"C3\"").count == 2)
    }

    @Test(
        "LibreOffice opens it, sees the same values, and what it saves can be marked again",
        .enabled(if: LibreOffice.isPresent, "\(LibreOffice.absence)"))
    func libreOffice() throws {
        let own = try make(Self.openpyxl)
        let csv = "csv:Text - txt - csv (StarCalc):44,34,76"
        let before = try String(contentsOf: LibreOffice.convert(own, to: csv), encoding: .utf8)
        let marked = try mark(own, as: "märkt.xlsx")
        let after = try String(contentsOf: LibreOffice.convert(marked, to: csv), encoding: .utf8)
        let lines = after.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "Löpnr,Kod,Dagar,Summa,Resultat,Vad som är fel och hur du rättar")
        #expect(after.contains("0005,5,X,10,,"))
        for line in before.split(separator: "\n") { #expect(after.contains(line)) }

        let folder = folder.file("sparad")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let copy = folder.appending(path: "märkt.ods")
        try FileManager.default.moveItem(at: LibreOffice.convert(marked, to: "ods"), to: copy)
        let saved = try LibreOffice.convert(copy, to: "xlsx")
        let again = try mark(saved, as: "igen.xlsx")
        #expect(
            try Python.run(
                """
                import openpyxl, sys
                w = openpyxl.load_workbook(sys.argv[1]); s = w["Insatser"]
                print(w.sheetnames)
                print([c.value for c in s[1]], [c.value for c in s[3]])
                print([c.coordinate + " " + c.comment.text.split("\\n")[-1] for row in s.iter_rows() for c in row if c.comment])
                print(s["B2"].fill.fgColor.rgb, s["B4"].fill.fill_type)
                """, again.path) == """
                    ['Insatser', 'Dold', 'Koder', 'Sammanfattning av kontrollen', 'Koder (2)']
                    ['Löpnr', 'Kod', 'Dagar', 'Summa', 'Resultat', 'Vad som är fel och hur du rättar'] \
                    ['0003', 3, 'X', '=B3*2', '1 varning', 'Varning']
                    ['B2 Fel & <rätta>', 'C3 Min på C3', 'A5 Min egen', 'B30 Tom cell']
                    FFFDECEC None

                    """)
    }

    private static func text(_ part: String, of file: URL) -> String? {
        guard let archive = try? ZipArchive(FileBytes(path: file.path, limit: 1 << 24), limits: ReadingLimits()),
            let entry = archive.entry(part), let bytes = try? archive.contents(of: entry)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
