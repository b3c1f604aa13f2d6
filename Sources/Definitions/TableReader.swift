import Vocabulary

/// Reads one table of a collection.
struct TableReader {
    /// The file's name, which is the table's id.
    let id: String
    let codeLists: [CodeList]
    var problems: [DefinitionProblem] = []

    init(id: String, codeLists: [CodeList]) {
        self.id = id
        self.codeLists = codeLists
    }

    mutating func read(_ root: DefinitionNode) -> Table {
        var entries = DefinitionEntries(
            root, known: ["id", "title", "description", "unit", "groups", "fields", "rules", "examples"])
        let groups = (entries["groups"] == nil ? [] : entries.items("groups")).map { group($0) }
        var fields = entries.items("fields").flatMap { self.fields($0, groups: groups) }
        for (index, field) in fields.enumerated() where fields[..<index].contains(where: { $0.name == field.name }) {
            problems.append(root.problem(.duplicate(key: "fields", value: field.name)))
        }
        if fields.count > 64 { problems.append(root.problem(.tooManyFields(fields.count))) }
        var reader = RuleReader(fields: fields)
        let rules = entries.items("rules").compactMap { reader.read($0) }
        problems += reader.problems
        for case .required(let field, when: []) in rules.lazy.map(\.kind) { fields[field].required = true }
        let table = Table(
            id: entries.text("id"), title: entries.requiredLocalized("title"),
            description: entries.requiredLocalized("description"), unit: entries.requiredLocalized("unit"),
            groups: groups, fields: fields, rules: rules,
            examples: (entries["examples"] == nil ? [] : entries.items("examples")).map { example($0, fields.count) })
        if table.id != id {
            problems.append((entries["id"] ?? root).problem(.wrongIdentity(id: table.id, expected: id)))
        }
        problems += entries.problems
        return table
    }

    private mutating func group(_ node: DefinitionNode) -> FieldGroup {
        var entries = DefinitionEntries(node, known: ["id", "title", "aliases"])
        defer { problems += entries.problems }
        return FieldGroup(
            id: entries.text("id"), title: entries.requiredLocalized("title"), aliases: entries.texts("aliases"))
    }

    /// The field of an entry, or with `forEach` a field for each code of a list: "reg_{code}" becomes "reg_0" and on.
    private mutating func fields(_ node: DefinitionNode, groups: [FieldGroup]) -> [Field] {
        var entries = DefinitionEntries(
            node,
            known: [
                "name", "title", "header", "noun", "description", "type", "group", "aliases", "forEach", "days", "list",
                "width", "maxDigits", "maxLength", "minimum", "maximum",
            ])
        defer { problems += entries.problems }
        let name = entries.text("name")
        let aliases = entries.texts("aliases")
        let noun = entries.localized("noun")
        let group = entries.optional("group", .text, \.text).flatMap { id in
            let group = groups.first { $0.id == id }
            if group == nil { problems.append(node.problem(.unknownName(key: "group", value: id))) }
            return group
        }
        guard let type = type(&entries) else { return [] }
        guard let list = entries.optional("forEach", .text, \.text) else {
            return [
                Field(
                    name: name, title: entries.requiredLocalized("title"), header: entries.localized("header"),
                    noun: noun, description: entries.localized("description") ?? Localized(sv: "", en: ""), type: type,
                    group: group?.id, aliases: aliases, required: type == .month || type == .municipality)
            ]
        }
        guard let codes = codeLists.first(where: { $0.id == list })?.codes else {
            problems.append(node.problem(.unknownName(key: "forEach", value: list)))
            return []
        }
        return codes.map { code in
            let number = String(code.value)
            let under = group.map { Localized(sv: $0.title.sv + " ", en: $0.title.en + " ") }
            return Field(
                name: name.replacing("{code}", with: number),
                title: Localized(sv: (under?.sv ?? "") + number, en: (under?.en ?? "") + number),
                header: Localized(sv: number, en: number), noun: noun, description: code.label, type: type,
                group: group?.id, code: code.value, aliases: aliases.map { $0.replacing("{code}", with: number) })
        }
    }

    private mutating func type(_ entries: inout DefinitionEntries) -> FieldType? {
        enum Word { case month, municipality, runningNumber, mark, code, text, integer }
        let word = entries.word(
            "type",
            [
                "month": Word.month, "municipality": .municipality, "runningNumber": .runningNumber, "mark": .mark,
                "code": .code, "text": .text, "integer": .integer,
            ])
        switch word {
        case .month: return .month
        case .municipality: return .municipality
        case .runningNumber:
            return .runningNumber(
                width: entries.wholeNumber("width", 1...9), maxDigits: entries.wholeNumber("maxDigits", 1...9))
        case .mark: return .mark(days: entries.truth("days", standard: false))
        case .code:
            let list = entries.text("list")
            if !codeLists.contains(where: { $0.id == list }) {
                problems.append((entries["list"] ?? entries.place).problem(.unknownName(key: "list", value: list)))
            }
            return .code(list: list)
        case .text: return .text(maxLength: entries.wholeNumber("maxLength", 1...100_000))
        case .integer:
            return .integer(
                minimum: entries.wholeNumber("minimum", 0...4_000_000_000, standard: 0),
                maximum: entries.wholeNumber("maximum", 0...4_000_000_000))
        case nil: return nil
        }
    }

    private mutating func example(_ node: DefinitionNode, _ expected: Int) -> [String] {
        let cells = (node.items ?? []).map { $0.text ?? "" }
        if cells.count != expected {
            problems.append(
                node.problem(.exampleLength(row: node.line, count: cells.count, expected: expected)))
        }
        return cells
    }
}
