public import Definitions
public import Foundation
public import Indicators
public import Register
public import Vocabulary

/// Everything counted for one report (*rapportens siffror*): pure values, whoever shows them and in whatever words.
public struct ReportFigures: Sendable {
    /// Which report it is.
    public let identity: ReportIdentity
    /// What it has.
    public let definition: ReportDefinition
    /// Its figures as data.
    public let indicators: IndicatorCollection
    /// The codes of distributions, by list.
    public let lists: [String: CodeList]
    /// The months read, the report's the last.
    public let months: ClosedRange<Month>
    /// By indicator, when each month, those of later reports included, was first extracted.
    public let extractedAt: [String: [Month: Date]]
    /// By indicator, each month as first extracted; months without events as somebody had counted them already.
    public let series: [String: IndicatorSeries]
    /// By indicator, how months have grown since they were extracted.
    public let growth: [String: ExtractedFigures.MonthGrowth]
    /// By indicator, payments that belong to none of the households it counts, for months that have any.
    public let unplaced: [String: [Month: UnplacedPayments]]
    /// Extracts that are missing.
    public let gaps: [ExtractGap]
    /// Records that were held out of extracts and are in no figure.
    public let heldOut: [HeldOut]
    /// What the tables of extracts are called.
    public let tables: [String: Localized]
    /// Adult education by school.
    public let schools: [SchoolTable]
    /// The day of the latest extract there is.
    public let latestExtract: Day?

    /// Counts a report from what was known.
    public init(
        _ identity: ReportIdentity, definition: ReportDefinition, indicators: IndicatorCollection,
        lists: [String: CodeList], history: EventHistory, readyMade: [String: [Month: Measure]] = [:],
        schools: [SchoolTable] = [], heldOut: [HeldOut] = [], tables: [String: Localized] = [:]
    ) {
        self.identity = identity
        self.definition = definition
        self.lists = lists
        self.schools = schools
        self.heldOut = heldOut
        self.tables = tables
        let shown = Set(definition.indicators)
        self.indicators = indicators
        let years = definition.diagrams.map(\.years).max() ?? 1
        let first = Month(index: Int32((identity.month.year - years + 1) * 12))
        months = first...identity.month
        latestExtract = history.batches.last.map { Day($0.knownFrom) }
        let late = definition.parts.flatMap { part in
            if case .lateRegistration(let ids) = part.content { ids } else { [String]() }
        }
        let counted = ExtractedFigures(
            history, indicators, of: shown, inReportFor: identity.month, months, growing: late)
        extractedAt = counted.extractedAt
        series = counted.series.mapValues { $0.completed(with: readyMade[$0.indicator.id] ?? [:]) }
        growth = counted.growth
        unplaced = counted.unplaced
        gaps = counted.gaps
    }

    /// The day of the latest extract that counts: that of the report's month, or of the last month before it that was
    /// extracted. What was extracted later shows in late registration only.
    public var extracted: Day? { extracted(of: Array(extractedAt.keys)) }

    /// The same of some indicators.
    func extracted(of ids: [String]) -> Day? {
        let days = extractedDays(of: ids, over: months)
        return days.keys.max().flatMap { days[$0] }
    }

    /// When months were first extracted for all those of some indicators that were.
    func extractedDays(of ids: [String], over months: ClosedRange<Month>) -> [Month: Day] {
        var days: [Month: Day] = [:]
        for (month, time) in ids.compactMap({ extractedAt[$0] }).joined() where months.contains(month) {
            days[month] = max(days[month] ?? Day(time), Day(time))
        }
        return days
    }

    /// Whether anything of the report's month has been extracted after its end.
    public var hasMonth: Bool { extractedAt.values.contains { $0[identity.month] != nil } }
}

extension DiagramDefinition {
    /// How many years it needs.
    fileprivate var years: Int {
        switch content {
        case .years(_, let years), .timeline(_, let years): years
        case .grouped, .stacked: 2
        case .bars, .schools: 1
        }
    }
}
