import Vocabulary

/// Something that is so by the figures, ready to be said. Facts are numbers against numbers: no cause, no good or bad.
enum Fact: Sendable, Equatable {
    /// What the figure is, and how it has changed since the same month last year, where the two can be compared.
    case level(Double, Month, since: Change?)
    /// The month has no figure.
    case missing(Month, MissingReason?)
    /// There is no figure of that month last year.
    case nothingBefore(Month, MissingReason?)
    /// That month last year counted something else.
    case incomparable(Month)
    /// How it has changed since the month before.
    case sinceMonthBefore(Change, Month)
    /// The highest or lowest since a month that was as high or low.
    case extreme(Direction, since: Month)
    /// The highest or lowest of all months before it that have figures for every month.
    case extremeOf(Direction, ClosedRange<Month>)
    /// So many months in a row it has changed in one direction from month to month.
    case run(Direction, Int)
    /// So many months in a row it has been above or below the same month of the year before.
    case yearRun(Direction, Int)
    /// The mean of the last twelve months against that of the twelve before (*rullande tolvmånadersmedel*).
    case rollingYear(Change)
    /// The mean of the last three months against that of the same three last year.
    case quarter(Change)
    /// The month of the year so far it was highest in, and what it was.
    case peak(Month, Double, whole: Bool)

    enum Direction: Sendable, Equatable {
        case up, down
    }

    /// Whether it is the figure itself, or that there is none or none to compare with.
    var isOfLevel: Bool {
        switch self {
        case .level, .missing, .nothingBefore, .incomparable: true
        default: false
        }
    }
}

extension Change {
    /// Up or down as it is shown; `nil` for no difference.
    var direction: Fact.Direction? { difference == 0 ? nil : difference > 0 ? .up : .down }
}
