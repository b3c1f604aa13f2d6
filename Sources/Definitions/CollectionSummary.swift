public import Vocabulary

/// A collection in brief, for a terminal.
public struct CollectionSummary {
    private let collection: Collection
    private let language: Language

    /// The summary of `collection` in `language`.
    public init(of collection: Collection, _ language: Language) {
        self.collection = collection
        self.language = language
    }

    /// The text, ending with a line break.
    public var text: String {
        var lines = ["\(collection.title[language]) (\(collection.id), version \(collection.version))", ""]
        lines.append(collection.description[language])
        lines += ["", collection.authority + ". " + collection.source + "."]
        for period in collection.calendar.periods {
            let reminders = period.reminders.isEmpty ? "" : " (\(period.reminders.joined(separator: ", ")))"
            lines.append("\(period.month.fullName(language)): \(period.opens) – \(period.due)\(reminders)")
        }
        let catalogue = MessageCatalogue.load(language, rules: collection.tables.flatMap(\.rules))
        for table in collection.tables {
            lines += ["", "\(table.id): \(table.title[language])"]
            let width = table.fields.map(\.name.count).max() ?? 0
            lines += table.fields.map { field in
                let name = field.name + String(repeating: " ", count: width - field.name.count)
                return "  \(name)  \(field.title[language]): \(field.allowed(language))"
            }
            lines += table.rules.map { "  \($0.id) \($0.severity.title[language]): \(catalogue.name($0.id))" }
        }
        for list in collection.codeLists {
            lines += ["", "\(list.id): \(list.title[language])"]
            lines += list.codes.map { code in
                let number = String(code.value)
                return String(repeating: " ", count: 4 - number.count) + number + "  " + code.label[language]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
