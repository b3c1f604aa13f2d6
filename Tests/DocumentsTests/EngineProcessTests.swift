import Foundation
import TestSupport
import Testing

@testable import Documents

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The processes of the programs that documents are made with", .fewAtATime, .timeLimit(.minutes(2)))
struct EngineProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ program: URL, limit: Duration = .seconds(60)) async throws {
        try await EngineRun(engine: .pandoc, program: program, arguments: [folder.file("mark").path], limit: limit)
            .finish()
    }

    private func mark() throws -> String {
        try String(contentsOf: folder.file("mark"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The state of a process as the system gives it; `nil` when it is no more.
    private func state(_ process: String) -> Character? {
        try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).split(separator: ") ").last?.first
    }

    @Test("have no file of ours but those they are given")
    func files() async throws {
        // As a library of C may open a file: without a word of those that we start.
        let file = folder.file("register")
        try Data().write(to: file)
        let open = open(file.path, O_RDWR)
        defer { close(open) }
        try #require(open > 2)
        let curious = try folder.program("curious", "readlink /proc/$$/fd/* > \"$1\"; exit 0")
        try await run(curious)
        #expect(
            try Set(mark().split(separator: "\n").map(String.init)) == [
                "/dev/null", curious.path, folder.file("mark").path,
            ])
    }

    @Test("end with all that they have started")
    func descendants() async throws {
        let busy = try folder.program("busy", "sleep 600 & printf %s $! > \"$1\"; wait")
        await #expect(throws: DocumentError.tooSlow(.pandoc)) { try await run(busy, limit: .seconds(1)) }
        // Its parent is gone, so it may have to wait for somebody to ask after it.
        let states: [Character?] = [nil, "Z"]
        while try !states.contains(state(mark())) { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("end when the printer is let go of, and leave nothing behind")
    func printer() async throws {
        let path = folder.file("mark").path
        let script =
            "printf %s $$ > '\(path)'; trap '' TERM INT HUP; printf '\\001\\000\\000\\0001'; while :; do sleep 1; done"
        var printer = Printer(try folder.program("python", script), limit: .seconds(60))
        #expect(await printer?.isReady() == true)
        let process = try mark()
        #expect(state(process) != nil)
        printer = nil
        while state(process) != nil { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test(
        "start though many files are open", .enabled(if: Files.most >= 2_000, "\(Files.scarcity)"),
        .enabled(if: Python.isPresent && Made.hasOffice))
    func many() async throws {
        // In a process of its own: other tests start programs in other ways.
        await #expect(processExitsWith: .success) {
            Files.open(1_500)
            for form in [DocumentForm.pdf, .docx] {
                let bytes = try await Made.press.make(form, of: SampleReport.report)
                #expect(bytes.count > 2_000)
            }
        }
    }

    @Test("are not started, and nothing worse, when no more files can be opened", arguments: 0...4)
    func none(left: Int) async throws {
        await #expect(processExitsWith: .success) { [left] in
            let program = URL(filePath: "/bin/true")
            // Dispatch opens files of its own when it begins with timers, and ends a process where it cannot.
            try await Task.sleep(for: .milliseconds(1))
            Files.open(.max, leaving: left)
            await #expect(throws: DocumentError.engineFailed(.pandoc, code: 0)) {
                try await EngineRun(engine: .pandoc, program: program, arguments: [], limit: .seconds(60)).finish()
            }
            #expect(await Printer(program, limit: .seconds(60))?.isReady() != true)
        }
    }
}

/// The files that a process may have open.
private enum Files {
    static let scarcity: String = "this machine lets a program have few files open"

    /// How many at most.
    static var most: Int { Int(clamping: limit.rlim_max) }

    private static var limit: rlimit {
        var limit = rlimit()
        getrlimit(.init(RLIMIT_NOFILE.rawValue), &limit)
        return limit
    }

    /// Opens so many, or as many as there can be but for some.
    static func open(_ count: Int, leaving left: Int = 0) {
        var limit = limit
        limit.rlim_cur = min(2_000, limit.rlim_max)
        setrlimit(.init(RLIMIT_NOFILE.rawValue), &limit)
        var files: [Int32] = []
        while files.count < count {
            let file = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { break }
            files.append(file)
        }
        for file in files.suffix(left) { close(file) }
    }
}
