public import Vocabulary

/// Every rule there is, in Markdown: what it says, how to mend it, and where it is used. Makes `docs/rules.md`.
public enum RuleDocumentation {
    /// The Markdown text about the rules of the catalogue and of the collections of `library`.
    public static func markdown(_ library: DefinitionLibrary, _ language: Language) throws(DefinitionError) -> String {
        var uses: [String: [(table: String, rule: Rule)]] = [:]
        for id in library.collections {
            for table in try library.collection(id).tables {
                for rule in table.rules {
                    uses[rule.id, default: []].append(("\(id)/\(table.id)", rule))
                    if case .freeText = rule.kind { uses["V06", default: []].append(("\(id)/\(table.id)", rule)) }
                }
            }
        }
        let catalogue = MessageCatalogue.load(language, rules: uses.values.flatMap { $0.map(\.rule) })
        let sv = language == .sv
        let sections: [(prefix: String, title: String)] = [
            ("F", sv ? "Filen" : "The file"), ("R", sv ? "Raderna" : "The rows"), ("V", sv ? "Varningar" : "Warnings"),
            ("A", sv ? "Det vi rättar själva" : "What we mend ourselves"),
        ]
        let headers =
            sv
            ? ["Regel", "Slag", "Namn", "Så säger vi", "Så rättar du", "Används i"]
            : ["Rule", "Kind", "Name", "What we say", "Remedy", "Used in"]
        let tables = sections.map { section in
            let rows = catalogue.ids.filter { $0.hasPrefix(section.prefix) }.map { id in
                [
                    id, severity(id, uses[id]?.first?.rule).title[language], catalogue.name(id),
                    catalogue.messageOutline(id), catalogue.remedyOutline(id),
                    uses[id].map { places($0) }
                        ?? (id == "R20" ? (sv ? "ingen ännu" : "none yet") : sv ? "alla" : "all"),
                ]
            }
            return "## \(section.title)\n\n" + MarkdownTable.text(headers, rows)
        }
        let introduction =
            sv
            ? """
            # Regler

            Skriven av `underlag definitions export --format rules`; ändra i `Definitions/`. *Kursiva* ord byts mot
            värdet i filen. *Fel* måste rättas, *varning* ska bekräftas eller rättas, *upplysning* kräver ingenting.
            V03 och V06 är samma regel: en text utanför modellen ger V03, en som hör till en av koderna ger V06.
            """
            : """
            # Rules

            Written by `underlag definitions export --format rules`; change `Definitions/`. Words in *italics* are
            replaced by what the file holds. An *error* must be mended, a *warning* confirmed or mended, a *note* asks
            for nothing. V03 and V06 are one rule: a text outside the model gives V03, one that belongs to a code V06.
            """
        return ([introduction] + tables).joined(separator: "\n\n") + "\n"
    }

    /// The rules of every file are errors, but for what is repaired; those of a table say it themselves.
    private static func severity(_ id: String, _ rule: Rule?) -> Severity {
        rule?.severity ?? (id.hasPrefix("A") ? .info : id.hasPrefix("V") ? .warning : .error)
    }

    private static func places(_ uses: [(table: String, rule: Rule)]) -> String {
        var places: [String] = []
        for use in uses where !places.contains(use.table) { places.append(use.table) }
        return places.joined(separator: ", ")
    }
}
