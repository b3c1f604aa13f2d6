public import HTTPTypes
public import Markup
import Vocabulary
import Web

extension Page {
    /// The whole page: header, menu, `body` under its heading, footer.
    ///
    /// - Parameters:
    ///   - title: what the page is about; the heading too, unless `heading` says it otherwise.
    ///   - over: a line over the heading, such as the collection and the municipality.
    ///   - tag: a state beside the heading.
    ///   - back: the one page to go back to.
    ///   - crumbs: the pages above this one, topmost first.
    ///   - errors: what is to be mended in a form; said first on the page, and the title begins with *Fel:*.
    ///   - saysError: begins the title with *Fel:* also without a form.
    ///   - refresh: seconds until the page asks for itself again, for a page that only waits.
    ///   - status: how it went; 422 when there are errors, unless told otherwise.
    public func document(
        _ title: String, heading: String? = nil, over: String? = nil, tag: Tag? = nil, back: Link? = nil,
        crumbs: [Link] = [], errors: FormErrors = FormErrors(), saysError: Bool = false, refresh: Int? = nil,
        status: HTTPResponse.Status? = nil, _ body: () -> HTML
    ) -> Document {
        let main: HTML = """
            \(back.map { self.back($0) })\(crumbs.isEmpty ? nil : breadcrumbs(crumbs))\
            \(errors.isEmpty ? nil : errorSummary(errors))\
            \(over.map { "<p class=\"over\">\($0)</p>" as HTML })\
            \(self.heading(heading ?? title, tag))
            \(body())
            """
        return document(
            title, main: main, saysError: saysError || !errors.isEmpty, refresh: refresh,
            status: status ?? (errors.isEmpty ? .ok : .unprocessableContent))
    }

    /// The whole page around a `main` that has its own heading, as a receipt has.
    public func document(
        _ title: String, main: HTML, saysError: Bool = false, refresh: Int? = nil, status: HTTPResponse.Status = .ok
    ) -> Document {
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            \(head(title, saysError: saysError))
            <body>
            <a class="skip" href="#main">\(say("Hoppa till innehållet", "Skip to content"))</a>
            \(isDemonstration ? demonstrationBanner : nil)\(header)
            <main id="main" class="width" tabindex="-1"\("data-wait", is: refresh.map(String.init))>
            \(main)
            </main>
            \(footer)
            \(viewer == nil ? nil : sessionWarning)
            </body>
            </html>

            """
        var document = Document(html, status: status)
        // A field of the answer and not of the page, so that a page that is read again is not asked for again.
        if let refresh { document.headers[.refresh] = String(refresh) }
        return document
    }

    private func head(_ title: String, saysError: Bool) -> HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(saysError ? say("Fel: ", "Error: ") : "")\(title) – \(owner?.title ?? say(Self.serviceName))</title>
        <link rel="stylesheet" href="\(PortalAssets.served.path("portal.css"))">
        \(styleSheets.map { "<link rel=\"stylesheet\" href=\"\($0)\">\n" as HTML })\
        <link rel="icon" href="\(PortalAssets.served.path("icon.svg"))" type="image/svg+xml">
        <script src="\(PortalAssets.served.path("portal.js"))" defer></script>
        </head>
        """
    }

    private func heading(_ title: String, _ tag: Tag?) -> HTML {
        guard let tag else { return "<h1>\(title)</h1>" }
        return "<div class=\"title\"><h1>\(title)</h1>\(self.tag(tag))</div>"
    }

    private func back(_ link: Link) -> HTML {
        "<a class=\"back\" href=\"\(link.path)\">\(Icon.back)\(link.title)</a>\n"
    }

    private func breadcrumbs(_ links: [Link]) -> HTML {
        let items = links.map { "<li><a href=\"\($0.path)\">\($0.title)</a></li>" as HTML }
        return
            "<nav aria-label=\"\(say("Sidor över denna", "Pages above"))\"><ol class=\"crumbs\">\(items)</ol></nav>\n"
    }
}

extension HTTPField.Name {
    static var refresh: Self { Self("Refresh") ?? .retryAfter }
}
