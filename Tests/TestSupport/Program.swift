public import Foundation

/// Runs another program to its end.
public enum Program {
    /// It did not end well; what it wrote to standard error.
    public struct Failure: Error {
        /// The exit status.
        public let status: Int32
        /// What it said.
        public let message: String
    }

    /// What came of running a program to its end.
    public struct Outcome: Sendable {
        /// The exit status.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let messages: String
    }

    /// Runs the program at `url` and returns what it wrote to standard output.
    @discardableResult
    public static func run(_ url: URL, _ arguments: [String]) throws -> String {
        let outcome = try outcome(url, arguments)
        guard outcome.status == 0 else { throw Failure(status: outcome.status, message: outcome.messages) }
        return outcome.output
    }

    /// Runs the program at `url` and returns what came of it, well or not.
    public static func outcome(_ url: URL, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        let output = Pipe()
        // A file and not a pipe, which could fill up while the other is read.
        let messages = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
        try Data().write(to: messages)
        defer { try? FileManager.default.removeItem(at: messages) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            messages: try String(contentsOf: messages, encoding: .utf8))
    }
}
