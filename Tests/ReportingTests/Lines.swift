import Definitions
import Vocabulary

@testable import Reporting

func month(_ iso: String) -> Month { Month(iso: iso) ?? Month(index: 0) }

/// A line from January 2021 on, as whole numbers; `nil` = nothing was delivered.
func line(
    _ values: [Int?], _ unit: IndicatorUnit = .households, breaks: [IndicatorBreak] = [], from: String = "2021-01"
) -> FigureLine {
    let text = Localized(sv: "", en: "")
    let version = IndicatorVersion(from: month("2020-01"), title: text, definition: text, rule: .enrolled)
    let first = month(from)
    return FigureLine(
        indicator: Indicator(id: "x", area: .assistance, unit: unit, versions: [version], breaks: breaks),
        version: version, months: first...Month(index: first.index + Int32(values.count) - 1),
        values: values.enumerated().map { place, value in
            let month = Month(index: first.index + Int32(place))
            if breaks.contains(where: { $0.effect == .missing && $0.concerns(month) }) {
                return .missing(.systemChange)
            }
            return value.map { .value(Double($0)) } ?? .missing(.notDelivered)
        })
}

func gap(_ from: String, _ to: String? = nil, _ effect: IndicatorBreak.Effect = .missing) -> IndicatorBreak {
    IndicatorBreak(from: month(from), to: to.map(month), effect: effect, text: Localized(sv: "byte", en: "change"))
}
