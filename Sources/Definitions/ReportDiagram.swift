public import Vocabulary

/// A diagram of a report as data.
public struct DiagramDefinition: Sendable {
    /// Stable: "utbetalt-bistand".
    public let id: String
    /// What is shown, where that is not the title of its indicator.
    public let title: Localized?
    /// What it is drawn from, and how.
    public let content: Content

    /// A diagram from its parts.
    public init(id: String, title: Localized? = nil, content: Content) {
        self.id = id
        self.title = title
        self.content = content
    }

    /// What a diagram is drawn from, and how.
    public enum Content: Sendable {
        /// A line a year over twelve months, of so many years.
        case years(Series, Int)
        /// A line over the months of so many years.
        case timeline(Series, Int)
        /// Columns beside each other, a group a month of the report's year.
        case grouped([Series])
        /// The codes of a distribution on each other, a column a month of the report's year.
        case stacked(Series)
        /// The codes of a distribution in the report's month, the longest bar first.
        case bars(Series, Telling)
        /// Adult education by school: pupils on the last day told before the report's month has ended (*elever per
        /// skola*), or admissions in the latest period (*antagna per skola*).
        case schools(Indicator)
    }

    /// An indicator and what sentences call it.
    public struct Series: Sendable {
        /// The indicator's id.
        public let indicator: String
        /// What its line or columns are called, where that is not the year or the indicator's title.
        public let name: Localized?
        /// What is counted, as the subject of a sentence, in the definite form and the singular: "antalet hushåll med
        /// insats".
        public let subject: Localized
        /// A shorter subject for headings: "utbetalningarna". It may be plural.
        public let short: Localized?

        /// A series from its parts.
        public init(indicator: String, name: Localized? = nil, subject: Localized, short: Localized? = nil) {
            self.indicator = indicator
            self.name = name
            self.subject = subject
            self.short = short
        }
    }

    /// What is said of a distribution.
    public struct Telling: Sendable {
        /// The codes that stand last: what is other or unknown.
        public let rest: [Int]
        /// The group of the indicator that is told first (*annan försörjning*), and what those in it have done.
        public let whole: (group: String, text: Localized)?
        /// Parts of that group.
        public let parts: [Sum]

        /// A telling from its parts.
        public init(rest: [Int] = [], whole: (group: String, text: Localized)? = nil, parts: [Sum] = []) {
            self.rest = rest
            self.whole = whole
            self.parts = parts
        }
    }

    /// A sum of codes and what those counted have done: a verb phrase that holds for one and for several.
    public struct Sum: Sendable {
        /// The codes it sums.
        public let codes: [Int]
        /// "har gått till arbete".
        public let text: Localized

        /// A sum from its parts.
        public init(codes: [Int], text: Localized) {
            self.codes = codes
            self.text = text
        }
    }

    /// What it draws of indicators; empty for adult education.
    public var series: [Series] {
        switch content {
        case .years(let series, _), .timeline(let series, _), .stacked(let series), .bars(let series, _): [series]
        case .grouped(let series): series
        case .schools: []
        }
    }

    /// What it draws by school.
    public var bySchool: Indicator? { if case .schools(let indicator) = content { indicator } else { nil } }

    /// The ids of its indicators.
    public var indicators: [String] { series.map(\.indicator) }
}
