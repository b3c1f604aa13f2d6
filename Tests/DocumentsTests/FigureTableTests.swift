import Definitions
import Markup
import Reporting
import Testing
import Vocabulary

@testable import Documents

@Suite("The figures of a diagram in a table")
struct FigureTableTests {
    private func names(_ table: FigureTable) -> [String] {
        table.rows.map { row in
            switch row {
            case .figures(let name, _, _): name
            case .border(let label): label
            }
        }
    }

    @Test("are months by years where a line runs over years, with the border where it is")
    func square() throws {
        let diagram = try #require(SampleReport.assistance.first { $0.shape == .timeline })
        let table = FigureTable(diagram, .sv)
        #expect(table.columns == ["2022", "2021"])
        #expect(names(table).count == 13 && names(table)[9] == "Tidsseriebrott: Nytt verksamhetssystem okt 2022")
        guard case .figures("oktober", _, let cells) = table.rows[10] else {
            Issue.record("no October")
            return
        }
        #expect(cells.map(\.value?.value) == [diagram.series[0].values[21].value, diagram.series[0].values[9].value])
        #expect(cells.map(\.isJoined) == [true, false])
    }

    @Test("have a row for every month when a year is not whole, so that no month stands for another")
    func notSquare() throws {
        var diagram = try #require(SampleReport.assistance.first { $0.shape == .timeline })
        diagram.places.removeFirst(3)
        diagram.shortPlaces.removeFirst(3)
        diagram.months.removeFirst(3)
        diagram.series[0].values.removeFirst(3)
        diagram.borders = []
        #expect(FigureTable(diagram, .sv).rows.count == 21)
    }

    @Test("are blank for months to come, and a sign for what is missing")
    func blanks() {
        let diagram = SampleReport.years(1, "Prov", .households, 100, gap: true)
        let table = FigureTable(diagram, .sv)
        guard case .figures(_, _, let november) = table.rows[11] else {
            Issue.record("no November")
            return
        }
        #expect(november[1].value == .missing(.systemChange) && november[2].value?.value != nil)
        #expect(table.explanations(.sv) == [".. = uppgift saknas (byte av verksamhetssystem)"])
        #expect(november[0].value == nil)
        guard case .figures(let name, true, _) = table.rows[7] else {
            Issue.record("the month is not marked")
            return
        }
        #expect(name == "augusti")
    }

    @Test("tell shares of parts only where the parts have no sum of their own")
    func shares() throws {
        let reasons = try #require(SampleReport.flow.first { $0.shape == .bars })
        #expect(reasons.share(0) == 42 && FigureTable(reasons, .sv).hasShares)
        let schools = SampleReport.schools[0]
        #expect(schools.share(0) == nil && !FigureTable(schools, .sv).hasShares)
        #expect(ReportHTML(SampleReport.report).page.text.contains("Totalt, summa av skolorna; en elev på två skolor"))
    }
}

@Suite("The words around a report")
struct ReportWordsTests {
    @Test(
        "name the committee in the genitive",
        arguments: [
            ("Arbetsmarknadsnämnden", "Förslag till arbetsmarknadsnämndens beslut"),
            ("Nämnden för arbete och försörjnings", "Förslag till nämnden för arbete och försörjnings beslut"),
        ])
    func genitive(committee: String, heading: String) {
        #expect(ReportWords(.sv).proposal(of: committee) == heading)
    }

    @Test("file names are those of the report and the memo")
    func fileNames() {
        #expect(DocumentForm.pdf.fileName(of: SampleReport.report) == "namndrapport-0580-2023-08.pdf")
        #expect(DocumentForm.docx.fileName(of: SampleReport.report) == "tjansteskrivelse-0580-2023-08.docx")
    }

    @Test("say in a line what key figures say together, and what a month is expected to become")
    func headlines() throws {
        let month = SampleReport.month
        let words = ReportWords(.sv)
        let same = SampleReport.tile("a", "A", .households, 5, 5)
        #expect(words.headline(of: [same], in: month) == "Sedan augusti 2022 är 1 nyckeltal oförändrat")
        #expect(words.headline(of: [same, same], in: month) == "Sedan augusti 2022 är 2 nyckeltal oförändrade")
        #expect(words.headline(of: [SampleReport.tiles[3]], in: month) == nil)
        #expect(
            ReportWords(.en).headline(of: SampleReport.tiles, in: month)
                == "Since August 2022: 2 key figures lower and 1 higher")
        var figure = SampleReport.late.figures[0]
        #expect(words.headline(of: figure) == nil)
        figure.months.removeLast()
        #expect(
            words.headline(of: figure) == "Utbetalt ekonomiskt bistånd i juli 2023 väntas bli 24,3 miljoner kronor")
    }

    @Test("mark a key figure that somebody filled in, and that of last year")
    func handMade() {
        var tile = SampleReport.tile("a", "A", .persons, 5, 4)
        tile.handMade = [SampleReport.month.yearBefore]
        #expect(TileText(tile, .sv).month == "augusti 2023")
        #expect(TileText(tile, .sv).before == "Augusti 2022: 4 (ifyllt för hand)")
        tile.handMade = [SampleReport.month]
        #expect(TileText(tile, .sv).month == "augusti 2023 (ifyllt för hand)")
        #expect(TileText(tile, .en).before == "August 2022: 4")
    }

    @Test("count the figures that are counted otherwise apart from those that have new words only")
    func changes() {
        let other = SampleReport.report.changes[0]
        var words = other
        words.countsOtherwise = false
        let sv = ReportWords(.sv)
        #expect(sv.changed([other]) == "1 mått räknas på annat sätt")
        #expect(sv.changed([words, words]) == "2 mått beskrivs med andra ord")
        #expect(sv.changed([words, other, words]) == "1 mått räknas på annat sätt och 2 beskrivs med andra ord")
        #expect(ReportWords(.en).changed([other, words]) == "1 figure is counted otherwise and 1 is worded otherwise")
    }

    @Test("say a unit in the singular for one")
    func units() {
        #expect(
            ReportWords(.sv).unit(.persons, of: 1) == "person" && ReportWords(.sv).unit(.persons, of: 2) == "personer")
        #expect(ReportWords(.sv).unit(.kronor, of: 2).isEmpty)
    }

    @Test("sheets have names that a program takes, each its own")
    func sheets() {
        var names = SheetNames()
        #expect(names.name("1 Hushåll med insats ekonomiskt bistånd: 2023/2022") == "1 Hushåll med insats ekonomiskt")
        #expect(names.name("1 Hushåll med insats ekonomiskt bistånd") == "1 Hushåll med insats ekonom 2")
        #expect(names.name("[]") == "Blad")
    }
}

@Suite("What documents are made with")
struct DocumentAssetTests {
    @Test("is in the binary", arguments: ["report.css", "print.css", "print.py", "reference.docx", "reference.pptx"])
    func embedded(name: String) {
        #expect(!DocumentAssets.bytes(name).isEmpty)
    }
}
