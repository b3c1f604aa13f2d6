import Definitions
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("The template")
struct TemplateTests {
    let collection: Definitions.Collection

    init() throws {
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
    }

    private func write(_ table: String, _ language: Language = .sv, to folder: TemporaryFolder) throws -> URL {
        let url = folder.file("mall.xlsx")
        let bytes = try Template.workbook(
            collection, collection.knownTable(table), municipality: Municipality(code: "0180"),
            month: Month(iso: "2013-04"), language)
        try Data(bytes).write(to: url)
        return url
    }

    /// Prints sheets, header rows, first and last prepared rows and validations as lines.
    private static let reader = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        print("sheets", *book.sheetnames, sep="|")
        sheet = book.active
        print("active", sheet.title, sheet.freeze_panes, sep="|")
        print("merged", *sorted(str(m) for m in sheet.merged_cells.ranges), sep="|")
        for row in (int(sys.argv[2]) - 1, int(sys.argv[2]), int(sys.argv[2]) + 1, int(sys.argv[2]) + 2000, int(sys.argv[2]) + 2001):
            print(row, *["" if c.value is None else type(c.value).__name__ + ":" + str(c.value) for c in sheet[row]], sep="|")
        for v in sheet.data_validations.dataValidation:
            print("validation", v.sqref, v.type, v.formula1, v.formula2, v.errorTitle, v.error, sep="|")
        """

    @Test(
        "has the header of the file description, and municipality and month as text on its rows",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func layout() throws {
        let folder = try TemporaryFolder()
        let lines = try Python.run(Self.reader, write("insatser", to: folder).path, "5").split(separator: "\n").map(
            String.init)
        #expect(lines.contains("sheets|Insatser|Läs mig|Kodlista|Exempel"))
        #expect(lines.contains("active|Insatser|D6"))
        #expect(lines.contains("merged|A3:V3|D4:L4|M4:U4"))
        let blanks = String(repeating: "|", count: 8)
        #expect(lines.contains("4||||str:Registerledare\(blanks)|str:Medsökande\(blanks)|"))
        let codes = (0...8).map { "|str:\($0)" }.joined()
        #expect(lines.contains("5|str:Mätmånad|str:Länkommunkod|str:Löpnr\(codes)\(codes)|str:Beskriv övrig insats"))
        for row in [6, 2005] {
            #expect(lines.contains { $0.hasPrefix("\(row)|str:2013-04|str:0180|") && !$0.dropFirst(24).contains(":") })
        }
        #expect(lines.contains { $0.hasPrefix("2006|") && !$0.contains(":") })
    }

    @Test(
        "refuses in plain Swedish what a cell cannot be",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func validation() throws {
        let folder = try TemporaryFolder()
        let measures = try Python.run(Self.reader, write("insatser", to: folder).path, "5")
        #expect(measures.contains(#"D6:D20005|list|"X"|None|Registerledare 0|Ange X, eller lämna cellen tom."#))
        #expect(
            measures.contains(
                #"OR(E6="X",AND(ISNUMBER(E6),E6>=1,E6<=30,E6=INT(E6)))|None|Registerledare 1|Ange X eller antal dagar 1–30."#
            ))
        #expect(measures.contains("V6:V20005|textLength|0|200|Beskriv övrig insats|Ange text, högst 200 tecken."))
        let reasons = try Python.run(Self.reader, write("avslutsorsaker", to: folder).path, "5")
        #expect(
            reasons.contains(
                "F6:F20005|list|'Kodlista'!$A$3:$A$14|None|Avslutsorsak hushållet|Ange en kod 1–12 ur kodlistan."))
    }

    @Test("points its lists at the codes", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func codes() throws {
        let folder = try TemporaryFolder()
        let cells = try Python.run(
            """
            import sys, openpyxl
            for row in openpyxl.load_workbook(sys.argv[1])["Kodlista"]["A3:B14"]:
                print(row[0].value, row[1].value)
            """, write("avslutsorsaker", to: folder).path)
        let list = try #require(collection.codeList("avslutsorsak"))
        #expect(cells.split(separator: "\n").map(String.init) == list.codes.map { "\($0.value) \($0.label.sv)" })
    }

    @Test(
        "shows the example rows under the same header",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func example() throws {
        let folder = try TemporaryFolder()
        let cells = try Python.run(
            """
            import sys, openpyxl
            for row in openpyxl.load_workbook(sys.argv[1])["Exempel"]["A6:F11"]:
                print(*["" if c.value is None else c.value for c in row], sep="|")
            """, write("avslutsorsaker", to: folder).path)
        let examples = try collection.knownTable("avslutsorsaker").examples
        #expect(cells.split(separator: "\n").map(String.init) == examples.map { $0.joined(separator: "|") })
    }

    @Test(
        "names the sheets that are not data, in both languages",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)), arguments: Language.allCases)
    func ignoredSheets(language: Language) throws {
        let folder = try TemporaryFolder()
        let first = try Python.run(Self.reader, write("insatser", language, to: folder).path, "5").prefix { $0 != "\n" }
        let sheets = first.split(separator: "|").dropFirst().map(String.init)
        #expect(sheets.filter { !Template.ignoredSheetNames.contains($0) } == ["Insatser"])
        #expect(sheets.count == 4)
    }

    @Test("is the same bytes every time")
    func isDeterministic() throws {
        let table = try collection.knownTable("insatser")
        let (one, other) = (
            try Template.workbook(collection, table, municipality: nil, month: nil, .sv),
            try Template.workbook(collection, table, municipality: nil, month: nil, .sv)
        )
        #expect(one == other)
    }

    @Test("opens in LibreOffice", .enabled(if: LibreOffice.isPresent, Comment(rawValue: LibreOffice.absence)))
    func libreOffice() throws {
        let folder = try TemporaryFolder()
        let csv = try LibreOffice.convert(
            write("avslutsorsaker", to: folder), to: "csv:Text - txt - csv (StarCalc):59,34,76")
        let lines = try String(contentsOf: csv, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[3] == ";;;Registerledare;Medsökande;Hushållet")
        #expect(lines[4] == "Mätmånad;Länkommunkod;Löpnr;Avslutsorsak;Avslutsorsak;Avslutsorsak")
        #expect(lines[5] == "2013-04;0180;;;;")
    }
}
