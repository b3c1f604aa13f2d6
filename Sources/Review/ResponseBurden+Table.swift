public import Definitions
public import Publication
public import Vocabulary

extension ResponseBurden {
    /// The burden by municipality, as a table to show and to save. Times are medians, in whole minutes.
    public func table(_ collection: Definitions.Collection, _ language: Language) -> StatisticalTable {
        func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
        func minutes(_ quartiles: Quartiles?) -> StatisticalTable.Cell {
            quartiles.map { .count(Int(($0.median / 60).rounded())) } ?? .notApplicable
        }
        func row(_ code: String, _ name: String, _ burden: ResponseBurden, isTotal: Bool = false)
            -> StatisticalTable.Row
        {
            let errors = burden.cases.reduce(0) { $0 + $1.errors }
            return StatisticalTable.Row(
                [
                    .text(code), .text(name), .count(burden.cases.count), .count(burden.submitted.count),
                    .count(burden.cases.reduce(0) { $0 + $1.attempts }), .count(errors),
                    minutes(burden.untilSubmitted), minutes(burden.untilApproved),
                ], isTotal: isTotal)
        }
        return StatisticalTable(
            id: "response-burden",
            title: say("Uppgiftslämnarbörda", "Response burden") + ". " + months.name(language),
            columns: [
                .text("code", say("Kod", "Code")), .text("municipality", say("Kommun", "Municipality")),
                .count("months", say("Månader", "Months")), .count("submitted", say("Inlämnade", "Submitted")),
                .count("attempts", say("Försök", "Attempts")), .count("errors", say("Fel", "Errors")),
                .count("untilSubmitted", say("Minuter till inlämning", "Minutes until submission")),
                .count("untilApproved", say("Minuter till godkännande", "Minutes until approval")),
            ],
            rows: municipalities.map { row($0.code, $0.name, of($0)) }
                + [row("", say("Alla", "All"), self, isTotal: true)],
            notes: [
                say(
                    "Tiden räknas från den första filen. Den är medianen av månaderna.",
                    "Time is counted from the first file. It is the median of the months.")
            ],
            source: "\(collection.authority), \(collection.title[language])")
    }
}
