import Tabular
import Testing

@Suite("Marks in a workbook")
struct WorkbookMarkingTests {
    private let names = MarkingNames.sv

    private func marks(
        _ cells: [MarkedCell], _ rows: [MarkedRow] = [], sheet: String = "Blad1", headerRow: Int? = 1
    ) -> SheetMarks {
        SheetMarks(
            sheet: sheet, headerRow: headerRow, headers: (names.result, names.explanation), cells: cells, rows: rows)
    }

    private func mark(
        _ bytes: [UInt8], _ marks: SheetMarks..., adding added: [AddedSheet] = []
    ) throws -> [UInt8] {
        try WorkbookMarking.mark(FileBytes(bytes), sheets: marks, adding: added, limits: ReadingLimits())
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(FileBytes(bytes), limits: ReadingLimits())
        let entry = try #require(archive.entry(name))
        return String(decoding: try archive.contents(of: entry), as: UTF8.self)
    }

    private let sheet = "xl/worksheets/sheet1.xml"
    private let fault = MarkedCell(row: 2, column: 1, tone: .error, comment: "Fel här")
    private let result = MarkedRow(row: 2, result: "1 fel", explanation: "Så rättar du", tone: .error)

    @Test("Only what must be there is added to the sheet; the rest is byte for byte as it was")
    func minimal() throws {
        let rows = """
            <row r="1" spans="1:2" x="y"><c r="A1" t="inlineStr"><is><t>Löpnr</t></is></c>  <c r="B1"><v>1</v></c></row>
            <row r="2"><c r="A2"><f>SUM(B1)</f><v>1</v></c><c r="B2" s="0" t="n"><v>34</v></c></row><!-- slut -->
            """
        let marked = try mark(MadeWorkbook(rows: rows).bytes, marks([fault], [result]))
        let expected = """
            <row r="1" x="y"><c r="A1" t="inlineStr"><is><t>Löpnr</t></is></c>  <c r="B1"><v>1</v></c>\
            <c r="C1" s="1" t="inlineStr"><is><t xml:space="preserve">Resultat</t></is></c>\
            <c r="D1" s="1" t="inlineStr"><is><t xml:space="preserve">Vad som är fel och hur du rättar</t></is></c></row>
            <row r="2"><c r="A2"><f>SUM(B1)</f><v>1</v></c><c r="B2" s="2" t="n"><v>34</v></c>\
            <c r="C2" s="3" t="inlineStr"><is><t xml:space="preserve">1 fel</t></is></c>\
            <c r="D2" s="4" t="inlineStr"><is><t xml:space="preserve">Så rättar du</t></is></c></row><!-- slut -->
            """
        #expect(try part(sheet, of: marked).contains(expected))
    }

    @Test("A blank cell and a missing row are made, with the style of the row or else of the column")
    func blanks() throws {
        var made = MadeWorkbook(
            rows: #"<row r="2" s="1" customFormat="1"><c r="C2"><v>1</v></c></row><row r="5"/><row r="9"/>"#)
        made.sheet = made.sheet.replacing("<cols/>", with: #"<cols><col min="1" max="2" width="9" style="2"/></cols>"#)
        made.styles = """
            <fonts><font/></fonts><cellXfs count="3"><xf fillId="0"/><xf numFmtId="7" fillId="0"/>\
            <xf numFmtId="9" fillId="0"/></cellXfs>
            """
        let cells = [2, 4, 5, 12].map { MarkedCell(row: $0, column: 0, tone: .warning, comment: nil) }
        let marked = try mark(made.bytes, marks(cells, headerRow: nil))
        let written = try part(sheet, of: marked)
        #expect(written.contains(#"<row r="2" s="1" customFormat="1"><c r="A2" s="3"/><c r="C2"><v>1</v></c></row>"#))
        #expect(
            written.contains(
                #"<row r="4"><c r="A4" s="4"/></row><row r="5"><c r="A5" s="4"/></row><row r="9"/><row r="12"><c r="A12" s="4"/></row></sheetData>"#
            ))
        let styles = try part("xl/styles.xml", of: marked)
        #expect(styles.contains(#"<cellXfs count="5">"#))
        #expect(
            styles.contains(#"<xf numFmtId="7" fillId="2" applyFill="1"/><xf numFmtId="9" fillId="2" applyFill="1"/>"#))
    }

    @Test("Cells without addresses are counted from the left, and rows from the top")
    func withoutAddresses() throws {
        let made = MadeWorkbook(rows: "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>")
        let marked = try mark(made.bytes, marks([fault], [result]))
        #expect(try cells(marked).contains("B2 number 3"))
        #expect(try part(sheet, of: marked).contains(#"<c><v>2</v></c><c s="2"><v>3</v></c><c r="C2""#))
    }

    @Test("A sheet written with a prefix on every name is marked with that prefix")
    func prefixed() throws {
        var made = MadeWorkbook(rows: "")
        let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        made.sheet = """
            <x:worksheet xmlns:x="\(namespace)"><x:dimension ref="A1:B2"/><x:sheetData><x:row r="2">\
            <x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData><x:pageMargins/><x:extLst/></x:worksheet>
            """
        made.styles = ""
        made.parts["xl/styles.xml"] = Array(#"<y:styleSheet xmlns:y="\#(namespace)"/>"#.utf8)
        let marked = try mark(made.bytes, marks([fault], [result], headerRow: nil))
        let written = try part(sheet, of: marked)
        #expect(written.contains(#"<x:dimension ref="A1:D2"/><x:cols><x:col min="3""#))
        #expect(written.contains(#"<x:c r="B2" s="1"><x:v>1</x:v></x:c><x:c r="C2""#))
        #expect(written.contains("<x:pageMargins/><x:legacyDrawing "))
        #expect(try part("xl/styles.xml", of: marked).contains("<y:fills count=\"3\"><y:fill><y:patternFill"))
        #expect(try cells(marked).contains("D2 text Så rättar du"))
    }

    @Test("Our columns come after the last used one, past merged cells and formats, but not past a thousand formats")
    func place() throws {
        func column(_ cells: String, after: String = "") throws -> String? {
            var made = MadeWorkbook(cells: cells)
            made.sheet = made.sheet.replacing("</sheetData>", with: "</sheetData>\(after)")
            return try resultColumn(try mark(made.bytes, marks([], headerRow: 1)))
        }
        #expect(try column(#"<c r="B1"><v>1</v></c>"#) == "C1")
        #expect(try column(#"<c r="B1"><v>1</v></c><c r="D1" s="0"/>"#) == "E1")
        #expect(try column(#"<c r="B1"><v>1</v></c><c r="AMJ1" s="0"/>"#) == "C1")
        #expect(
            try column(#"<c r="B1"><v>1</v></c>"#, after: #"<mergeCells><mergeCell ref="A3:F3"/></mergeCells>"#) == "G1"
        )
    }

    private func resultColumn(_ bytes: [UInt8]) throws -> String? {
        try cells(bytes).first { $0.hasSuffix(" text Resultat") }?.split(separator: " ").first.map(String.init)
    }

    @Test("Column widths that reach over our columns are cut around them")
    func widths() throws {
        var made = MadeWorkbook(cells: #"<c r="B1"><v>1</v></c>"#)
        made.sheet = made.sheet.replacing(
            "<cols/>",
            with: #"<cols><col min="1" max="1" width="5"/><col min="2" max="16384" width="9" hidden="1"/></cols>"#)
        let written = try part(sheet, of: try mark(made.bytes, marks([])))
        #expect(
            written.contains(
                #"<cols><col min="1" max="1" width="5"/><col min="2" max="2" width="9" hidden="1"/>"#
                    + #"<col min="3" max="3" width="14.0" customWidth="1"/><col min="4" max="4" width="80.0" customWidth="1"/>"#
                    + #"<col min="5" max="16384" width="9" hidden="1"/></cols>"#))
    }

    @Test("A row whose height nobody set grows with our text; one that was set stays")
    func heights() throws {
        let rows = #"<row r="2" ht="20"><c r="B2"/></row><row r="3" ht="40" customHeight="1"/><row r="4" ht="90"/>"#
        let long = MarkedRow(row: 2, result: "1 fel", explanation: "Ett\ntvå\ntre", tone: .error)
        let results = [2, 3, 4, 5].map { row in
            MarkedRow(row: row, result: long.result, explanation: long.explanation, tone: .error)
        }
        let bytes = try mark(MadeWorkbook(rows: rows).bytes, marks([], results))
        let written = try part(sheet, of: bytes)
        for tag in [#"<row r="2" ht="45.0">"#, #"<row r="3" ht="40" customHeight="1">"#, #"<row r="4" ht="90">"#] {
            #expect(written.contains(tag))
        }
        #expect(written.contains(#"<row r="5" ht="45.0">"#))
        let again = try mark(bytes, marks([], [MarkedRow(row: 2, result: "Godkänd", explanation: "", tone: nil)]))
        #expect(try part(sheet, of: again).contains(#"<row r="2"><c r="B2"/>"#))
    }

    @Test("Marking again replaces what we wrote, and takes away what no longer holds")
    func again() throws {
        var made = MadeWorkbook(
            rows: #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" s="1"><v>9</v></c></row>"#)
        made.styles = """
            <fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill \
            patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/>\
            </patternFill></fill></fills><cellXfs><xf fillId="0"/><xf fillId="2" applyFill="1"/></cellXfs>
            """
        let added = [
            AddedSheet(name: names.summary, widths: [], rows: [[AddedCell(names.summary, .title)]]),
            AddedSheet(name: names.codes, widths: [], rows: [[AddedCell(names.codesTitle)], [AddedCell(8)]]),
        ]
        let once = try mark(made.bytes, marks([fault], [result]), adding: added)
        let twice = try mark(once, marks([fault], [result]), adding: added)
        #expect(once == twice)

        let mended = try mark(once, marks([], [MarkedRow(row: 1, result: "Godkänd", explanation: "", tone: nil)]))
        #expect(try !part("xl/comments1.xml", of: mended).contains("Fel här"))
        #expect(try !part("xl/drawings/vmlDrawing1.vml", of: mended).contains("<v:shape "))
        #expect(try cells(mended).filter { $0.contains("2 ") } == ["B2 number 9"])
        // The user's own fill is back under a style of its own.
        let styles = try part("xl/styles.xml", of: mended)
        let restored = #"<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill>"#
        #expect(styles.contains(restored))
        #expect(try part(sheet, of: mended).contains(#"<c r="B2" s="1"><v>9</v></c>"#))
    }

    @Test("A sheet of theirs with our name is left alone, and ours gets a number")
    func sameName() throws {
        var made = MadeWorkbook(cells: #"<c r="A1"><v>1</v></c>"#)
        made.workbook = made.workbook.replacing("Blad1", with: "koder")
        let added = [AddedSheet(name: names.codes, widths: [9], rows: [[AddedCell(names.codesTitle)]])]
        let marked = try mark(made.bytes, adding: added)
        let sheets = try WorkbookReader(FileBytes(marked), limits: ReadingLimits()).sheets.map(\.name)
        #expect(sheets == ["koder", "Koder (2)"])
        #expect(try part(sheet, of: marked) == made.sheet)
        #expect(try mark(marked, adding: added) == marked)
    }

    @Test("What cannot be marked is an error")
    func errors() throws {
        let bytes = MadeWorkbook(cells: "").bytes
        #expect(throws: WorkbookError.noSuchSheet("Blad9")) { try mark(bytes, marks([], sheet: "Blad9")) }
        #expect(throws: WorkbookError.unreadable(.corruptWorkbook)) { try mark(Array("inte en zip".utf8), marks([])) }
        #expect(throws: WorkbookError.outsideSheet(row: 0, column: 1)) {
            try mark(bytes, marks([MarkedCell(row: 0, column: 1, tone: .error, comment: nil)]))
        }
    }

    @Test("Numbers that no sheet has do not stop the marking")
    func absurdNumbers() throws {
        var made = MadeWorkbook(
            rows: #"<row r="99999999999999999999"><c r="B2" s="-7"><v>1</v></c></row><row><c s="4294967296"/></row>"#)
        made.sheet = made.sheet.replacing(
            "<cols/>",
            with: #"<sheetFormatPr defaultColWidth="nan"/><cols><col min="1" max="9" width="1e300" style="9"/></cols>"#)
        made.workbook = made.workbook.replacing("sheetId=\"1\"", with: "sheetId=\"9223372036854775807\"")
        let cells = [MarkedCell(row: 1, column: 1, tone: .error, comment: "Fel"), fault]
        let added = [AddedSheet(name: names.codes, widths: [9], rows: [[AddedCell(names.codesTitle)]])]
        let marked = try mark(made.bytes, marks(cells, [result]), adding: added)
        #expect(try part(sheet, of: marked).contains("Så rättar du"))
    }

    @Test("Every part may be cut anywhere: an error or a workbook comes out, never a crash")
    func cut() throws {
        var made = MadeWorkbook(rows: #"<row r="2" spans="1:2"><c r="B2" s="0"><v>34</v></c></row>"#)
        made.styles = "<fonts><font/></fonts><cellXfs><xf fillId=\"0\"/></cellXfs>"
        let once = try mark(made.bytes, marks([fault], [result]))
        let archive = try ZipArchive(FileBytes(once), limits: ReadingLimits())
        var tried = 0
        for entry in archive.entries {
            let whole = try archive.contents(of: entry)
            for length in stride(from: 0, to: whole.count, by: 7) {
                let members = try archive.entries.map { other in
                    let bytes = other.name == entry.name ? Array(whole[..<length]) : try archive.contents(of: other)
                    return MadeZip.Member(name: other.name, bytes: bytes)
                }
                do { _ = try mark(MadeZip(members: members).bytes, marks([fault], [result])) } catch {
                    #expect(error is WorkbookError)
                }
                tried += 1
            }
        }
        #expect(tried > 300)
    }
}
