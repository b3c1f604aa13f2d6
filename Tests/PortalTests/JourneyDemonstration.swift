import Foundation
import TestSupport
import Testing

/// `underlag serve --demo` as it was built, on a free port of this machine, with a folder of its own: begun before the
/// first test of a suite and stopped after its last.
struct JourneyDemonstration: SuiteTrait, TestScoping {
    /// The one that is running.
    @TaskLocal static var current: Running?

    struct Running {
        let base: String
        let folder: URL
    }

    /// It ended before it answered; what it said.
    struct NotStarted: Error {
        let messages: String
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing tests: @Sendable () async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let port = try Python.run(
            "import socket; print(socket.create_server(('127.0.0.1', 0)).getsockname()[1], end='')")
        let server = try DemonstrationServer(folder: folder, port: port)
        try await server.started()
        let running = Running(base: "http://127.0.0.1:\(port)", folder: server.data)
        try await Self.$current.withValue(running, operation: tests)
        let (status, messages) = try await server.stop()
        #expect(status == 0, "it does not stop when it is told to")
        #expect(messages == "", "it complained")
    }
}

/// The program with what it writes.
private struct DemonstrationServer {
    let data: URL
    private let process = Process()
    private let output = Pipe()
    // Its standard input: when that is closed, were it because the tests died, the server is stopped.
    private let leash = Pipe()
    private let messages: URL
    private let queue = DispatchQueue(label: "demonstration")

    init(folder: TemporaryFolder, port: String) throws {
        data = folder.file("demonstration")
        messages = folder.file("messages.txt")
        try Data().write(to: messages)
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "\"$@\" & server=$!; cat; kill $server; wait $server", "sh", BuiltProgram.url.path, "serve", "--demo",
            "--data", data.path, "--port", port,
        ]
        process.standardInput = leash
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
    }

    /// Returns when it says that it answers.
    func started() async throws {
        try await away {
            var said = Data()
            while !String(decoding: said, as: UTF8.self).contains("/demonstration\n") {
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else {
                    throw JourneyDemonstration.NotStarted(messages: try String(contentsOf: messages, encoding: .utf8))
                }
                said += more
            }
        }
    }

    /// Tells it to stop, and returns how it ended and what it complained of.
    func stop() async throws -> (Int32, String) {
        try await away {
            try leash.fileHandleForWriting.close()
            process.waitUntilExit()
            return (process.terminationStatus, try String(contentsOf: messages, encoding: .utf8))
        }
    }

    /// Does work that waits, on a thread that nobody else needs.
    private func away<Result>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}

extension Trait where Self == JourneyDemonstration {
    /// The suite's tests work in a demonstration that is running.
    static var demonstration: Self { Self() }
}
