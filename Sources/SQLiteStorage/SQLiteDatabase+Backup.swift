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
        do {
            try pool.copy(to: path)
        } catch {
            throw StorageError.mapped(error)
        }
    }

    /// Replaces everything, after looking through the whole file.
    public func restore(from path: String, keeping earlier: String) async throws {
        do {
            var readOnly = Configuration()
            readOnly.readonly = true
            let source = try DatabaseQueue(path: path, configuration: readOnly)
            try await source.read { database in
                guard try database.tableExists("migration") else { throw StorageError.notADatabase }
                let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check")
                guard verdict == "ok" else { throw StorageError.corrupt(verdict ?? path) }
            }
            let present = try DatabaseQueue(path: pool.path, configuration: readOnly)
            var isKept = false
            // SQLite keeps every other writer out from the first page to the last, but not readers: what is copied
            // after that page is all that anybody was told is written. A database has more pages than one.
            try source.backup(to: pool, pagesPerStep: 1) { progress in
                guard !isKept, !progress.isCompleted else { return }
                try present.copy(to: earlier)
                isKept = true
            }
            try present.close()
            try source.close()
        } catch {
            throw StorageError.mapped(error)
        }
    }
}

extension DatabaseReader {
    /// Copies to a file that is there when it is whole.
    fileprivate func copy(to path: String) throws {
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
            try backup(to: copy)
            // One file, readable by anyone with SQLite, without a log beside it.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try files.moveItem(atPath: unfinished, toPath: path)
        } catch {
            try? files.removeItem(atPath: unfinished)
            throw error
        }
    }
}
