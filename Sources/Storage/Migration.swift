/// A step in the life of the schema. Once released it is never changed, only followed by another.
public struct Migration: Sendable {
    /// Stable and ordered by eye: "0001-deliveries".
    public let name: String
    /// What the step does.
    public let steps: @Sendable (any Transaction) throws -> Void

    /// A step called `name`.
    public init(_ name: String, _ steps: @escaping @Sendable (any Transaction) throws -> Void) {
        self.name = name
        self.steps = steps
    }
}

extension Database {
    /// Applies, in one transaction, those of `migrations` that the database has not had.
    ///
    /// Throws `StorageError.newerSchema` when the database has had others, from a newer version of the program.
    public func migrate(_ migrations: [Migration]) async throws {
        let names = migrations.map(\.name)
        // Reading first: a program that only reads never waits for one that writes.
        if let applied = try? await read({ try Self.applied($0) }), applied == names { return }
        try await write { transaction in
            let dialect = transaction.dialect
            try transaction.execute(
                """
                CREATE TABLE IF NOT EXISTS migration (
                    position \(raw: dialect.integer) PRIMARY KEY, name TEXT NOT NULL UNIQUE
                )\(raw: dialect.tableOptions)
                """)
            let applied = try Self.applied(transaction)
            guard names.starts(with: applied) else {
                throw StorageError.newerSchema(applied.first { !names.contains($0) } ?? applied.joined(separator: ", "))
            }
            for (position, migration) in migrations.enumerated().dropFirst(applied.count) {
                try migration.steps(transaction)
                try transaction.execute(
                    "INSERT INTO migration (position, name) VALUES (\(position), \(migration.name))")
            }
        }
    }

    private static func applied(_ transaction: any Transaction) throws -> [String] {
        try transaction.all("SELECT name FROM migration ORDER BY position") { $0.text(0) }
    }
}
