public import Vocabulary
import Yams

/// What is said of each rule in one language: its name, what is wrong, how to mend it, and once for many rows.
///
/// Load it when there is something to say; a file without findings needs none.
public struct MessageCatalogue: Sendable {
    struct Entry: Sendable {
        let name: String
        let message: MessageTemplate
        let remedy: MessageTemplate
        let many: MessageTemplate?
    }

    private var entries: [String: Entry] = [:]

    /// The texts in the binary, and those that `rules` bring themselves.
    ///
    /// A test holds that the embedded texts can be read and that both languages have the same rules and places for
    /// values, so there is no error for the caller to handle.
    public static func load(_ language: Language, rules: [Rule] = []) -> MessageCatalogue {
        var catalogue =
            switch language {
            case .sv: swedish
            case .en: english
            }
        catalogue.add(rules, language)
        return catalogue
    }

    // Each is read once, and only when something is to be said in it.
    private static let swedish = embedded(.sv)
    private static let english = embedded(.en)

    private static func embedded(_ language: Language) -> MessageCatalogue {
        var problems: [DefinitionProblem] = []
        return MessageCatalogue(language, files: .embedded, problems: &problems)
    }

    init(_ language: Language, files: DefinitionFiles, problems: inout [DefinitionProblem]) {
        let file = "messages/\(language.rawValue).yaml"
        guard let text = files.text(file) else {
            problems.append(DefinitionProblem(file: file, line: 1, kind: .missingFile))
            return
        }
        guard let root = DefinitionNode.parse(text, file: file, problems: &problems), let mapping = root.node.mapping
        else {
            return
        }
        for (key, value) in mapping {
            var reader = DefinitionEntries(
                DefinitionNode(node: value, file: file), known: ["name", "message", "remedy", "many"])
            entries[key.scalar?.string ?? ""] = Entry(
                name: reader.text("name"), message: MessageTemplate(reader.text("message")),
                remedy: MessageTemplate(reader.text("remedy")),
                many: reader.optional("many", .text, \.text).map { MessageTemplate($0) })
            problems += reader.problems
        }
    }

    mutating func add(_ rules: [Rule], _ language: Language) {
        for rule in rules {
            guard let text = rule.text else { continue }
            entries[rule.id] = Entry(
                name: text.name[language], message: MessageTemplate(text.message[language]),
                remedy: MessageTemplate(text.remedy[language]), many: MessageTemplate(text.many[language]))
        }
    }

    /// All ids it has texts for, sorted.
    public var ids: [String] { entries.keys.filter { $0 != Self.rows }.sorted() }

    /// The entry that says which rows a grouped text is about.
    private static let rows = "rows"

    /// The short name of the rule: "Kod utanför kodlistan". The id itself when the catalogue does not have it.
    public func name(_ id: String) -> String { entries[id]?.name ?? id }

    /// What is wrong and how to mend it, with `values` put in by name.
    public func message(_ id: String, _ values: [String: String]) -> (message: String, remedy: String) {
        guard let entry = entries[id] else { return (id, "") }
        return (entry.message.filled(values), entry.remedy.filled(values))
    }

    /// The same said once for `count` rows, and which: `rows` is a text such as "9, 14, 22 …", or left out.
    public func many(_ id: String, _ values: [String: String]) -> String {
        guard let entry = entries[id] else { return id }
        let text = entry.many?.filled(values) ?? entry.message.filled(values)
        guard values[Self.rows] != nil, let rows = entries[Self.rows] else { return text }
        return text + " " + rows.message.filled(values)
    }

    /// What is wrong with the names of the values in italics; of alternatives the fullest.
    func messageOutline(_ id: String) -> String { entries[id]?.message.outline ?? "" }

    /// How to mend it, likewise.
    func remedyOutline(_ id: String) -> String { entries[id]?.remedy.outline ?? "" }

    /// The names of the values a rule's texts have places for.
    func placeholders(_ id: String) -> Set<String> {
        guard let entry = entries[id] else { return [] }
        return entry.message.names.union(entry.remedy.names).union(entry.many?.names ?? [])
    }
}
