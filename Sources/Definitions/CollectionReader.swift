import Vocabulary

/// Reads the files of one collection, noting everything in them that cannot be meant.
struct CollectionReader {
    let files: DefinitionFiles
    /// The collection's folder, which is its id.
    let folder: String
    /// The rules with a text in the message catalogue, when the definition is linted; else `nil`.
    let catalogued: Set<String>?
    var problems: [DefinitionProblem] = []

    init(files: DefinitionFiles, folder: String, catalogued: Set<String>? = nil) {
        self.files = files
        self.folder = folder
        self.catalogued = catalogued
    }

    /// The collection; `nil` when its main file cannot be read at all.
    mutating func read() -> Collection? {
        guard let root = parse("collection") else { return nil }
        var entries = DefinitionEntries(
            root,
            known: [
                "id", "version", "kind", "title", "description", "authority", "source", "tables", "codeLists",
                "calendar",
                "form", "contact",
            ])
        let codeLists = unique("codeLists", entries.items("codeLists").map { codeList($0) }, \.id, at: root)
        let tables = entries.items("tables").compactMap { node -> Table? in
            guard let id = node.text, let table = parse(id) else { return nil }
            var reader = TableReader(
                id: id, codeLists: codeLists, catalogued: catalogued,
                indicators: { [files] report in
                    var reader = IndicatorReader(files: files, folder: report)
                    return reader.read().map { IndicatorNames($0) }
                })
            defer { problems += reader.problems }
            return reader.read(table)
        }
        let kind =
            entries["kind"] == nil
            ? .survey
            : entries.word("kind", ["survey": Collection.Kind.survey, "extraction": .extraction]) ?? .survey
        let periods = kind == .extraction && entries["calendar"] == nil ? [] : entries.items("calendar")
        let calendar = CollectionCalendar(periods: periods.compactMap { period($0) })
        for (one, next) in zip(calendar.periods, calendar.periods.dropFirst()) where one.month >= next.month {
            problems.append((entries["calendar"] ?? root).problem(.datesOutOfOrder(month: next.month.iso)))
        }
        let collection = Collection(
            id: entries.text("id"), version: entries.wholeNumber("version", 1...9999), kind: kind,
            title: entries.requiredLocalized("title"), description: entries.requiredLocalized("description"),
            authority: entries.text("authority"), source: entries.text("source"), codeLists: codeLists,
            tables: unique("tables", tables, \.id, at: root), form: entries["form"].map { form($0, tables: tables) },
            calendar: calendar, contact: entries["contact"].map { contact($0) })
        if collection.id != folder {
            problems.append((entries["id"] ?? root).problem(.wrongIdentity(id: collection.id, expected: folder)))
        }
        problems += entries.problems
        return collection
    }

    private mutating func parse(_ name: String) -> DefinitionNode? {
        let path = folder + "/" + name + ".yaml"
        guard let text = files.text(path) else {
            problems.append(DefinitionProblem(file: path, line: 1, kind: .missingFile))
            return nil
        }
        return DefinitionNode.parse(text, file: path, problems: &problems)
    }

    private mutating func codeList(_ node: DefinitionNode) -> CodeList {
        var entries = DefinitionEntries(node, known: ["id", "title", "codes"])
        let nodes = entries.items("codes")
        let codes = nodes.map { code($0) }
        for (index, code) in codes.enumerated() where codes[..<index].contains(where: { $0.overlaps(code) }) {
            problems.append(nodes[index].problem(.duplicate(key: "value", value: String(code.value))))
        }
        let list = CodeList(id: entries.text("id"), title: entries.requiredLocalized("title"), codes: codes)
        problems += entries.problems
        return list
    }

    private mutating func code(_ node: DefinitionNode) -> Code {
        var entries = DefinitionEntries(
            node, known: ["value", "label", "short", "description", "validFrom", "validTo"])
        let code = Code(
            value: entries.wholeNumber("value", 0...254), label: entries.requiredLocalized("label"),
            shortLabel: entries.localized("short"),
            description: entries.localized("description") ?? Localized(sv: "", en: ""),
            validFrom: entries.optional("validFrom", .month, \.month),
            validTo: entries.optional("validTo", .month, \.month))
        problems += entries.problems
        return code
    }

    private mutating func period(_ node: DefinitionNode) -> CollectionPeriod? {
        var entries = DefinitionEntries(node, known: ["month", "opens", "due", "reminders", "reviewed", "closes"])
        let month = entries.required("month", .month, \.month)
        let opens = entries.required("opens", .date, \.date) ?? ""
        let due = entries.required("due", .date, \.date) ?? ""
        let reminders = entries["reminders"] == nil ? [] : entries.items("reminders")
        for reminder in reminders where reminder.date == nil {
            problems.append(reminder.problem(.wrongShape(key: "reminders", expected: .date)))
        }
        let reviewed = entries.optional("reviewed", .date, \.date)
        let closes = entries.optional("closes", .date, \.date)
        problems += entries.problems
        guard let month else { return nil }
        if opens > due || due > reviewed ?? due || due > closes ?? due {
            problems.append(node.problem(.datesOutOfOrder(month: month.iso)))
        }
        return CollectionPeriod(
            month: month, opens: opens, due: due, reminders: reminders.compactMap(\.date), reviewed: reviewed,
            closes: closes)
    }

    private mutating func contact(_ node: DefinitionNode) -> CollectionContact {
        var entries = DefinitionEntries(node, known: ["name", "email", "telephone"])
        defer { problems += entries.problems }
        return CollectionContact(
            name: entries.text("name"), email: entries.text("email"),
            telephone: entries.optional("telephone", .text, \.text))
    }

    private mutating func form(_ node: DefinitionNode, tables: [Table]) -> CommentsForm {
        var entries = DefinitionEntries(node, known: ["title", "texts", "respondent"])
        let texts = entries.items("texts").map { node in
            var entries = DefinitionEntries(node, known: ["id", "title", "maxLength", "table"])
            let text = FormText(
                id: entries.text("id"), title: entries.requiredLocalized("title"),
                maxLength: entries.wholeNumber("maxLength", 1...100_000), table: entries.text("table"))
            if !tables.contains(where: { $0.id == text.table }) {
                problems.append(node.problem(.unknownName(key: "table", value: text.table)))
            }
            problems += entries.problems
            return text
        }
        let respondent = entries.items("respondent").map { node in
            var entries = DefinitionEntries(node, known: ["id", "title"])
            defer { problems += entries.problems }
            return FormField(id: entries.text("id"), title: entries.requiredLocalized("title"))
        }
        defer { problems += entries.problems }
        return CommentsForm(
            title: entries.requiredLocalized("title"), texts: unique("id", texts, \.id, at: node),
            respondent: unique("id", respondent, \.id, at: node))
    }

    /// `values` as they are, with a problem for each id that stands twice.
    private mutating func unique<Value>(
        _ key: String, _ values: [Value], _ id: (Value) -> String, at node: DefinitionNode
    ) -> [Value] {
        for (index, value) in values.enumerated() where values[..<index].contains(where: { id($0) == id(value) }) {
            problems.append(node.problem(.duplicate(key: key, value: id(value))))
        }
        return values
    }
}

extension Code {
    /// Whether both could be meant in some month.
    fileprivate func overlaps(_ other: Code) -> Bool {
        guard value == other.value else { return false }
        if let end = validTo, let start = other.validFrom, end < start { return false }
        if let end = other.validTo, let start = validFrom, end < start { return false }
        return true
    }
}
