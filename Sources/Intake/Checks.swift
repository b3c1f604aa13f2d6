import Checking
import Foundation
import Register
import Vocabulary

/// The checks under way and the judgements lately made: none is made twice at once, and no more at a time than there
/// are processors. What is kept is bounded by its size; the least recently used goes first.
actor Checks {
    /// What a judgement depends on, besides the definitions.
    struct Key: Hashable {
        var draft: Draft.ID
        var revision: Int
        // A correction or a move is judged before it is written, under a revision that may become another's.
        var month: Month?
        var corrections: [[CellCorrection]]
        var language: Language
        var deliveries: DeliveryState
    }

    private struct Kept {
        var judgement: Judgement
        var used: Int
    }

    private struct Waiter {
        var continuation: CheckedContinuation<Result<Judgement, IntakeError>?, Never>
        /// Gives up when the patience has run out.
        var timer: Task<Void, Never>?
    }

    private let memory: Int
    private var free: Int
    private var isPaused = false
    private var queue: [CheckedContinuation<Void, Never>] = []
    private var running: [Key: [Int: Waiter]] = [:]
    private var kept: [Key: Kept] = [:]
    private var cost = 0
    private var counter = 0

    /// Keeps about `memory` bytes of judgements, and makes `atOnce` at a time.
    init(memory: Int, atOnce: Int) {
        self.memory = memory
        free = max(1, atOnce)
    }

    /// The judgement kept for `key`, or the one that `make` makes; `nil` when that takes longer than `patience`. It is
    /// then made all the same.
    func judgement(
        _ key: Key, within patience: Duration?,
        _ make: @escaping @Sendable () async throws(IntakeError) -> Judgement
    ) async -> Result<Judgement, IntakeError>? {
        if let judgement = use(key) { return .success(judgement) }
        if running[key] == nil {
            running[key] = [:]
            Task { await run(key, make) }
        }
        // Who has no patience does not race with the check.
        if let patience, patience <= .zero { return nil }
        counter += 1
        let number = counter
        return await withCheckedContinuation { continuation in
            let timer = patience.map { patience in
                Task {
                    do { try await Task.sleep(for: patience) } catch { return }
                    giveUp(number, key)
                }
            }
            running[key]?[number] = Waiter(continuation: continuation, timer: timer)
        }
    }

    /// The judgement kept for `key`.
    func kept(_ key: Key) -> Judgement? { use(key) }

    /// A judgement of the draft as it is, in any language and against any register.
    func known(_ draft: Draft) -> Judgement? {
        kept.keys.first { key in
            key == Key(draft, key.language, key.deliveries)
        }.flatMap { use($0) }
    }

    /// Lets go of what is kept about a draft.
    func forget(_ draft: Draft.ID) {
        for key in kept.keys where key.draft == draft { drop(key) }
    }

    private func run(_ key: Key, _ make: @escaping @Sendable () async throws(IntakeError) -> Judgement) async {
        await takePlace()
        let result: Result<Judgement, IntakeError>
        do throws(IntakeError) {
            result = .success(try await make())
        } catch {
            result = .failure(error)
        }
        leavePlace()
        if case .success(let judgement) = result { keep(judgement, key) }
        for waiter in (running.removeValue(forKey: key) ?? [:]).values {
            waiter.timer?.cancel()
            waiter.continuation.resume(returning: result)
        }
    }

    private func giveUp(_ number: Int, _ key: Key) {
        running[key]?.removeValue(forKey: number)?.continuation.resume(returning: nil)
    }

    // MARK: Places

    /// Lets no check begin until `resume`; those under way go on to their end.
    func pause() { isPaused = true }

    func resume() {
        isPaused = false
        while free > 0, !queue.isEmpty {
            free -= 1
            queue.removeFirst().resume()
        }
    }

    private func takePlace() async {
        if free > 0, !isPaused {
            free -= 1
        } else {
            await withCheckedContinuation { queue.append($0) }
        }
    }

    private func leavePlace() {
        if queue.isEmpty || isPaused {
            free += 1
        } else {
            queue.removeFirst().resume()
        }
    }

    // MARK: Memory

    private func use(_ key: Key) -> Judgement? {
        guard let judgement = kept[key]?.judgement else { return nil }
        counter += 1
        kept[key]?.used = counter
        return judgement
    }

    private func keep(_ judgement: Judgement, _ key: Key) {
        counter += 1
        kept[key] = Kept(judgement: judgement, used: counter)
        cost += judgement.cost
        while cost > memory, let oldest = kept.min(by: { $0.value.used < $1.value.used })?.key, oldest != key {
            drop(oldest)
        }
    }

    private func drop(_ key: Key) {
        cost -= kept.removeValue(forKey: key)?.judgement.cost ?? 0
    }
}

extension Checks.Key {
    /// Of the draft as it is written.
    init(_ draft: Draft, _ language: Language, _ deliveries: DeliveryState) {
        self.init(
            draft: draft.id, revision: draft.revision, month: draft.month,
            corrections: draft.files.indices.map(draft.cellCorrections), language: language, deliveries: deliveries)
    }

    /// Of a draft as it is to be.
    init(_ work: Work, _ deliveries: DeliveryState) {
        self.init(
            draft: work.draft, revision: work.revision, month: work.month, corrections: work.files.map(\.corrections),
            language: work.language, deliveries: deliveries)
    }
}

extension Draft {
    /// The corrections of its file at `place`, in the order made.
    func cellCorrections(_ place: Int) -> [CellCorrection] {
        corrections.filter { $0.file == place }.map(\.correction.cell)
    }
}
