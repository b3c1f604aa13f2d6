@testable import Documents
import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import Markup
import Reporting
import TestSupport
import Testing
import Vocabulary

@Suite("A diagram's figures and picture to save")
struct DiagramFilesTests {
    private func csv(_ diagram: Diagram) -> [String] {
        String(decoding: DiagramCSV(diagram, SampleReport.report).bytes, as: UTF8.self).split(separator: "\r\n")
            .map(String.init)
    }

    @Test("has a row a month, the oldest first, with why a figure is not there, and none of months to come")
    func years() throws {
        let lines = csv(SampleReport.assistance[2])
        let note = "Påhittade uppgifter. Rapporten visar inga verkliga förhållanden."
        #expect(lines.first == "\u{feff}Månad;Serie;Värde;Enhet;Anmärkning;Obs")
        #expect(
            lines.dropFirst().map { $0.prefix(7) }.elementsEqual(
                (0..<32).map { Month(index: 2021 * 12 + $0).iso[...] }))
        #expect(
            lines.contains(
                "2022-11;Öppna ekonomiutredningar;;Hushåll;uppgift saknas (byte av verksamhetssystem);\(note)"))
        let first = try #require(SampleReport.assistance[2].series[2].values[0].value)
        #expect(lines[1] == "2021-01;Öppna ekonomiutredningar;\(Int(first));Hushåll;;\(note)")
    }

    @Test("says where a series is broken")
    func broken() {
        var diagram = SampleReport.assistance[2]
        diagram.series[1].breaks = [9]
        diagram.series[1].breakLabel = "nytt system"
        let lines = csv(diagram).filter { $0.contains("Tidsseriebrott") }
        #expect(lines.count == 1 && lines[0].hasPrefix("2022-10;"))
        #expect(lines[0].contains("Tidsseriebrott: nytt system;"))
    }

    @Test("says which months were joined by hand, and of parts what each is called")
    func others() throws {
        #expect(csv(SampleReport.assistance[3])[22].contains(";manuellt sammanfört;"))
        #expect(csv(SampleReport.flow[1])[1].hasPrefix("Annan ersättning;Personer;54;Personer;;"))
        var report = SampleReport.report
        report.warning = nil
        let bytes = DiagramCSV(SampleReport.flow[1], report).bytes
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("\u{feff}Kategori;Serie;Värde;Enhet;Anmärkning\r\n"))
    }

    @Test("lies within the page, one of each for every diagram, with its heading, source and that it is made up")
    func links() throws {
        let page = ReportHTML(SampleReport.report).page.text
        let links = page.matches(of: /download="([^"]+)" href="data:([^;]+);[^,]*base64,([^"]*)"/)
        let names = links.map { String($0.output.1) }
        #expect(Set(names).count == 2 * SampleReport.report.diagrams.count && names.count == Set(names).count)
        #expect(names.prefix(2) == ["2023-08-d1.csv", "2023-08-d1.svg"])
        #expect(!ReportHTML(SampleReport.report, medium: .paper).printed.text.contains("download="))
        for link in links where link.output.2.hasPrefix("image/svg") {
            let bytes = try #require(Data(base64Encoded: String(link.output.3)))
            #expect(XMLParser(data: bytes).parse())
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains(">Påhittade uppgifter. ") && text.contains(">Linköpings kommun, "))
        }
    }
}
