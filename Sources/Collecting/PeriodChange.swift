public import Foundation
public import Vocabulary

/// A change the authority has made of the calendar for one month, kept for good.
public struct PeriodChange: Sendable, Equatable {
    /// What was changed.
    public var kind: Kind
    /// Why, in the authority's words; may be empty.
    public var reason: String
    /// Who changed it.
    public var by: String
    /// When, to the second.
    public var at: Date

    /// What was changed.
    public enum Kind: Sendable, Equatable {
        /// *Öppnad*: before its time, or again.
        case opened
        /// *Förlängd*: the last day to deliver is another, later one.
        case prolonged(until: Day)
        /// *Stängd*: nothing more is received.
        case closed
    }

    /// A change from its parts.
    public init(kind: Kind, reason: String, by: String, at: Date) {
        self.kind = kind
        self.reason = reason
        self.by = by
        self.at = at
    }
}

extension PeriodChange.Kind {
    var word: String {
        switch self {
        case .opened: "opened"
        case .prolonged: "prolonged"
        case .closed: "closed"
        }
    }

    var day: Day? { if case .prolonged(let until) = self { until } else { nil } }

    init?(word: String, day: Day?) {
        switch (word, day) {
        case ("opened", _): self = .opened
        case ("prolonged", let until?): self = .prolonged(until: until)
        case ("closed", _): self = .closed
        default: return nil
        }
    }
}
