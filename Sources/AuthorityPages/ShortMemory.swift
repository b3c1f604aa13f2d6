import Foundation
import Synchronization

/// Keeps what takes long to make, for so short a time that nobody misses what has happened since.
///
/// What several ask for at once is made once.
final class ShortMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Kept {
        let at: Date
        let task: Task<Value, any Error>
    }

    private let life: TimeInterval
    private let kept = Mutex<[Key: Kept]>([:])

    /// Keeps each value for `life` seconds.
    init(life: TimeInterval) { self.life = life }

    /// The value of `key` as it was at `time` or a moment before; by `make` when it is not known.
    func value(
        _ key: Key, at time: Date, _ make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = kept.withLock { kept in
            if let found = kept[key], found.at <= time, time < found.at + life { return found.task }
            let task = Task { try await make() }
            kept[key] = Kept(at: time, task: task)
            return task
        }
        do {
            return try await task.value
        } catch {
            kept.withLock { if $0[key]?.task == task { $0[key] = nil } }
            throw error
        }
    }

    /// Forgets all, so that what is asked for next is made after this moment.
    func forget() { kept.withLock { $0 = [:] } }
}
