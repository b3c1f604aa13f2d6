public import Foundation
import Synchronization

/// Where usage is kept: in memory here, in a database where several nodes share their limits.
public protocol UsageStore: Sendable {
    /// Uses one of `allowance` for `key` at `time`; seconds to wait when there is none.
    func take(_ key: String, of allowance: Allowance, at time: Date) async throws -> TimeInterval?

    /// Forgets what `key` has used: a person who has signed in has not failed.
    func forget(_ key: String) async throws
}

/// Usage in this process' memory, for at most so many keys.
///
/// When it is full, the half that was not asked for lately is forgotten: a key that is being tried again and again stays.
public final class UsageMemory: UsageStore {
    private struct Keys {
        var recent: [String: Usage] = [:]
        var older: [String: Usage] = [:]
    }

    private let keys = Mutex(Keys())
    private let half: Int

    /// Room for `capacity` keys, about 100 bytes each.
    public init(capacity: Int = 100_000) { half = max(capacity / 2, 1) }

    /// Uses one of `allowance` for `key` at `time`; seconds to wait when there is none.
    public func take(_ key: String, of allowance: Allowance, at time: Date) -> TimeInterval? {
        keys.withLock { keys in
            var usage = keys.recent[key] ?? keys.older[key] ?? Usage()
            let wait = usage.take(of: allowance, at: time)
            if keys.recent.count >= half, keys.recent[key] == nil {
                keys.older = keys.recent
                keys.recent = [:]
            }
            keys.recent[key] = usage
            return wait
        }
    }

    /// Forgets what `key` has used.
    public func forget(_ key: String) {
        keys.withLock { keys in
            keys.recent[key] = nil
            keys.older[key] = nil
        }
    }

    /// How many keys are held.
    var count: Int { keys.withLock { $0.recent.count + $0.older.count } }
}
