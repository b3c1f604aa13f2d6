public import Vocabulary

/// A monthly figure of a report to a committee (*nyckeltal i en nämndrapport*): what it is called, what is counted and
/// where its series breaks. It has no direction: that a figure rises is neither good nor bad here.
public struct Indicator: Sendable {
    /// Stable, whatever its title becomes: "nya-hushall".
    public let id: String
    /// What it is a part of.
    public let area: IndicatorArea
    /// What is counted.
    public let unit: IndicatorUnit
    /// Names it has had that no version has as its title.
    public let earlierNames: [String]
    /// The ids of the case systems it is counted from, in order of time.
    public let systems: [String]
    /// How reports have told it, by the first report month of each; never empty once read without problems.
    public let versions: [IndicatorVersion]
    /// Where its series is broken, in order of time.
    public let breaks: [IndicatorBreak]

    /// An indicator from its parts.
    public init(
        id: String, area: IndicatorArea, unit: IndicatorUnit, earlierNames: [String] = [], systems: [String] = [],
        versions: [IndicatorVersion], breaks: [IndicatorBreak] = []
    ) {
        self.id = id
        self.area = area
        self.unit = unit
        self.earlierNames = earlierNames
        self.systems = systems
        self.versions = versions
        self.breaks = breaks
    }

    /// The version a report for `report` goes by, for all months it shows; the first one for reports before that.
    public func version(inReportFor report: Month) -> IndicatorVersion? {
        versions.last { $0.from <= report } ?? versions.first
    }

    /// Whether title, definition, population or rule is another than in the report for `earlier`.
    public func hasChanged(from earlier: Month, to report: Month) -> Bool {
        guard let before = version(inReportFor: earlier), let now = version(inReportFor: report) else { return false }
        return before.title != now.title || before.definition != now.definition || before.population != now.population
            || before.rule != now.rule
    }
}

/// The part of the report an indicator belongs to.
public enum IndicatorArea: String, Sendable, CaseIterable {
    /// *Ekonomiskt bistånd*.
    case assistance
    /// *Arbetsmarknad*.
    case labourMarket
    /// *Vuxenutbildning*.
    case adultEducation
}

/// What an indicator counts.
public enum IndicatorUnit: String, Sendable, CaseIterable {
    /// *Kronor*.
    case kronor
    /// *Hushåll*.
    case households
    /// *Personer*.
    case persons
    /// *Barn*.
    case children
    /// *Avslut*, when every one is counted and not every person.
    case ends
    /// *Procent*.
    case percent
}

/// How the reports from a month on tell an indicator.
public struct IndicatorVersion: Sendable {
    /// The first report month it holds for.
    public let from: Month
    /// What the report calls it.
    public let title: Localized
    /// What it calls it as a key figure, where that is something else.
    public let tile: Localized?
    /// What is counted, in plain words.
    public let definition: Localized
    /// Who may be counted.
    public let population: IndicatorPopulation
    /// How it is counted.
    public let rule: IndicatorRule
    /// Sums of codes with a name of their own, for a distribution.
    public let groups: [IndicatorGroup]

    /// A version from its parts.
    public init(
        from: Month, title: Localized, tile: Localized? = nil, definition: Localized,
        population: IndicatorPopulation = .everyone, rule: IndicatorRule, groups: [IndicatorGroup] = []
    ) {
        self.from = from
        self.title = title
        self.tile = tile
        self.definition = definition
        self.population = population
        self.rule = rule
        self.groups = groups
    }
}

/// Who may be counted.
public enum IndicatorPopulation: String, Sendable, CaseIterable {
    /// Newly arrived and quota refugees as well (*inklusive nyanlända och kvot*).
    case everyone
    /// Without newly arrived and quota refugees (*exklusive nyanlända- och kvotflyktingar*).
    case withoutNewlyArrived
}

/// Codes of a distribution that are also told as one sum: *annan försörjning*.
public struct IndicatorGroup: Sendable, Equatable {
    /// Stable: "annan-forsorjning".
    public let id: String
    /// What it is called.
    public let title: Localized
    /// The codes it sums.
    public let codes: [Int]

    /// A group from its parts.
    public init(id: String, title: Localized, codes: [Int]) {
        self.id = id
        self.title = title
        self.codes = codes
    }
}
