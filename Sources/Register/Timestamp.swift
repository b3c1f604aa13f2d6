import Foundation

/// A time as it is stored: UTC in ISO 8601 to the second, so that texts sort as times do.
extension Date {
    var stored: String { formatted(.iso8601) }

    /// Reads a stored time; what we did not write is the beginning of time.
    init(stored: String) {
        self = (try? Date(stored, strategy: .iso8601)) ?? .distantPast
    }
}
