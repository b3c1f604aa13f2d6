public import Definitions
public import Vocabulary

/// A diagram of a report with everything that stands around it: what it says, what it shows, and the figures.
public struct Diagram: Sendable, Identifiable {
    /// Stable: "utbetalt-bistand". What its maker writes is kept by it.
    public let id: String
    /// Its place among the diagrams of the report, from 1.
    public var number: Int
    /// What is shown: "Utbetalt ekonomiskt bistånd".
    public var title: String
    /// What it says (*rubrik*): proposed from the figures, or a person's own.
    public var headline: Written
    /// Measure, unit, period and population: "Kronor per månad, 2021–2023".
    public var subtitle: String
    /// What is counted.
    public var unit: IndicatorUnit
    /// How it is drawn.
    public var shape: Shape
    /// The names of the places of each series, in full: "januari", "januari 2021", "Arbete".
    public var places: [String]
    /// The same in short, for an axis: "jan".
    public var shortPlaces: [String]
    /// For a timeline and for columns the month of each place; else empty.
    public var months: [Month]
    /// What is drawn; of years the latest first.
    public var series: [Series]
    /// Borders where the case system or what is counted changed, before the place: drawn over a timeline, said of the other
    /// shapes; of years the place is the month and the label has the year.
    public var borders: [Border]
    /// The place that is the report's month.
    public var current: Int?
    /// What a reader must know of gaps, breaks and joined values.
    public var notes: [String]
    /// What is counted, in plain words; one for each indicator shown.
    public var definitions: [String]
    /// What was proposed to be said of it: level, change, highest and lowest, trend. Never a cause.
    public var facts: [String]
    /// What the report's maker says of it.
    public var comment: Written?
    /// What is read instead of the drawing.
    public var description: String
    /// Where the figures come from.
    public var source: String
    /// For a table of parts, the sum and what kind of sum it is.
    public var total: Total?
    /// The places that are other or unknown: they stand last, and grey.
    public var rest: Set<Int>

    /// How a diagram is drawn (ux 6.1).
    public enum Shape: String, Sendable {
        /// A line a year over twelve months.
        case years
        /// A line over months of several years.
        case timeline
        /// Columns beside each other, a group a month.
        case grouped
        /// Columns on each other, one a month.
        case stacked
        /// Bars, the longest first; what is unknown last.
        case bars
    }

    /// A line, or the columns of one colour.
    public struct Series: Sendable {
        /// What it is called: "2023", "Nya hushåll".
        public var name: String
        /// A value a place; not applicable after the report's month.
        public var values: [Observation<Double>]
        /// The places whose values were put together by hand.
        public var joined: Set<Int>
        /// What is to be said at its line, where the system or the counting changed: "nytt system från okt". The line is
        /// broken there only when that counts something else.
        public var breakLabel: String?
        /// The places before which its line is broken though there are values on both sides.
        public var breaks: Set<Int>

        /// A series from its parts.
        public init(
            name: String, values: [Observation<Double>], joined: Set<Int> = [], breakLabel: String? = nil,
            breaks: Set<Int> = []
        ) {
            self.name = name
            self.values = values
            self.joined = joined
            self.breakLabel = breakLabel
            self.breaks = breaks
        }
    }

    /// A border between two places.
    public struct Border: Sendable, Equatable {
        /// The first place after it.
        public var place: Int
        /// What it says: "Nytt verksamhetssystem okt 2022".
        public var label: String

        /// A border from its parts.
        public init(place: Int, label: String) {
            self.place = place
            self.label = label
        }
    }

    /// A sum under parts.
    public struct Total: Sendable, Equatable {
        /// The number.
        public var value: Double
        /// What it is, in words: "unika elever", "summa av skolorna; en elev på två skolor räknas två gånger".
        public var text: String

        /// A total from its parts.
        public init(value: Double, text: String) {
            self.value = value
            self.text = text
        }
    }

    /// A diagram from its parts.
    public init(
        id: String, number: Int, title: String, headline: Written, subtitle: String, unit: IndicatorUnit,
        shape: Shape, places: [String], shortPlaces: [String], months: [Month] = [], series: [Series],
        borders: [Border] = [], current: Int? = nil, notes: [String] = [], definitions: [String] = [],
        facts: [String] = [], comment: Written? = nil, description: String, source: String, total: Total? = nil,
        rest: Set<Int> = []
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.headline = headline
        self.subtitle = subtitle
        self.unit = unit
        self.shape = shape
        self.places = places
        self.shortPlaces = shortPlaces
        self.months = months
        self.series = series
        self.borders = borders
        self.current = current
        self.notes = notes
        self.definitions = definitions
        self.facts = facts
        self.comment = comment
        self.description = description
        self.source = source
        self.total = total
        self.rest = rest
    }
}
