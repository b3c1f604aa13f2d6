import Definitions
import Indicators
import Vocabulary

/// An indicator of a report as numbers, month by month, and what may be said of them.
struct FigureLine: Sendable {
    let indicator: Indicator
    let version: IndicatorVersion
    let months: ClosedRange<Month>
    let values: [Observation<Double>]
    /// Months somebody filled in by hand.
    let handMade: Set<Month>

    init(
        indicator: Indicator, version: IndicatorVersion, months: ClosedRange<Month>, values: [Observation<Double>],
        handMade: Set<Month> = []
    ) {
        self.indicator = indicator
        self.version = version
        self.months = months
        self.values = values
        self.handMade = handMade
    }

    /// The line of a counted series; a share of nobody cannot be.
    init?(_ series: IndicatorSeries?) {
        guard let series, let version = series.indicator.version(inReportFor: series.report) else { return nil }
        self.init(
            indicator: series.indicator, version: version, months: series.months,
            values: series.values.map { observation in
                switch observation {
                case .value(let measure): measure.number.map { .value($0) } ?? .notApplicable
                default: observation.map { $0.number ?? 0 }
                }
            }, handMade: series.handMade)
    }

    var unit: IndicatorUnit { indicator.unit }

    /// Whether there is anything to show.
    var hasValues: Bool { values.contains { $0.value != nil } }

    subscript(month: Month) -> Observation<Double> {
        months.contains(month) ? values[Int(month.index - months.lowerBound.index)] : .missing(.notDelivered)
    }

    /// The value as it is shown: a whole number, so that what is said of it holds for what is seen.
    func shown(_ month: Month) -> Double? { self[month].value?.rounded() }

    /// Whether both months have a value and count the same.
    func compares(_ one: Month, _ other: Month) -> Bool {
        self[one].value != nil && self[other].value != nil && indicator.comparability(one, other) == .comparable
    }

    /// The change between two months that can be compared.
    func change(from one: Month, to other: Month) -> Change? {
        guard compares(one, other), let before = self[one].value, let now = self[other].value else { return nil }
        return Change(before: before, now: now)
    }

    /// The longest stretch of months that ends with `month`, has a value in each and can be compared throughout.
    func comparable(to month: Month) -> ClosedRange<Month>? {
        guard self[month].value != nil else { return nil }
        var first = month
        while first > months.lowerBound, compares(first.previous, month) { first = first.previous }
        return first...month
    }

    /// The last month not after `month` that has a value.
    func last(to month: Month) -> Month? {
        months.months.last { $0 <= month && self[$0].value != nil }
    }
}

extension ReportFigures {
    /// The numbers of an indicator; `nil` when there is none such.
    func line(_ id: String) -> FigureLine? { FigureLine(series[id]) }
}
