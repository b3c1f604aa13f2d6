import Definitions
import Statistics
import Vocabulary

extension TableContext {
    /// *Tabell 1*: municipalities with rows and with comments, per table of the collection.
    func participation() -> StatisticalTable {
        let rows = tally.collection.tables.map { part in
            StatisticalTable.Row([
                .text(part.title[language]), .count(tally.municipalities(part.id).count),
                .count(tally.commenting(part.id).count),
            ])
        }
        return table(
            .participation,
            say(
                "Tabell 1. Antal kommuner som deltog, \(period)",
                "Table 1. Municipalities that took part, \(period)"),
            [
                .text("part", say("Ämnesdel", "Part")), .count("data", say("Kommuner med datafil", "With data")),
                .count("comments", say("Kommuner med synpunkter", "With comments")),
            ],
            rows)
    }

    /// *Bilaga 3*: who took part, with population and its share of the country's.
    func participants() -> StatisticalTable {
        let parts = tally.collection.tables
        let data = parts.map { Set(tally.municipalities($0.id)) }
        let everyone = tally.participants
        let date = population?.date ?? ""
        var rows = everyone.map { municipality in
            return StatisticalTable.Row(
                [.text(municipality.code), .text(municipality.name)]
                    + populationCells(population?.municipalities[municipality])
                    + zip(parts, data).flatMap { part, data -> [StatisticalTable.Cell] in
                        [
                            .count(data.contains(municipality) ? 1 : 0),
                            .count(tally.commenting(part.id).contains(municipality) ? 1 : 0),
                        ]
                    })
        }
        let known = everyone.compactMap { population?.municipalities[$0] }
        let total = populationCells(known.count == everyone.count ? known.reduce(0, +) : nil)
        rows.append(
            StatisticalTable.Row(
                [.text(""), .text(say("Summa", "Total"))] + total
                    + zip(parts, data).flatMap { part, data -> [StatisticalTable.Cell] in
                        [.count(data.count), .count(tally.commenting(part.id).count)]
                    }, isTotal: true))
        let all = parts.map { tally.participants($0.id) }
        let inAll = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }.count
        return table(
            .participants,
            say("Bilaga 3. Kommuner som deltog, \(period)", "Annex 3. Municipalities that took part, \(period)"),
            [
                .text("code", say("Kod", "Code")), .text("municipality", say("Kommun", "Municipality")),
                .count("population", say("Befolkning \(date)", "Population \(date)")),
                .percent("populationShare", say("Andel av landets, %", "Share of the country, %")),
            ]
                + parts.flatMap { part -> [StatisticalTable.Column] in
                    let title = part.title[language].split(separator: " ").first ?? ""
                    return [
                        .count("\(part.id)-data", "\(title)" + say(": datafil", ": data")),
                        .count("\(part.id)-comments", "\(title)" + say(": synpunkter", ": comments")),
                    ]
                },
            rows,
            notes: [
                say(
                    "\(everyone.count) kommuner deltog med datafiler eller synpunkter, \(inAll) av dem i alla ämnesdelar.",
                    "\(everyone.count) municipalities took part with data or comments, \(inAll) of them in all parts.")
            ] + nationNote)
    }

    /// A population and its share of the country's.
    private func populationCells(_ count: Int?) -> [StatisticalTable.Cell] {
        guard let population, let count else { return [.missing, .missing] }
        return [.count(count), .share(count, of: population.nation)]
    }

    /// Says so when the country was counted on another day than the municipalities.
    private var nationNote: [String] {
        guard let population, population.date != population.nationDate else { return [] }
        return [
            say(
                "Landets befolkning är den \(population.nationDate).",
                "The country's population is that of \(population.nationDate).")
        ]
    }
}
