/// A database with transactions: all that the rooms above know of storage.
///
/// A synchronous body is one transaction, run where blocking is allowed. What the body throws comes out as it was
/// thrown, after the transaction has been rolled back; the database's own failures are `StorageError`.
public protocol Database: Sendable {
    /// Reads from one consistent state of the database.
    func read<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R

    /// Reads and writes, all or nothing. When it returns, what was written is on disk and survives a crash.
    func write<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R

    /// Copies the whole of one consistent state to a file at `path`, which must not exist, while others read and write.
    ///
    /// The file is there when it is whole, and only its owner may read it.
    func backUp(to path: String) async throws

    /// Replaces everything by a file that `backUp` made, all or nothing, while others wait.
    ///
    /// What was there is copied to `earlier`, which must not exist, with all that was ever written.
    /// Throws `StorageError.notADatabase` or `.corrupt` for another file, and then changes nothing.
    func restore(from path: String, keeping earlier: String) async throws
}
