import Tabular
import Testing

@Suite("What a workbook's cells say")
struct WorkbookCellTests {
    @Test("Every kind of cell is read, by scanning and by parsing alike")
    func kinds() throws {
        var workbook = MadeWorkbook(
            cells: """
                <c r="A1" t="s"><v>1</v></c><c r="B1"><v>15</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>\
                <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>Å x</v></c><c r="G1" s="4"/>\
                <c r="H1" t="inlineStr"><is><t xml:space="preserve"> två </t></is></c><c r="I1"><f t="shared" si="0"/><v>7</v></c>\
                <c r="J1" t="d"><v>2013-03-01T00:00:00</v></c><c r="K1" t="n"><v>-3</v></c><c r="L1" t="s"><v>0</v></c><c r="M1"><v/></c>\
                <c r="AB1" t="str"><v xml:space="preserve"> </v></c>
                """)
        workbook.shared = "<si><t/></si><si><t>0180</t></si>"
        let expected = [
            "A1 text 0180", "B1 number 15", "C1 truth TRUE", "D1 truth FALSE", "E1 fault #N/A", "F1 text Å x",
            "H1 text  två ", "I1 number 7", "J1 date 2013-03-01", "K1 number -3", "AB1 text  ",
        ]
        #expect(try cells(workbook.bytes) == expected)
        #expect(try cells(try unusual(workbook.bytes)) == expected)
    }

    @Test(
        "A number is given in its shortest plain form",
        arguments: [
            ("15", "15"), ("15.0", "15"), ("1.5E1", "15"), ("0", "0"), ("-0", "0"), ("0.5", "0.5"), (".5", "0.5"),
            ("007", "7"), ("16.100000000000001", "16.1"), ("1E-3", "0.001"), ("1e-7", "0.0000001"),
            ("1.25E+20", "125000000000000000000"), ("-12.50", "-12.5"), (" 3\n", "3"), ("201303", "201303"),
            ("191212121212", "191212121212"), ("123456789012345", "123456789012345"), ("100000", "100000"), ("+4", "4"),
        ])
    func numbers(written: String, read: String) throws {
        #expect(try cells(MadeWorkbook(cells: "<c><v>\(written)</v></c>").bytes) == ["A1 number \(read)"])
    }

    @Test(
        "What is no number though the cell says so is kept as text",
        arguments: ["x", "inf", "nan", "0x10", "1 2", "-", "1E999"])
    func notNumbers(written: String) throws {
        #expect(try cells(MadeWorkbook(cells: "<c><v>\(written)</v></c>").bytes) == ["A1 text \(written)"])
    }

    @Test(
        "A day is counted from 1900 with 29 February 1900, or from 1904",
        arguments: [
            ("1", "1900-01-01", "1904-01-02"), ("59", "1900-02-28", "1904-02-29"), ("60", "1900-02-29", "1904-03-01"),
            ("61", "1900-03-01", "1904-03-02"), ("41334", "2013-03-01", "2017-03-02"),
            ("41334.75", "2013-03-01", "2017-03-02"), ("36584", "2000-02-28", "2004-02-29"),
            ("36585", "2000-02-29", "2004-03-01"),
        ])
    func days(serial: String, from1900: String, from1904: String) throws {
        var workbook = MadeWorkbook(cells: #"<c s="1"><v>\#(serial)</v></c>"#)
        workbook.styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#
        #expect(try cells(workbook.bytes) == ["A1 date \(from1900)"])
        workbook.workbook = workbook.workbook.replacing("<sheets>", with: #"<workbookPr date1904="1"/><sheets>"#)
        #expect(try cells(workbook.bytes) == ["A1 date \(from1904)"])
    }

    @Test("A number that is no day stays a number", arguments: ["-1", "0", "0.5", "2958466"])
    func notDays(serial: String) throws {
        var workbook = MadeWorkbook(cells: #"<c s="0"><v>\#(serial)</v></c><c s="1"><v>\#(serial)</v></c>"#)
        workbook.styles = #"<cellXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellXfs>"#
        #expect(try cells(workbook.bytes) == ["A1 number \(serial)", "B1 number \(serial)"])
    }

    @Test(
        "A format shows a date when it has a year, a month or a day",
        arguments: [
            ("yyyy-mm-dd", true), ("ÅÅÅÅ-MM-DD", true), ("[$-41D]mmmm yyyy", true), ("mmm", true), ("d/m", true),
            ("yyyy\\-mm\\-dd\\ hh:mm", true), ("General", false), ("Standard", false), ("0.00", false),
            ("[Red]0", false), ("0\" dygn\"", false), ("0\\d", false), ("_-* #,##0\\ _k_d_-", false), ("h:mm", false),
            ("[h]:mm:ss", false), ("tt:mm", false), ("#,##0 [$kr-41D]", false), ("@", false),
        ])
    func formats(code: String, isDate: Bool) throws {
        var workbook = MadeWorkbook(cells: #"<c s="1"><v>41334</v></c>"#)
        let written = code.replacing("\"", with: "&quot;")
        // The same format of conditional formatting (dxf) has a number of its own and says nothing of cells.
        workbook.styles = """
            <numFmts><numFmt numFmtId="164" formatCode="\(written)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="\(isDate ? "0" : "d")"/></dxf></dxfs>
            """
        #expect(try cells(workbook.bytes) == [isDate ? "A1 date 2013-03-01" : "A1 number 41334"])
    }

    @Test(
        "A formula without a saved value is a fault, not a blank, by scanning and by parsing alike",
        arguments: [
            ("<c><f>1+1</f></c>", true), ("<c><f>1+1</f><v></v></c>", true), ("<c><f>1+1</f><v/></c>", true),
            (#"<c t="n"><f>1+1</f><v/></c>"#, true), (#"<c t="str"><f>A2&amp;"x"</f></c>"#, true),
            (#"<c t="b"><f>TRUE</f><v></v></c>"#, true), (#"<c s="0"><f t="shared" si="0"/></c>"#, true),
            (#"<c><v></v><f>1+1</f></c>"#, true), (#"<c t="inlineStr"><f>1+1</f></c>"#, true),
            (#"<c t="str"><f>""</f><v></v></c>"#, false), (#"<c t="str"><f>""</f><v/></c>"#, false),
            (#"<c t="str"><v></v><f>""</f></c>"#, false), (#"<c t="inlineStr"><f>""</f><is><t/></is></c>"#, false),
            ("<c><v/></c>", false), ("<c/>", false),
        ])
    func formulas(cell: String, isFault: Bool) throws {
        let workbook = MadeWorkbook(cells: #"\#(cell)<c><v>2</v></c>"#)
        let expected = (isFault ? ["A1 fault \(SheetCell.uncalculatedFormula)"] : []) + ["B1 number 2"]
        #expect(try cells(workbook.bytes) == expected)
        #expect(try cells(try unusual(workbook.bytes)) == expected)
    }

    @Test("Cells and rows without an address follow the one before")
    func withoutAddresses() throws {
        let workbook = MadeWorkbook(
            rows:
                #"<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row>"#
        )
        let expected = ["A1 number 1", "C1 number 2", "C5 number 3", "D5 number 4", "A7 number 5"]
        #expect(try cells(workbook.bytes) == expected)
        #expect(try cells(try unusual(workbook.bytes)) == expected)
    }

    @Test("Cells out of order are put in order")
    func outOfOrder() throws {
        let workbook = MadeWorkbook(cells: #"<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>"#)
        #expect(try cells(workbook.bytes) == ["A1 number 1", "B1 number 2", "C1 number 3"])
    }

    @Test("The runs of a rich text are joined, its reading left out")
    func richTexts() throws {
        let rich =
            "<r><t>Kom</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">mun </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><phoneticPr/>"
        var workbook = MadeWorkbook(
            cells:
                #"<c t="s"><v>0</v></c><c t="inlineStr"><is>\#(rich)</is></c><c t="inlineStr"><is><t>a &amp; b</t></is></c>"#
        )
        workbook.shared = "<si>\(rich)</si>"
        #expect(try cells(workbook.bytes) == ["A1 text Kommun ", "B1 text Kommun ", "C1 text a & b"])
    }

    @Test("Escaped characters are decoded wherever texts are")
    func escapes() throws {
        let text = "a_x000D_\nb_x005F_x000D_c_xD83D__xDE00_d_xzzzz__x00"
        var workbook = MadeWorkbook(
            cells: #"<c t="s"><v>0</v></c><c t="inlineStr"><is><t>\#(text)</t></is></c><c t="str"><v>\#(text)</v></c>"#)
        workbook.shared = "<si><t>\(text)</t></si>"
        let read = "text a\r\nb_x000D_c😀d_xzzzz__x00"
        #expect(try cells(workbook.bytes) == ["A1 \(read)", "B1 \(read)", "C1 \(read)"])
    }

    @Test("Prefixes, strict names, comments, CDATA and single quotes make no difference")
    func dialects() throws {
        var workbook = MadeWorkbook(rows: "")
        workbook.sheet = """
            <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><!-- - -->
            <x:row r='2'><x:c r='B2' t='inlineStr'><x:is><x:t><![CDATA[<1>]]></x:t></x:is></x:c><x:c><x:v>1<!-- -->2</x:v></x:c></x:row>
            </x:sheetData></x:worksheet>
            """
        #expect(try cells(workbook.bytes) == ["B2 text <1>", "C2 number 12"])
    }

    @Test("A sheet that turns unusual half-way is read to its end")
    func turnsUnusual() throws {
        let rows = (1...500).map { number in
            #"<row r="\#(number)"><c r="A\#(number)" t="str"><v>\#(number == 250 ? "&lt;&#229;&gt;" : "ä\(number)")</v></c></row>"#
        }
        let expected = (1...500).map { "A\($0) text \($0 == 250 ? "<å>" : "ä\($0)")" }
        #expect(try cells(MadeWorkbook(rows: rows.joined()).bytes) == expected)
    }

    @Test("Rows are whole wherever the pieces of the file end")
    func longSheets() throws {
        // 900 KB of rows of differing lengths, and one that is longer than any piece.
        let lengths = (1...3_000).map { $0 == 1_500 ? 400_000 : ($0 * 7_919) % 300 }
        let rows = lengths.enumerated().map { index, length in
            #"<row r="\#(index + 1)"><c r="A\#(index + 1)"><v>\#(length)</v></c><c r="B\#(index + 1)" t="str"><v>\#(String(repeating: "å", count: length))</v></c></row>"#
        }
        let expected = lengths.enumerated().flatMap { index, length in
            ["A\(index + 1) number \(length)"]
                + (length > 0 ? ["B\(index + 1) text \(String(repeating: "å", count: length))"] : [])
        }
        #expect(try cells(MadeWorkbook(rows: rows.joined(separator: "\n")).bytes) == expected)
    }

    @Test("A sheet in UTF-16 is read")
    func utf16() throws {
        var workbook = MadeWorkbook(rows: "")
        let text =
            #"<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="str"><v>åäö</v></c></row></sheetData></worksheet>"#
        workbook.parts["xl/worksheets/sheet1.xml"] =
            [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(try cells(workbook.bytes) == ["A1 text åäö"])
    }

    @Test("A sheet in Latin 1 is read")
    func latin1() throws {
        var workbook = MadeWorkbook(rows: "")
        let text =
            #"<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row><c t="str"><v>åäö</v></c></row></sheetData></worksheet>"#
        workbook.parts["xl/worksheets/sheet1.xml"] = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try cells(workbook.bytes) == ["A1 text åäö"])
    }

    @Test("An empty sheet has no rows", arguments: ["<sheetData/>", "<sheetData></sheetData>", "<sheetData />", ""])
    func empty(data: String) throws {
        var workbook = MadeWorkbook(rows: "")
        workbook.sheet = "<worksheet>\(data)<pageMargins/></worksheet>"
        #expect(try cells(workbook.bytes) == [])
    }
}
