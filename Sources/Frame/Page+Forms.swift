public import Markup

/// How a button looks: one primary a page.
public enum ButtonLook: String, Sendable {
    case primary = "button"
    case secondary = "button secondary"
    /// For what cannot be undone.
    case grave = "button grave"
    /// As a link beside others.
    case link = "link-button"
}

extension Page {
    /// A form that is sent to `path`. Requests from other sites are refused by the server, with nothing in the form.
    public func form(to path: Path, hasFile: Bool = false, _ fields: () -> HTML) -> HTML {
        """
        <form method="post" action="\(path)"\("enctype", is: hasFile ? "multipart/form-data" : nil) novalidate>
        \(fields())</form>

        """
    }

    /// A form that only asks: what is chosen stands in the address. `keeping` are names of the address to keep, `anchor`
    /// the id of what is shown first of the answer.
    public func filterForm(
        _ label: String, keeping: [String] = [], anchor: String? = nil, _ fields: () -> HTML
    ) -> HTML {
        let kept = path.items.filter { keeping.contains($0.name) }
            .map { hiddenField($0.name, $0.value) }
        return """
            <form method="get" action="\(path.page.at(anchor))" role="search" aria-label="\(label)">\(kept)\
            <div class="row-of-fields">\(fields())</div></form>

            """
    }

    /// A value that is sent along.
    public func hiddenField(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// A button that sends its form, with a name and a value when the form has several.
    ///
    /// - Parameter about: more words for those who hear the button without seeing where it stands.
    public func button(
        _ title: String, _ look: ButtonLook = .primary, name: String? = nil, value: String? = nil,
        about: String? = nil, to path: Path? = nil
    ) -> HTML {
        """
        <button class="\(look.rawValue)"\("name", is: name)\("value", is: value)\("formaction", is: path?.text)>\
        \(title)\(unseen(about))</button>
        """
    }

    /// A form with nothing but a button.
    public func buttonForm(
        _ title: String, _ look: ButtonLook = .secondary, to path: Path, about: String? = nil,
        fields: [(name: String, value: String)] = []
    ) -> HTML {
        """
        <form method="post" action="\(path)">\(fields.map { hiddenField($0.name, $0.value) })\
        \(button(title, look, about: about))</form>
        """
    }

    /// A link that looks like a button: it leads somewhere, it does nothing.
    public func buttonLink(_ title: String, _ look: ButtonLook = .primary, to path: Path, icon: Icon? = nil) -> HTML {
        "<a class=\"\(look.rawValue)\" href=\"\(path)\">\(icon?.html)\(title)</a>"
    }

    /// A link, with more words for those who hear it by itself.
    public func link(_ title: String, _ path: Path, about: String? = nil, icon: Icon? = nil) -> HTML {
        "<a href=\"\(path)\">\(icon?.html)\(title)\(unseen(about))</a>"
    }

    /// Buttons and links in a row.
    public func actions(_ actions: HTML...) -> HTML {
        "<div class=\"actions\">\(actions.joined(separator: "\n"))</div>\n"
    }

    /// Words for screen readers only.
    public func unseen(_ text: String?) -> HTML? { text.map { "<span class=\"hidden\"> \($0)</span>" } }
}
