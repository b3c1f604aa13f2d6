import Markup
import Reporting
import Vocabulary

/// The cover memo (*tjänsteskrivelse*), with the headings that committees use.
struct MemoPage {
    private let report: Report
    private let words: ReportWords

    init(_ report: Report) {
        self.report = report
        words = ReportWords(report.language)
    }

    var page: OfficePage {
        OfficePage(
            language: report.language, title: report.memo.title, subtitle: words.memo,
            author: report.identity.municipality.fullName, body: body)
    }

    private var body: HTML {
        let memo = report.memo
        let proposals = memo.proposal.text.lines
        return """
            <div data-custom-style="Compact">\(words.head(report).map {
                "<p><strong>\($0.label):</strong> \($0.text)</p>" as HTML
            })</div>
            \(OfficePage.styled("Varning", [words.state(report.state), report.warning].compactMap { $0 }))
            <h1>\(words.proposal(of: report.committee))</h1>
            \(OfficePage.list(proposals.map(Self.withoutNumber), isNumbered: true))
            <h1>\(words.matter)</h1>
            \(OfficePage.paragraphs(memo.matter.text))
            \(memo.areas.map(area))
            <h1>\(words.basis)</h1>
            \(OfficePage.list(memo.basis))
            \(written.isEmpty ? .empty : "<hr />\n" + OfficePage.styled("Liten", written))
            """
    }

    private func area(_ area: Memo.Area) -> HTML {
        """
        <h1>\(area.heading)</h1>
        \(OfficePage.paragraphs(area.introduction.text))
        \(OfficePage.paragraphs(area.summary.text))
        """
    }

    /// Who wrote what; the rest was proposed from the figures.
    private var written: [String] {
        let places =
            [(words.proposalShort, report.memo.proposal), (words.matter, report.memo.matter)]
            + report.memo.areas.flatMap {
                [("\($0.heading), \(words.introduction)", $0.introduction), ($0.heading, $0.summary)]
            }
        let lines = places.compactMap { name, written in
            written.own.map { "\(name): \(words.by($0, in: report.identity.month).uncapitalised)" }
        }
        return lines.isEmpty ? [] : [words.writtenBy] + lines
    }

    /// "1. Informationen noteras." is numbered by the list.
    private static func withoutNumber(_ line: String) -> String {
        let digits = line.prefix { $0.isNumber }
        let rest = line[digits.endIndex...]
        return !digits.isEmpty && rest.hasPrefix(". ") ? String(rest.dropFirst(2)) : line
    }
}
