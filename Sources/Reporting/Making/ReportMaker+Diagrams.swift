import Definitions
import Vocabulary

extension ReportMaker {
    /// A diagram; `nil` when there is nothing it could show: an indicator that has ended, schools nobody delivered.
    func diagram(_ definition: DiagramDefinition, number: Int) -> Diagram? {
        switch definition.content {
        case .years(let series, let years): yearDiagram(definition, series, years, number)
        case .timeline(let series, let years): timeline(definition, series, years, number)
        case .grouped(let series): grouped(definition, series, number)
        case .stacked(let series): stacked(definition, series, number)
        case .bars(let series, let telling): bars(definition, series, telling, number)
        case .schools(let indicator): schools(definition, indicator, number)
        }
    }

    /// What all diagrams of indicators have in common.
    func diagram(
        _ definition: DiagramDefinition, _ number: Int, of lines: [FigureLine], over months: ClosedRange<Month>,
        _ shape: Diagram.Shape, headline: String, facts: [String]
    ) -> Diagram {
        let unit = lines.first?.unit ?? .households
        var notes: [String] = []
        for note in lines.flatMap({ breaks($0.indicator, over: months) }) where !notes.contains(note) {
            notes.append(note)
        }
        return Diagram(
            id: definition.id, number: number,
            title: definition.title?[language] ?? lines.first?.version.title[language] ?? "",
            headline: written(headline, .headline(diagram: definition.id)), subtitle: subtitle(unit, months, lines),
            unit: unit, shape: shape, places: [], shortPlaces: [], series: [],
            notes: notes + lines.compactMap { handMade($0, over: months) }
                + [mixedExtractions(of: lines.map(\.indicator.id), over: months)].compactMap(\.self)
                + (lines.count == 1 ? lines.compactMap { growth($0, over: months) } : []),
            definitions: lines.map { $0.version.definition[language] }, facts: facts,
            comment: choices.texts[.comment(diagram: definition.id)].map { Written(proposal: "", own: $0) },
            description: "",
            source: source(of: lines, over: months))
    }

    /// Which systems the figures come from and when; that somebody filled in some of them by hand, or all.
    private func source(of lines: [FigureLine], over months: ClosedRange<Month>) -> String {
        let shown = lines.flatMap { line in
            months.months.filter { line[$0].value != nil }.map(line.handMade.contains)
        }
        guard shown.contains(false) || !shown.contains(true) else {
            return said(sv: "Ifyllt för hand.", en: "Filled in by hand.")
        }
        let systems = lines.flatMap(\.indicator.systems)
        return [
            systems.isEmpty ? nil : self.systems(of: systems, over: months), extraction(of: lines.map(\.indicator.id)),
            shown.contains(true) ? said(sv: "Delvis ifyllt för hand.", en: "Partly filled in by hand.") : nil,
        ]
        .compactMap(\.self).joined(separator: " ")
    }

    /// "Antal hushåll per månad, 2021–2023. Utan nyanlända och kvotflyktingar."
    func subtitle(_ unit: IndicatorUnit, _ months: ClosedRange<Month>, _ lines: [FigureLine]) -> String {
        let measure = measured(unit).capitalised
        let (first, last) = (months.lowerBound, months.upperBound)
        let period: String
        if first == last {
            period = ", " + last.fullName(language)
        } else if first.month == 1 {
            let years = first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
            period = said(sv: " per månad, ", en: " per month, ") + years
        } else {
            period = said(sv: " per månad, ", en: " per month, ") + months.name(language)
        }
        let without = lines.contains { $0.version.population == .withoutNewlyArrived }
        return measure + period
            + (without && lines.count == 1
                ? said(
                    sv: ". Utan nyanlända och kvotflyktingar", en: ". Without newly arrived and quota refugees") : "")
    }

    /// "kronor", "antal hushåll".
    func measured(_ unit: IndicatorUnit) -> String {
        switch unit {
        case .kronor: said(sv: "kronor", en: "SEK")
        case .households: said(sv: "antal hushåll", en: "number of households")
        case .persons: said(sv: "antal personer", en: "number of persons")
        case .children: said(sv: "antal barn", en: "number of children")
        case .ends: said(sv: "antal avslut", en: "number of ends")
        case .percent: said(sv: "procent", en: "percent")
        }
    }

    /// What is said of a line in its month: the facts, as sentences.
    func sentences(_ line: FigureLine, _ series: DiagramDefinition.Series, _ facts: [Fact]) -> [String] {
        FactSentences(subject: series.subject, unit: line.unit, language: language).sentences(facts)
    }

    /// "jan".
    func short(_ month: Month) -> String { String(month.name(language).prefix(3)) }
}
