import Definitions
import Vocabulary

extension ReportMaker {
    /// A line a year over twelve months, the report's year first. A year without any value is left out.
    func yearDiagram(
        _ definition: DiagramDefinition, _ series: DiagramDefinition.Series, _ years: Int, _ number: Int
    ) -> Diagram? {
        guard let line = figures.line(series.indicator), line.hasValues else { return nil }
        let first = Month(index: Int32((month.year - years + 1) * 12))
        let shown = (first.year...month.year).reversed().filter { year in
            year == month.year || yearMonths(year).contains { line[$0].value != nil }
        }
        let months = Month(index: Int32((shown.last ?? month.year) * 12))...month
        let facts = line.facts(of: month)
        var diagram = diagram(
            definition, number, of: [line], over: months, .years,
            headline: Headline(line: line, series: series, month: month, language: language).text(facts),
            facts: sentences(line, series, facts))
        diagram.places = yearMonths(month.year).map { $0.name(language) }
        diagram.shortPlaces = yearMonths(month.year).map(short)
        diagram.current = month.month - 1
        diagram.series = shown.map { self.year($0, of: line) }
        // The first month shown is a January.
        diagram.borders = marks([line], over: months).map { Diagram.Border(place: $0.place % 12, label: $0.label) }
        diagram.description = description(diagram)
        return diagram
    }

    /// A line over the months of several years, to the last that has a value; the facts are of that month.
    func timeline(
        _ definition: DiagramDefinition, _ series: DiagramDefinition.Series, _ years: Int, _ number: Int
    ) -> Diagram? {
        guard let line = figures.line(series.indicator), let last = line.last(to: month) else { return nil }
        let first = Month(index: Int32((month.year - years + 1) * 12))
        guard first <= last else { return nil }
        let months = first...last
        let facts = line.facts(of: last)
        var diagram = diagram(
            definition, number, of: [line], over: first...month, .timeline,
            headline: last == month
                ? Headline(line: line, series: series, month: last, language: language).text(facts)
                : ended(line, last), facts: sentences(line, series, facts))
        diagram.subtitle = subtitle(line.unit, months, [line])
        diagram.places = months.months.map { $0.fullName(language) }
        diagram.shortPlaces = months.months.map(short)
        diagram.months = months.months
        diagram.current = last == month ? months.months.count - 1 : nil
        diagram.series = [
            Diagram.Series(
                name: line.version.title[language], values: months.months.map { line[$0] },
                joined: joined(line, months.months), breaks: Set(borders(line, over: months).map(\.place)))
        ]
        diagram.borders = marks([line], over: months)
        diagram.description = description(diagram)
        return diagram
    }

    /// That a figure is told no longer.
    private func ended(_ line: FigureLine, _ last: Month) -> String {
        let title = line.version.title[language]
        return said(
            sv: "\(title) redovisas till och med \(last.fullName(.sv))",
            en: "\(title) are told until \(last.fullName(.en))")
    }

    private func year(_ year: Int, of line: FigureLine) -> Diagram.Series {
        let months = yearMonths(year)
        let border = systemBorder(line.indicator, over: months[0]...months[11])
        return Diagram.Series(
            name: String(year), values: months.map { $0 > month ? .notApplicable : line[$0] },
            joined: joined(line, months),
            breakLabel: breakLabel(line, months[0]...months[11], system: border),
            breaks: Set(borders(line, over: months[0]...min(months[11], month)).map(\.place)))
    }

    /// What is said at a line of a year in which the system or the counting changed.
    private func breakLabel(_ line: FigureLine, _ months: ClosedRange<Month>, system: Month?) -> String? {
        if let system, system <= month {
            return said(sv: "nytt system från \(short(system))", en: "new system from \(short(system))")
        }
        let changed = line.indicator.breaks.first {
            $0.effect == .changed && $0.from > months.lowerBound && $0.from <= min(months.upperBound, month)
        }
        return changed.map {
            said(sv: "ny räkning från \(short($0.from))", en: "counted otherwise from \(short($0.from))")
        }
    }

    private func yearMonths(_ year: Int) -> [Month] { (0..<12).map { Month(index: Int32(year * 12) + $0) } }

    private func joined(_ line: FigureLine, _ months: [Month]) -> Set<Int> {
        Set(
            months.indices.filter { place in
                line.indicator.breaks.contains { $0.effect == .joined && $0.concerns(months[place]) }
            })
    }

    /// What is said between two months of some lines: where they are broken, and where the case system changed.
    func marks(_ lines: [FigureLine], over months: ClosedRange<Month>) -> [Diagram.Border] {
        var marks: [Diagram.Border] = []
        for line in lines {
            let system = systemBorder(line.indicator, over: months).map {
                Diagram.Border(place: Int($0.index - months.lowerBound.index), label: newSystem($0))
            }
            for mark in borders(line, over: months) + [system].compactMap(\.self)
            where !marks.contains(where: { $0.place == mark.place }) { marks.append(mark) }
        }
        return marks.sorted { $0.place < $1.place }
    }

    /// Where the line is broken though there are values on both sides: something else is counted from there on, or
    /// values put together by hand begin.
    private func borders(_ line: FigureLine, over months: ClosedRange<Month>) -> [Diagram.Border] {
        line.indicator.breaks.compactMap { each in
            guard each.effect != .missing, each.from > months.lowerBound, each.from <= months.upperBound else {
                return nil
            }
            return Diagram.Border(
                place: Int(each.from.index - months.lowerBound.index),
                label: each.effect == .joined || systemBorder(line.indicator, over: months) == each.from
                    ? newSystem(each.from)
                    : said(
                        sv: "Ny räkning från \(short(each.from)) \(each.from.year)",
                        en: "Counted otherwise from \(short(each.from)) \(each.from.year)"))
        }
    }

    private func newSystem(_ month: Month) -> String {
        said(
            sv: "Nytt verksamhetssystem \(short(month)) \(month.year)",
            en: "New case system \(short(month)) \(month.year)")
    }
}
