public import Definitions
public import Foundation
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
    public let values: [Observation<Measure>]

    /// What is known of `month`; nothing outside the series.
    public subscript(month: Month) -> Observation<Measure> {
        let place = Int(month.index - months.lowerBound.index)
        return values.indices.contains(place) ? values[place] : .missing(.notDelivered)
    }

    /// Why `month` stands out: text of the breaks that took its value away or put it together by hand.
    public func notes(on month: Month) -> [Localized] {
        indicator.breaks.filter { $0.effect != .changed && $0.concerns(month) }.map(\.text)
    }

    /// Whether two months of it may be compared.
    public func comparability(_ one: Month, _ other: Month) -> Comparability {
        indicator.comparability(one, other)
    }
}

extension EventSet {
    /// `indicator` over `months` with its breaks obeyed. Months outside `delivered` are missing and not zero; `nil` when
    /// nothing of what it is counted from was delivered.
    public func series(
        _ indicator: Indicator, of collection: IndicatorCollection, inReportFor report: Month,
        _ months: ClosedRange<Month>, delivered: ClosedRange<Month>?
    ) -> IndicatorSeries {
        let measures = measures(indicator, of: collection, inReportFor: report, months)
        let values = zip(months.months, measures).map { month, measure -> Observation<Measure> in
            if indicator.breaks.contains(where: { $0.effect == .missing && $0.concerns(month) }) {
                return .missing(.systemChange)
            }
            return delivered?.contains(month) == true ? .value(measure) : .missing(.notDelivered)
        }
        return IndicatorSeries(indicator: indicator, report: report, months: months, values: values)
    }
}

extension EventHistory {
    /// Each month as it was known when it was first extracted (*vid uttaget*), from the time of that; months without a
    /// time are missing. A report that was locked shows these; `known()` shows what is known now.
    public func seriesAsExtracted(
        _ indicator: Indicator, of collection: IndicatorCollection, inReportFor report: Month,
        _ months: ClosedRange<Month>, extractedAt: [Month: Date]
    ) -> IndicatorSeries {
        // One merge a time of extraction, as many months may have come in one.
        var known: [Date: EventSet] = [:]
        let values = months.months.map { month -> Observation<Measure> in
            guard let time = extractedAt[month] else { return .missing(.notDelivered) }
            let events = known[time] ?? self.known(at: time)
            known[time] = events
            return events.series(
                indicator, of: collection, inReportFor: report, month...month, delivered: month...month)[month]
        }
        return IndicatorSeries(indicator: indicator, report: report, months: months, values: values)
    }
}
