import Checking
import Definitions
import Tabular
import Vocabulary

/// The sheet that sums up: what was judged, how it went, and each rule that said something.
struct MarkedWorkbookSummary {
    let verdicts: [Verdict]
    let collection: Definitions.Collection
    let language: Language
    /// Whether some cells had to go without their comments.
    let isCommentingCut: Bool

    private var names: MarkingNames { language == .sv ? .sv : .en }

    var sheet: AddedSheet {
        AddedSheet(name: names.summary, widths: [34, 16, 10, 34, 60, 60], rows: top + judged + [[]] + rules)
    }

    private var top: [[AddedCell]] {
        let files = Set(verdicts.map(\.file)).sorted().joined(separator: ", ")
        var rows: [[AddedCell]] = [
            [AddedCell(names.summary, .title)],
            [AddedCell(say("Fil", "File"), .bold), AddedCell(files)],
            [AddedCell(say("Insamling", "Collection"), .bold), AddedCell(collection.title[language])],
            [],
            [
                AddedCell(say("Så är filen märkt", "How the file is marked"), .bold),
                AddedCell(MarkedWorkbookWords.severity(.error, language), .tone(.error)),
                AddedCell(
                    say("Måste rättas.", "Must be corrected.")),
            ],
            [
                AddedCell(""), AddedCell(MarkedWorkbookWords.severity(.warning, language), .tone(.warning)),
                AddedCell(
                    say(
                        "Kontrollera. Rätta, eller bekräfta när du lämnar in.",
                        "Check. Correct, or confirm when you submit.")),
            ],
            [
                AddedCell(""), AddedCell(MarkedWorkbookWords.severity(.info, language), .tone(.note)),
                AddedCell(
                    say(
                        "Vi har rättat eller noterat. Du behöver inte göra något.",
                        "Corrected or noted by us. Nothing to do.")),
            ],
            [
                AddedCell(""),
                AddedCell(
                    say(
                        "Rätta i filen och kontrollera den igen. Det som vi har lagt till hoppas över.",
                        "Correct the file and check it again. What we have added is left out.")),
            ],
        ]
        if isCommentingCut {
            let count = NumberForm(language).text(MarkedWorkbook.greatestNumberOfComments)
            rows.append([
                AddedCell(""),
                AddedCell(
                    say(
                        "De första \(count) cellerna har kommentarer. Alla rader förklaras i de två kolumnerna till höger.",
                        "The first \(count) cells have comments. All rows are explained in the two columns to the right."
                    )),
            ])
        }
        return rows + [[]]
    }

    private var judged: [[AddedCell]] {
        let header = [
            say("Kommun", "Municipality"), say("Månad", "Month"), say("Rader", "Rows"), say("Datafil", "Data file"),
            say("Besked", "Outcome"),
        ]
        return [header.map { AddedCell($0, .header) }]
            + verdicts.map { verdict in
                let unknown = say("framgår inte", "not known")
                return [
                    AddedCell(verdict.municipality.map { "\($0.code) \($0.name)" } ?? unknown, .wrapped),
                    AddedCell(verdict.month?.fullName(language) ?? unknown, .wrapped), AddedCell(verdict.rows),
                    AddedCell(collection.table(verdict.table)?.title[language] ?? verdict.table, .wrapped),
                    AddedCell(MarkedWorkbookWords.outcome(verdict, language), .tone(tone(verdict.outcome))),
                ]
            }
    }

    private var rules: [[AddedCell]] {
        let catalogue = MessageCatalogue.load(language, rules: collection.tables.flatMap(\.rules))
        let header = [
            say("Regel", "Rule"), say("Slag", "Kind"), say("Antal", "Count"), say("Rader", "Rows"),
            say("Vad som är fel, första gången", "What is wrong, the first time"),
            say("Hur du rättar", "How to correct it"),
        ]
        let groups = MarkedWorkbookGroup.all(in: verdicts)
        if groups.isEmpty { return [] }
        return [header.map { AddedCell($0, .header) }]
            + groups.map { group in
                let kind =
                    group.isRepair
                    ? say("Rättat av oss", "Corrected by us") : MarkedWorkbookWords.severity(group.severity, language)
                return [
                    AddedCell("\(group.rule) \(catalogue.name(group.rule))", .wrapped),
                    AddedCell(kind, .tone(group.severity.tone)), AddedCell(group.count),
                    AddedCell(group.rows(language), .wrapped), AddedCell(group.message, .wrapped),
                    AddedCell(group.remedy, .wrapped),
                ]
            }
    }

    private func tone(_ outcome: Outcome) -> MarkingTone {
        switch outcome {
        case .approved: .note
        case .approvedWithWarnings: .warning
        case .notApproved: .error
        }
    }

    private func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
}
