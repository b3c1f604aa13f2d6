public import Definitions
public import Foundation
public import Vocabulary

/// The figures of a report, each month as it was known when it was first extracted (*vid uttaget*), and how some have
/// grown since (*efterregistrering*).
public struct ExtractedFigures: Sendable {
    /// By indicator.
    public let series: [String: IndicatorSeries]
    /// By indicator, for those asked for.
    public let growth: [String: MonthGrowth]

    /// How months of a figure have grown.
    public struct MonthGrowth: Sendable, Equatable {
        /// The months, the oldest first.
        public let months: [Month]
        /// For each month the figure as first extracted, at each later extraction, and as last known.
        public let rows: [[Double]]

        /// What is estimated from.
        public var triangle: GrowthTriangle? { GrowthTriangle(rows: rows) }
    }

    /// Counts the indicators of `collection` called `ids`, or all, by its version in the report for `report` over `months`, each month from
    /// what `history` knew at its time in `extractedAt`. Months without a time, and those before there is anything to
    /// count from, are missing and not zero.
    ///
    /// How months have grown is told for the indicators of `growing`, and for months extracted within 31 days of their
    /// end: of months that were fetched long after, what came late was there from the first. It is seen at every time
    /// there is, months of later reports included.
    public init(
        _ history: EventHistory, _ collection: IndicatorCollection, of ids: Set<String>? = nil,
        inReportFor report: Month,
        _ months: ClosedRange<Month>, extractedAt: [Month: Date], growing: [String] = []
    ) {
        let all = months.months
        let indicators = collection.indicators.filter { ids?.contains($0.id) ?? true }
        let fresh = all.filter { month in
            extractedAt[month].map {
                $0.timeIntervalSince(Date(startOf: Day(first: month.next))) <= 31 * 86_400
            } ?? false
        }
        var values: [String: [Observation<Measure>]] = [:]
        for indicator in indicators {
            values[indicator.id] = Array(repeating: .missing(.notDelivered), count: all.count)
        }
        var rows: [String: [Month: [Double]]] = [:]
        // One set of events a time, whatever is counted from it, and no more than one at once.
        history.forEach(Set(extractedAt.values)) { time, events in
            let own = all.indices.filter { extractedAt[all[$0]] == time }
            let seen = growing.isEmpty ? [] : fresh.filter { (extractedAt[$0] ?? time) <= time }
            if let first = own.first, let last = own.last {
                for indicator in indicators {
                    let series = events.series(
                        indicator, of: collection, inReportFor: report, all[first]...all[last],
                        delivered: events.span(of: indicator, inReportFor: report, to: all[last]))
                    for place in own { values[indicator.id]?[place] = series[all[place]] }
                }
            }
            guard let first = seen.first, let last = seen.last else { return }
            for indicator in growing.compactMap({ collection[$0] }) {
                let measures = events.measures(indicator, of: collection, inReportFor: report, first...last)
                for (month, measure) in zip((first...last).months, measures) where seen.contains(month) {
                    let atFirst = values[indicator.id]?[Int(month.index - months.lowerBound.index)]
                    guard atFirst?.value != nil else { continue }
                    rows[indicator.id, default: [:]][month, default: []].append(measure.number ?? 0)
                }
            }
        }
        series = Dictionary(
            uniqueKeysWithValues: indicators.map {
                ($0.id, IndicatorSeries(indicator: $0, report: report, months: months, values: values[$0.id] ?? []))
            })
        growth = rows.mapValues { rows in
            let months = rows.keys.sorted()
            return MonthGrowth(months: months, rows: months.compactMap { rows[$0] })
        }
    }
}

extension EventSet {
    /// The months of which there is something to count `indicator` from, to `last`.
    fileprivate func span(
        of indicator: Indicator, inReportFor report: Month, to last: Month
    ) -> ClosedRange<Month>? {
        guard let rule = indicator.version(inReportFor: report)?.rule, let first = firstMonth(of: rule), first <= last
        else { return nil }
        return first...last
    }
}
