public import Foundation

/// The Python of the tests, with the packages of `scripts/requirements-test.txt`.
public enum Python {
    /// What to say when a test is skipped.
    public static let absence: String = "no Python: run scripts/bootstrap, or set UNDERLAG_PYTHON"

    /// `UNDERLAG_PYTHON`, or the environment that `scripts/bootstrap` makes; `nil` where there is neither.
    public static let interpreter: URL? = {
        let url =
            ProcessInfo.processInfo.environment["UNDERLAG_PYTHON"].map { URL(filePath: $0) }
            ?? Dossier.repository.appending(path: ".venv/bin/python")
        return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
    }()

    /// Whether there is one.
    public static var isPresent: Bool { interpreter != nil }

    /// Runs `script` with `arguments` as `sys.argv[1:]`, and returns what it printed.
    @discardableResult
    public static func run(_ script: String, _ arguments: String...) throws -> String {
        guard let interpreter else { throw CocoaError(.fileNoSuchFile) }
        return try Program.run(interpreter, ["-c", script] + arguments)
    }
}
