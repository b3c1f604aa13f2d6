import Definitions
@testable import Documents
import Foundation
import Reporting
import TestSupport
import Testing
import Vocabulary

@Suite("A report's workbook", .fewAtATime, .enabled(if: Python.isPresent, "\(Python.absence)"))
struct ReportWorkbookTests {
    private struct Facts: Decodable {
        struct Sheet: Decodable {
            let name: String
            let charts: Int
            let freeze: String
            let cells: [String: String]
            let formats: [String: String]
        }
        let sheets: [Sheet]
        let descriptions: [String]
        let bridged: Int
        let charts: Int
        let title: String
    }

    @Test("holds the key figures as numbers, with change and last year")
    func overview() async throws {
        let facts: Facts = try await Made.facts("workbook", .xlsx)
        let sheet = try #require(facts.sheets.first { $0.name == "Översikt" })
        #expect(facts.title == "Nämndrapport augusti 2023, Linköpings kommun")
        #expect(sheet.cells["A3"]?.hasPrefix("Påhittade uppgifter.") == true)
        let row = try #require(sheet.cells.first { $0.value == "Utbetalt ekonomiskt bistånd" }?.key.dropFirst())
        #expect(sheet.cells["C\(row)"] == "23887841" && sheet.cells["D\(row)"] == "24615318")
        #expect(sheet.cells["E\(row)"] == "-727477")
        let part = try #require(sheet.cells["F\(row)"].flatMap(Double.init))
        #expect(abs(part - -727_477.0 / 24_615_318) < 1e-12 && sheet.formats["F\(row)"]?.contains("0.0%") == true)
        #expect(sheet.cells["H\(row)"] == "Augusti 2022 har med det som registrerats sent.")
        let share = try #require(sheet.cells.first { $0.value == "Kom tillbaka inom ett år" }?.key.dropFirst())
        #expect(sheet.cells["C\(share)"] == ".." && sheet.cells["D\(share)"] == "0.24")
        #expect(sheet.formats["D\(share)"] == "0%" && sheet.freeze.hasPrefix("B"))
    }

    @Test("has a sheet with a chart of its own for each diagram, described, with gaps for what is missing")
    func charts() async throws {
        let facts: Facts = try await Made.facts("workbook", .xlsx)
        let diagrams = SampleReport.report.diagrams
        #expect(facts.charts == diagrams.count && facts.bridged == 0)
        #expect(facts.sheets.map(\.charts).reduce(0, +) == diagrams.count)
        #expect(facts.descriptions == diagrams.map(\.description))
        #expect(facts.sheets.allSatisfy { $0.name.count <= 31 })
        let gap = try #require(facts.sheets.first { $0.name.hasPrefix("3 Öppna") })
        let row = try #require(gap.cells.first { $0.value == "november" }?.key.dropFirst())
        #expect(gap.cells.values.contains("2022 (nytt system från okt)"))
        #expect(["C\(row)", "D\(row)"].allSatisfy { gap.cells[$0] == nil } && gap.cells["E\(row)"] != nil)
        #expect(gap.cells.values.contains("2022: uppgift saknas (byte av verksamhetssystem)"))
    }

    @Test("holds every figure of every diagram")
    func figures() async throws {
        let facts: Facts = try await Made.facts("workbook", .xlsx)
        for diagram in SampleReport.report.diagrams {
            let sheet = try #require(facts.sheets.first { $0.name.hasPrefix("\(diagram.number) ") })
            let numbers = sheet.cells.values.compactMap(Double.init)
            for value in diagram.series.flatMap({ $0.values.compactMap(\.value) }) {
                let shown = diagram.unit == .percent ? value / 100 : value
                #expect(numbers.contains { abs($0 - shown) < 1e-9 }, "\(diagram.title) \(value)")
            }
        }
    }

    @Test("is opened by LibreOffice", .enabled(if: LibreOffice.isPresent, "\(LibreOffice.absence)"))
    func opens() async throws {
        let folder = try TemporaryFolder()
        let copy = folder.file("rapport.xlsx")
        try FileManager.default.copyItem(at: await Made.file(.xlsx), to: copy)
        let text = try String(
            contentsOf: LibreOffice.convert(copy, to: "csv:Text - txt - csv (StarCalc):59,34,76"), encoding: .utf8)
        #expect(text.contains("Nyckeltal") && text.contains("Utbetalningshushåll"))
    }
}

@Suite("A report's cover memo", .fewAtATime, .enabled(if: Python.isPresent && Made.hasOffice, "\(Python.absence)"))
struct MemoTests {
    private struct Facts: Decodable {
        let language: String
        let title: String
        let paragraphs: [[String]]
    }

    @Test("has the headings of a committee's memo, in Swedish")
    func headings() async throws {
        let facts: Facts = try await Made.facts("memo", .docx)
        #expect(facts.language == "sv-SE" && facts.title == "Verksamhetsinformation 2023")
        #expect(facts.paragraphs.prefix(2).map { $0[1] } == ["Verksamhetsinformation 2023", "Tjänsteskrivelse"])
        #expect(
            facts.paragraphs.filter { $0[0] == "Heading 1" }.map { $0[1] } == [
                "Förslag till arbetsmarknadsnämndens beslut", "Ärende",
                "Sammanfattning försörjningsstöd och arbetsmarknadsinsatser", "Sammanfattning vuxenutbildningen",
                "Beslutsunderlag",
            ])
    }

    @Test("begins with whose it is, to whom, and what its maker fills in")
    func head() async throws {
        let facts: Facts = try await Made.facts("memo", .docx)
        #expect(
            facts.paragraphs[2..<7].map { $0[1] } == [
                "Linköpings kommun", "Till: Arbetsmarknadsnämnden", "Datum: [fyll i]", "Diarienummer: [fyll i]",
                "Handläggare: [fyll i]",
            ])
        let known = ReportWords(.sv).head(SampleReport.approved).map(\.text)
        #expect(known == ["Arbetsmarknadsnämnden", "7 september 2023", "[fyll i]", "Maria Lind"])
    }

    @Test("tells of each area in paragraphs, with points only for what is decided and what that rests on")
    func paragraphs() async throws {
        let facts: Facts = try await Made.facts("memo", .docx)
        let points = facts.paragraphs.filter { $0[0] == "Compact" }.map { $0[1] }.dropFirst(4)
        #expect(Array(points) == ["Informationen noteras."] + SampleReport.memo.basis)
    }

    @Test("says what was proposed and what a person wrote, to the letter, and whose it is")
    func texts() async throws {
        let facts: Facts = try await Made.facts("memo", .docx)
        let texts = facts.paragraphs.map { $0[1] }
        let memo = SampleReport.memo
        let wanted = memo.areas.flatMap { area in
            [area.introduction, area.summary].flatMap { $0.text.split(separator: "\n").map(String.init) }
        }
        for text in wanted + memo.basis + ["Informationen noteras.", memo.matter.text, SampleReport.hostile] {
            #expect(texts.contains(text), "\(text)")
        }
        #expect(texts.contains("Sammanfattning försörjningsstöd och arbetsmarknadsinsatser: skriven av Anna Ek."))
        #expect(facts.paragraphs.contains(["Varning", SampleReport.report.warning ?? ""]))
        #expect(facts.paragraphs.contains(["Varning", "Utkast"]))
    }

    @Test("is opened by LibreOffice", .enabled(if: LibreOffice.isPresent, "\(LibreOffice.absence)"))
    func opens() async throws {
        let folder = try TemporaryFolder()
        let copy = folder.file("memo.docx")
        try FileManager.default.copyItem(at: await Made.file(.docx), to: copy)
        let text = try String(contentsOf: LibreOffice.convert(copy, to: "txt:Text"), encoding: .utf8)
        #expect(text.contains("Förslag till arbetsmarknadsnämndens beslut") && text.contains(SampleReport.hostile))
    }

    @Test("has the look of the municipality's own document")
    func reference() async throws {
        let folder = try TemporaryFolder()
        let own = folder.file("egen.docx")
        let asset = Dossier.repository.appending(path: "Assets/documents/reference.docx").path
        try Python.run(
            """
            import sys
            from docx import Document
            document = Document(sys.argv[1])
            next(style for style in document.styles if style.name == "Title").font.name = "Courier New"
            document.save(sys.argv[2])
            """, asset, own.path)
        let bytes = try await Press(PressSettings(documentReference: own)).make(.docx, of: SampleReport.report)
        let made = folder.file("memo.docx")
        try Data(bytes).write(to: made)
        let font = try Python.run(
            """
            import sys
            from docx import Document
            print(Document(sys.argv[1]).paragraphs[0].style.font.name)
            """, made.path)
        #expect(font == "Courier New\n")
    }
}

@Suite("A report's slides", .fewAtATime, .enabled(if: Python.isPresent && Made.hasOffice, "\(Python.absence)"))
struct SlidesTests {
    private struct Slide: Decodable {
        let title: String
        let texts: [String]
        let languages: [String]
        let pictures: [String]
        let notes: String
    }

    @Test("show a diagram each, described, with what is needed to speak of it among the notes")
    func diagrams() async throws {
        let slides: [Slide] = try await Made.facts("slides", .pptx)
        for diagram in SampleReport.report.diagrams {
            let slide = try #require(
                slides.first { slide in slide.texts.contains { $0.hasPrefix("Diagram \(diagram.number). ") } })
            #expect(slide.title == (diagram.headline.text.isEmpty ? diagram.title : diagram.headline.text))
            #expect(slide.pictures == [diagram.description])
            #expect(slide.texts.contains { $0.hasSuffix("Påhittade uppgifter.") })
            for text in diagram.definitions + diagram.facts { #expect(slide.notes.contains(text)) }
        }
        #expect(slides.contains { $0.notes.contains("Skriven av Anna Ek för rapporten juli 2023.") })
        #expect(slides.allSatisfy { $0.languages.isEmpty || $0.languages == ["sv-SE"] && !$0.title.isEmpty })
    }

    @Test("say the key figures as the report does")
    func figures() async throws {
        let slides: [Slide] = try await Made.facts("slides", .pptx)
        let table = try #require(slides.first { $0.title == "Sedan augusti 2022 är 2 nyckeltal lägre och 1 högre" })
            .texts
        for text in [
            "23\u{a0}887\u{a0}841\u{a0}kr", "24\u{a0}615\u{a0}318\u{a0}kr", "−727\u{a0}477\u{a0}kr (−3,0\u{a0}%)",
            "2\u{a0}160", "654", "+283 (+76,3\u{a0}%)", "336", "uppgift saknas", "Byte av verksamhetssystem",
        ] { #expect(table.contains(text), "\(text)") }
    }

    @Test("tell last who answers for them, and what is counted otherwise among the notes")
    func last() async throws {
        let slides: [Slide] = try await Made.facts("slides", .pptx)
        let last = try #require(slides.last)
        #expect(last.title == "Om rapporten" && last.texts.contains { $0.contains("Utgivare: Linköpings kommun.") })
        #expect(last.texts.contains { $0.contains("1 mått räknas på annat sätt.") })
        #expect(last.notes.contains("Antal nya hushåll"))
    }

    @Test("fit, however much there is to say", .enabled(if: LibreOffice.isPresent, "\(LibreOffice.absence)"))
    func fit() async throws {
        var report = SampleReport.approved
        report.changes = Array(repeating: report.changes[0], count: 17)
        report.sources = [
            "Uppgifterna kommer från Treserva och Accorda till och med september 2022, Lifecare från oktober 2022.",
            "Hämtat vid olika tillfällen: till och med december 2022 på en gång, 5 januari 2023, med det som registrerats "
                + "i efterhand. Därefter varje månad för sig, utan det som registrerats efter att den hämtades.",
        ]
        let folder = try TemporaryFolder()
        let slides = folder.file("bilder.pptx")
        try Data(await Made.press.make(.pptx, of: report)).write(to: slides)
        let pages = try LibreOffice.convert(slides, to: "pdf")
        #expect(try Made.check("fit", [pages.path, slides.path]) == "")
    }
}
