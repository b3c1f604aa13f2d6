public import Definitions
public import Vocabulary

/// An indicator month by month, as it was known at a time.
public struct IndicatorSeries: Sendable {
    /// What was counted.
    public let indicator: Indicator
    /// The report it is for: by its version all months are counted.
    public let report: Month
    /// The months.
    public let months: ClosedRange<Month>
    /// A value for each month, or why there is none.
    public internal(set) var values: [Observation<Measure>]
    /// Months whose value was not counted from events but filled in by hand.
    public internal(set) var handMade: Set<Month> = []

    /// A series from its parts, a value a month.
    public init(
        indicator: Indicator, report: Month, months: ClosedRange<Month>, values: [Observation<Measure>]
    ) {
        self.indicator = indicator
        self.report = report
        self.months = months
        self.values = values
    }

    /// What is known of `month`; nothing outside the series.
    public subscript(month: Month) -> Observation<Measure> {
        let place = Int(month.index - months.lowerBound.index)
        return values.indices.contains(place) ? values[place] : .missing(.notDelivered)
    }

    /// Whether two months of it may be compared.
    public func comparability(_ one: Month, _ other: Month) -> Comparability {
        indicator.comparability(one, other)
    }
}

extension EventSet {
    /// `indicator` over `months` with its breaks obeyed. Months not in `delivered` are missing and not zero.
    public func series(
        _ indicator: Indicator, of collection: IndicatorCollection, inReportFor report: Month,
        _ months: ClosedRange<Month>, delivered: Set<Month>
    ) -> IndicatorSeries {
        let measures = measures(indicator, of: collection, inReportFor: report, months)
        let values = zip(months.months, measures).map { month, measure -> Observation<Measure> in
            if indicator.isMissing(in: month) { return .missing(.systemChange) }
            return delivered.contains(month) ? .value(measure) : .missing(.notDelivered)
        }
        return IndicatorSeries(indicator: indicator, report: report, months: months, values: values)
    }
}
