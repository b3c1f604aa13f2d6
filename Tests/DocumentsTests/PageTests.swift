@testable import Documents
import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import Markup
import Reporting
import TestSupport
import Testing

@Suite("A report as a page", .fewAtATime)
struct PageTests {
    private func page(_ report: Report = SampleReport.report) -> String { ReportHTML(report).page.text }

    @Test("shows every state of a key figure")
    func tiles() {
        let page = page()
        for text in [
            "23\u{a0}887\u{a0}841\u{a0}kr", "Augusti 2022: 24\u{a0}615\u{a0}318\u{a0}kr",
            "Minskning: −727\u{a0}477\u{a0}kr (−3,0\u{a0}%)", "Ökning: +283 (+76,3\u{a0}%)",
            "Augusti 2022: uppgift saknas (byte av verksamhetssystem)", "<span class=\"tile-unit\">hushåll</span>",
            "Inte jämförbart med 2022: Lifecare visar bara ärenden med rätt till bistånd",
            "<p class=\"tile-value is-missing\">Uppgift saknas</p>",
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test("takes what a person wrote as text")
    func escapes() {
        let page = page()
        #expect(!page.contains("<b>ökar"))
        #expect(page.contains("&lt;b&gt;ökar&lt;/b&gt; *inte* | #1 &quot;citat&quot;"))
        var report = SampleReport.report
        report.title = "</title><script>"
        report.committee = "\"><img src=x>"
        report.parts[1].heading = "<h1>"
        #expect(!self.page(report).contains("<script>") && !self.page(report).contains("<img src=x>"))
    }

    @Test("says whose text a comment is, and that it is kept from another month")
    func writers() {
        let page = page()
        #expect(page.contains("Skriven av Anna Ek för rapporten juli 2023."))
        #expect(page.contains("Rubriken är skriven av Anna Ek."))
    }

    @Test("explains the signs that stand in a table, and no others")
    func signs() {
        let tables = page().split(separator: "<figure").dropFirst().map(String.init)
        for table in tables {
            #expect(table.contains("<span aria-hidden=\"true\">..</span>") == table.contains(".. = uppgift saknas"))
            #expect(table.contains("<sup aria-hidden") == table.contains("m = manuellt sammanfört"))
            #expect(!table.contains(". = uppgift kan inte") && !table.contains("X = skyddad"))
        }
        #expect(tables.contains { $0.contains(".. = uppgift saknas (byte av verksamhetssystem)") })
        #expect(tables.contains { $0.contains("Tidsseriebrott: Nytt verksamhetssystem okt 2022") })
        // Of years as of timelines: the label says in which year.
        let broken = SampleReport.report.diagrams.filter { !$0.borders.isEmpty }
        #expect(tables.count { $0.contains("Tidsseriebrott: Nytt verksamhetssystem okt 2022") } == broken.count)
    }

    @Test("is well-formed, with one title and no level left out, for screen and paper")
    func structure() throws {
        for page in [page(), ReportHTML(SampleReport.report, medium: .paper).printed.text] {
            let parser = XMLParser(data: Data(page.utf8))
            let reader = Reader()
            parser.delegate = reader
            #expect(parser.parse(), "\(String(describing: parser.parserError)) \(parser.lineNumber)")
            #expect(reader.levels.first == 1 && reader.levels.count { $0 == 1 } == 1)
            for (before, after) in zip(reader.levels, reader.levels.dropFirst()) { #expect(after <= before + 1) }
            #expect(Set(reader.ids).count == reader.ids.count)
            #expect(reader.language == "sv")
        }
    }

    @Test("puts a long comment on paper over the whole width, so that it runs on in whole lines")
    func longComment() {
        func printed(_ comment: String) -> String {
            var diagram = SampleReport.assistance[0]
            diagram.comment?.own?.text = comment
            var report = SampleReport.report
            report.parts = [ReportPart(id: "a", heading: "A", content: .diagrams([diagram]))]
            return ReportHTML(report, medium: .paper).printed.text
        }
        #expect(!printed("Något högre i sommar.").contains(" is-wide"))
        #expect(printed(String(repeating: "Något högre i sommar. ", count: 80)).contains(" is-wide"))
    }

    @Test("stands within another page one level down")
    func within() {
        let body = ReportHTML(SampleReport.report, level: 2).body.text
        #expect(body.contains("<h2 class=\"report-title\">") && !body.contains("<h1"))
        #expect(body.contains("<h3>Nyckeltal</h3>") && body.contains("<h4>Utbetalningshushåll</h4>"))
        #expect(!body.contains("style=\"") && !body.contains("<script"))
    }

    @Test("says how far it has come until it is published, and always that figures are made up")
    func states() {
        var report = SampleReport.report
        #expect(page(report).contains("<strong class=\"report-state\">Utkast</strong>"))
        report.state = .published(ReportStep(by: "Anna Ek", at: Date(timeIntervalSince1970: 0)))
        #expect(!page(report).contains("class=\"report-state\""))
        #expect(page(report).contains("Påhittade uppgifter."))
        #expect(!page(report).contains("bara rapportens författare"))
    }

    @Test("says who publishes it, and who approved it and when")
    func responsible() {
        #expect(page().contains("<p>Utgivare: Linköpings kommun. Uppgifterna hämtades 5 september 2023.</p>"))
        let page = page(SampleReport.approved)
        #expect(page.contains("Utgivare: Linköpings kommun. Godkänd av Per Ahl, 7 september 2023."))
        #expect(page.contains("<span>Godkänd av Per Ahl, 7 september 2023.</span>"))
        #expect(page.contains("<span class=\"report-place\">Linköpings kommun</span>"))
        #expect(page.contains("<meta name=\"author\" content=\"Linköpings kommun\" />"))
    }

    @Test("flags changed definitions with both wordings")
    func changes() {
        let page = page()
        #expect(page.contains("href=\"#andrade-definitioner\"") && page.contains("id=\"andrade-definitioner\""))
        // Of what holds from now on; there need be no report of the month before.
        #expect(page.contains("Från och med augusti 2023 räknas eller beskrivs dessa mått på ett annat sätt."))
        #expect(page.contains("Avser ej nyanlända och kvotflyktingar.") && page.contains("inklusive nyanlända"))
    }

    @Test("is read by everybody: axe finds nothing, and a telephone shows all of it", .enabled(if: Browser.isPresent))
    func axe() async throws {
        let program = ProcessInfo.processInfo.environment["UNDERLAG_CHROMIUM"] ?? "/usr/bin/chromium"
        #expect(try Made.check("page", [program, await Made.file(.html).path]).isEmpty)
    }
}

/// What is gathered of a page.
private final class Reader: NSObject, XMLParserDelegate {
    var levels: [Int] = []
    var ids: [String] = []
    var language: String?

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue { levels.append(level) }
        if let id = attributes["id"] { ids.append(id) }
        if name == "html" { language = attributes["lang"] }
    }
}
