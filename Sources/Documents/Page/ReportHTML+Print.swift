import Markup

extension ReportHTML {
    /// The page as it is printed: for paper only, its style sheet in it, and well-formed XML.
    var printed: HTML {
        let page = document(style: DocumentAssets.text("print.css"), body: body).text
        return HTML(raw: String(String.UnicodeScalarView(page.unicodeScalars.filter { !Self.unwritable.contains($0) })))
    }

    /// What XML has no place for; control characters are left out of every page.
    private static let unwritable: Set<Unicode.Scalar> = ["\u{FFFE}", "\u{FFFF}"]
}
