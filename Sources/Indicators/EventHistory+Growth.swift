public import Definitions
public import Foundation
public import Vocabulary

extension EventHistory {
    /// How the months of `extractedAt` have grown since each was first extracted at its time there, seen again at each
    /// later of those times, at most `ages` in all. Months that a break leaves without value are left out; months
    /// that were fetched long after should not be given, for what came late to them was there from the first. `nil` when
    /// no month is left.
    public func growth(
        of indicator: Indicator, in collection: IndicatorCollection, inReportFor report: Month,
        extractedAt: [Month: Date], ages: Int
    ) -> GrowthTriangle? {
        let months = extractedAt.keys.sorted().filter { month in
            !indicator.breaks.contains { $0.effect == .missing && $0.concerns(month) }
        }
        guard let first = months.first, let last = months.last else { return nil }
        var rows: [Month: [Double]] = [:]
        // One merge a time, whichever months are seen at it.
        for time in Set(extractedAt.values).sorted() {
            let measures = known(at: time).measures(indicator, of: collection, inReportFor: report, first...last)
            for month in months where rows[month, default: []].count < ages {
                let place = Int(month.index - first.index)
                guard let start = extractedAt[month], start <= time, measures.indices.contains(place) else { continue }
                rows[month, default: []].append(measures[place].number ?? 0)
            }
        }
        return GrowthTriangle(rows: months.compactMap { rows[$0] })
    }
}
