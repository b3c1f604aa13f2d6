public import Definitions
public import Vocabulary

/// How months have grown since they were first extracted (*efterregistrering*), and what is still to come.
public struct LateRegistration: Sendable {
    /// What is read first.
    public var introduction: String
    /// The day of the last extract, by which months are as they are now.
    public var known: Day
    /// A table for each figure that grows.
    public var figures: [Figure]
    /// How what is to come is estimated, and the source of the method.
    public var method: String

    /// One figure's months.
    public struct Figure: Sendable, Identifiable {
        /// The indicator's id.
        public let id: String
        /// What the report calls it.
        public var title: String
        /// What is counted.
        public var unit: IndicatorUnit
        /// The last months, the oldest first.
        public var months: [Row]

        /// A figure from its parts.
        public init(id: String, title: String, unit: IndicatorUnit, months: [Row]) {
            self.id = id
            self.title = title
            self.unit = unit
            self.months = months
        }
    }

    /// One month.
    public struct Row: Sendable, Equatable {
        /// The month.
        public var month: Month
        /// As first extracted.
        public var first: Double
        /// As known by the last extract.
        public var now: Double
        /// What it is expected to become, and the interval it will lie in with 95 percent probability; `nil` when too
        /// little is known.
        public var expected: (value: Double, interval: ClosedRange<Double>)?

        /// A month from its parts.
        public init(
            month: Month, first: Double, now: Double, expected: (value: Double, interval: ClosedRange<Double>)?
        ) {
            self.month = month
            self.first = first
            self.now = now
            self.expected = expected
        }

        /// Whether all of it is the same.
        public static func == (one: Row, other: Row) -> Bool {
            one.month == other.month && one.first == other.first && one.now == other.now
                && one.expected?.value == other.expected?.value && one.expected?.interval == other.expected?.interval
        }
    }

    /// A part from its parts.
    public init(introduction: String, known: Day, figures: [Figure], method: String) {
        self.introduction = introduction
        self.known = known
        self.figures = figures
        self.method = method
    }
}
