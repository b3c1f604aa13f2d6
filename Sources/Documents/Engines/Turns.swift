/// Lets only so many programs run at a time; the others wait in the order they came.
actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = max(count, 1) }

    /// Runs `work` when there is room for it.
    nonisolated func take<R: Sendable>(
        _ work: @Sendable () async throws(DocumentError) -> R
    ) async throws(DocumentError) -> R {
        await begin()
        guard !Task.isCancelled else {
            await end()
            throw .cancelled
        }
        do {
            let result = try await work()
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    private func begin() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func end() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
