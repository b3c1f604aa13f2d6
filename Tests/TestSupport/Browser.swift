import Dispatch
import Foundation

/// A real browser, driven by Python scripts that use `Tests/PortalTests/Browser/portal.py`.
public enum Browser {
    /// What to say when a test is skipped.
    public static let absence: String = "no Chromium with playwright: run scripts/bootstrap"

    private static let program = ProcessInfo.processInfo.environment["UNDERLAG_CHROMIUM"] ?? "/usr/bin/chromium"

    /// Whether there is one.
    public static let isPresent: Bool =
        FileManager.default.isExecutableFile(atPath: program) && Python.isPresent
        && (try? Python.run("import playwright, axe_playwright_python")) != nil

    // One at a time: a browser takes the machine, and so does what it is shown.
    private static let queue = DispatchQueue(label: "browser")

    /// Runs `script`, "PortalTests/Browser/deliver.py", against the site at `base` and returns what it printed.
    ///
    /// What it asserts in vain is in `Program.Failure.message`. The thread it waits on is not one that the site needs.
    @discardableResult
    public static func run(_ script: String, at base: String, _ arguments: String...) async throws -> String {
        guard let python = Python.interpreter else { throw CocoaError(.fileNoSuchFile) }
        let tests = Dossier.repository.appending(path: "Tests")
        let words = [
            "-c",
            "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_path(sys.argv.pop(1), run_name='__main__')",
            tests.appending(path: "PortalTests/Browser").path, tests.appending(path: script).path, base,
        ]
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try Program.run(python, words + arguments) }) }
        }
    }
}
