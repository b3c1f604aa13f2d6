import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// The pupils to show: those of the last day told before the report's month had ended.
    var pupils: SchoolTable? {
        let end = Day(first: month.next)
        let tables = figures.schools.compactMap { table -> (Day, SchoolTable)? in
            if case .pupils(let day) = table.kind, day < end { (day, table) } else { nil }
        }
        return tables.max { $0.0 < $1.0 }?.1
    }

    /// The admissions to show: of the latest period, by when it was delivered and then by its days.
    func admitted(to education: Int) -> SchoolTable? {
        let tables = figures.schools.filter { table in
            if case .admitted(education, _) = table.kind { true } else { false }
        }
        return tables.max { one, other in
            (Day(one.knownFrom), one.days?.upperBound.number ?? 0) < (
                Day(other.knownFrom), other.days?.upperBound.number ?? 0
            )
        }
    }

    /// What a figure by school shows; `nil` when no school has told of it.
    func table(of indicator: Indicator) -> SchoolTable? {
        switch indicator.version(inReportFor: month)?.rule {
        case .pupils: pupils
        case .admitted(let education): admitted(to: education)
        default: nil
        }
    }

    /// Bars by school, the largest first, with what kind of sum the total is.
    func schools(_ definition: DiagramDefinition, _ indicator: Indicator, _ number: Int) -> Diagram? {
        guard let version = indicator.version(inReportFor: month), let table = table(of: indicator),
            !table.rows.isEmpty
        else { return nil }
        let (period, spelling) = self.period(table)
        let form = NumberForm(language)
        let total = form.text(table.total.number)
        let label = table.total.label[language]
        let title = definition.title?[language] ?? version.title[language]
        let most = table.rows[0]
        let isAlone = table.rows.count == 1 || table.rows[1].count < most.count
        let isPupils = if case .pupils = table.kind { true } else { false }
        let whom = isPupils ? said(sv: "elever", en: "pupils") : said(sv: "antagna", en: "admitted")
        let largest =
            isAlone
            ? said(
                sv: "\(most.school) har flest \(whom): \(form.text(most.count))",
                en: "\(most.school) has most \(whom): \(form.text(most.count))") : "\(title): \(total)"
        let facts = [
            isPupils
                ? said(
                    sv: "Antalet elever var \(total) den \(period) (\(label)).",
                    en: "The number of pupils was \(total) on \(period) (\(label)).")
                : "\(title), \(period): \(total) (\(label)).",
            isAlone ? largest + "." : nil,
        ]
        var diagram = Diagram(
            id: definition.id, number: number, title: title,
            headline: written(largest, .headline(diagram: definition.id)),
            subtitle: "\(measured(indicator.unit).capitalised), \(period)\(spelling.map { " (\($0))" } ?? "")",
            unit: indicator.unit, shape: .bars,
            places: table.rows.map(\.school), shortPlaces: table.rows.map(\.school),
            series: [
                Diagram.Series(name: period.capitalised, values: table.rows.map { .value(Double($0.count)) })
            ],
            notes: breaks(indicator, over: month...month) + [table.note[language]],
            definitions: [version.definition[language]], facts: facts.compactMap(\.self),
            comment: choices.texts[.comment(diagram: definition.id)].map { Written(proposal: "", own: $0) },
            description: "",
            source: said(
                sv: "Skolornas uppgifter. Hämtade \(Day(table.knownFrom).text(.sv)).",
                en: "Data of the schools. Extracted \(Day(table.knownFrom).text(.en))."),
            total: Diagram.Total(value: Double(table.total.number), text: label))
        diagram.description = description(diagram)
        return diagram
    }

    /// "31 augusti 2023"; of admissions the days, and the period as the municipality writes it: "9 juni–16 augusti 2023",
    /// "230609–230816". Where no days are told, what is written alone.
    private func period(_ table: SchoolTable) -> (text: String, written: String?) {
        switch table.kind {
        case .pupils(let day): (day.text(language), nil)
        case .admitted(_, let written): table.days.map { ($0.name(language), written) } ?? (written, nil)
        }
    }
}
