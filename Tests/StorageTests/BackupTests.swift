import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite("Backing up and restoring", .fewAtATime)
struct BackupTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        let making = Migration("0001-number") { try $0.execute("CREATE TABLE number (value INTEGER NOT NULL)") }
        try await database.migrate([making], room: "test")
    }

    private func add(_ value: Int) async throws {
        try await database.write { transaction in
            // Two rows a transaction: a copy in the middle of one would have an odd number.
            for _ in 0..<2 { try transaction.execute("INSERT INTO number (value) VALUES (\(value))") }
        }
    }

    private func count(_ database: SQLiteDatabase) async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(*) FROM number") { $0.integer(0) } ?? -1 }
    }

    @Test("A copy made while others write is of one moment, and only its owner may read it")
    func consistent() async throws {
        let copy = folder.file("copy.sqlite").path
        try await withThrowingTaskGroup { group in
            group.addTask { for value in 0..<200 { try await add(value) } }
            group.addTask {
                while try await count(database) < 20 { await Task.yield() }
                try await database.backUp(to: copy)
            }
            try await group.waitForAll()
        }
        let copied = try await count(SQLiteDatabase(path: copy))
        #expect(copied >= 20 && copied <= 400 && copied % 2 == 0)
        let rights = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try await count(database) == 400)
    }

    @Test("A file that is there is not overwritten")
    func doesNotOverwrite() async throws {
        let path = folder.file("mine.txt").path
        try Data("mine".utf8).write(to: URL(filePath: path))
        await #expect(throws: StorageError.cannotOpen(path)) { try await database.backUp(to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test("Restoring brings back what was, also for those who have the database open, and they write on")
    func restores() async throws {
        try await add(1)
        let copy = folder.file("copy.sqlite").path
        try await database.backUp(to: copy)
        try await add(2)
        let other = try SQLiteDatabase(folder: folder.url.path)
        #expect(try await count(other) == 4)
        try await database.restore(from: copy, keeping: folder.file("before.sqlite").path)
        #expect(try await count(other) == 2)
        #expect(try await count(database) == 2)
        try await add(3)
        #expect(try await count(other) == 4)
    }

    @Test("What was written while a copy is restored is in what was kept or in the register, never in neither")
    func losesNothing() async throws {
        let copy = folder.file("copy.sqlite").path
        for value in 0..<500 { try await add(-value - 1) }
        try await database.backUp(to: copy)
        let kept = folder.file("before.sqlite").path
        let server = try SQLiteDatabase(folder: folder.url.path)
        let isWritten = folder.file("written").path
        let written = try await withThrowingTaskGroup(of: [Int].self) { group in
            group.addTask {
                var written: [Int] = []
                var isLast = false
                while !isLast {
                    isLast = FileManager.default.fileExists(atPath: isWritten)
                    let value = written.count
                    try await server.write {
                        try $0.execute("INSERT INTO number (value) VALUES (\(value))")
                    }
                    written.append(value)
                }
                return written
            }
            group.addTask {
                while try await count(database) < 1_010 { await Task.yield() }
                try await database.restore(from: copy, keeping: kept)
                _ = FileManager.default.createFile(atPath: isWritten, contents: nil)
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        func values(_ database: SQLiteDatabase) async throws -> [Int] {
            try await database.read {
                try $0.all("SELECT value FROM number WHERE value >= 0 ORDER BY value") { $0.integer(0) }
            }
        }
        let (before, after) = (try await values(SQLiteDatabase(path: kept)), try await values(server))
        #expect(before.count >= 10 && !after.isEmpty)
        #expect(before + after == written)
    }

    @Test("What is no backup is refused, and nothing is changed", arguments: ["text", "foreign", "damaged", "missing"])
    func refuses(_ kind: String) async throws {
        try await add(1)
        let path = folder.file("other.sqlite").path
        switch kind {
        case "text": try Data(repeating: 65, count: 9000).write(to: URL(filePath: path))
        case "foreign":
            let foreign = try SQLiteDatabase(path: path)
            try await foreign.write { try $0.execute("CREATE TABLE t (a INTEGER)") }
        case "damaged":
            for value in 0..<4000 { try await add(value) }
            try await database.backUp(to: path)
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes.replaceSubrange(12_000..<40_000, with: Data(repeating: 0xAA, count: 28_000))
            try bytes.write(to: URL(filePath: path))
        default: break
        }
        let before = try await count(database)
        let earlier = folder.file("before.sqlite").path
        await #expect(throws: StorageError.self) { try await database.restore(from: path, keeping: earlier) }
        #expect(try await count(database) == before)
    }
}
