import Foundation
import Synchronization

/// One run of a program that makes a file of a file.
struct EngineRun: Sendable {
    let engine: DocumentEngine
    let program: URL
    let arguments: [String]
    let limit: Duration

    /// Runs it to its end, and ends it when time is out or nobody wants the document any longer.
    func finish() async throws(DocumentError) {
        let running = Running()
        let code = await withTaskCancellationHandler {
            await withCheckedContinuation { running.start(self, $0) }
        } onCancel: {
            running.end()
        }
        if Task.isCancelled { throw .cancelled }
        if running.wasTooSlow { throw .tooSlow(engine) }
        guard let code else { throw .engineMissing(engine) }
        guard code == 0 else { throw .engineFailed(engine, code: code) }
    }
}

/// The process of a run.
private final class Running: Sendable {
    private let process = Process()
    private let isLate = Mutex(false)
    private let isUnwanted = Mutex(false)

    var wasTooSlow: Bool { isLate.withLock { $0 } }

    /// Starts it, and goes on with its exit status; with none when it cannot be started, or nobody wants it any longer.
    func start(_ run: EngineRun, _ continuation: CheckedContinuation<Int32?, Never>) {
        process.executableURL = run.program
        process.arguments = run.arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        // Who ends it meanwhile waits until there is something to end.
        let isRunning = isUnwanted.withLock { isUnwanted in
            guard !isUnwanted, (try? process.run()) != nil else { return false }
            return true
        }
        guard isRunning else {
            process.terminationHandler = nil
            return continuation.resume(returning: nil)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(run.limit.components.seconds))) {
            [weak self] in
            guard let self, process.isRunning else { return }
            isLate.withLock { $0 = true }
            end()
        }
    }

    func end() {
        isUnwanted.withLock { $0 = true }
        process.kill()
    }
}

extension Process {
    /// Ends it at once. A milder signal may be blocked: it inherits what the thread that started it blocks.
    func kill() {
        if isRunning { Foundation.kill(processIdentifier, SIGKILL) }
    }
}
