public import Vocabulary

/// Where the series of an indicator is broken (*brott i tidsserien*).
public struct IndicatorBreak: Sendable, Equatable {
    /// The first month it concerns.
    public let from: Month
    /// The last month it concerns; `nil` = no end. A change of counting has none.
    public let to: Month?
    /// What it does to the series.
    public let effect: Effect
    /// What a reader is told.
    public let text: Localized

    /// What a break does to a series.
    public enum Effect: String, Sendable, CaseIterable {
        /// The months have no value (*uppgift saknas, byte av verksamhetssystem*).
        case missing
        /// The months have values that were put together by hand from two systems; they may be compared.
        case joined
        /// From its first month something else is counted: months before and after are not comparable.
        case changed
    }

    /// A break from its parts.
    public init(from: Month, to: Month? = nil, effect: Effect, text: Localized) {
        self.from = from
        self.to = to
        self.effect = effect
        self.text = text
    }

    /// Whether it concerns `month`.
    public func concerns(_ month: Month) -> Bool { from <= month && (to.map { month <= $0 } ?? true) }
}

/// A case system figures were taken from (*verksamhetssystem*).
public struct SourceSystem: Sendable, Equatable {
    /// Stable: "treserva".
    public let id: String
    /// Its name.
    public let name: String
    /// The first month counted from it; `nil` = from the beginning.
    public let from: Month?
    /// The last month counted from it; `nil` = still.
    public let to: Month?

    /// A system from its parts.
    public init(id: String, name: String, from: Month? = nil, to: Month? = nil) {
        self.id = id
        self.name = name
        self.from = from
        self.to = to
    }

    /// Whether `month` is counted from it.
    public func covers(_ month: Month) -> Bool {
        (from.map { $0 <= month } ?? true) && (to.map { month <= $0 } ?? true)
    }
}
