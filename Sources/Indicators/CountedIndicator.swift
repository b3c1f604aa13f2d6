import Definitions
import Foundation
import Vocabulary

/// An indicator counted as its extracts come: each month once, when it was first extracted, and what grows again.
struct CountedIndicator {
    let indicator: Indicator
    let report: Month
    let months: ClosedRange<Month>
    /// Whether how months have grown is wanted.
    let isGrowing: Bool
    /// When each month was first extracted, those after `months` included.
    private(set) var extractedAt: [Month: Date] = [:]
    /// Payments that belong to no household that counts, by month as first extracted; of rules that count households paid.
    private(set) var unplaced: [Month: UnplacedPayments] = [:]
    private var values: [Observation<Measure>]
    private var grown: [Month: (ages: [Double], now: Double)] = [:]
    private let rule: IndicatorRule?
    private let extracts: Extracts
    /// Months that have been extracted, and since when, but could not be counted yet.
    private var waiting: [Month: Date] = [:]
    private var lastAge: Date?

    /// Nothing counted yet, of months to `last`.
    init(
        _ indicator: Indicator, inReportFor report: Month, _ months: ClosedRange<Month>, to last: Month,
        from extracts: Extracts, isGrowing: Bool
    ) {
        self.indicator = indicator
        self.report = report
        self.months = months
        self.isGrowing = isGrowing
        self.extracts = extracts
        rule = indicator.version(inReportFor: report)?.rule
        values = months.months.map { .missing(indicator.isMissing(in: $0) ? .systemChange : .notDelivered) }
        guard let rule else { return }
        for month in (months.lowerBound...max(last, months.upperBound)).months {
            waiting[month] = extracts.told(month, rule)
        }
    }

    var series: IndicatorSeries {
        IndicatorSeries(indicator: indicator, report: report, months: months, values: values)
    }

    var growth: ExtractedFigures.MonthGrowth? {
        let months = grown.keys.sorted()
        guard !months.isEmpty else { return nil }
        return ExtractedFigures.MonthGrowth(
            months: months, rows: months.compactMap { grown[$0]?.ages }, now: months.compactMap { grown[$0]?.now })
    }

    /// Sees what was known at `time`, the times of all deliveries one after another.
    mutating func see(_ events: EventSet, at time: Date, _ collection: IndicatorCollection) {
        guard let rule else { return }
        extract(rule, from: events, at: time)
        count(events, at: time, collection)
        if isGrowing { grow(rule, events, at: time, collection) }
    }

    /// A month's time is that of the first extract with which it can be counted, and with it those of the week after.
    private mutating func extract(_ rule: IndicatorRule, from events: EventSet, at time: Date) {
        let told = waiting.filter { $0.value <= time }.keys
        guard !told.isEmpty, let first = events.firstMonth(of: rule) else { return }
        let settled = extracts.endOfWeek(of: rule.kinds, from: time)
        for month in told where month >= first {
            extractedAt[month] = settled
            waiting[month] = nil
        }
    }

    private mutating func count(_ events: EventSet, at time: Date, _ collection: IndicatorCollection) {
        let own = months.months.filter { extractedAt[$0] == time }
        guard let first = own.first, let last = own.last else { return }
        let series = events.series(
            indicator, of: collection, inReportFor: report, first...last, delivered: Set(own))
        for month in own { values[Int(month.index - months.lowerBound.index)] = series[month] }
        guard case .paidHouseholds(let selection, let paymentMonth)? = rule else { return }
        let window = MonthWindow(first...last)
        let found = HouseholdMarks(events: events, window: window).placedPayments(selection, paymentMonth).unplaced
        for month in own where series[month].value != nil {
            let each = found[Int(month.index - first.index)]
            if each.payments > 0 { unplaced[month] = each }
        }
    }

    /// A month is an age older at each extract that was the first of another, and with one made a month after those; what
    /// the last extract says between them is how it stands now.
    private mutating func grow(
        _ rule: IndicatorRule, _ events: EventSet, at time: Date, _ collection: IndicatorCollection
    ) {
        let isLast = time == extracts.last(of: rule.kinds)
        let isAge =
            extractedAt.contains { $0.value == time && isFresh($0.key) }
            || isLast && lastAge.map { time.timeIntervalSince($0) >= 28 * 86_400 } ?? false
        guard isAge || isLast else { return }
        if isAge { lastAge = time }
        let seen = months.months.filter { month in
            isFresh(month) && extractedAt[month].map { $0 <= time } ?? false
                && values[Int(month.index - months.lowerBound.index)].value != nil
        }
        guard let first = seen.first, let last = seen.last else { return }
        let measures = events.measures(indicator, of: collection, inReportFor: report, first...last)
        for month in seen {
            let number = measures[Int(month.index - first.index)].number ?? 0
            if isAge { grown[month, default: ([], 0)].ages.append(number) }
            grown[month]?.now = number
        }
    }

    /// Whether a month was extracted within 31 days of its end. Of those fetched long after, what came late was there
    /// from the first.
    private func isFresh(_ month: Month) -> Bool {
        extractedAt[month].map { $0.timeIntervalSince(Day(first: month.next).start) <= 31 * 86_400 } ?? false
    }
}
