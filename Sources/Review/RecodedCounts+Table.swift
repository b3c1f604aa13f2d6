public import Definitions
public import Publication
public import Vocabulary

extension RecodedCounts {
    /// The counts as a table to show and to save: marks per code before and after.
    public func table(_ collection: Definitions.Collection, _ language: Language) -> StatisticalTable {
        func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
        let fields = collection.table(table)?.fields ?? []
        let rows = codes.map { entry in
            let label = fields.first { $0.code == entry.code }?.codeList.flatMap(collection.codeList)?
                .codes.first { $0.value == entry.code }?.shortLabel[language]
            return StatisticalTable.Row([
                .text("\(entry.code) \(label ?? "")"), .count(entry.totalBefore), .count(entry.totalAfter),
                .text(Self.signed(entry.totalAfter - entry.totalBefore)),
            ])
        }
        return StatisticalTable(
            id: "recoded-\(table)",
            title: (collection.table(table)?.title[language] ?? table) + ". "
                + say("Före och efter omkodning av fritext", "Before and after recoding of free texts"),
            columns: [
                .text("code", say("Insats", "Measure")), .count("before", say("Som inlämnat", "As delivered")),
                .count("after", say("Efter beslut", "After decisions")), .text("change", say("Ändring", "Change")),
            ],
            rows: rows,
            notes: [
                say(
                    "\(undecided) markeringar av kod \(describedCode) väntar på beslut.",
                    "\(undecided) marks of code \(describedCode) wait for a decision."),
                say(
                    "\(leftWithout) personer har ingen insats kvar i modellen.",
                    "\(leftWithout) persons have no measure of the model left."),
            ],
            source: "\(collection.authority), \(collection.title[language])")
    }

    private static func signed(_ change: Int) -> String {
        change == 0 ? "0" : change > 0 ? "+\(change)" : "−\(-change)"
    }
}
