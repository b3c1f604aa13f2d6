import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite("Opening and migrating a database", .fewAtATime)
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> SQLiteDatabase { try SQLiteDatabase(folder: folder.url.path) }

    private static func creating(_ table: String) -> Migration {
        Migration("\(table)-made") { try $0.execute("CREATE TABLE \(raw: table) (id INTEGER PRIMARY KEY) STRICT") }
    }

    @Test("Missing folders are made")
    func makesFolders() throws {
        let path = folder.url.path + "/a/b"
        _ = try SQLiteDatabase(folder: path)
        #expect(FileManager.default.fileExists(atPath: path + "/underlag.sqlite"))
    }

    @Test("Nobody else on the machine can read the file or its log, even in a folder that is open to all")
    func isPrivate() async throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        let database = try open()
        try await database.migrate([Self.creating("private")], room: "test")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files.contains("underlag.sqlite") && files.contains("underlag.sqlite-wal"))
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(file).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
    }

    @Test("A file that is something else is said to be no database")
    func notADatabase() throws {
        try Data("löpnr;0;1;2\n".utf8).write(to: folder.file("underlag.sqlite"))
        #expect(throws: StorageError.notADatabase) { try open() }
    }

    @Test("A folder that is a file cannot be opened")
    func folderIsFile() throws {
        try Data().write(to: folder.file("register"))
        let path = folder.file("register").path
        #expect(throws: StorageError.cannotOpen(path)) { try SQLiteDatabase(folder: path) }
    }

    @Test("Each migration is applied once, in order, however often and late it comes")
    func onceInOrder() async throws {
        try await open().migrate([Self.creating("one")], room: "test")
        let database = try open()
        for _ in 0..<2 { try await database.migrate([Self.creating("one"), Self.creating("two")], room: "test") }
        let applied = try await database.read {
            try $0.all("SELECT name FROM migration ORDER BY position") { $0.text(0) }
        }
        #expect(applied == ["test/one-made", "test/two-made"])
    }

    @Test("A migration that fails leaves nothing of itself or of those before it")
    func allOrNothing() async throws {
        let database = try open()
        let faulty = Migration("faulty") { try $0.execute("CREATE TABLE one (id INTEGER)") }
        await #expect(throws: StorageError.self) {
            try await database.migrate([Self.creating("one"), faulty], room: "test")
        }
        // The table is free to be made again.
        try await database.migrate([Self.creating("one")], room: "test")
    }

    @Test("A database from a newer version of the program is left alone")
    func newerSchema() async throws {
        let database = try open()
        try await database.migrate([Self.creating("one"), Self.creating("two")], room: "test")
        await #expect(throws: StorageError.newerSchema("test/two-made")) {
            try await database.migrate([Self.creating("one")], room: "test")
        }
    }
}
