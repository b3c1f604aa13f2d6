public import Markup

extension Page {
    /// What is to be mended, first on the page and read out at once, each line leading to its field.
    public func errorSummary(_ errors: FormErrors) -> HTML {
        errorSummary(errors.items.map { ("#\($0.field)", $0.message) })
    }

    /// The same for lines that lead elsewhere on the page, such as to rows of a table: "#rad-14".
    public func errorSummary(_ lines: [(anchor: String, message: String)], title: String? = nil, more: HTML? = nil)
        -> HTML
    {
        let items = lines.map { "<li><a href=\"\($0.anchor)\">\($0.message)</a></li>\n" as HTML }
        return """
            <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary">
            <h2 id="error-summary">\(title ?? say("Det här behöver du rätta", "This needs to be corrected"))</h2>
            <ul>\(items)</ul>\(more)</div>

            """
    }

    /// A message in the page: what happened, what to know.
    ///
    /// - Parameter isNews: whether it has just happened and is to be read out without being sought.
    public func notice(_ tone: Tone = .info, isNews: Bool = false, title: String? = nil, _ text: () -> HTML) -> HTML {
        """
        <div class="notice \(tone.rawValue)"\("role", is: isNews ? "status" : nil)>\
        \(title.map { "<h2>\($0)</h2>" as HTML })\(text())</div>

        """
    }

    /// A message of one sentence.
    public func notice(_ tone: Tone = .info, isNews: Bool = false, _ text: String) -> HTML {
        notice(tone, isNews: isNews) { "<p>\(text)</p>" }
    }

    /// Something to do, set apart from the page: *Att göra*.
    public func panel(_ title: String, tag: Tag? = nil, _ content: () -> HTML) -> HTML {
        """
        <section class="panel"><div class="title"><h2>\(title)</h2>\(tag.map { self.tag($0) })</div>
        \(content())</section>

        """
    }

    /// That something is done: the page's heading with its number, for a receipt.
    public func confirmation(_ title: String, _ content: () -> HTML) -> HTML {
        """
        <div class="panel confirmation" role="status"><h1>\(Icon.tick) \(title)</h1>
        \(content())</div>

        """
    }

    /// What only some want to read.
    public func details(_ summary: String, isOpen: Bool = false, _ content: () -> HTML) -> HTML {
        "<details\("open", if: isOpen)><summary>\(summary)</summary><div>\(content())</div></details>\n"
    }

    /// How far something has come; without `part` that it goes on.
    public func progress(_ label: String, part: Int? = nil, of whole: Int = 100) -> HTML {
        """
        <div role="status"><p id="progress">\(label)</p>\
        <progress aria-labelledby="progress"\("value", is: part.map(String.init)) max="\(whole)"></progress></div>

        """
    }
}
