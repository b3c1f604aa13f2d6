public import Markup
public import Reporting
import Publication
import Vocabulary

/// A report as a page: key figures, diagrams in two widths with their figures in tables, definitions and sources.
public struct ReportHTML: Sendable {
    let report: Report
    let words: ReportWords
    let level: Int
    let medium: Medium

    /// What it is read on.
    enum Medium: Sendable {
        /// A window: wide and narrow drawings, tables behind a button.
        case screen
        /// Paper: one drawing, tables open, few elements.
        case paper
    }

    /// The page of `report`. `level` is the level of its title among the headings around it: 1, unless it is shown within
    /// another page.
    public init(_ report: Report, level: Int = 1) { self.init(report, level: level, medium: .screen) }

    init(_ report: Report, level: Int = 1, medium: Medium) {
        self.report = report
        words = ReportWords(report.language)
        self.level = level
        self.medium = medium
    }

    /// Everything within `<article class="report">`, for a page that links ``styleSheet``. It needs no script and no
    /// inline style.
    public var body: HTML {
        """
        <article class="report" lang="\(report.language.rawValue)">
        \(head)
        \(report.parts.map(part))
        \(changes)
        \(about)
        </article>
        """
    }

    /// A file of its own, with its style sheet in it.
    public var page: HTML { document(style: Self.styleSheet, body: "<main>\n\(body)\n</main>") }

    /// The style sheet that `body` is made for; every rule is within `.report`.
    public static let styleSheet = DocumentAssets.text("report.css")

    func document(style: String, body: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(report.language.rawValue)">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>\(report.title) – \(report.identity.municipality.fullName)</title>
        <meta name="author" content="\(report.identity.municipality.fullName)" />
        <meta name="description" content="\(report.title), \(report.committee), \(report.identity.municipality.fullName)" />
        <style>\(HTML(raw: style))</style>
        </head>
        <body class="report-page">
        \(body)
        </body>
        </html>

        """
    }

    private var head: HTML {
        """
        <header class="report-head">
        \(report.warning.map { "<p class=\"report-warning\" data-mark=\"\(report.mark)\"><strong>\($0)</strong></p>" as HTML })
        <p class="report-whose"><span class="report-place">\(report.identity.municipality.fullName)</span> \
        <span class="report-committee">\(report.committee)</span></p>
        \(heading(0, "report-title", report.title))
        \(facts)
        \(report.changes.isEmpty ? .empty : flag)
        \(medium == .screen ? contents : .empty)
        </header>
        """
    }

    private var facts: HTML {
        let state = words.state(report.state).map { "<strong class=\"report-state\">\($0)</strong>" as HTML }
        let day = report.extracted.map { "<span>\(words.extracted($0))</span>" as HTML }
        let approved = report.approval.map { "<span>\(words.approved($0))</span>" as HTML }
        let all = [state, day, approved].compactMap { $0 }
        return all.isEmpty ? .empty : "<p class=\"report-facts\">\(all.joined(separator: " "))</p>"
    }

    /// The figures whose definitions have changed, by name while they are few.
    private var flag: HTML {
        let changes = report.changes
        guard changes.count <= 3 else {
            return """
                <p class="report-flag"><a href="#\(Self.changesID)">\(words.changed(changes))</a></p>
                """
        }
        let titles = changes.map(\.titles.now).joined(separator: ", ")
        return """
            <p class="report-flag"><a href="#\(Self.changesID)">\(words.changed)</a>: \(titles).</p>
            """
    }

    private var contents: HTML {
        let changes = report.changes.isEmpty ? [] : [(Self.changesID, words.changes)]
        let links = report.parts.map { ($0.id, $0.heading) } + changes + [(Self.aboutID, words.about)]
        return """
            <nav class="report-contents" aria-label="\(words.contents)"><ul>\
            \(links.map { "<li><a href=\"#\($0)\">\($1)</a></li>" as HTML })</ul></nav>
            """
    }

    private func part(_ part: ReportPart) -> HTML {
        let content: HTML
        switch part.content {
        case .tiles(let tiles): content = self.tiles(tiles)
        case .diagrams(let diagrams): content = self.diagrams(diagrams)
        case .lateRegistration(let late): content = lateRegistration(late)
        }
        return """
            <section class="report-part" id="\(part.id)">
            \(heading(1, nil, part.heading))
            \(content)
            </section>

            """
    }

    /// A heading `depth` steps below the title of the report.
    func heading(_ depth: Int, _ style: String? = nil, id: String? = nil, _ text: String) -> HTML {
        let number = min(level + depth, 6)
        return "<h\(number)\("id", is: id)\("class", is: style)>\(text)</h\(number)>"
    }

    /// Texts of several lines, a paragraph each.
    func paragraphs(_ text: String) -> HTML {
        text.split(whereSeparator: \.isNewline).map { "<p>\($0)</p>" as HTML }.joined()
    }

    static let changesID = "andrade-definitioner"
    static let aboutID = "om-rapporten"
}
