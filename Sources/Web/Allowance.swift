public import Foundation

/// How often something may be done: `burst` times at once, and then one more every `interval` seconds.
public struct Allowance: Sendable, Equatable {
    /// Times at once.
    public let burst: Int
    /// Seconds for one more.
    public let interval: TimeInterval

    /// `burst` times at once, refilled one by one within `seconds`: 5 in 900 is one more every three minutes.
    public init(_ burst: Int, in seconds: TimeInterval) {
        self.burst = max(burst, 1)
        interval = seconds / TimeInterval(max(burst, 1))
    }
}

/// What has been used of an allowance (a token bucket), as the time when it is whole again.
///
/// One number, so that a database can keep it in a column.
public struct Usage: Sendable, Equatable {
    /// When nothing is used any longer.
    public private(set) var whole: Date

    /// Nothing used.
    public init() { whole = .distantPast }

    /// Used so far that it is whole again at `whole`.
    public init(whole: Date) { self.whole = whole }

    /// Uses one of `allowance` at `time`. Seconds to wait when there is none, and then nothing is used.
    public mutating func take(of allowance: Allowance, at time: Date) -> TimeInterval? {
        let next = max(whole, time).addingTimeInterval(allowance.interval)
        let wait = next.timeIntervalSince(time) - allowance.interval * TimeInterval(allowance.burst)
        // A rounding error of the clock's own size must not cost the last of a burst.
        if wait > 0.001 { return wait }
        whole = next
        return nil
    }
}
