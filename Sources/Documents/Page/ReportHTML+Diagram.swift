import Foundation
import Markup
import Reporting

extension ReportHTML {
    /// A diagram with what it says above it, and what it rests on below.
    func diagrams(_ diagrams: [Diagram]) -> HTML {
        guard medium == .paper else { return diagrams.map(onScreen).joined() }
        var pages = PaperPages()
        return diagrams.map { onPaper($0, &pages) }.joined()
    }

    private func onScreen(_ diagram: Diagram) -> HTML {
        let chart = diagram.chart(report.language)
        let wide = chart.wide()
        let id = "diagram-\(diagram.id)"
        let title = diagram.heading(report.language)
        return """
            <figure class="report-diagram" id="\(id)" role="group" aria-labelledby="\(id)-rubrik">
            <figcaption>
            \(heading(2, nil, id: "\(id)-rubrik", title))
            <p>\(diagram.underline(report.language))</p>
            </figcaption>
            \(wide.svg(id: "\(id)-bred", title: title, description: diagram.description, style: "chart chart-wide"))
            \(chart.narrow().svg(
                id: "\(id)-smal", title: title, description: diagram.description, style: "chart chart-narrow"))
            \(remarks(diagram))
            <details><summary>\(words.showTable)<span class="is-hidden">: \(diagram.title)</span></summary>
            \(table(diagram))
            </details>
            \(files(diagram, wide))
            \(ground(diagram))
            </figure>

            """
    }

    private func onPaper(_ diagram: Diagram, _ pages: inout PaperPages) -> HTML {
        let drawing = diagram.chart(report.language).wide()
        let file = drawing.file(title: diagram.title, description: diagram.description)
        let figures = FigureTable(diagram, report.language)
        let place = pages.place(
            diagram, heading: diagram.heading(report.language), chart: drawing.height / drawing.width, figures,
            comment: diagram.comment?.own?.text)
        let style =
            "report-diagram" + (place.beginsPage ? " begins-page" : "") + (place.isWide ? " is-wide" : "")
        return """
            <section class="\(style)" id="diagram-\(diagram.id)">
            \(heading(2, nil, diagram.heading(report.language)))
            <p class="underline">\(diagram.underline(report.language))</p>
            <img class="chart" src="data:image/svg+xml;base64,\(Data(file.utf8).base64EncodedString())" \
            alt="\(diagram.description)" />
            <div class="words">
            \(remarks(diagram))
            </div>
            <div class="figures">
            \(table(diagram))
            </div>
            \(ground(diagram))
            </section>

            """
    }

    /// What is said of the figures: by the program, then by a person.
    private func remarks(_ diagram: Diagram) -> HTML {
        let facts: HTML =
            diagram.facts.isEmpty
            ? .empty : "<ul class=\"diagram-facts\">\(diagram.facts.map { "<li>\($0)</li>" as HTML })</ul>"
        return facts + comment(diagram)
    }

    private func comment(_ diagram: Diagram) -> HTML {
        guard let comment = diagram.comment, !comment.text.isEmpty else { return .empty }
        guard let own = comment.own else {
            return diagram.facts.isEmpty ? "<div class=\"diagram-facts\">\(paragraphs(comment.text))</div>" : .empty
        }
        return """
            <div class="diagram-comment"><p class="diagram-label">\(words.comment)</p>
            \(paragraphs(own.text))
            <p class="diagram-by">\(words.by(own, in: report.identity.month))</p></div>
            """
    }

    /// What is counted, what to know of it, and where it comes from.
    private func ground(_ diagram: Diagram) -> HTML {
        let notes = diagram.notes.map { "<p>\($0)</p>" as HTML }
        let definitions = diagram.definitions.map { "<p>\($0)</p>" as HTML }
        let headline = diagram.headline.own.map { "<p>\(words.headlineBy($0))</p>" as HTML }
        let source: HTML = diagram.source.isEmpty ? .empty : "<p>\(words.source): \(diagram.source)</p>"
        return "<div class=\"diagram-ground\">\(notes)\(definitions)\(source)\(headline)</div>"
    }
}
