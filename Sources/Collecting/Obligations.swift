public import Foundation
public import Vocabulary

/// A decision on who owes figures (*uppgiftsskyldighet*), kept for good; for a month the newest that covers it counts.
public struct ObligationDecision: Sendable, Equatable {
    /// Whom it is about.
    public var municipality: Municipality
    /// The first month it covers; `nil` = from the beginning.
    public var from: Month?
    /// The last month it covers; `nil` = without end.
    public var to: Month?
    /// Whether figures are owed.
    public var owes: Bool
    /// The parts of the municipality that each owe figures of their own (*stadsdelar*); none = the whole as one.
    public var units: [String]
    /// Why, in the authority's words.
    public var reason: String
    /// Who decided.
    public var by: String
    /// When, to the second.
    public var at: Date

    /// A decision from its parts.
    public init(
        municipality: Municipality, from: Month?, to: Month?, owes: Bool, units: [String] = [], reason: String,
        by: String, at: Date
    ) {
        self.municipality = municipality
        self.from = from
        self.to = to
        self.owes = owes
        self.units = units
        self.reason = reason
        self.by = by
        self.at = at
    }

    func covers(_ month: Month) -> Bool { (from ?? month) <= month && month <= (to ?? month) }
}

/// What a municipality owes for a month.
public struct Duty: Sendable, Equatable {
    /// The parts of it that each owe figures (*stadsdelar*); none = the whole as one.
    public var units: [String]
}

/// Who owes figures for a collection: all municipalities, but for the decisions.
public struct Obligations: Sendable, Equatable {
    /// Oldest first.
    public let decisions: [ObligationDecision]
    private let newestFirst: [Municipality: [ObligationDecision]]

    /// The obligations that `decisions`, oldest first, make.
    public init(_ decisions: [ObligationDecision]) {
        self.decisions = decisions
        newestFirst = Dictionary(grouping: decisions.reversed(), by: \.municipality)
    }

    /// What `municipality` owes for `month`; `nil` = nothing.
    public func duty(of municipality: Municipality, for month: Month) -> Duty? {
        guard let decision = newestFirst[municipality]?.first(where: { $0.covers(month) }) else {
            return Duty(units: [])
        }
        return decision.owes ? Duty(units: decision.units) : nil
    }

    /// Those that owe figures for `month`, by code.
    public func owing(_ month: Month) -> [Municipality] {
        Municipality.all.filter { duty(of: $0, for: month) != nil }
    }
}
