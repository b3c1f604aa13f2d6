public import Testing

/// A suite whose tests wait for each other when they are many: every test under way keeps files open and memory taken,
/// and Swift Testing starts them all at once.
public struct FewAtATime: SuiteTrait, TestTrait, TestScoping {
    /// Each test takes its turn, not the suite.
    public var isRecursive: Bool { true }

    /// Runs a test when there is room for it.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Room.shared.enter()
        do {
            try await function()
        } catch {
            await Room.shared.leave()
            throw error
        }
        await Room.shared.leave()
    }
}

extension Trait where Self == FewAtATime {
    /// The tests wait for each other when they are many.
    public static var fewAtATime: Self { Self() }
}

/// How many more may be under way, over all suites.
private actor Room {
    static let shared = Room()

    private var free = 24
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
