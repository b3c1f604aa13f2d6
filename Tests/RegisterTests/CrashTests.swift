import Checking
import Foundation
import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("Killed while it delivers", .fewAtATime)
struct CrashTests {
    /// Deliveries of one submission of CrashWriter.
    private static let municipalities = 20

    @Test("Every receipt that was printed is whole after a kill at any moment, and nothing is half there")
    func killedAtMoments() async throws {
        // From before the register is open until well into the deliveries, on the same database again and again. The
        // moments follow how long the machine takes to the first receipt, so that a slow one tests the same.
        let folder = try TemporaryFolder()
        let first = try timeToFirstReceipt(folder.url.path)
        try await killAgainAndAgain(0..<30) { moment, folder in
            try run(Self.writer, [folder], killedAfter: first * (moment + 1) / 8)
        }
    }

    private func timeToFirstReceipt(_ folder: String) throws -> Duration {
        let clock = ContinuousClock()
        let begin = clock.now
        let writer = Process()
        writer.executableURL = Self.writer
        writer.arguments = [folder]
        let output = Pipe()
        writer.standardOutput = output
        writer.standardError = FileHandle.nullDevice
        try writer.run()
        _ = output.fileHandleForReading.availableData
        let time = clock.now - begin
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
        return time
    }

    @Test(
        "The same holds after a kill at any write to disk",
        .enabled(if: canTrace, "no strace that may trace, to count writes with"))
    func killedAtWrites() async throws {
        let calls = (1..<40).map { ("pwrite64", $0 * 7) } + (1..<12).map { ("fdatasync", $0) }
        try await killAgainAndAgain(calls) { call, folder in
            let inject = "inject=\(call.0):signal=SIGKILL:when=\(call.1)"
            return try run(
                Self.strace,
                ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call.0)", "-e", inject, Self.writer.path, folder])
        }
    }

    private static let strace = URL(filePath: "/usr/bin/strace")
    private static let canTrace = (try? Program.run(strace, ["-o", "/dev/null", "true"])) != nil
    private static let writer = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "CrashWriter")

    private func killAgainAndAgain<Kill>(
        _ kills: some Collection<Kill>, _ run: (Kill, _ folder: String) throws -> [Substring]
    ) async throws {
        let fixture = try await RegisterFixture()
        var printed: [String: String] = [:]
        for kill in kills {
            for line in try run(kill, fixture.folder.url.path) {
                let words = line.split(separator: " ").map(String.init)
                try #require(words.count == 2)
                printed[words[0]] = words[1]
            }
        }
        #expect(printed.count > Self.municipalities, "the writer was killed before it had delivered anything")
        try await examine(SQLiteDatabase(folder: fixture.folder.url.path), printed)
    }

    /// Runs CrashWriter, which must not end by itself; the whole lines it had printed.
    private func run(_ program: URL, _ arguments: [String], killedAfter time: Duration? = nil) throws -> [Substring] {
        let writer = Process()
        writer.executableURL = program
        writer.arguments = arguments
        let output = Pipe()
        writer.standardOutput = output
        writer.standardError = FileHandle.nullDevice
        try writer.run()
        if let time {
            usleep(UInt32(time / .microseconds(1)))
            kill(writer.processIdentifier, SIGKILL)
        }
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        writer.waitUntilExit()
        #expect(writer.terminationReason == .uncaughtSignal)
        // A line may have been cut by the kill; its receipt was not seen whole by anyone.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    private func examine(_ database: SQLiteDatabase, _ printed: [String: String]) async throws {
        let check = try await database.read { try $0.first("PRAGMA integrity_check") { $0.text(0) } }
        #expect(check == "ok")
        let register = try await Register(database)
        let kept = try await register.deliveries()
        let sums = Dictionary(uniqueKeysWithValues: kept.map { ($0.number.description, $0.checksum) })
        #expect(printed.allSatisfy { sums[$0.key] == $0.value })
        // A submission is there with all of its municipalities or none, each with both tables and its file.
        let submissions = Dictionary(grouping: kept, by: \.checksum)
        #expect(submissions.values.allSatisfy { $0.count == Self.municipalities })
        #expect(kept.allSatisfy { $0.parts.map(\.table) == ["avslutsorsaker", "insatser"] && $0.files.count == 1 })
        let halves = try await database.read { transaction in
            var halves: [String] = []
            try transaction.forEach("SELECT delivery, row_count, segment FROM part") { row in
                let columns = try row.withBytes(2) { try Columns(segment: $0) }
                if columns.count != row.integer(1) || columns.columns.count != 1 { halves.append(row.text(0)) }
            }
            return halves
        }
        #expect(halves == [])
        for sha256 in submissions.keys {
            let bytes = try await register.originalBytes(sha256: sha256)
            #expect(bytes.map { $0.count > 100_000 } == true)
        }
    }
}
