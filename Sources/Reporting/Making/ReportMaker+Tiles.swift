import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// The key figures of these indicators.
    func tiles(_ ids: [String]) -> [Tile] {
        ids.compactMap { id in
            guard let line = figures.line(id) else { return nil }
            return Tile(
                id: id, title: line.version.title[language], unit: line.unit, month: month, value: line[month],
                before: line[month.yearBefore], comparison: comparison(line),
                definition: line.version.definition[language])
        }
    }

    private func comparison(_ line: FigureLine) -> Comparison {
        let before = month.yearBefore
        if let change = line.change(from: before, to: month) { return .change(change) }
        if case .missing(let reason) = line[month] { return .missing(text(reason)) }
        // A figure the earlier system did not have is not lost: it counts something else.
        guard line.isCounted(in: before) else { return .notComparable(why(line)) }
        if case .missing(let reason) = line[before] { return .missing(text(reason)) }
        if line[month].value == nil || line[before].value == nil { return .missing("") }
        return .notComparable(why(line))
    }

    private func why(_ line: FigureLine) -> String {
        switch line.indicator.comparability(month.yearBefore, month) {
        case .comparable: ""
        case .notComparable(let text): text[language]
        }
    }

    private func text(_ reason: MissingReason) -> String {
        switch reason {
        case .systemChange: said(sv: "byte av verksamhetssystem", en: "change of case system")
        case .notDelivered: said(sv: "inget uttag för månaden", en: "no extract of the month")
        case .unknown: ""
        }
    }
}
