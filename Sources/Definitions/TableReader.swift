import Vocabulary

/// Reads one table of a collection.
struct TableReader {
    /// The file's name, which is the table's id.
    let id: String
    let codeLists: [CodeList]
    /// The rules with a text in the message catalogue, when the definition is linted; else `nil`.
    let catalogued: Set<String>?
    /// The names of the figures of a report, by its id; `nil` when there is no such report.
    let indicators: (String) -> IndicatorNames?
    var problems: [DefinitionProblem] = []

    init(
        id: String, codeLists: [CodeList], catalogued: Set<String>?,
        indicators: @escaping (String) -> IndicatorNames?
    ) {
        self.id = id
        self.codeLists = codeLists
        self.catalogued = catalogued
        self.indicators = indicators
    }

    mutating func read(_ root: DefinitionNode) -> Table {
        var entries = DefinitionEntries(
            root, known: ["id", "title", "description", "unit", "one", "groups", "fields", "rules", "examples"])
        let groups = (entries["groups"] == nil ? [] : entries.items("groups")).map { group($0) }
        let placed = entries.items("fields").flatMap { node in
            self.fields(node, groups: groups).map { (field: $0, node: node) }
        }
        var fields = placed.map(\.field)
        for (index, field) in fields.enumerated() where fields[..<index].contains(where: { $0.name == field.name }) {
            problems.append(placed[index].node.problem(.duplicate(key: "name", value: field.name)))
        }
        if fields.count > 64 { problems.append(root.problem(.tooManyFields(fields.count))) }
        var reader = RuleReader(
            fields: fields, codeLists: codeLists, catalogued: catalogued, indicators: indicators)
        let rules = entries.items("rules").compactMap { reader.read($0) }
        problems += reader.problems
        problems += unsupported(fields, placed.map(\.node), rules, root)
        if catalogued != nil { checkHeaders(fields, placed.map(\.node)) }
        for case .required(let field, when: []) in rules.lazy.map(\.kind) { fields[field].required = true }
        let table = Table(
            id: entries.text("id"), title: entries.requiredLocalized("title"),
            description: entries.requiredLocalized("description"), unit: entries.requiredLocalized("unit"),
            one: entries["one"] == nil ? nil : entries.requiredLocalized("one"), groups: groups, fields: fields,
            rules: rules,
            examples: (entries["examples"] == nil ? [] : entries.items("examples")).enumerated().map {
                example($0.element, row: $0.offset + 1, fields)
            })
        if table.id != id {
            problems.append((entries["id"] ?? root).problem(.wrongIdentity(id: table.id, expected: id)))
        }
        problems += entries.problems
        return table
    }

    /// What may be written but not carried through: a row has one month, one municipality, one running number and one
    /// text; a code is kept in a byte where 0 is blank, and is one bit of a word.
    private func unsupported(
        _ fields: [Field], _ nodes: [DefinitionNode], _ rules: [Rule], _ root: DefinitionNode
    ) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        var seen: Set<String> = []
        for (field, node) in zip(fields, nodes) {
            switch field.type {
            case .month, .municipality, .runningNumber, .text:
                let word = "\(field.type)".prefix { $0 != "(" }
                if !seen.insert(String(word)).inserted {
                    problems.append(node.problem(.duplicate(key: "type", value: String(word))))
                }
            case .code(let list):
                for code in codeLists.first(where: { $0.id == list })?.codes ?? [] where !(1...63).contains(code.value)
                {
                    problems.append(
                        node.problem(.outOfBounds(key: "code", value: code.value, minimum: 1, maximum: 63)))
                }
            case .mark, .integer, .date, .amount, .key, .term: break
            }
        }
        for rule in rules {
            switch rule.kind {
            case .unique(let field):
                if case .runningNumber = fields[field].type { continue }
                problems.append(root.problem(.unsuitedField(rule: rule.id, field: fields[field].name)))
            case .mixedVolume, .freeText:
                let word = "\(rule.kind)".prefix { $0 != "(" }
                if !seen.insert(String(word)).inserted {
                    problems.append(root.problem(.duplicate(key: "kind", value: String(word))))
                }
            default: break
            }
        }
        if rules.count > 200 {
            problems.append(root.problem(.outOfBounds(key: "rules", value: rules.count, minimum: 0, maximum: 200)))
        }
        return problems
    }

    private mutating func group(_ node: DefinitionNode) -> FieldGroup {
        var entries = DefinitionEntries(node, known: ["id", "title", "aliases"])
        defer { problems += entries.problems }
        return FieldGroup(
            id: entries.text("id"), title: entries.requiredLocalized("title"), aliases: entries.texts("aliases"))
    }

    /// The field of an entry, or with `forEach` a field for each code of a list: "reg_{code}" becomes "reg_0" and on.
    /// Code 0 of a list stands for none of the others, so it never has days.
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
                header: Localized(sv: number, en: number), noun: noun, description: code.label,
                type: type == .mark(days: true) && code.value == 0 ? .mark(days: false) : type,
                group: group?.id, code: code.value, codeList: list,
                aliases: aliases.map { $0.replacing("{code}", with: number) })
        }
    }

    private mutating func type(_ entries: inout DefinitionEntries) -> FieldType? {
        enum Word { case month, municipality, runningNumber, mark, code, text, integer, date, amount, key, term }
        let word = entries.word(
            "type",
            [
                "month": Word.month, "municipality": .municipality, "runningNumber": .runningNumber, "mark": .mark,
                "code": .code, "text": .text, "integer": .integer, "date": .date, "amount": .amount, "key": .key,
                "term": .term,
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
        case .date: return .date
        case .amount: return .amount
        case .key: return .key
        case .term: return .term(maxLength: entries.wholeNumber("maxLength", 1...1_000, standard: 100))
        case nil: return nil
        }
    }

    private mutating func example(_ node: DefinitionNode, row: Int, _ fields: [Field]) -> [String] {
        let cells = (node.items ?? []).map { $0.text ?? "" }
        if cells.count != fields.count {
            problems.append(node.problem(.exampleLength(row: row, count: cells.count, expected: fields.count)))
        }
        for (field, cell) in zip(fields, cells) where !field.admits(cell, codeLists: codeLists) {
            problems.append(node.problem(.exampleCell(row: row, field: field.name, value: cell)))
        }
        return cells
    }

    /// Two columns that answer to the same header cannot be told apart.
    private mutating func checkHeaders(_ fields: [Field], _ lines: [DefinitionNode]) {
        var taken: [String: String] = [:]
        for (field, node) in zip(fields, lines) {
            let headers = Set(([field.name, field.title.sv, field.title.en] + field.aliases).map { $0.lowercased() })
            for header in headers.sorted() {
                let key = (field.group ?? "") + "\t" + header
                if let other = taken[key], other != field.name {
                    problems.append(node.problem(.duplicate(key: "aliases", value: header)))
                }
                taken[key] = field.name
            }
        }
    }
}

extension Field {
    /// Whether an example may have `text` in the field.
    fileprivate func admits(_ text: String, codeLists: [CodeList]) -> Bool {
        if text.isEmpty { return !required }
        switch type {
        case .month: return Month(iso: text) != nil || (text.count == 2 && (1...12).contains(Int(text) ?? 0))
        case .municipality: return Municipality(code: text) != nil
        case .runningNumber(_, let maxDigits): return text.count <= maxDigits && UInt32(text) != nil
        case .mark(let days): return text == "X" || (days && (1...31).contains(Int(text) ?? 0))
        case .code(let list):
            return codeLists.first { $0.id == list }?.codes.contains { String($0.value) == text } ?? false
        case .text(let maxLength): return text.count <= maxLength
        case .integer(let minimum, let maximum): return Int(text).map { minimum <= $0 && $0 <= maximum } ?? false
        case .date: return Day(iso: text) != nil
        case .amount: return text.wholeMatch(of: /[0-9]{1,8}([,.][0-9]{1,2})?/) != nil
        case .key: return Pseudonym(text: text) != nil
        case .term(let maxLength): return text.count <= maxLength
        }
    }
}
