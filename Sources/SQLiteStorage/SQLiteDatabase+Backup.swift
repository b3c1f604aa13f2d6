import GRDB
import Storage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SQLiteDatabase {
    /// Copies a consistent state by SQLite's online backup: writers go on beside it.
    public func backUp(to path: String) async throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { throw StorageError.cannotOpen(path) }
        let unfinished = path + ".unfinished"
        try? files.removeItem(atPath: unfinished)
        // Made with its rights before anything is in it.
        guard files.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageError.cannotOpen(path)
        }
        do {
            let copy = try DatabaseQueue(path: unfinished)
            try pool.backup(to: copy)
            // One file, readable by anyone with SQLite, without a log beside it.
            try await copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try files.moveItem(atPath: unfinished, toPath: path)
        } catch {
            try? files.removeItem(atPath: unfinished)
            throw StorageError.mapped(error)
        }
    }

    /// Replaces everything, after looking through the whole file.
    public func restore(from path: String) async throws {
        do {
            var readOnly = Configuration()
            readOnly.readonly = true
            let source = try DatabaseQueue(path: path, configuration: readOnly)
            try await source.read { database in
                guard try database.tableExists("migration") else { throw StorageError.notADatabase }
                let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check")
                guard verdict == "ok" else { throw StorageError.corrupt(verdict ?? path) }
            }
            try source.backup(to: pool)
            try source.close()
        } catch {
            throw StorageError.mapped(error)
        }
    }
}
