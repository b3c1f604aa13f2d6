/// A database with transactions: all that the rooms above know of storage.
///
/// A synchronous body is one transaction, run where blocking is allowed. What the body throws comes out as it was
/// thrown, after the transaction has been rolled back; the database's own failures are `StorageError`.
public protocol Database: Sendable {
    /// Reads from one consistent state of the database.
    func read<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R

    /// Reads and writes, all or nothing. When it returns, what was written is on disk and survives a crash.
    func write<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R
}
