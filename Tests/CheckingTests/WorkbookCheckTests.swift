import Checking
import Definitions
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

/// Three households, as plain text and as workbooks that say the same in other ways.
private struct Households {
    static let rows = ["reg_2=15|med_0=X", "reg_8=X|ovrig_text=Kurs", "reg_0=X"]
    static let text = Judging.text(rows, header: Judging.insatser)
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static func columns() async throws -> Columns? {
        try await Judging(keeps: true).verdicts(text)[0].columns
    }

    /// The workbook `script` saves to `path`, given the lines of `text` as lists in `rows`.
    func made(_ script: String, from text: String = text) throws -> URL {
        let file = folder.file("a.xlsx")
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        let prelude = """
            import sys, json, datetime, openpyxl, xlsxwriter
            path, rows = sys.argv[1], json.loads(sys.argv[2])
            head, data = rows[0], rows[1:]

            """
        try Python.run(
            prelude + script, file.path, String(decoding: try JSONEncoder().encode(lines), as: UTF8.self))
        return file
    }

    func judged(_ file: URL, _ judging: Judging = Judging(keeps: true)) async throws -> [Verdict] {
        try await judging.file(Array(Data(contentsOf: file)), name: file.lastPathComponent).verdicts
    }

    func judged(_ script: String) async throws -> [Verdict] { try await judged(try made(script)) }
}

@Suite(
    "Workbooks as people and programs make them", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
struct WorkbookCheckTests {
    private let households: Households

    init() throws { households = try Households() }

    /// The one verdict, of the same columns as the plain text.
    private func same(_ verdicts: [Verdict], sourceLocation: SourceLocation = #_sourceLocation) async throws -> Verdict
    {
        let verdict = try #require(verdicts.first, sourceLocation: sourceLocation)
        #expect(verdicts.count == 1, sourceLocation: sourceLocation)
        #expect(verdict.columns != nil, sourceLocation: sourceLocation)
        #expect(verdict.columns == (try await Households.columns()), sourceLocation: sourceLocation)
        #expect(verdict.places == [], sourceLocation: sourceLocation)
        #expect(verdict.municipality?.code == "0180", sourceLocation: sourceLocation)
        #expect(verdict.month?.iso == "2013-03", sourceLocation: sourceLocation)
        return verdict
    }

    /// A sheet of texts.
    private static let plain = """
        book = openpyxl.Workbook()
        sheet = book.active
        for row in rows: sheet.append([cell or None for cell in row])

        """

    @Test(
        "Texts alone need no repair, shared or in line",
        arguments: [
            plain + "book.save(path)",
            """
            book = openpyxl.Workbook(write_only=True)
            sheet = book.create_sheet("Blad1")
            for row in rows: sheet.append([cell or None for cell in row])
            book.save(path)
            """,
            """
            with xlsxwriter.Workbook(path) as book:
                sheet = book.add_worksheet()
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row): sheet.write_string(n, m, cell)
            """,
            """
            with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
                sheet = book.add_worksheet()
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row): sheet.write_string(n, m, cell)
            """,
        ])
    func texts(script: String) async throws {
        let verdict = try await same(households.judged(script))
        #expect(verdict.repairPlaces == [])
        #expect(verdict.headerRow == 1)
    }

    @Test("Numbers that lost their zeros, and days as numbers")
    func numbers() async throws {
        let verdict = try await same(
            households.judged(
                Self.plain + """
                    for row in range(2, 5):
                        sheet.cell(row, 2).value = 180
                        sheet.cell(row, 3).value = row - 1
                    sheet["F2"] = 15.0
                    book.save(path)
                    """))
        #expect(verdict.repairPlaces == ["A01 B2", "A02 C2", "A01 B3", "A02 C3", "A01 B4", "A02 C4"])
        #expect(verdict.repairs.map(\.corrected).prefix(2) == ["0180", "0001"])
    }

    @Test("Days as text with decimals, and a number kept as text with its zero")
    func numberTexts() async throws {
        let verdict = try await same(households.judged(Self.plain + "sheet['F2'] = '15.0'\nbook.save(path)"))
        #expect(verdict.repairPlaces == ["A09 F2"])
        #expect(verdict.repairs[0].corrected == "15")
    }

    @Test(
        "A month is a month in any form a cell can have",
        arguments: [
            ("datetime.date(2013, 3, 1)", "A03"), ("datetime.datetime(2013, 3, 31, 12, 30)", "A03"), ("201303", "A03"),
            ("'mars 2013'", "A03"), ("'03'", "A03"), ("3", "A03"), ("41334", "A10"), ("'2013-03'", nil),
        ])
    func months(value: String, repair: String?) async throws {
        let verdict = try await same(
            households.judged(
                Self.plain + "for row in range(2, 5): sheet.cell(row, 1).value = \(value)\nbook.save(path)"))
        #expect(verdict.repairPlaces == (repair.map { rule in (2...4).map { "\(rule) A\($0)" } } ?? []))
        #expect(verdict.repairs.allSatisfy { $0.corrected == "2013-03" })
    }

    @Test("A date shown as only month and year, in the calendar that begins in 1904")
    func dates1904() async throws {
        let verdict = try await same(
            households.judged(
                """
                with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
                    sheet = book.add_worksheet()
                    month = book.add_format({"num_format": "mmm yyyy"})
                    for n, row in enumerate(rows):
                        for m, cell in enumerate(row): sheet.write_string(n, m, cell)
                        if n: sheet.write_datetime(n, 0, datetime.datetime(2013, 3, 1), month)
                """))
        #expect(verdict.repairPlaces == ["A03 A2", "A03 A3", "A03 A4"])
    }

    @Test("What a formula came to last is what counts")
    func formulas() async throws {
        let verdict = try await same(
            households.judged(
                """
                with xlsxwriter.Workbook(path) as book:
                    sheet = book.add_worksheet()
                    for n, row in enumerate(rows):
                        for m, cell in enumerate(row): sheet.write_string(n, m, cell)
                    sheet.write_formula("A2", '="2013-"&"03"', None, "2013-03")
                    sheet.write_formula("B2", '=TEXT(180,"0000")', None, "0180")
                    sheet.write_formula("F2", "=10+5", None, 15)
                """))
        #expect(verdict.repairPlaces == [])
    }

    @Test("A formula that no program has calculated is no blank")
    func uncalculatedFormula() async throws {
        let verdict = try #require(
            try await households.judged(Self.plain + "sheet['E2'] = '=IF(1=2,\"X\",\"\")'\nbook.save(path)").first)
        #expect(verdict.places == ["R09 E2"])
        #expect(verdict.findings.first?.value == SheetCell.uncalculatedFormula)
    }

    @Test("A formula's fault is no mark")
    func faultyFormula() async throws {
        let verdicts = try await households.judged(
            """
            with xlsxwriter.Workbook(path) as book:
                sheet = book.add_worksheet()
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row): sheet.write_string(n, m, cell)
                sheet.write_formula("F2", "=1/0", None, "#DIV/0!")
            """)
        #expect(verdicts.map(\.places) == [["R09 F2"]])
    }

    @Test("The file description's header in two rows with merged cells, under titles, with blanks around and between")
    func header() async throws {
        let verdict = try await same(
            households.judged(
                """
                book = openpyxl.Workbook()
                sheet = book.active
                sheet["B2"] = "Uppgifter om arbetsfrämjande insatser"
                sheet.merge_cells("B2:N2")
                sheet["B3"] = "Stockholms stad"
                sheet["E5"], sheet["O5"] = "Registerledare", "Medsökande"
                sheet.merge_cells("E5:M5")
                sheet.merge_cells("O5:W5")
                # A blank column before the first, and one between the two groups.
                columns = [2, 3, 4] + list(range(5, 14)) + list(range(15, 24)) + [24]
                texts = ["Mät- månad", "Län/ kommun- kod", "Löpnr (hushåll)"] + list(range(9)) * 2 + ["Beskriv övrig insats"]
                for column, text in zip(columns, texts): sheet.cell(6, column).value = text
                for n, row in enumerate(data):
                    # A blank row between every two.
                    for column, cell in zip(columns, row): sheet.cell(8 + 2 * n, column).value = cell or None
                book.save(path)
                """))
        #expect(verdict.repairPlaces == [])
        #expect(verdict.headerRow == 6)
        #expect(verdict.rows == 3)
    }

    @Test("Hidden sheets, and the template's own, are passed over whatever they hold")
    func otherSheets() async throws {
        let verdict = try await same(
            households.judged(
                """
                book = openpyxl.Workbook()
                for title, state in [("Dold", "hidden"), ("Mycket dold", "veryHidden"), ("Exempel", "visible"), ("Kodlista", "visible"), ("Läs mig", "visible")]:
                    sheet = book.create_sheet(title)
                    sheet.sheet_state = state
                    sheet.append(head)
                    sheet.append(["2013-04", "1480", "0001", "hej"])
                notes = book.create_sheet("Anteckningar")
                notes.append(["Kom ihåg", "att fråga"])
                sheet = book.create_sheet("Mars")
                for row in rows: sheet.append([cell or None for cell in row])
                book.save(path)
                """))
        #expect(verdict.sheet == "Mars")
        #expect(verdict.repairPlaces == ["A14", "A14"])
    }

    @Test("Both tables in one workbook are judged each by itself")
    func twoTables() async throws {
        let verdicts = try await households.judged(
            """
            book = openpyxl.Workbook()
            book.active.title = "Avslut"
            for row in [["Mätmånad", "Länkommunkod", "Löpnr", "avslut_reg", "avslut_med", "avslut_hushall"], ["2013-03", "0180", "0001", 4, None, 4], ["2013-03", "0180", "0002", 13, None, 1]]: book.active.append(row)
            sheet = book.create_sheet("Insatser")
            for row in rows: sheet.append([cell or None for cell in row])
            book.save(path)
            """)
        #expect(
            verdicts.map { "\($0.sheet ?? "") \($0.table) \($0.rows)" } == [
                "Avslut avslutsorsaker 2", "Insatser insatser 3",
            ])
        #expect(verdicts.map(\.places) == [["R01 D3"], []])
        #expect(verdicts.first?.columns == nil)
        #expect(verdicts.last?.columns == (try await Households.columns()))
    }

    @Test("Own columns, before, between and after, are repeated in findings and read as nothing else")
    func ownColumns() async throws {
        let verdicts = try await households.judged(
            """
            book = openpyxl.Workbook()
            sheet = book.active
            for n, row in enumerate(rows):
                own = ["Ärende", "Besök", "Handläggare"] if n == 0 else ["Ä-%d" % n, datetime.date(2013, 3, n), "Bo Ek"]
                sheet.append([own[0]] + [cell or None for cell in row[:3]] + [own[1]] + [cell or None for cell in row[3:]] + [own[2]])
            sheet["F4"] = None
            sheet["G4"] = 40
            book.save(path)
            """)
        #expect(verdicts.map(\.places) == [["R03 G4"]])
        let own = try #require(verdicts[0].findings.first?.own)
        #expect(own.map { "\($0.column)=\($0.value)" } == ["Ärende=Ä-3", "Besök=2013-03-03", "Handläggare=Bo Ek"])
    }

    @Test("Own columns in a workbook without faults change nothing")
    func ownColumnsUntouched() async throws {
        let verdict = try await same(
            households.judged(
                Self.plain + """
                    sheet.insert_cols(1)
                    for row in range(1, 5): sheet.cell(row, 1).value = "Ärende" if row == 1 else 4711
                    book.save(path)
                    """))
        #expect(verdict.repairPlaces == [])
    }

    @Test(
        "A text file opened in LibreOffice and saved as a workbook keeps its meaning",
        .enabled(if: LibreOffice.isPresent, Comment(rawValue: LibreOffice.absence)))
    func libreOffice() async throws {
        let text = households.folder.file("b.csv")
        try Data(Households.text.utf8).write(to: text)
        // As a person does it who clicks the file: every column of the kind LibreOffice guesses.
        let file = try LibreOffice.convert(text, to: "xlsx", input: "CSV:59,34,76,1,,1053")
        let verdict = try await same(households.judged(file))
        #expect(verdict.repairs.contains { $0.rule == "A01" && $0.cell == "B2" && $0.value == "180" })
        #expect(verdict.repairs.contains { $0.rule == "A02" && $0.cell == "C4" && $0.corrected == "0003" })
        #expect(Set(verdict.repairs.map(\.rule)).isSubset(of: ["A01", "A02", "A03"]))
    }
}

@Suite("The template, filled in", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
struct WorkbookTemplateCheckTests {
    private let folder: TemporaryFolder
    private let collection: Definitions.Collection

    init() throws {
        folder = try TemporaryFolder()
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
    }

    private func template(_ table: Table) throws -> URL {
        let file = folder.file("mall.xlsx")
        let bytes = try Template.workbook(
            collection, table, municipality: Municipality(code: "0180"), month: Month(iso: "2013-03"), .sv)
        try Data(bytes).write(to: file)
        return file
    }

    private func verdicts(_ file: URL) async throws -> [Verdict] {
        try await Judging(keeps: true).file(Array(Data(contentsOf: file)), name: "mall.xlsx").verdicts
    }

    /// The example's rows as text, month and municipality as the template has them.
    private func plain(_ table: Table) async throws -> Verdict {
        let lines = table.examples.map { (["2013-03", "0180"] + $0.dropFirst(2)).joined(separator: ";") }
        let text = ([table.fields.map(\.name).joined(separator: ";")] + lines).joined(separator: "\n")
        return try await Judging(keeps: true).verdicts(text)[0]
    }

    @Test("The seed's examples pass as they are, also when LibreOffice has saved the file", arguments: [0, 1])
    func examples(place: Int) async throws {
        let table = collection.tables[place]
        let file = try template(table)
        let examples = String(decoding: try JSONEncoder().encode(table.examples), as: UTF8.self)
        // Typed as people type: numbers become numbers except where the cell is text, as the running number's is.
        try Python.run(
            """
            import sys, json, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book.active
            first = next(c.row for c in sheet["A"] if c.value == "Mätmånad") + 1
            for n, row in enumerate(json.loads(sys.argv[2])):
                for m, cell in enumerate(row[2:], start=3):
                    if cell: sheet.cell(first + n, m).value = int(cell) if m > 3 and cell.isdigit() else cell
            book.save(sys.argv[1])
            """, file.path, examples)
        let plain = try await plain(table)
        let filled = try await verdicts(file)
        #expect(filled.map(\.table) == [table.id])
        #expect(filled[0].rows == table.examples.count)
        #expect(filled[0].outcome == plain.outcome)
        #expect(filled[0].columns != nil)
        #expect(filled[0].columns == plain.columns)
        #expect(filled[0].findings.map(\.rule) == plain.findings.map(\.rule))
        #expect(filled[0].repairPlaces == [])
        if table.id == "insatser" {
            #expect(filled[0].rows == 5)
            #expect(filled[0].outcome == .approved)
            #expect(filled[0].findings.isEmpty)
        }
        guard LibreOffice.isPresent else { return }
        let other = folder.file("sparad")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        let ods = other.appending(path: "mall.ods")
        try FileManager.default.moveItem(at: LibreOffice.convert(file, to: "ods"), to: ods)
        let saved = try await verdicts(LibreOffice.convert(ods, to: "xlsx"))
        #expect(saved.count == 1)
        #expect(saved[0].columns == filled[0].columns)
        #expect(saved[0].outcome == filled[0].outcome)
        #expect(saved[0].repairPlaces == [])
    }

    @Test("A template that nobody has filled in has no rows", arguments: [0, 1])
    func unfilled(place: Int) async throws {
        let verdicts = try await verdicts(template(collection.tables[place]))
        #expect(verdicts.map(\.places) == [["F12"]])
        #expect(verdicts[0].outcome == .notApproved)
    }
}
