import Foundation
import Markup
import Reporting
import Vocabulary

extension ReportHTML {
    /// A diagram's figures and its picture, to save: within the page, so that they come along wherever it is kept.
    func files(_ diagram: Diagram, _ drawing: Drawing) -> HTML {
        let title = diagram.heading(report.language)
        let picture = drawing.framed(
            over: [title, diagram.underline(report.language)],
            under: [
                "\(words.source): \(diagram.source)",
                "\(report.identity.municipality.fullName), \(report.title)", report.warning ?? "",
            ])
        let files = [
            ("csv", "text/csv;charset=utf-8", DiagramCSV(diagram, report).bytes),
            ("svg", "image/svg+xml", Array(picture.file(title: title, description: diagram.description).utf8)),
        ]
        let links = files.map { kind, type, bytes in
            """
            <a download="\(report.identity.month.iso)-\(diagram.id).\(kind)" \
            href="data:\(type);base64,\(Data(bytes).base64EncodedString())">\(words.file(kind))\
            <span class="is-hidden">: \(diagram.title)</span></a>
            """ as HTML
        }
        return "<p class=\"diagram-files\">\(words.fetch): \(links.joined(separator: ", "))</p>"
    }
}
