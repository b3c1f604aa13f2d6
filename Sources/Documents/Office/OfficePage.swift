import Markup
import Vocabulary

/// What pandoc makes an office document of: plain HTML, so that what a person wrote is text and never markup.
struct OfficePage {
    var language: Language
    var title: String
    /// Under the title.
    var subtitle: String
    var author: String
    var body: HTML

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language == .sv ? "sv-SE" : "en-GB")"><head><meta charset="utf-8" /><title>\(title)</title>
        \(meta("subtitle", subtitle))\(meta("author", author))</head>
        <body>
        \(body)
        </body></html>
        """
    }

    private func meta(_ name: String, _ content: String) -> HTML {
        content.isEmpty ? .empty : "<meta name=\"\(name)\" content=\"\(content)\" />"
    }

    /// Paragraphs in a style that the reference document may have.
    static func styled(_ style: String, _ texts: [String]) -> HTML {
        texts.isEmpty
            ? .empty : "<div data-custom-style=\"\(style)\">\(texts.map { "<p>\($0)</p>" as HTML })</div>\n"
    }

    /// Lines of a text, a paragraph each.
    static func paragraphs(_ text: String) -> HTML { text.lines.map { "<p>\($0)</p>\n" as HTML }.joined() }

    /// A list with points, or with numbers.
    static func list(_ items: [String], isNumbered: Bool = false) -> HTML {
        let points = items.map { "<li>\($0)</li>" as HTML }
        guard !points.isEmpty else { return .empty }
        return isNumbered ? "<ol>\(points)</ol>\n" : "<ul>\(points)</ul>\n"
    }
}

extension String {
    /// Its lines that say something.
    var lines: [String] { split { $0.isNewline }.map(String.init) }
}
