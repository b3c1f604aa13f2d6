public import Definitions
import Publication
public import Vocabulary

/// How the figures of a report are written: "23 887 841 kr", "−727 477 kr (−3,0 %)", "24 %" (ux 2.4).
public struct FigureForm: Sendable {
    let language: Language
    let unit: IndicatorUnit

    /// How figures of `unit` are written in `language`.
    public init(_ unit: IndicatorUnit, _ language: Language) {
        self.unit = unit
        self.language = language
    }

    /// The whole number alone, as in a table: "23 887 841".
    public func number(_ value: Double) -> String { NumberForm(language).text(Int(value.rounded())) }

    /// With kr or % where the unit is one of those: "23 887 841 kr", "2 160", "24 %".
    public func text(_ value: Double) -> String {
        switch unit {
        case .kronor: language == .sv ? number(value) + "\u{a0}kr" : "SEK\u{a0}" + number(value)
        case .percent: number(value) + (language == .sv ? "\u{a0}%" : "%")
        case .households, .persons, .children, .ends: number(value)
        }
    }

    /// The value with its unit, or the sign that stands where there is none: "..".
    public func text(_ observation: Observation<Double>) -> String {
        observation.value.map(text) ?? Symbol(observation)?.rawValue ?? ""
    }

    /// The difference with its sign, and in percent: "−727 477 kr (−3,0 %)", "+2 procentenheter", "0".
    public func text(_ change: Change) -> String {
        let sign = change.difference > 0 ? "+" : ""
        if unit == .percent {
            let points = Localized(
                sv: change.difference.magnitude == 1 ? "procentenhet" : "procentenheter",
                en: change.difference.magnitude == 1 ? "percentage point" : "percentage points")
            return "\(sign)\(number(change.difference)) \(points[language])"
        }
        guard let tenths = change.tenthsOfPercent else { return sign + text(change.difference) }
        let percent = NumberForm(language).text(tenths: tenths) + (language == .sv ? "\u{a0}%" : "%")
        return "\(sign)\(text(change.difference)) (\(sign)\(percent))"
    }
}
