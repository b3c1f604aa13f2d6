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
    /// Applies, in one transaction, those of a room's `migrations` that the database has not had.
    ///
    /// Each room that keeps something has a life of its own: its steps are named `room/name`. Throws
    /// `StorageError.newerSchema` when the database has had others, from a newer version of the program.
    public func migrate(_ migrations: [Migration], room: String) async throws {
        let names = migrations.map { "\(room)/\($0.name)" }
        // Reading first: a program that only reads never waits for one that writes.
        if let applied = try? await read({ try Self.applied($0, room) }), applied == names { return }
        try await write { transaction in
            let dialect = transaction.dialect
            try transaction.execute(
                """
                CREATE TABLE IF NOT EXISTS migration (
                    position \(raw: dialect.integer) PRIMARY KEY, name TEXT NOT NULL UNIQUE
                )\(raw: dialect.tableOptions)
                """)
            let applied = try Self.applied(transaction, room)
            guard names.starts(with: applied) else {
                throw StorageError.newerSchema(applied.first { !names.contains($0) } ?? applied.joined(separator: ", "))
            }
            for (migration, name) in zip(migrations, names).dropFirst(applied.count) {
                try migration.steps(transaction)
                try transaction.execute(
                    """
                    INSERT INTO migration (position, name)
                    SELECT COALESCE(MAX(position), -1) + 1, \(name) FROM migration
                    """)
            }
        }
    }

    private static func applied(_ transaction: any Transaction, _ room: String) throws -> [String] {
        // The first steps of the register were named before there were other rooms.
        try transaction.all(
            """
            SELECT name FROM (
                SELECT position, CASE name WHEN '0001-register' THEN 'register/0001-register' ELSE name END AS name
                FROM migration
            ) AS named WHERE name LIKE \(room + "/%") ORDER BY position
            """
        ) { $0.text(0) }
    }
}
