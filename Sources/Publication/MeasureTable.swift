import Definitions
import Statistics
import Vocabulary

extension TableContext {
    /// *Tabell 2*: marks per measure, with the net number of persons beside.
    func measures(_ marks: MarkTally) -> StatisticalTable {
        let places = marks.layout.roles.indices
        let sum = places.map { marks.measures(role: $0) }.reduce(0, +)
        let codes = marks.layout.codes.filter { $0 > 0 }
        var rows = codes.map { code in
            StatisticalTable.Row(
                [.text(label(code, marks)), .count(marks.marked(code)), .share(marks.marked(code), of: sum)]
                    + places.map { .count(marks.marked(code, role: $0)) })
        }
        rows.append(
            StatisticalTable.Row(
                [.text(say("Summa", "Total")), .count(sum), .whole] + places.map { .count(marks.measures(role: $0)) },
                isTotal: true))
        rows.append(
            net(say("Personer med någon insats, per månad", "Persons with any measure, by month")) {
                marks.persons(role: $0)
            })
        rows.append(
            net(say("Personer utan insats (kod 0), per månad", "Persons without measure (code 0), by month")) {
                marks.withoutMeasure(role: $0)
            })
        for year in Set(marks.net.keys.map(\.year)).sorted() {
            let keys = marks.net.keys.filter { $0.year == year }
            rows.append(
                net(say("Olika personer med någon insats \(year)", "Different persons with any measure \(year)")) {
                    place in keys.reduce(0) { $0 + marks.net.persons($1, role: place) }
                })
        }

        func net(_ title: String, _ count: (Int) -> Int) -> StatisticalTable.Row {
            let counts = places.map(count)
            return StatisticalTable.Row(
                [.text(title), .count(counts.reduce(0, +)), .notApplicable] + counts.map { .count($0) })
        }
        return table(
            .measures,
            say(
                "Tabell 2. \(marks.table.title[language]): antal och andel (procent) per insats, \(period)",
                "Table 2. \(marks.table.title[language]): number and share (per cent) by measure, \(period)"),
            [
                .text("measure", say("Insats", "Measure")), .count("count", say("Antal", "Number")),
                .percent("share", say("Andel %", "Share %")),
            ] + marks.layout.roles.map { .count($0.group.id, $0.group.title[language]) },
            rows,
            notes: [
                say(
                    "Antalet är en summa av markeringar och ingen nettoräkning: den som har fått flera insatser räknas en gång för varje.",
                    "The number is a sum of marks, not a net count: a person with several measures is counted once for each."
                ),
                say(
                    "Raderna under summan räknar personer. Per månad: en person räknas en gång i varje månad. Olika personer: en person är en kommun, ett löpnummer och en roll, vilket håller över månaderna bara om kommunen behåller sina löpnummer.",
                    "The rows below the total count persons. By month: a person is counted once each month. Different persons: a person is a municipality, a running number and a role, which holds across months only if the municipality keeps its running numbers."
                ),
            ] + roundingNote([codes.map { marks.marked($0) }]))
    }

    /// How municipalities told the volume of each measure.
    func volume(_ marks: MarkTally) -> StatisticalTable {
        var rows = marks.volumes.map { volume in
            StatisticalTable.Row([
                .text(label(volume.code, marks)), .count(volume.someDays), .count(volume.days), .count(volume.both),
                .count(volume.crosses),
            ])
        }
        rows.append(
            StatisticalTable.Row(
                [
                    .text(say("Minst en insats", "At least one measure")), .count(marks.municipalitiesWithDays),
                    .notApplicable, .notApplicable, .notApplicable,
                ], isTotal: true))
        let delivering = marks.municipalities.count
        return table(
            .volume,
            say(
                "Volym. Antal kommuner som angav dagar eller X per insats, \(period)",
                "Volume. Municipalities that gave days or X by measure, \(period)"),
            [
                .text("measure", say("Insats", "Measure")), .count("someDays", say("Dagar för någon", "Days for some")),
                .count("days", say("därav bara dagar", "of which days only")),
                .count("both", say("därav både dagar och X", "of which both days and X")),
                .count("crosses", say("Bara X", "X only")),
            ],
            rows,
            notes: [
                say(
                    "\(marks.municipalitiesWithDays) av \(delivering) kommuner angav antal dagar för minst en insats.",
                    "\(marks.municipalitiesWithDays) of \(delivering) municipalities gave days for at least one measure."
                )
            ])
    }

    /// The label of a measure's code, with the code before it.
    func label(_ code: Int, _ marks: MarkTally) -> String {
        let field = marks.table.fields.first { $0.code == code }
        return "\(code) \(field?.description[language] ?? "")"
    }

    /// Says so when the rounded shares of some column do not add to 100.
    func roundingNote(_ columns: [[Int]]) -> [String] {
        guard columns.contains(where: { Share.sum(of: $0).map { $0 != 1000 } ?? false }) else { return [] }
        return [
            say(
                "Andelarna är avrundade var för sig och summerar därför inte alltid till 100.",
                "Shares are rounded one by one and therefore do not always add to 100.")
        ]
    }
}
