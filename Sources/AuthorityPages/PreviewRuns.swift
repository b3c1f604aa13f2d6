import Definitions
import Foundation
import Review
import Secrets
import Synchronization
import Vocabulary

/// The rule previews that run, or have run within the hour, in memory: nothing of them is kept, they can be run again.
final class PreviewRuns: Sendable {
    private struct Kept {
        var run: PreviewRun
        var task: Task<Void, Never>?
    }

    private let runs = Mutex<[Kept]>([])

    /// How many run at once: each takes all processors there are.
    static let mostRunning = 2
    /// How many that have ended are kept.
    static let mostKept = 20
    /// How long one that has ended is kept, in seconds.
    static let life: TimeInterval = 3_600

    /// Those there are at `time`, newest first.
    func all(at time: Date) -> [PreviewRun] {
        runs.withLock { runs in
            runs.removeAll { $0.run.endedAt.map { $0 + Self.life <= time } ?? false }
            return runs.map(\.run).reversed()
        }
    }

    /// The one called `key`.
    func run(_ key: String, at time: Date) -> PreviewRun? { all(at: time).first { $0.key == key } }

    /// Begins `run` and does `work`, which is told how to say how far it has come; `false` when too many run already.
    func begin(
        _ run: PreviewRun, now: @escaping @Sendable () -> Date,
        _ work:
            @escaping @Sendable (_ progress: @escaping @Sendable (Int, Int) -> Void) async throws(ReviewError) ->
            RulePreview
    ) -> Bool {
        _ = all(at: now())
        return runs.withLock { runs in
            guard runs.count(where: { !$0.run.hasEnded }) < Self.mostRunning else { return false }
            while runs.count >= Self.mostKept, let oldest = runs.firstIndex(where: \.run.hasEnded) {
                runs.remove(at: oldest)
            }
            // Begun inside the lock: what the work says of itself finds the run in its place.
            let key = run.key
            let task = Task(priority: .utility) { [self] in
                let end: PreviewRun.State
                do throws(ReviewError) {
                    end = .finished(try await work { self.note(key, .running(done: $0, of: $1)) })
                } catch {
                    if case .cancelled = error { end = .calledOff } else { end = .failed }
                }
                note(key, end, at: now())
            }
            runs.append(Kept(run: run, task: task))
            return true
        }
    }

    /// Calls off the one called `key`, if it runs.
    func callOff(_ key: String) {
        runs.withLock { $0.first { $0.run.key == key }?.task }?.cancel()
    }

    private func note(_ key: String, _ state: PreviewRun.State, at time: Date? = nil) {
        runs.withLock { runs in
            guard let place = runs.firstIndex(where: { $0.run.key == key }) else { return }
            runs[place].run.state = state
            runs[place].run.endedAt = time
            if time != nil { runs[place].task = nil }
        }
    }
}

/// One rule preview.
struct PreviewRun: Sendable {
    /// How far it has come.
    enum State: Sendable {
        case running(done: Int, of: Int)
        case finished(RulePreview)
        /// Somebody called it off, or the portal was stopped.
        case calledOff
        case failed
    }

    /// What addresses call it; nobody guesses it, and it is no secret from reviewers.
    let key = RandomCode.letters()
    /// The definition in force when it began, and the one that is tried.
    let current: Definitions.Collection
    let changed: Definitions.Collection
    let months: ClosedRange<Month>
    /// Who began it, and when.
    let by: String
    let at: Date
    fileprivate(set) var state = State.running(done: 0, of: 0)
    fileprivate(set) var endedAt: Date?

    var hasEnded: Bool { endedAt != nil }

    init(
        current: Definitions.Collection, changed: Definitions.Collection, months: ClosedRange<Month>, by: String,
        at: Date
    ) {
        self.current = current
        self.changed = changed
        self.months = months
        self.by = by
        self.at = at
    }
}
