public import Definitions
public import Foundation
public import Vocabulary

/// The figures of a report, each month as it was known when it was first extracted (*vid uttaget*), and how some have
/// grown since (*efterregistrering*).
public struct ExtractedFigures: Sendable {
    /// By indicator.
    public let series: [String: IndicatorSeries]
    /// By indicator, when each month was first extracted: the first extract made after its end with which it can be
    /// counted, from the tables the indicator is counted from. Months after those of the series are told too.
    public let extractedAt: [String: [Month: Date]]
    /// By indicator, for those asked for.
    public let growth: [String: MonthGrowth]
    /// By indicator that counts households paid, payments that belong to none of them, for months that have any.
    public let unplaced: [String: [Month: UnplacedPayments]]
    /// The extracts that are missing.
    public let gaps: [ExtractGap]

    /// How months of a figure have grown.
    public struct MonthGrowth: Sendable, Equatable {
        /// The months, the oldest first.
        public let months: [Month]
        /// For each month the figure as first extracted, and as known when each later month was.
        public let rows: [[Double]]
        /// For each month the figure by the last extract there is, which may be made between those.
        public let now: [Double]

        /// What is estimated from.
        public var triangle: GrowthTriangle? { GrowthTriangle(rows: rows) }
    }

    /// Counts the indicators of `collection` called `ids`, or all, by its version in the report for `report` over `months`,
    /// each month from what `history` knew when it was first extracted. Months that were not extracted after their end,
    /// and those before there is anything to count from, are missing and not zero.
    ///
    /// How months have grown is told for the indicators of `growing`, and for months extracted within 31 days of their
    /// end. It is seen at every time there is, months of later reports included.
    public init(
        _ history: EventHistory, _ collection: IndicatorCollection, of ids: Set<String>? = nil,
        inReportFor report: Month, _ months: ClosedRange<Month>, growing: [String] = []
    ) {
        let extracts = Extracts(history)
        let last = history.batches.last.map { Day($0.knownFrom).month } ?? months.upperBound
        var counted = collection.indicators.filter { ids?.contains($0.id) ?? true }.map {
            CountedIndicator(
                $0, inReportFor: report, months, to: last, from: extracts, isGrowing: growing.contains($0.id))
        }
        // One set of events a time, whatever is counted from it, and no more than one at once.
        history.forEach(Set(history.batches.map(\.knownFrom))) { time, events in
            for place in counted.indices { counted[place].see(events, at: time, collection) }
        }
        series = Dictionary(uniqueKeysWithValues: counted.map { ($0.indicator.id, $0.series) })
        extractedAt = Dictionary(uniqueKeysWithValues: counted.map { ($0.indicator.id, $0.extractedAt) })
        unplaced = Dictionary(
            uniqueKeysWithValues: counted.filter { !$0.unplaced.isEmpty }.map { ($0.indicator.id, $0.unplaced) })
        gaps = extracts.gaps
        growth = Dictionary(
            uniqueKeysWithValues: counted.compactMap { each in each.growth.map { (each.indicator.id, $0) } })
    }
}
