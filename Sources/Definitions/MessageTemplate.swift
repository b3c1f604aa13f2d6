import Vocabulary

/// A text with places for values: `{name}`, `{Name}` for the same value with a capital, and `[a {x}|b {y}|c]` for the
/// first alternative whose values are all there (none: nothing).
struct MessageTemplate: Sendable {
    private enum Part {
        case text(String)
        case value(String, capital: Bool)
        case alternatives([[Part]])

        var names: [String] {
            switch self {
            case .text: []
            case .value(let name, _): [name]
            case .alternatives(let alternatives): alternatives.flatMap { $0.flatMap(\.names) }
            }
        }
    }

    private let parts: [Part]

    init(_ text: String) {
        var rest = Substring(text)
        parts = Self.read(&rest, until: nil)
    }

    /// The text with `values` put in; a value that is missing leaves nothing.
    func filled(_ values: [String: String]) -> String { Self.fill(parts, values).text }

    /// The text with the names of its values in Markdown italics, and of alternatives the first.
    var outline: String { filled(Dictionary(uniqueKeysWithValues: names.map { ($0, "*\($0)*") })) }

    /// The names of all values it has places for.
    var names: Set<String> { Set(parts.flatMap(\.names)) }

    private static func fill(_ parts: [Part], _ values: [String: String]) -> (text: String, isWhole: Bool) {
        var text = ""
        var isWhole = true
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .value(let name, let capital):
                let value = values[name] ?? ""
                isWhole = isWhole && !value.isEmpty
                text += capital ? value.capitalised : value
            case .alternatives(let alternatives):
                text += alternatives.lazy.map { fill($0, values) }.first(where: \.isWhole)?.text ?? ""
            }
        }
        return (text, isWhole)
    }

    /// Reads parts up to `end` or, among alternatives, a bar.
    private static func read(_ rest: inout Substring, until end: Character?) -> [Part] {
        var parts: [Part] = []
        var literal = ""
        while let character = rest.first, character != end, end == nil || character != "|" {
            rest.removeFirst()
            guard character == "{" || character == "[" else {
                literal.append(character)
                continue
            }
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = ""
            if character == "{" {
                let name = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(name.count + 1)
                let small = name.uncapitalised
                parts.append(.value(small, capital: small != name))
            } else {
                var alternatives = [read(&rest, until: "]")]
                while rest.first == "|" {
                    rest.removeFirst()
                    alternatives.append(read(&rest, until: "]"))
                }
                rest = rest.dropFirst()
                parts.append(.alternatives(alternatives))
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        return parts
    }
}
