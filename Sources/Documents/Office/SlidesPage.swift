import Markup
import Publication
import Reporting
import Vocabulary

/// Slides for the meeting: key figures, a diagram a slide, and what is needed to speak of it among the notes.
struct SlidesPage {
    private let report: Report
    private let words: ReportWords

    init(_ report: Report) {
        self.report = report
        words = ReportWords(report.language)
    }

    /// How many key figures a slide has room for.
    private static let rows = 6

    /// The slides; `picture` says where the picture of a diagram is.
    func page(_ picture: (Diagram) -> String) -> OfficePage {
        let state = words.state(report.state).map { $0 + ". " } ?? ""
        return OfficePage(
            language: report.language, title: report.title,
            subtitle: [state + (report.extracted.map { words.extracted($0) } ?? ""), report.warning ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " "),
            author: "\(report.identity.municipality.fullName), \(report.committee)",
            body: report.parts.map { part($0, picture) }.joined() + last)
    }

    private func part(_ part: ReportPart, _ picture: (Diagram) -> String) -> HTML {
        switch part.content {
        case .tiles(let tiles):
            stride(from: 0, to: tiles.count, by: Self.rows).map { start in
                self.tiles(Array(tiles[start..<min(start + Self.rows, tiles.count)]), part.heading)
            }.joined()
        case .diagrams(let diagrams): diagrams.map { diagram($0, picture($0)) }.joined()
        case .lateRegistration(let late): grown(late, part.heading)
        }
    }

    private func tiles(_ tiles: [Tile], _ heading: String) -> HTML {
        let month = report.identity.month
        let heads = [
            words.keyFigure, month.fullName(report.language).capitalised,
            month.yearBefore.fullName(report.language).capitalised, words.change,
        ]
        let rows = tiles.map { tile -> [String] in
            let text = TileText(tile, report.language)
            let form = FigureForm(tile.unit, report.language)
            let before =
                tile.before.value.map { form.text($0) + words.handMade(tile, month.yearBefore) }
                ?? (Symbol(tile.before) ?? .missing).meaning(report.language)
            return [tile.title, text.value + words.handMade(tile, month), before, change(tile, form, text)]
        }
        return """
            <h1>\(words.headline(of: tiles, in: month) ?? heading)</h1>
            \(Self.table(heads, rows, [34, 20, 20, 26]))
            \(Self.notes(tiles.flatMap { ["\($0.title): \($0.definition)"] }))
            """
    }

    private func change(_ tile: Tile, _ form: FigureForm, _ text: TileText) -> String {
        switch tile.comparison {
        case .change(let change) where change.difference == 0: words.direction(change)
        case .change(let change): form.text(change)
        case .missing(let reason): reason.capitalised
        case .notComparable: text.change ?? ""
        }
    }

    private func diagram(_ diagram: Diagram, _ picture: String) -> HTML {
        """
        <h1>\(diagram.message)</h1>
        <figure><img src="\(picture)" alt="" title="\(diagram.description)" />\
        <figcaption>\(caption(diagram))</figcaption></figure>
        \(Self.notes(words.around(diagram, in: report.identity.month)))
        """
    }

    /// A slide is shown by itself: what must be said of the figures stands on each.
    private func caption(_ diagram: Diagram) -> String {
        let warning = report.mark.isEmpty ? "" : " \(report.mark)."
        return "\(words.diagram) \(diagram.number). \(diagram.underline(report.language))\(warning)"
    }

    private func grown(_ late: LateRegistration, _ heading: String) -> HTML {
        let slides = late.figures.map { figure -> HTML in
            let form = FigureForm(figure.unit, report.language)
            let rows = figure.months.suffix(Self.rows).map { row in
                [
                    row.month.fullName(report.language), form.text(row.first), form.text(row.now),
                    row.expected.map { form.text($0.value) } ?? words.tooLittle,
                ]
            }
            return """
                <h1>\(words.headline(of: figure) ?? "\(heading): \(figure.title)")</h1>
                \(Self.table([words.month, words.firstExtracted, words.known(late.known), words.expected], rows, [31, 23, 23, 23]))
                \(Self.notes(late.introduction.lines + late.method.lines))
                """
        }
        return slides.joined()
    }

    /// Who answers for it and where the figures come from; what is counted otherwise in few words, in full among the notes.
    private var last: HTML {
        let changes = report.changes
        let changed = changes.isEmpty ? nil : words.changed(changes) + "."
        let points = [words.responsible(report)] + report.sources + [changed, report.warning].compactMap { $0 }
        return """
            <h1>\(words.about)</h1>
            \(OfficePage.list(points))
            \(Self.notes(changes.map { "\(words.changed): \($0.titles.now). \($0.definitions.now)" }))
            """
    }

    private static func table(_ heads: [String], _ rows: [[String]], _ widths: [Int]) -> HTML {
        """
        <table><colgroup>\(widths.map { "<col style=\"width: \($0)%\" />" as HTML })</colgroup>
        <thead><tr>\(heads.map { "<th>\($0)</th>" as HTML })</tr></thead>
        <tbody>\(rows.map { row in "<tr>\(cells(row))</tr>\n" as HTML })</tbody></table>

        """
    }

    private static func cells(_ row: [String]) -> HTML {
        row.enumerated().map { column, text in
            column == 0 ? "<td>\(text)</td>" : "<td style=\"text-align: right\">\(text)</td>" as HTML
        }.joined()
    }

    private static func notes(_ texts: [String]) -> HTML {
        texts.isEmpty ? .empty : "<div class=\"notes\">\(texts.map { "<p>\($0)</p>" as HTML })</div>\n"
    }
}
