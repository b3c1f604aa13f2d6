import Markup

extension ReportHTML {
    /// The page as it is printed: for paper only, its style sheet in it.
    var printed: HTML { document(style: DocumentAssets.text("print.css"), body: body) }
}
