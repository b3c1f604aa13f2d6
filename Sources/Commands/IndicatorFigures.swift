import Definitions
import Indicators
import Publication
import Reporting
import Vocabulary

/// A key figure with the same month last year beside it, for the screen and for programs.
struct IndicatorFigures {
    let version: IndicatorVersion
    let series: IndicatorSeries
    /// The codes of a distribution.
    let codes: CodeList?

    /// A line of what is counted, one for each code of a distribution and each of its sums.
    private struct Line {
        var title: Localized
        var value: (Measure) -> Double?
    }

    private var lines: [Line] {
        var lines = [Line(title: version.title, value: \.number)]
        for code in codes?.codes ?? [] {
            lines.append(
                Line(
                    title: Localized(sv: "  " + code.shortLabel.sv, en: "  " + code.shortLabel.en),
                    value: { measure in measure.sum(of: [code.value]).map(Double.init) }))
        }
        for group in version.groups {
            lines.append(
                Line(
                    title: Localized(sv: "  varav " + group.title.sv, en: "  of which " + group.title.en),
                    value: { measure in measure.sum(of: group.codes).map(Double.init) }))
        }
        return lines
    }

    /// Title, the month, the year before, and the change or why there is none.
    func rows(_ month: Month, _ language: Language) -> [[String]] {
        lines.map { line in
            let (now, before) = (series[month], series[month.yearBefore])
            return [
                line.title[language], text(now, line, language), text(before, line, language),
                change(now, before, line, month, language),
            ]
        }
    }

    /// The same for programs; a value that is missing has its reason.
    func records(_ month: Month, _ language: Language) -> [Record] {
        lines.enumerated().flatMap { place, line in
            [month.yearBefore, month].map { each in
                Record(
                    indicator: series.indicator.id, line: place, title: line.title[language].trimmed, month: each.iso,
                    value: series[each].value.flatMap(line.value), status: Symbol(series[each])?.status)
            }
        }
    }

    struct Record: Encodable {
        var indicator: String
        /// 0 = the figure itself, then its parts.
        var line: Int
        var title: String
        var month: String
        var value: Double?
        var status: String?
    }

    private func text(_ observation: Observation<Measure>, _ line: Line, _ language: Language) -> String {
        guard let value = observation.value.flatMap(line.value) else { return Symbol.missing.rawValue }
        return number(value, language) + (series.indicator.unit == .percent ? "\u{a0}%" : "")
    }

    private func number(_ value: Double, _ language: Language) -> String {
        NumberForm(language).text(Int(value.rounded()))
    }

    private func change(
        _ now: Observation<Measure>, _ before: Observation<Measure>, _ line: Line, _ month: Month, _ language: Language
    ) -> String {
        if case .notComparable(let why) = series.comparability(month.yearBefore, month) { return why[language] }
        guard let now = now.value.flatMap(line.value), let before = before.value.flatMap(line.value) else { return "" }
        let change = Change(before: before, now: now)
        if series.indicator.unit == .percent { return FigureForm(.percent, language).text(change) }
        let sign = change.difference > 0 ? "+" : ""
        let difference = sign + number(change.difference, language)
        // Of a few, or more than tenfold, a percentage misleads.
        guard before.rounded() >= 20, let tenths = change.tenthsOfPercent, tenths < 10_000 else { return difference }
        return "\(difference) (\(sign)\(NumberForm(language).text(tenths: tenths))\u{a0}%)"
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

extension IndicatorRule {
    /// The list of *ekb-handelser* whose codes a distribution counts by.
    var codeList: String? {
        switch self {
        case .closureReasons: "avslutsorsak"
        case .enrolledByField: "verksamhetsomrade"
        case .enrolmentEnds: "avslutmot"
        default: nil
        }
    }
}
