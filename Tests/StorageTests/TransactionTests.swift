import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite("Transactions on SQLite", .fewAtATime)
struct TransactionTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        try await database.write { transaction in
            try transaction.execute(
                """
                CREATE TABLE thing (
                    id \(raw: transaction.dialect.identity), name TEXT NOT NULL UNIQUE,
                    bytes \(raw: transaction.dialect.bytes)
                )\(raw: transaction.dialect.tableOptions)
                """)
        }
    }

    private func names() async throws -> [String] {
        try await database.read { try $0.all("SELECT name FROM thing ORDER BY id") { $0.text(0) } }
    }

    @Test("What a body throws comes out as it was, and nothing of what it wrote stays")
    func rollsBack() async throws {
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO thing (name) VALUES ('a')")
                throw Refusal()
            }
        }
        #expect(try await names() == [])
    }

    @Test("A row that breaks the schema is a constraint error and undoes the rest")
    func constraint() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO thing (name) VALUES ('a')")
                try transaction.execute("INSERT INTO thing (name) VALUES ('a')")
            }
        }
        guard case .constraint = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await names() == [])
    }

    @Test("A number in a text column is refused: tables are strict")
    func strict() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await database.write { try $0.execute("INSERT INTO thing (name) VALUES (\([1, 2] as [UInt8]))") }
        }
        guard case .constraint = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "Bytes and texts come back the same, empty ones and those with zeros too",
        arguments: [0, 1, 256, 3_000_000])
    func bytes(count: Int) async throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let text = String(decoding: bytes.filter { $0 < 128 }, as: UTF8.self)
        try await database.write { transaction in
            try transaction.execute("INSERT INTO thing (name, bytes) VALUES (\(text), \(bytes))")
            try bytes.withUnsafeBytes { borrowed in
                try transaction.execute("INSERT INTO thing (name, bytes) VALUES ('lent', \(borrowing: borrowed))")
            }
        }
        let rows = try await database.read { transaction in
            try transaction.all("SELECT name, bytes, bytes IS NULL FROM thing ORDER BY id") {
                (text: $0.text(0), bytes: $0.bytes(1), isNull: $0.integer(2) == 1)
            }
        }
        #expect(rows.map(\.text) == [text, "lent"])
        #expect(rows.map(\.bytes) == [bytes, bytes])
        #expect(rows.map(\.isNull) == [false, false])
    }

    @Test("A statement may run within itself")
    func nested() async throws {
        try await database.write { transaction in
            for name in ["a", "b"] { try transaction.execute("INSERT INTO thing (name) VALUES (\(name))") }
        }
        let pairs = try await database.read { transaction in
            var pairs: [String] = []
            try transaction.forEach("SELECT name FROM thing ORDER BY id") { outer in
                try transaction.forEach("SELECT name FROM thing ORDER BY id") { inner in
                    pairs.append(outer.text(0) + inner.text(0))
                }
            }
            return pairs
        }
        #expect(pairs == ["aa", "ab", "ba", "bb"])
    }

    @Test("A committed transaction is on disk, the schema's references hold, and readers do not wait for the writer")
    func pragmas() async throws {
        let settings = try await database.write { transaction in
            try ["synchronous", "foreign_keys", "journal_mode"].map { name in
                try transaction.first("PRAGMA \(raw: name)") { $0.text(0) }
            }
        }
        #expect(settings == ["2", "1", "wal"])
    }

    @Test("A table made append-only refuses changes and removals")
    func appendOnly() async throws {
        try await database.write { transaction in
            for statement in transaction.dialect.appendOnly("thing") { try transaction.execute(statement) }
            try transaction.execute("INSERT INTO thing (name) VALUES ('a')")
        }
        for statement in ["UPDATE thing SET name = 'b'", "DELETE FROM thing"] {
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("\(raw: statement)") }
            }
        }
        #expect(try await names() == ["a"])
    }

    @Test("Two programs that write at once both get their rows in")
    func twoWriters() async throws {
        let other = try SQLiteDatabase(folder: folder.url.path)
        try await withThrowingTaskGroup { group in
            for (prefix, database) in [("a", database), ("b", other)] {
                group.addTask {
                    for number in 0..<50 {
                        try await database.write {
                            try $0.execute("INSERT INTO thing (name) VALUES (\("\(prefix)\(number)"))")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await names().count == 100)
    }
}
