import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// The codes of a distribution in the report's month, the longest bar first, what is other or unknown last.
    func bars(
        _ definition: DiagramDefinition, _ series: DiagramDefinition.Series, _ telling: DiagramDefinition.Telling,
        _ number: Int
    ) -> Diagram? {
        guard let line = figures.line(series.indicator), line.hasValues, let counted = figures.series[series.indicator]
        else { return nil }
        let measure = counted[month]
        let codes = codes(line)
        // A code that is not in the list is one nobody gave.
        let known = codes.map(\.value)
        let unsaid = measure.value.map { measure in
            (Int(measure.number ?? 0)) - (measure.sum(of: known) ?? 0)
        }
        var parts = codes.map { code in
            (
                name: code.label[language], isRest: telling.rest.contains(code.value),
                value: measure.map { Double($0.sum(of: [code.value]) ?? 0) }
            )
        }
        if let unsaid, unsaid > 0 {
            parts.append((said(sv: "Uppgift saknas", en: "Not said"), true, .value(Double(unsaid))))
        }
        let ordered =
            parts.filter { !$0.isRest }.sorted { $0.value.value ?? 0 > $1.value.value ?? 0 }
            + parts.filter(\.isRest)
        let values = ordered.filter { !$0.isRest }.compactMap { part in part.value.value.map { (part.name, $0) } }
        let told = DistributionSentences(measure: measure, line: line, telling: telling, language: language)
        let facts = line.facts(of: month)
        let sentences = self.sentences(line, series, facts.filter(\.isOfLevel)) + told.sentences(month)
        var diagram = diagram(
            definition, number, of: [line], over: month...month, .bars,
            headline: told.headline ?? largest(values.map { (name: $0.0, value: $0.1) }, line.unit)
                ?? Headline(line: line, series: series, month: month, language: language).text(facts),
            facts: sentences)
        diagram.places = ordered.map(\.name)
        diagram.shortPlaces = diagram.places
        diagram.rest = Set(ordered.indices.filter { ordered[$0].isRest })
        diagram.series = [Diagram.Series(name: month.fullName(language).capitalised, values: ordered.map(\.value))]
        diagram.description = description(diagram)
        return diagram
    }

    /// "Coachning och matchning är vanligast: 320 personer"; `nil` when there is nothing, or several are as large.
    func largest(_ parts: [(name: String, value: Double)], _ unit: IndicatorUnit) -> String? {
        guard let most = parts.map(\.value).max(), most > 0 else { return nil }
        let first = parts.filter { $0.value == most }
        guard first.count == 1, let one = first.first else { return nil }
        let count = FigureForm(unit, language).counted(most)
        return said(sv: "\(one.name) är vanligast: \(count)", en: "\(one.name) is the most common: \(count)")
    }
}
