import Foundation

/// A server written in Python that runs as long as a test holds it. Its script prints the port once it listens.
public final class PythonServer: Sendable {
    /// Where it listens on this machine.
    public let port: UInt16
    // The server's standard input: when it is closed, were it because the tests died, the server ends.
    private let leash = Pipe()

    /// There is no Python, or the script ended without a port.
    public struct NotStarted: Error {}

    /// Runs `script` with `arguments` as `sys.argv[1:]`.
    public init(_ script: String, _ arguments: [String]) throws {
        guard let interpreter = Python.interpreter else { throw NotStarted() }
        let process = Process()
        process.executableURL = interpreter
        process.arguments = ["-W", "ignore", "-c", Self.watch + script] + arguments
        process.standardInput = leash
        // What it says of our deliberate faults is no news.
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        guard let port = UInt16(String(decoding: line, as: UTF8.self)) else { throw NotStarted() }
        self.port = port
    }

    deinit { try? leash.fileHandleForWriting.close() }

    private static let watch = """
        import os, sys, threading
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()

        """
}
