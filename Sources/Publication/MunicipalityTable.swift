import Definitions
import Statistics
import Vocabulary

extension TableContext {
    /// Persons with each code, month by month and municipality by municipality.
    func byMunicipality(_ marks: MarkTally) -> StatisticalTable {
        let rows = marks.parts.sorted { ($0.month, $0.municipality) < ($1.month, $1.municipality) }.map { part in
            StatisticalTable.Row(
                [.text(part.month.iso), .text(part.municipality.code), .text(part.municipality.name)]
                    + marks.layout.codes.map { .count(part.marked($0, marks.layout)) })
        }
        return table(
            .municipality,
            say(
                "Kommun. \(marks.table.title[language]): personer per kod, kommun och månad",
                "Municipality. \(marks.table.title[language]): persons by code, municipality and month"),
            [
                .text("month", say("Månad", "Month")), .text("code", say("Kod", "Code")),
                .text("municipality", say("Kommun", "Municipality")),
            ] + marks.layout.codes.map { .count("code-\($0)", say("Kod \($0)", "Code \($0)")) },
            rows)
    }

    /// Different persons with any measure in each calendar year, by municipality and in all.
    func netByYear(_ marks: MarkTally) -> StatisticalTable {
        var rows: [StatisticalTable.Row] = []
        let keys = marks.net.keys
        for year in Set(keys.map(\.year)).sorted() {
            let ofYear = keys.filter { $0.year == year }
            for key in ofYear {
                rows.append(row(year, key.municipality.code, key.municipality.name, [key]))
            }
            rows.append(row(year, "00", say("Riket", "Sweden"), ofYear, isTotal: true))
        }

        func row(
            _ year: Int, _ code: String, _ name: String, _ keys: [NetPersons.Key], isTotal: Bool = false
        ) -> StatisticalTable.Row {
            let counts = marks.layout.roles.indices.map { place in
                keys.reduce(0) { $0 + marks.net.persons($1, role: place) }
            }
            return StatisticalTable.Row(
                [.text(String(year)), .text(code), .text(name), .count(counts.reduce(0, +))]
                    + counts.map { .count($0) }, isTotal: isTotal)
        }
        return table(
            .net,
            say(
                "Netto. Olika personer med någon insats under kalenderåret",
                "Net. Different persons with any measure in the calendar year"),
            [
                .text("year", say("År", "Year")), .text("code", say("Kod", "Code")),
                .text("municipality", say("Kommun", "Municipality")), .count("persons", say("Personer", "Persons")),
            ] + marks.layout.roles.map { .count($0.group.id, $0.group.title[language]) },
            rows,
            notes: [
                say(
                    "En person är en kommun, ett löpnummer och en roll. Det håller över månaderna bara om kommunen behåller sina löpnummer.",
                    "A person is a municipality, a running number and a role. That holds across months only if the municipality keeps its running numbers."
                )
            ])
    }
}
