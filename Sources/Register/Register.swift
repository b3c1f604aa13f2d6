import AccessLog
public import Storage

/// The register (*registret*): keeps every delivery as it came, and answers questions about what is current.
///
/// A correction is a new delivery; nothing is rewritten. What counts for a table, municipality and month is the newest
/// delivery that has the table and is not withdrawn. When a call returns, what it did is on disk.
public struct Register: Sendable {
    let database: any Database

    /// Opens the register in `database`, bringing its schema up to date.
    public init(_ database: any Database) async throws(RegisterError) {
        self.database = database
        do {
            try await AccessLog.prepare(database)
            try await database.migrate(Self.migrations, room: "register")
        } catch {
            throw RegisterError(error)
        }
    }

    func read<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(RegisterError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw RegisterError(error)
        }
    }

    func write<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(RegisterError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw RegisterError(error)
        }
    }
}

extension RegisterError {
    /// What a transaction threw: our own refusal, or the database's failure.
    init(_ error: any Error) {
        switch error {
        case let error as RegisterError: self = error
        case let error as StorageError: self = .storage(error)
        default: self = .alongside(error)
        }
    }
}
