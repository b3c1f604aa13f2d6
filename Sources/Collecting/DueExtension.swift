public import Foundation
public import Vocabulary

/// More time for one municipality and month (*anstånd*); the newest counts.
public struct DueExtension: Sendable, Equatable {
    /// Who has more time.
    public var municipality: Municipality
    /// Its own last day to deliver in time.
    public var until: Day
    /// Why, in the authority's words.
    public var reason: String
    /// Who gave it.
    public var by: String
    /// When, to the second.
    public var at: Date

    /// An extension from its parts.
    public init(municipality: Municipality, until: Day, reason: String, by: String, at: Date) {
        self.municipality = municipality
        self.until = until
        self.reason = reason
        self.by = by
        self.at = at
    }
}
