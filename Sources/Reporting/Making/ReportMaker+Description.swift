import Definitions
import Vocabulary

extension ReportMaker {
    /// What is read instead of the drawing: type and axes, latest value, change, highest and lowest, gaps and breaks.
    func description(_ diagram: Diagram) -> String {
        var sentences = [
            shape(diagram), said(sv: "Axeln visar", en: "The axis shows") + " \(measured(diagram.unit)).",
        ]
        if diagram.shape == .bars {
            let isEmpty = diagram.series.allSatisfy { $0.values.allSatisfy { $0.value == nil } }
            sentences.append(isEmpty ? said(sv: "Uppgift saknas.", en: "There is no figure.") : values(diagram))
            return sentences.joined(separator: " ")
        } else {
            sentences += latest(diagram) + change(diagram)
            sentences += extremes(diagram)
        }
        if let gaps = gaps(diagram) { sentences.append(gaps) }
        sentences += diagram.borders.map { $0.label + "." }
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func shape(_ diagram: Diagram) -> String {
        let names = language.list(diagram.series.map(\.name))
        switch diagram.shape {
        case .years:
            return said(
                sv: "Linjediagram med en linje för varje år (\(names)) över månaderna januari–december.",
                en: "Line chart with a line for each year (\(names)) over the months January–December.")
        case .timeline:
            let (first, last) = (diagram.places.first ?? "", diagram.places.last ?? "")
            return said(
                sv: "Linjediagram från \(first) till \(last).", en: "Line chart from \(first) to \(last).")
        case .grouped:
            return said(
                sv: "Stapeldiagram med \(names) bredvid varandra för varje månad.",
                en: "Column chart with \(names) beside each other for each month.")
        case .stacked:
            return said(
                sv: "Stapeldiagram med \(names) på varandra för varje månad.",
                en: "Column chart with \(names) on each other for each month.")
        case .bars:
            return said(
                sv: "Liggande staplar, störst först.", en: "Horizontal bars, the largest first.")
        }
    }

    /// How the report's month has changed since last year's, where the two can be compared.
    private func change(_ diagram: Diagram) -> [String] {
        let id = figures.definition.diagrams.first { $0.id == diagram.id }?.indicators.first
        guard diagram.shape == .years,
            let change = id.flatMap({ figures.line($0) })?.change(from: month.yearBefore, to: month)
        else { return [] }
        let (text, last) = (FigureForm(diagram.unit, language).text(change), month.yearBefore.fullName(language))
        return [said(sv: "Förändring sedan \(last): \(text).", en: "Change since \(last): \(text).")]
    }

    /// Each bar and its value.
    private func values(_ diagram: Diagram) -> String {
        let form = FigureForm(diagram.unit, language)
        let bars = zip(diagram.places, diagram.series.first?.values ?? []).map { "\($0) \(form.text($1))" }
        return bars.isEmpty ? "" : bars.joined(separator: ", ") + "."
    }

    /// The values of the report's month.
    private func latest(_ diagram: Diagram) -> [String] {
        let form = FigureForm(diagram.unit, language)
        guard let place = diagram.current ?? diagram.places.indices.last else { return [] }
        let values = diagram.series.compactMap { series -> String? in
            guard series.values.indices.contains(place), let value = series.values[place].value else { return nil }
            let name = diagram.shape == .years ? "\(diagram.places[place]) \(series.name)" : series.name
            return "\(name) \(form.text(value))"
        }
        guard !values.isEmpty else { return [] }
        let when = diagram.shape == .years ? "" : diagram.places[place].capitalised + ": "
        return [(when + values.joined(separator: ", ")).capitalised + "."]
    }

    /// The highest and lowest there is.
    private func extremes(_ diagram: Diagram) -> [String] {
        let form = FigureForm(diagram.unit, language)
        var points: [(name: String, value: Double)] = []
        for series in diagram.series {
            for (place, observation) in zip(diagram.places, series.values) {
                guard let value = observation.value else { continue }
                let name = diagram.shape == .years ? "\(place) \(series.name)" : place
                points.append(
                    (diagram.series.count > 1 && diagram.shape != .years ? "\(series.name) \(name)" : name, value))
            }
        }
        guard let highest = points.max(by: { $0.value < $1.value }),
            let lowest = points.min(by: { $0.value < $1.value }), highest.value > lowest.value
        else { return [] }
        return [
            said(
                sv: "Högst är \(highest.name) med \(form.text(highest.value)), lägst \(lowest.name) med "
                    + "\(form.text(lowest.value)).",
                en: "Highest is \(highest.name) with \(form.text(highest.value)), lowest \(lowest.name) with "
                    + "\(form.text(lowest.value)).")
        ]
    }

    /// The places without a value, runs of them told by first and last.
    private func gaps(_ diagram: Diagram) -> String? {
        var found: [String] = []
        for series in diagram.series {
            var start: Int?
            for place in 0...series.values.count {
                let isMissing: Bool
                if place < series.values.count, case .missing = series.values[place] {
                    isMissing = true
                } else {
                    isMissing = false
                }
                if isMissing {
                    start = start ?? place
                } else if let first = start {
                    let (one, other) = (diagram.places[first], diagram.places[place - 1])
                    let span = first == place - 1 ? one : "\(one)–\(other)"
                    let name = diagram.shape == .years ? "\(span) \(series.name)" : span
                    if !found.contains(name) { found.append(name) }
                    start = nil
                }
            }
        }
        guard !found.isEmpty else { return nil }
        let list = language.list(found)
        return said(sv: "Uppgift saknas för \(list).", en: "No figure for \(list).")
    }
}
