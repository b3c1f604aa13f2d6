import GRDB
public import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A database in one SQLite file beside its write-ahead log: one writer, many readers, in any number of processes.
public struct SQLiteDatabase: Storage.Database {
    let pool: DatabasePool

    /// Opens the database at `path`, creating the file when missing, for its owner only. Throws `StorageError`.
    public init(path: String) throws(StorageError) {
        // Before SQLite does, which lets the whole machine read. The write-ahead log takes after the file.
        let made = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if made >= 0 { close(made) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        // As many as there are threads that may ask, so that none waits for another.
        configuration.maximumReaderCount = max(5, ProcessInfo.processInfo.activeProcessorCount + 1)
        // Rows come as segments of a few kilobytes: with larger pages most of them lie in one piece.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 8192") }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB opens with NORMAL, where the last transactions may be lost with the power. A receipt may not.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw StorageError(error)
        }
    }

    /// Opens `underlag.sqlite` in `folder`, creating both when missing, the folder for its owner only. Throws
    /// `StorageError`.
    public init(folder: String) throws(StorageError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotOpen(folder)
        }
        try self.init(path: folder + "/underlag.sqlite")
    }

    /// Reads on a connection of its own, beside a writer and other readers.
    public func read<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        do {
            return try readHere(body)
        } catch {
            throw StorageError.mapped(error)
        }
    }

    /// Reads on the caller's thread: a reader waits for nobody, and being handed to another thread and back costs more
    /// than the few rows of a page.
    private func readHere<R>(_ body: (any Transaction) throws -> R) throws -> R {
        try pool.read { try body(SQLiteTransaction($0)) }
    }

    /// Writes, one transaction at a time; waits at most ten seconds for another program.
    public func write<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        do {
            return try await pool.write { try body(SQLiteTransaction($0)) }
        } catch {
            throw StorageError.mapped(error)
        }
    }
}
