public import Definitions
public import Vocabulary

/// A key figure (*nyckeltal*) with the same month of last year beside it.
public struct Tile: Sendable, Identifiable {
    /// The indicator's id.
    public let id: String
    /// What the report calls it.
    public var title: String
    /// What is counted.
    public var unit: IndicatorUnit
    /// The month.
    public var month: Month
    /// The figure of the month.
    public var value: Observation<Double>
    /// The figure of the same month last year.
    public var before: Observation<Double>
    /// How the two compare, or why they do not.
    public var comparison: Comparison
    /// What is counted, in plain words.
    public var definition: String
    /// What must be known of the comparison: that one month has what came late and the other has not yet.
    public var note: String?
    /// The months whose figure somebody filled in by hand.
    public var handMade: Set<Month>

    /// A tile from its parts.
    public init(
        id: String, title: String, unit: IndicatorUnit, month: Month, value: Observation<Double>,
        before: Observation<Double>, comparison: Comparison, definition: String, note: String? = nil,
        handMade: Set<Month> = []
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.month = month
        self.value = value
        self.before = before
        self.comparison = comparison
        self.definition = definition
        self.note = note
        self.handMade = handMade
    }
}

/// How a figure compares with that of the same month last year.
public enum Comparison: Sendable, Equatable {
    /// It has changed so.
    case change(Change)
    /// One of them is not there, and why: "byte av verksamhetssystem".
    case missing(String)
    /// Both are there but count different things, and why.
    case notComparable(String)
}

/// A difference between two figures. It has no sign of good or bad.
public struct Change: Sendable, Equatable {
    /// What it was.
    public var before: Double
    /// What it is.
    public var now: Double

    /// A change from `before` to `now`.
    public init(before: Double, now: Double) {
        self.before = before
        self.now = now
    }

    /// What was added; for shares in percentage points. Of the figures as they are shown: whole numbers.
    public var difference: Double { now.rounded() - before.rounded() }

    /// What was added as a part of what it was, of the figures before they are rounded; `nil` when that was nothing or
    /// less, and 0 where no difference is shown.
    public var part: Double? {
        guard before.rounded() > 0 else { return nil }
        return difference == 0 ? 0 : (now - before) / before
    }

    /// The same in tenths of a percent.
    public var tenthsOfPercent: Int? { part.map { Int((1000 * $0).rounded()) } }
}
