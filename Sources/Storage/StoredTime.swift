#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// A time is stored as a text, UTC in ISO 8601 to the second, so that texts sort as times do on every engine.

extension Date {
    /// The time as it is stored, "2013-04-04T07:12:00Z".
    public var stored: String { formatted(.iso8601) }

    /// Reads a stored time; what we did not write is the beginning of time.
    public init(stored: String) {
        self = (try? Date(stored, strategy: .iso8601)) ?? .distantPast
    }
}

extension SQL.StringInterpolation {
    /// Binds a time, to the second, or NULL.
    public mutating func appendInterpolation(_ value: Date?) { appendInterpolation(value?.stored) }
}

extension Row {
    /// A time; the beginning of time for NULL.
    public func time(_ column: Int) -> Date { Date(stored: text(column)) }

    /// A time, or `nil` for NULL.
    public func optionalTime(_ column: Int) -> Date? { isNull(column) ? nil : time(column) }
}
