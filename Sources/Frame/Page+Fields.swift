public import Markup

/// What kind of text a field takes; decides keyboard and autofill.
public enum FieldKind: Sendable {
    case text, email, password, newPassword, oneTimeCode, telephone, search, date, number, name
}

extension Page {
    /// A field with its label. `name` is its id too; `errors` says what to mend in it.
    ///
    /// - Parameters:
    ///   - hint: what to write, before it goes wrong.
    ///   - isShort: for some figures rather than a sentence.
    ///   - autocomplete: what the browser may fill in, where `kind` does not say it.
    public func field(
        _ name: String, _ label: String, _ kind: FieldKind = .text, value: String? = nil, hint: String? = nil,
        isShort: Bool = false, isOptional: Bool = false, length: Int? = nil, autocomplete: String? = nil,
        errors: FormErrors = FormErrors()
    ) -> HTML {
        wrapped(name, label, hint: hint, isOptional: isOptional, errors: errors) { described in
            """
            <input id="\(name)" name="\(name)" type="\(kind.type)"\("value", is: value)\
            \("class", is: isShort ? "short" : nil)\("inputmode", is: kind.keyboard)\
            \("autocomplete", is: autocomplete ?? kind.autocomplete)\("maxlength", is: length.map(String.init))\
            \("spellcheck", is: kind.isProse ? nil : "false")\(described)>
            """
        }
    }

    /// A field of several lines.
    public func textArea(
        _ name: String, _ label: String, value: String? = nil, hint: String? = nil, rows: Int = 5,
        isOptional: Bool = false, length: Int? = nil, errors: FormErrors = FormErrors()
    ) -> HTML {
        let limit = length.map { say("Högst \(number($0)) tecken.", "At most \(number($0)) characters.") }
        let hint = [hint, limit].compactMap { $0 }.joined(separator: " ")
        return wrapped(name, label, hint: hint.isEmpty ? nil : hint, isOptional: isOptional, errors: errors) {
            described in
            """
            <textarea id="\(name)" name="\(name)" rows="\(rows)"\(described)>
            \(value ?? "")</textarea>
            """
        }
    }

    /// A choice of one among many.
    public func select(
        _ name: String, _ label: String, _ options: [Option], selected: String? = nil, hint: String? = nil,
        errors: FormErrors = FormErrors()
    ) -> HTML {
        wrapped(name, label, hint: hint, isOptional: false, errors: errors) { described in
            let items = options.map { option in
                """
                <option value="\(option.value)"\("selected", if: option.value == selected)>\(option.label)</option>
                """ as HTML
            }
            return "<select id=\"\(name)\" name=\"\(name)\"\(described)>\(items)</select>"
        }
    }

    /// The choice of a file. Which button the browser draws, and in which language, is the browser's.
    ///
    /// - Parameters:
    ///   - accept: what the file dialogue shows, such as ".xlsx,.csv,.txt".
    ///   - isMultiple: whether several files can be chosen at once.
    public func fileField(
        _ name: String, _ label: String, accept: String? = nil, isMultiple: Bool = false, hint: String? = nil,
        errors: FormErrors = FormErrors()
    ) -> HTML {
        wrapped(name, label, hint: hint, isOptional: false, errors: errors) { described in
            """
            <input id="\(name)" name="\(name)" type="file"\("accept", is: accept)\("multiple", if: isMultiple)\(described)>
            """
        }
    }

    /// Label, hint and error around an input that is described by them.
    private func wrapped(
        _ name: String, _ label: String, hint: String?, isOptional: Bool, errors: FormErrors, input: (HTML) -> HTML
    ) -> HTML {
        let error = errors[name]
        return """
            <div class="field\(error == nil ? "" : " has-error")"><label for="\(name)">\(label)\
            \(isOptional ? say(" (frivilligt)", " (optional)") : "")</label>
            \(hint.map { self.hint($0, of: name) })\(error.map { self.error($0, of: name) })\
            \(input(described(name, hint: hint, error: error)))</div>

            """
    }

    func hint(_ text: String, of name: String) -> HTML { "<div class=\"hint\" id=\"\(name)-hint\">\(text)</div>\n" }

    func error(_ text: String, of name: String) -> HTML {
        "<p class=\"error\" id=\"\(name)-error\"><span class=\"hidden\">\(say("Fel:", "Error:"))</span> \(text)</p>\n"
    }

    func described(_ name: String, hint: String?, error: String?) -> HTML {
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
        return """
            \("aria-describedby", is: ids.isEmpty ? nil : ids.joined(separator: " "))\
            \("aria-invalid", is: error == nil ? nil : "true")
            """
    }
}

extension FieldKind {
    var type: String {
        switch self {
        case .text, .oneTimeCode, .number, .name: "text"
        case .email: "email"
        case .password, .newPassword: "password"
        case .telephone: "tel"
        case .search: "search"
        case .date: "date"
        }
    }

    var keyboard: String? {
        switch self {
        case .oneTimeCode, .number: "numeric"
        default: nil
        }
    }

    var autocomplete: String? {
        switch self {
        case .email: "email"
        case .password: "current-password"
        case .newPassword: "new-password"
        case .oneTimeCode: "one-time-code"
        case .telephone: "tel"
        case .name: "name"
        case .text, .search, .date, .number: nil
        }
    }

    var isProse: Bool { if case .text = self { true } else { false } }
}
