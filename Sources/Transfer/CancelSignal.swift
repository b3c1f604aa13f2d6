import Synchronization

/// Says from another thread that a transfer is not wanted any more.
final class CancelSignal: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func cancel() { flag.store(true, ordering: .relaxed) }
}
