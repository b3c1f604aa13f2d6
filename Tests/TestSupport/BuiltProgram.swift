public import Foundation

/// The program this repository makes, as it was built for the tests.
public enum BuiltProgram {
    /// Where `underlag` is.
    public static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "underlag")

    /// Runs `underlag` with `arguments` and returns what came of it.
    public static func run(_ arguments: [String]) throws -> Program.Outcome {
        try Program.outcome(url, arguments)
    }

    /// Runs `underlag` with `arguments` and returns what came of it.
    public static func run(_ arguments: String...) throws -> Program.Outcome { try run(arguments) }
}
