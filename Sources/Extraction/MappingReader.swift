import Definitions
import Vocabulary

/// Reads the file of one mapping, noting everything in it that cannot be meant.
struct MappingReader {
    private(set) var problems: [DefinitionProblem] = []
    private var isNested = false
    private var links: Set<String> = []

    mutating func read(_ text: String, file: String) -> Mapping? {
        guard let root = DefinitionNode.parse(text, file: file, problems: &problems) else { return nil }
        var entries = DefinitionEntries(
            root,
            known: [
                "id", "version", "system", "title", "description", "collection", "format", "records", "aliases",
                "sources",
            ])
        isNested = entries["format"]?.text == "json"
        let format = entries.word("format", ["json": true, "delimited": false]) ?? false
        let aliases = entries["aliases"].map { self.aliases($0) } ?? [:]
        // Links may be used by sources that come before them.
        for node in entries["sources"]?.items ?? [] { noteLinks(node) }
        let mapping = Mapping(
            id: entries.text("id"), version: entries.wholeNumber("version", 1...9999), system: entries.text("system"),
            title: entries.requiredLocalized("title"), description: entries.requiredLocalized("description"),
            collection: entries.text("collection"),
            format: format ? .json(records: entries["records"]?.text ?? "Result") : .delimited,
            sources: entries.items("sources").map { source($0) }, aliases: aliases)
        problems += entries.problems
        return mapping
    }

    private mutating func noteLinks(_ node: DefinitionNode) {
        let entries = DefinitionEntries(node, known: [])
        for link in entries["links"]?.items ?? [] {
            if let id = DefinitionEntries(link, known: [])["id"]?.text { links.insert(id) }
        }
    }

    private mutating func aliases(_ node: DefinitionNode) -> [String: String] {
        var entries = DefinitionEntries(node, known: [])
        var found: [String: String] = [:]
        for key in entries.keys {
            for alias in entries.texts(key) { found[alias.folded] = key.folded }
        }
        // Every key is a header here; only those of a list that is none are problems.
        problems += entries.problems.filter { if case .unknownKey = $0.kind { false } else { true } }
        return found
    }

    private mutating func source(_ node: DefinitionNode) -> Mapping.Source {
        var entries = DefinitionEntries(
            node, known: ["id", "path", "recognise", "drops", "ignores", "links", "rows", "example"])
        let source = Mapping.Source(
            id: entries.text("id"), path: entries.optional("path", .text, \.text),
            recognise: entries.items("recognise").compactMap { $0.text?.folded },
            drops: entries.texts("drops").map(\.folded), ignores: entries.texts("ignores").map(\.folded),
            example: (entries["example"]?.items ?? []).map { ($0.items ?? []).compactMap(\.text) },
            links: (entries["links"]?.items ?? []).compactMap { link($0) },
            rules: (entries["rows"]?.items ?? []).map { rule($0) })
        problems += entries.problems
        return source
    }

    private mutating func link(_ node: DefinitionNode) -> Link? {
        var entries = DefinitionEntries(node, known: ["id", "from", "to", "each", "where"])
        let from = columns("from", &entries)
        let to = entries["to"].flatMap { reading($0) }
        if to == nil { problems.append(node.problem(.missing(key: "to"))) }
        let filters = filters(&entries)
        let (id, each) = (entries.text("id"), entries["each"]?.text?.folded)
        problems += entries.problems
        return to.map { Link(id: id, from: from, to: $0, each: each, filters: filters) }
    }

    private mutating func rule(_ node: DefinitionNode) -> RowRule {
        var entries = DefinitionEntries(node, known: ["table", "each", "where", "key", "fields", "adults"])
        let fields = entries["fields"].map { self.fields($0) } ?? []
        let key: [KeyPart] = (entries["key"]?.items ?? []).compactMap { part in
            guard let text = part.text else { return nil }
            if text.hasPrefix("=") {
                let name = String(text.dropFirst())
                if !fields.contains(where: { $0.name == name }) {
                    problems.append(part.problem(.unknownName(key: "key", value: name)))
                }
                return .field(name)
            }
            return ColumnReference(text, isNested: isNested).map { .column($0) }
        }
        let filters = filters(&entries)
        let adults = entries["adults"].flatMap { reading($0) }
        let rule = RowRule(
            table: entries.text("table"), each: entries["each"]?.text?.folded, filters: filters, key: key,
            fields: fields, adults: adults)
        problems += entries.problems
        return rule
    }

    private mutating func filters(_ entries: inout DefinitionEntries) -> [RowFilter] {
        (entries["where"]?.items ?? []).map { node in
            var filter = DefinitionEntries(node, known: ["columns", "is", "isNot", "unlinked"])
            let columns = columns("columns", &filter)
            if let link = filter["unlinked"]?.text {
                if !links.contains(link) { problems.append(node.problem(.unknownName(key: "unlinked", value: link))) }
                problems += filter.problems
                return RowFilter(columns: columns, patterns: [], isNegated: false, unlinked: link)
            }
            let isNegated = filter["isNot"] != nil
            let patterns = filter.texts(isNegated ? "isNot" : "is").map { TextPattern($0) }
            if patterns.isEmpty { problems.append(node.problem(.missing(key: "is"))) }
            problems += filter.problems
            return RowFilter(columns: columns, patterns: patterns, isNegated: isNegated, unlinked: nil)
        }
    }

    private mutating func fields(_ node: DefinitionNode) -> [FieldRule] {
        let entries = DefinitionEntries(node, known: [])
        return entries.keys.compactMap { name in
            guard let value = entries[name], let reading = reading(value) else { return nil }
            let isOptional = DefinitionEntries(value, known: [])["optional"]?.text == "true"
            return FieldRule(name: name, reading: reading, isOptional: isOptional)
        }
    }

    private static let kinds = [
        "person", "date", "month", "amount", "number", "text", "code", "constant", "link", "role", "adulthood",
    ]

    private mutating func reading(_ node: DefinitionNode) -> Reading? {
        var entries = DefinitionEntries(
            node, known: Self.kinds + ["optional", "negative", "table", "otherwise", "from", "at", "born", "through"])
        defer { problems += entries.problems }
        guard let kind = entries.keys.first(where: Self.kinds.contains) else {
            problems.append(node.problem(.missing(key: Self.kinds.joined(separator: " / "))))
            return nil
        }
        switch kind {
        case "person": return .person(columns(kind, &entries))
        case "date": return .date(columns(kind, &entries), born: further("born", &entries))
        case "month":
            return .month(
                columns(kind, &entries), through: further("through", &entries),
                otherwise: entries["otherwise"].flatMap { reading($0) })
        case "amount":
            let isSaid = entries["negative"] != nil
            let recoveries = isSaid ? entries.word("negative", ["recovery": true]) ?? false : false
            return .amount(columns(kind, &entries), recoveries: recoveries)
        case "number": return .number(columns(kind, &entries))
        case "text": return .text(columns(kind, &entries))
        case "constant": return .constant(entries.text(kind))
        case "adulthood": return .adulthood(columns(kind, &entries))
        case "role": return .role(coApplicant: columns(kind, &entries), at: columns("at", &entries))
        case "link":
            let id = entries.text(kind)
            if !links.contains(id) { problems.append(node.problem(.unknownName(key: kind, value: id))) }
            return .link(id, columns("from", &entries), otherwise: entries["otherwise"].flatMap { reading($0) })
        default:
            let otherwise = entries["otherwise"] == nil ? nil : entries.wholeNumber("otherwise", 0...254)
            let codes = entries["table"].map { codeTable($0) } ?? []
            if codes.isEmpty, otherwise == nil { problems.append(node.problem(.missing(key: "table"))) }
            return .code(columns(kind, &entries), codes, otherwise: otherwise)
        }
    }

    private mutating func codeTable(_ node: DefinitionNode) -> [CodeRule] {
        var entries = DefinitionEntries(node, known: [])
        return entries.keys.compactMap { key in
            guard let code = Int(key), (0...254).contains(code) else {
                problems.append(node.problem(.wrongShape(key: key, expected: .wholeNumber)))
                return nil
            }
            return CodeRule(code: code, patterns: entries.texts(key).map { TextPattern($0) })
        }
    }

    /// Columns that need not be given.
    private mutating func further(_ key: String, _ entries: inout DefinitionEntries) -> [ColumnReference] {
        entries[key] == nil ? [] : columns(key, &entries)
    }

    private mutating func columns(_ key: String, _ entries: inout DefinitionEntries) -> [ColumnReference] {
        entries.items(key).compactMap { node in
            guard let text = node.text, let column = ColumnReference(text, isNested: isNested) else {
                problems.append(node.problem(.unknownName(key: key, value: node.text ?? "…")))
                return nil
            }
            return column
        }
    }
}
