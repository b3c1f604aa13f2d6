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

    /// Runs the program at `url` and returns what it wrote to standard output.
    @discardableResult
    public static func run(_ url: URL, _ arguments: [String]) throws -> String {
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
        guard process.terminationStatus == 0 else {
            throw Failure(
                status: process.terminationStatus, message: try String(contentsOf: messages, encoding: .utf8))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
