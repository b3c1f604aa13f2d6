import Foundation
import Synchronization

/// Sessions looked up a moment ago, so that a page with many requests reads the database once.
///
/// What ends here is forgotten here at once; what ends on another node is believed for `lifetime` at most.
final class SessionMemory: Sendable {
    /// Seconds.
    private static let lifetime: TimeInterval = 5
    private static let capacity = 20_000

    private struct State {
        var entries: [String: (session: Session, readAt: Date)] = [:]
        /// Counts what has been forgotten, so that what was read before is not remembered after.
        var epoch = 0
    }
    private let state = Mutex(State())

    /// The session whose token has this digest, if it was read a moment before `time`; and the epoch to remember it in.
    func session(_ digest: String, at time: Date) -> (session: Session?, epoch: Int) {
        state.withLock { state in
            let entry = state.entries[digest].flatMap { entry in
                (0..<Self.lifetime).contains(time.timeIntervalSince(entry.readAt)) ? entry.session : nil
            }
            return (entry, state.epoch)
        }
    }

    /// Remembers what was read since `epoch` was asked for, unless something has been forgotten meanwhile.
    func remember(_ session: Session, _ digest: String, at time: Date, epoch: Int) {
        state.withLock { state in
            guard state.epoch == epoch else { return }
            if state.entries.count >= Self.capacity { state.entries.removeAll() }
            state.entries[digest] = (session, time)
        }
    }

    /// Forgets the sessions that `isMeant`.
    func forget(where isMeant: (Session) -> Bool) {
        state.withLock { state in
            state.epoch += 1
            state.entries = state.entries.filter { !isMeant($0.value.session) }
        }
    }

    /// Forgets the sessions of a person.
    func forget(_ person: Person.ID) { forget { $0.person.id == person } }
}
