import Foundation
import Subprocess

/// One run of a program that makes a file of a file.
struct EngineRun: Sendable {
    let engine: DocumentEngine
    let program: URL
    let arguments: [String]
    let limit: Duration

    /// Runs it to its end, and ends it when time is out or nobody wants the document any longer.
    func finish() async throws(DocumentError) {
        let outcome = await withTaskGroup(of: DocumentError?.self) { group in
            group.addTask { await error() }
            group.addTask {
                try? await Task.sleep(for: limit)
                return .tooSlow(engine)
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        if Task.isCancelled { throw .cancelled }
        if let outcome { throw outcome }
    }

    /// What went wrong.
    private func error() async -> DocumentError? {
        guard !Task.isCancelled else { return .cancelled }
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return .engineMissing(engine) }
        guard let configuration = Configuration(program, arguments),
            let result = try? await run(configuration, output: .discarded)
        else { return .engineFailed(engine, code: 0) }
        switch result.terminationStatus {
        case .exited(0): return nil
        case .exited(let code), .signaled(let code): return .engineFailed(engine, code: code)
        }
    }
}
