public import Markup

/// One of several to choose among.
public struct Option: Sendable {
    /// What is sent.
    public let value: String
    /// What is read.
    public let label: String
    /// What it means, where the label does not say it all.
    public let hint: String?

    /// `label`, sent as `value`.
    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

extension Page {
    /// A choice of one, with a question over it.
    public func radios(
        _ name: String, _ legend: String, _ options: [Option], selected: String? = nil, hint: String? = nil,
        isLarge: Bool = false, errors: FormErrors = FormErrors()
    ) -> HTML {
        group(name, legend, options, type: "radio", isLarge: isLarge, hint: hint, errors: errors) { $0 == selected }
    }

    /// A choice of any number, with a question over it.
    public func checkboxes(
        _ name: String, _ legend: String, _ options: [Option], selected: Set<String> = [], hint: String? = nil,
        isLarge: Bool = false, errors: FormErrors = FormErrors()
    ) -> HTML {
        group(name, legend, options, type: "checkbox", isLarge: isLarge, hint: hint, errors: errors, selected.contains)
    }

    /// One box to tick, sent as "ja".
    public func checkbox(_ name: String, _ label: String, isTicked: Bool = false, hint: String? = nil) -> HTML {
        "<div class=\"field\">\(choice(Option("ja", label, hint: hint), name, id: name, "checkbox", isTicked))</div>\n"
    }

    /// Several fields under one question.
    public func fieldset(_ legend: String, isLarge: Bool = false, _ fields: () -> HTML) -> HTML {
        """
        <fieldset class="field"><legend\("class", is: isLarge ? "large" : nil)>\(legend)</legend>
        \(fields())</fieldset>

        """
    }

    private func group(
        _ name: String, _ legend: String, _ options: [Option], type: String, isLarge: Bool, hint: String?,
        errors: FormErrors, _ isSelected: (String) -> Bool
    ) -> HTML {
        let error = errors[name]
        // The first has the group's own id, so that the error summary leads to it.
        let choices = options.enumerated().map { place, option in
            choice(option, name, id: place == 0 ? name : "\(name)-\(place + 1)", type, isSelected(option.value))
        }
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
        return """
            <fieldset class="field\(error == nil ? "" : " has-error")"\
            \("aria-describedby", is: ids.isEmpty ? nil : ids.joined(separator: " "))>
            <legend\("class", is: isLarge ? "large" : nil)>\(legend)</legend>
            \(hint.map { self.hint($0, of: name) })\(error.map { self.error($0, of: name) })\(choices)</fieldset>

            """
    }

    private func choice(_ option: Option, _ name: String, id: String, _ type: String, _ isSelected: Bool) -> HTML {
        """
        <div class="choice"><input id="\(id)" name="\(name)" type="\(type)" value="\(option.value)"\
        \("checked", if: isSelected)\("aria-describedby", is: option.hint.map { _ in "\(id)-about" })>\
        <label for="\(id)">\(option.label)</label>\
        \(option.hint.map { "<div class=\"hint\" id=\"\(id)-about\">\($0)</div>" as HTML })</div>

        """
    }
}
