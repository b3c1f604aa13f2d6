public import Vocabulary

/// A collection's file description (*filbeskrivning*) in Markdown, as it can be sent to those who deliver.
public struct FileDescription {
    private let collection: Collection
    private let language: Language
    private let catalogue: MessageCatalogue

    /// The description of `collection` in `language`.
    public init(of collection: Collection, _ language: Language) {
        self.collection = collection
        self.language = language
        catalogue = MessageCatalogue.load(language, rules: collection.tables.flatMap(\.rules))
    }

    /// The Markdown text, ending with a line break.
    public var markdown: String {
        let parts =
            [heading, calendar] + collection.tables.map { table($0) } + collection.codeLists.map { codeList($0) }
            + [form, delivery, questions]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        """
        # \(say("Filbeskrivning", "File description")): \(collection.title[language])

        \(collection.description[language])

        \(say("Ansvarig", "Responsible")): \(collection.authority). \(say("Källa", "Source")): \(collection.source). \
        \(say("Beskrivningens version", "Version of this description")): \(collection.version).
        """
    }

    private var calendar: String {
        guard !collection.calendar.periods.isEmpty else { return "" }
        let rows = collection.calendar.periods.map { period in
            [
                period.month.fullName(language), period.opens, period.due, period.reminders.joined(separator: ", "),
                period.closes ?? "",
            ]
        }
        return "## \(say("När", "When"))\n\n"
            + grid(
                [
                    say("Mätmånad", "Month"), say("Insamlingen startar", "Opens"), say("Sista svarsdatum", "Due"),
                    say("Påminnelse", "Reminder"), say("Sena svar tas emot till", "Late answers until"),
                ], rows)
    }

    private func table(_ table: Table) -> String {
        let fields = table.fields.enumerated().map { index, field in
            let list: String? =
                if case .code(let list) = field.type { collection.codeList(list)?.title[language] } else { nil }
            return [
                String(index + 1), field.title[language], "`\(field.name)`",
                list.map { "\(field.allowed(language)) *\($0)*" } ?? field.allowed(language),
                field.required ? say("ja", "yes") : "", field.description[language],
            ]
        }
        var ids: Set<String> = []
        let rules = table.rules.filter { ids.insert($0.id).inserted }.map { rule in
            [
                rule.id, rule.severity.title[language], catalogue.name(rule.id),
                catalogue.message(rule.id, ["max": maxLength(table, rule)]).remedy,
            ]
        }
        return """
            ## \(table.title[language]) (`\(table.id)`)

            \(table.description[language])

            \(grid(
                [
                    say("Kolumn", "Column"), say("Rubrik", "Header"), say("Namn", "Name"), say("Innehåll", "Holds"),
                    say("Måste fyllas i", "Required"), say("Betyder", "Means"),
                ], fields))

            ### \(say("Exempel", "Example"))

            \(grid(table.fields.map(\.name), table.examples))

            ### \(say("Regler", "Rules"))

            \(grid([say("Regel", "Rule"), say("Slag", "Kind"), say("Gäller", "About"), say("Så rättar du", "Remedy")], rules))
            """
    }

    private func codeList(_ list: CodeList) -> String {
        let rows = list.codes.map { code in
            [
                String(code.value), code.label[language], code.description[language],
                [
                    code.validFrom.map { say("från", "from") + " \($0.iso)" },
                    code.validTo.map { say("till", "to") + " \($0.iso)" },
                ]
                .compactMap(\.self).joined(separator: " "),
            ]
        }
        let isDated = list.codes.contains { $0.validFrom != nil || $0.validTo != nil }
        let headers = [say("Kod", "Code"), say("Benämning", "Label"), say("Beskrivning", "Description")]
        return "## \(say("Kodlista", "Code list")): \(list.title[language])\n\n"
            + (isDated
                ? grid(headers + [say("Gäller", "Valid")], rows) : grid(headers, rows.map { Array($0.dropLast()) }))
    }

    private var form: String {
        guard let form = collection.form else { return "" }
        let texts = form.texts.map { text in
            let length = String(text.maxLength)
            return "- \(text.title[language]): " + say("högst \(length) tecken", "at most \(length) characters")
        }
        return """
            ## \(form.title[language])

            \(texts.joined(separator: "\n"))
            - \(say("Uppgiftslämnare", "Respondent")): \
            \(form.respondent.map { $0.title[language] }.joined(separator: ", "))
            """
    }

    private var delivery: String {
        """
        ## \(say("Så lämnas filen", "How to deliver"))

        \(say(
            """
            Excel (xlsx) eller text (csv med semikolon, komma eller tabb; helst UTF-8). Kolumnerna känns igen på rubriken \
            eller namnet och kan stå i annan ordning; egna kolumner får finnas med. Uppgifterna ska vara anonymiserade: \
            inga personnummer, ärendenummer eller namn.
            """,
            """
            Excel (xlsx) or text (csv with semicolons, commas or tabs; preferably UTF-8). Columns are known by header or \
            name and may stand in another order; columns of your own may be there. The data should be anonymised: no \
            identity numbers, case numbers or names.
            """))
        """
    }

    private var questions: String {
        guard let contact = collection.contact else { return "" }
        let telephone = contact.telephone.map { ", " + say("tfn", "tel.") + " \($0)" } ?? ""
        return "## \(say("Frågor", "Questions"))\n\n\(contact.name), \(contact.email)\(telephone)."
    }

    /// The greatest length of the text that `rule` asks for, the one value a remedy has that the definition knows.
    private func maxLength(_ table: Table, _ rule: Rule) -> String {
        guard case .requires(_, let field) = rule.kind, case .text(let length) = table.fields[field].type else {
            return ""
        }
        return String(length)
    }

    private func say(_ swedish: String, _ english: String) -> String { language == .sv ? swedish : english }

    private func grid(_ headers: [String], _ rows: [[String]]) -> String { MarkdownTable.text(headers, rows) }
}

extension Severity {
    /// What users read: "fel", "varning", "upplysning".
    public var title: Localized {
        switch self {
        case .error: Localized(sv: "fel", en: "error")
        case .warning: Localized(sv: "varning", en: "warning")
        case .info: Localized(sv: "upplysning", en: "note")
        }
    }
}
