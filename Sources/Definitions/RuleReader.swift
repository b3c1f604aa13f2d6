import Vocabulary

/// Reads the rules of a table.
struct RuleReader {
    let fields: [Field]
    let codeLists: [CodeList]
    /// The rules with a text in the message catalogue, when the definition is linted; else `nil`.
    let catalogued: Set<String>?
    /// The names of the figures of a report, by its id; `nil` when there is no such report.
    let indicators: (String) -> IndicatorNames?
    var problems: [DefinitionProblem] = []

    init(
        fields: [Field], codeLists: [CodeList], catalogued: Set<String>?,
        indicators: @escaping (String) -> IndicatorNames?
    ) {
        self.fields = fields
        self.codeLists = codeLists
        self.catalogued = catalogued
        self.indicators = indicators
    }

    mutating func read(_ node: DefinitionNode) -> Rule? {
        var entries = DefinitionEntries(
            node,
            known: [
                "id", "version", "severity", "kind", "source", "text", "field", "fields", "when", "others", "with",
                "code",
                "points", "minimum", "percent", "known", "indicators", "whole", "most",
            ])
        defer { problems += entries.problems }
        guard let kind = kind(&entries) else { return nil }
        var severity = Severity.error
        if entries["severity"] != nil {
            severity = entries.word("severity", ["error": .error, "warning": .warning, "info": .info]) ?? .error
        }
        let rule = Rule(
            id: entries.text("id"), version: entries.wholeNumber("version", 1...9999, standard: 1), severity: severity,
            kind: kind, source: entries.optional("source", .text, \.text) ?? "", text: entries["text"].map { text($0) })
        if let catalogued, rule.text == nil, !catalogued.contains(rule.id) {
            problems.append(node.problem(.noText(rule: rule.id)))
        }
        if let field = unsuited(kind) {
            problems.append(node.problem(.unsuitedField(rule: rule.id, field: field.name)))
        }
        return rule
    }

    /// A field of a type the rule can say nothing about.
    private func unsuited(_ kind: RuleKind) -> Field? {
        switch kind {
        case .required, .exclusive, .atLeastOne, .requires, .onlyWith, .unique, .countChange: nil
        case .indicator(let field, _): if case .term = fields[field].type { nil } else { fields[field] }
        case .indicatorCode(let field, let name, _):
            if case .term = fields[name].type {
                fields[field].type.isNumber ? nil : fields[field]
            } else {
                fields[name]
            }
        case .indicatorMonth(let field, let name), .indicatorBreak(let field, let name, _):
            if case .term = fields[name].type {
                fields[field].type == .date ? nil : fields[field]
            } else {
                fields[name]
            }
        case .indicatorValue(let field, _, let whole, _, _):
            [field, whole].map { fields[$0] }.first { !$0.type.isNumber }
        case .indicatorOnce(let field, let with, _):
            if fields[field].type.isNumber, with.count == 2, fields[with[0]].type == .date {
                fields[with[1]].type.isNumber ? nil : fields[with[1]]
            } else {
                fields[field]
            }
        case .indicatorChange(let field, _, _): fields[field].type.isNumber ? nil : fields[field]
        case .agrees(let field, let with):
            switch fields[field].type {
            case .date, .amount, .key, .term: fields[field]
            default: with.map { fields[$0] }.first { $0.type != fields[field].type }
            }
        case .ordered(let field, let others): ([field] + others).map { fields[$0] }.first { $0.type != .date }
        case .mixedVolume(let places): places.map { fields[$0] }.first { $0.type != .mark(days: true) }
        case .shareChange(let field, let code, _, _):
            if case .code(let list) = fields[field].type,
                codeLists.first(where: { $0.id == list })?.codes.contains(where: { $0.value == code }) ?? true
            {
                nil
            } else {
                fields[field]
            }
        case .freeText(let field, _): if case .text = fields[field].type { nil } else { fields[field] }
        }
    }

    private mutating func kind(_ entries: inout DefinitionEntries) -> RuleKind? {
        enum Word {
            case required, exclusive, atLeastOne, requires, onlyWith, unique, agrees, mixedVolume, shareChange,
                countChange, freeText, ordered, indicator, indicatorCode, indicatorMonth, indicatorBreak,
                indicatorValue, indicatorOnce, indicatorChange
        }
        let word = entries.word(
            "kind",
            [
                "required": Word.required, "exclusive": .exclusive, "atLeastOne": .atLeastOne, "requires": .requires,
                "onlyWith": .onlyWith, "unique": .unique, "agrees": .agrees, "mixedVolume": .mixedVolume,
                "shareChange": .shareChange, "countChange": .countChange, "freeText": .freeText,
                "ordered": .ordered, "indicator": .indicator, "indicatorCode": .indicatorCode,
                "indicatorMonth": .indicatorMonth, "indicatorBreak": .indicatorBreak,
                "indicatorValue": .indicatorValue, "indicatorOnce": .indicatorOnce,
                "indicatorChange": .indicatorChange,
            ])
        switch word {
        case .required:
            let when = entries["when"] == nil ? [] : fields("when", &entries)
            return field(&entries).map { .required(field: $0, when: when) }
        case .exclusive:
            let others = fields("others", &entries)
            return field(&entries).map { .exclusive(field: $0, others: others) }
        case .atLeastOne: return .atLeastOne(fields: fields("fields", &entries))
        case .requires:
            let with = fields("with", &entries)
            return field(&entries).map { .requires(with: with, field: $0) }
        case .onlyWith:
            let with = fields("with", &entries)
            return field(&entries).map { .onlyWith(field: $0, with: with) }
        case .unique: return field(&entries).map { .unique(field: $0) }
        case .agrees:
            let with = fields("with", &entries)
            return field(&entries).map { .agrees(field: $0, with: with) }
        case .ordered:
            let others = fields("others", &entries)
            return field(&entries).map { .ordered(field: $0, others: others) }
        case .indicator:
            let names = names(&entries)
            return field(&entries).flatMap { field in names.map { .indicator(field: field, names: $0) } }
        case .indicatorCode:
            let (names, of) = (names(&entries), fields("with", &entries).first)
            return field(&entries).flatMap { field in
                names.flatMap { names in of.map { .indicatorCode(field: field, of: $0, names: names) } }
            }
        case .indicatorMonth:
            let of = fields("with", &entries).first
            return field(&entries).flatMap { field in of.map { .indicatorMonth(field: field, of: $0) } }
        case .indicatorBreak:
            let (names, of) = (names(&entries), fields("with", &entries).first)
            return field(&entries).flatMap { field in
                names.flatMap { names in of.map { .indicatorBreak(field: field, of: $0, names: names) } }
            }
        case .indicatorValue:
            let (names, of, whole) = (
                names(&entries), fields("with", &entries).first, fields("whole", &entries).first
            )
            let most = entries.wholeNumber("most", 1...4_000_000_000)
            guard let field = field(&entries), let names, let of, let whole else { return nil }
            return .indicatorValue(field: field, of: of, whole: whole, names: names, most: most)
        case .indicatorOnce:
            let (names, with) = (names(&entries), fields("with", &entries))
            return field(&entries).flatMap { field in
                names.map { .indicatorOnce(field: field, with: with, names: $0) }
            }
        case .indicatorChange:
            let (percent, minimum) = (entries.number("percent"), entries.wholeNumber("minimum", 1...1_000_000))
            return field(&entries).map { .indicatorChange(field: $0, percent: percent, minimum: minimum) }
        case .mixedVolume: return .mixedVolume(fields: fields("fields", &entries))
        case .shareChange:
            let code = entries.wholeNumber("code", 0...254)
            let points = entries.number("points")
            let minimum = entries.wholeNumber("minimum", 1...1_000_000)
            return field(&entries).map { .shareChange(field: $0, code: code, points: points, minimum: minimum) }
        case .countChange: return .countChange(percent: entries.number("percent"))
        case .freeText:
            let known = entries.items("known").map { self.known($0) }
            return field(&entries).map { .freeText(field: $0, known: known) }
        case nil: return nil
        }
    }

    private mutating func names(_ entries: inout DefinitionEntries) -> IndicatorNames? {
        let report = entries.text("indicators")
        let names = indicators(report)
        if names == nil, !report.isEmpty {
            problems.append(
                (entries["indicators"] ?? entries.place).problem(.unknownName(key: "indicators", value: report)))
        }
        return names
    }

    private mutating func field(_ entries: inout DefinitionEntries) -> Int? {
        fields("field", &entries).first
    }

    /// The places of the named fields; `reg_0..reg_8` is all from the one to the other.
    private mutating func fields(_ key: String, _ entries: inout DefinitionEntries) -> [Int] {
        entries.items(key).flatMap { node -> [Int] in
            let ends = (node.text ?? "").split(separator: "..").map(String.init)
            let places = ends.compactMap { name in fields.firstIndex { $0.name == name } }
            guard let first = places.first, let last = places.last, places.count == ends.count, first <= last else {
                problems.append(node.problem(.unknownName(key: key, value: node.text ?? "…")))
                return []
            }
            return Array(first...last)
        }
    }

    private mutating func known(_ node: DefinitionNode) -> KnownText {
        var entries = DefinitionEntries(node, known: ["text", "code", "note"])
        defer { problems += entries.problems }
        return KnownText(
            text: entries.text("text"), code: entries["code"] == nil ? nil : entries.wholeNumber("code", 0...254),
            note: entries.localized("note") ?? Localized(sv: "", en: ""))
    }

    private mutating func text(_ node: DefinitionNode) -> RuleText {
        var entries = DefinitionEntries(node, known: ["name", "message", "remedy", "many"])
        defer { problems += entries.problems }
        return RuleText(
            name: entries.requiredLocalized("name"), message: entries.requiredLocalized("message"),
            remedy: entries.requiredLocalized("remedy"), many: entries.requiredLocalized("many"))
    }
}

extension FieldType {
    fileprivate var isNumber: Bool { if case .integer = self { true } else { false } }
}
