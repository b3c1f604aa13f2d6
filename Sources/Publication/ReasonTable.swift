import Definitions
import Statistics
import Vocabulary

extension TableContext {
    /// *Tabell 3*: shares per closure reason for each part of the household, with the number they are shares of.
    func reasons(_ reasons: ReasonTally) -> StatisticalTable {
        let fields = reasons.layout.fields.indices
        let counts = fields.map { reasons.counts(field: $0) }
        let sums = counts.map { $0.reduce(0, +) }
        var rows = reasons.layout.list.codes.enumerated().map { place, code in
            StatisticalTable.Row(
                [.text("\(code.value) \(code.label[language])")]
                    + fields.map { .share(counts[$0][place], of: sums[$0]) })
        }
        rows.append(
            StatisticalTable.Row(
                [.text(say("Summa", "Total"))] + sums.map { $0 > 0 ? .whole : .notApplicable }, isTotal: true))
        rows.append(
            StatisticalTable.Row(
                [.text(say("Antal personer/hushåll", "Number of persons/households"))] + sums.map { .count($0) }))
        return table(
            .reasons,
            say(
                "Tabell 3. \(reasons.table.title[language]): andel (procent) per orsak, \(period)",
                "Table 3. \(reasons.table.title[language]): share (per cent) by reason, \(period)"),
            [.text("reason", say("Avslutsorsak", "Reason"))]
                + reasons.layout.fields.map { .percent($0.name, title(of: $0, in: reasons)) },
            rows, notes: roundingNote(counts))
    }

    /// Counts and shares per reason, year by year.
    func reasonsByYear(_ reasons: ReasonTally) -> StatisticalTable {
        let fields = reasons.layout.fields.indices
        var rows: [StatisticalTable.Row] = []
        for year in reasons.years {
            let counts = fields.map { reasons.counts(field: $0, year: year) }
            for (place, code) in reasons.layout.list.codes.enumerated() {
                let cells: [StatisticalTable.Cell] = counts.flatMap { counts in
                    [.count(counts[place]), .share(counts[place], of: counts.reduce(0, +))]
                }
                rows.append(
                    StatisticalTable.Row(
                        [.text(String(year)), .text(String(code.value)), .text(code.label[language])] + cells))
            }
        }
        return table(
            .reasonsByYear,
            say("Avslutsorsaker per år, \(period)", "Closure reasons by year, \(period)"),
            [
                .text("year", say("År", "Year")), .text("code", say("Kod", "Code")),
                .text("reason", say("Avslutsorsak", "Reason")),
            ]
                + reasons.layout.fields.flatMap { field -> [StatisticalTable.Column] in
                    let title = title(of: field, in: reasons)
                    return [
                        .count("\(field.name)-count", title + say(", antal", ", number")),
                        .percent("\(field.name)-share", "\(title), %"),
                    ]
                },
            rows)
    }

    private func title(of field: Field, in reasons: ReasonTally) -> String {
        field.group.flatMap { reasons.table.group($0) }?.title[language] ?? field.title[language]
    }
}
