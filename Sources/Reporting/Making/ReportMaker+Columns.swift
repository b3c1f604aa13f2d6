import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// The twelve months to the report's.
    private var twelveMonths: ClosedRange<Month> { Month(index: month.index - 11)...month }

    /// Columns of several indicators beside each other.
    func grouped(
        _ definition: DiagramDefinition, _ series: [DiagramDefinition.Series], _ number: Int
    ) -> Diagram? {
        let pairs = series.compactMap { series in figures.line(series.indicator).map { (series, $0) } }
        guard let first = pairs.first, pairs.count == series.count else { return nil }
        let lines = pairs.map(\.1)
        guard lines.contains(where: \.hasValues) else { return nil }
        let alike = Set(lines.map(\.version.population)).count == 1
        var diagram = diagram(
            definition, number, of: lines, over: twelveMonths, .grouped,
            headline: alike
                ? groupedHeadline(pairs)
                : Headline(
                    line: first.1, series: first.0, month: month, language: language
                ).text(first.1.facts(of: month)),
            facts: pairs.flatMap { series, line in
                sentences(line, series, line.facts(of: month).filter(\.isOfLevel))
            })
        columns(&diagram, of: lines)
        diagram.series = pairs.map { series, line in
            Diagram.Series(
                name: series.name?[language] ?? line.version.title[language],
                values: twelveMonths.months.map { line[$0] })
        }
        if !alike { diagram.notes.insert(unlike(pairs), at: 0) }
        diagram.description = description(diagram)
        return diagram
    }

    /// The codes of a distribution on each other.
    func stacked(_ definition: DiagramDefinition, _ series: DiagramDefinition.Series, _ number: Int) -> Diagram? {
        guard let line = figures.line(series.indicator), line.hasValues, let counted = figures.series[series.indicator]
        else { return nil }
        let parts = codes(line).map { code in
            Diagram.Series(
                name: code.shortLabel[language],
                values: twelveMonths.months.map { month in
                    counted[month].map { Double($0.sum(of: [code.value]) ?? 0) }
                })
        }
        let now = parts.compactMap { part in part.values.last?.value.map { (name: part.name, value: $0) } }
        let told = largest(now, line.unit)
        var diagram = diagram(
            definition, number, of: [line], over: twelveMonths, .stacked,
            headline: told
                ?? Headline(line: line, series: series, month: month, language: language).text(
                    line.facts(of: month)),
            facts: now.isEmpty
                ? sentences(line, series, line.facts(of: month)) : [told.map { $0 + "." }].compactMap(\.self))
        columns(&diagram, of: [line])
        diagram.series = parts
        diagram.description = description(diagram)
        return diagram
    }

    private func columns(_ diagram: inout Diagram, of lines: [FigureLine]) {
        let months = twelveMonths.months
        diagram.places = months.map { $0.fullName(language) }
        diagram.shortPlaces = months.map(short)
        diagram.months = months
        diagram.current = months.count - 1
        diagram.borders = marks(lines, over: twelveMonths)
    }

    /// "Fler avslutade än nya hushåll i november 2023": which of two is the larger.
    private func groupedHeadline(_ pairs: [(DiagramDefinition.Series, FigureLine)]) -> String {
        let values = pairs.compactMap { $0.1.shown(month) }
        guard pairs.count == 2, values.count == 2, let one = pairs[0].0.name, let other = pairs[1].0.name else {
            return Headline(line: pairs[0].1, series: pairs[0].0, month: month, language: language).text(
                pairs[0].1.facts(of: month))
        }
        let (sv, en) = (month.fullName(.sv), month.fullName(.en))
        if values[0] == values[1] {
            return said(
                sv: "Lika många \(one.sv.lowercased()) som \(other.sv.lowercased()) i \(sv)",
                en: "As many \(one.en.lowercased()) as \(other.en.lowercased()) in \(en)")
        }
        let (more, fewer) = values[0] > values[1] ? (one, other) : (other, one)
        return said(
            sv: "Fler \(more.sv.lowercased()) än \(fewer.sv.lowercased()) i \(sv)",
            en: "More \(more.en.lowercased()) than \(fewer.en.lowercased()) in \(en)")
    }

    /// That two indicators do not count the same people.
    private func unlike(_ pairs: [(DiagramDefinition.Series, FigureLine)]) -> String {
        func names(_ population: IndicatorPopulation) -> String {
            language.list(
                pairs.filter { $0.1.version.population == population }
                    .map { ($0.0.name?[language] ?? $0.1.version.title[language]).lowercased() })
        }
        return said(
            sv:
                "Nyanlända och kvotflyktingar ingår i \(names(.everyone)) men inte i \(names(.withoutNewlyArrived)). De kan "
                + "därför inte jämföras med varandra.",
            en:
                "Newly arrived and quota refugees are counted in \(names(.everyone)) but not in "
                + "\(names(.withoutNewlyArrived)). The two can therefore not be compared with each other.")
    }
}
