import Foundation
import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite("underlag submit, killed", .fewAtATime)
struct SubmitCrashTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    /// Submits two files for one month, of which no two rounds have the same rows, and kills the process after `time`.
    private func submit(round: Int, killedAfter time: Duration?) throws -> (lines: [Substring], wasKilled: Bool) {
        let rows = (1...60).map { "\(1_000 + $0);\($0 % 11 + 1);;\($0 % 11 + 1);\(round)" }
        let submitting = Process()
        submitting.executableURL = BuiltProgram.url
        submitting.arguments = [
            "submit", try files.reasons("avslut\(round).csv", rows),
            try files.measures("insatser\(round).csv", round + 1...round + 60), "--data", files.path("register"),
        ]
        let output = Pipe()
        submitting.standardOutput = output
        submitting.standardError = FileHandle.nullDevice
        try submitting.run()
        if let time {
            usleep(UInt32(time / .microseconds(1)))
            kill(submitting.processIdentifier, SIGKILL)
        }
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        submitting.waitUntilExit()
        return (
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(),
            submitting.terminationReason == .uncaughtSignal
        )
    }

    /// The delivery number and the files with their sums, from whole lines of a printed receipt.
    private func receipt(_ lines: [Substring]) -> (number: String, sums: [String]) {
        let number = lines.lazy.compactMap { $0.firstMatch(of: #/Leveransnummer ([0-9-]+) /#)?.1 }.first ?? ""
        return (String(number), lines.compactMap { $0.firstMatch(of: /SHA-256 ([0-9a-f]{64})/).map { String($0.1) } })
    }

    @Test("Every receipt it printed is whole in the register, wherever it was killed, and no delivery is half there")
    func killed() async throws {
        // How long a whole one takes here and now decides the moments.
        let start = ContinuousClock.now
        let whole = try submit(round: 0, killedAfter: nil)
        let length = ContinuousClock.now - start
        var printed = [receipt(whole.lines)]
        #expect(printed[0].sums.count == 2)
        var killed = 0
        let rounds = 40
        for round in 1...rounds {
            let (lines, wasKilled) = try submit(round: round, killedAfter: length * (round + 4) / rounds)
            if wasKilled { killed += 1 }
            if !lines.isEmpty { printed.append(receipt(lines)) }
        }
        #expect(killed > rounds / 10, "hardly any was killed")

        let database = try SQLiteDatabase(folder: files.path("register"))
        #expect(try await database.read { try $0.first("PRAGMA integrity_check") { $0.text(0) } } == "ok")
        let register = try await Register(database)
        let kept = try await register.deliveries()
        for (number, sums) in printed where !number.isEmpty {
            let delivery = try #require(kept.first { $0.number.description == number })
            // A line with a sum is whole; those after it may have been cut off with the process.
            #expect(sums.allSatisfy { sum in delivery.files.contains { $0.sha256 == sum } })
        }
        for delivery in kept {
            #expect(delivery.parts.map(\.table) == ["avslutsorsaker", "insatser"])
            #expect(delivery.parts.map(\.rows) == [60, 60])
            #expect(delivery.files.count == 2)
            for file in delivery.files {
                let bytes = try await register.originalBytes(sha256: file.sha256)
                #expect(try bytes?.withBytes { Data($0) } == Data(contentsOf: files.folder.file(file.name)))
            }
        }
        #expect(kept.count { $0.parts.allSatisfy(\.isCurrent) } == 1)
        // Whoever comes after needs no repair.
        let (lines, _) = try submit(round: rounds + 1, killedAfter: nil)
        #expect(receipt(lines).sums.count == 2)
    }
}
