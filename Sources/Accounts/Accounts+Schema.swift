import Storage

extension Accounts {
    /// The life of the schema, oldest first.
    static let migrations = [Migration("0001-accounts", createTables)]

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let (identity, integer, bytes) = (dialect.identity, dialect.integer, dialect.bytes)
        let person: SQL = "person \(raw: integer) NOT NULL REFERENCES person (id)"
        let tables: [(name: String, columns: SQL)] = [
            // What an organisation has said of itself. Domains and roles are words with spaces between.
            (
                "organisation",
                """
                code TEXT PRIMARY KEY, domains TEXT NOT NULL, registrar TEXT, language TEXT NOT NULL
                """
            ),
            // The secrets of apps are sealed; the password is an Argon2id hash. new_app_* is an app not yet confirmed.
            (
                "person",
                """
                id \(raw: identity), organisation TEXT NOT NULL, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
                roles TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'deactivated')),
                language TEXT NOT NULL, is_contact \(raw: integer) NOT NULL, password TEXT,
                factor TEXT CHECK (factor IN ('app', 'mail')), app_secret \(raw: bytes), app_step \(raw: integer),
                new_app_secret \(raw: bytes), new_app_at TEXT, recovery_salt \(raw: bytes), created_at TEXT NOT NULL,
                last_signed_in_at TEXT
                """
            ),
            ("recovery_code", "digest TEXT PRIMARY KEY, \(person)"),
            (
                "one_time_link",
                """
                digest TEXT PRIMARY KEY, purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'password')), \(person),
                created_at TEXT NOT NULL, expires_at TEXT NOT NULL
                """
            ),
            // The time between the password and the code.
            (
                "pending_sign_in",
                """
                digest TEXT PRIMARY KEY, \(person), created_at TEXT NOT NULL, tries \(raw: integer) NOT NULL,
                code TEXT, code_sent_at TEXT
                """
            ),
            (
                "session",
                """
                id \(raw: identity), digest TEXT NOT NULL UNIQUE, \(person), client TEXT NOT NULL,
                created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL
                """
            ),
            // Failures by account and by network, each as a digest: an address that somebody tried may be anyone's.
            (
                "failure",
                """
                subject TEXT PRIMARY KEY, failures \(raw: integer) NOT NULL, last_at TEXT NOT NULL
                """
            ),
            (
                "api_key",
                """
                id \(raw: identity), organisation TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL,
                digest TEXT NOT NULL UNIQUE, ending TEXT NOT NULL, made_by \(raw: integer) REFERENCES person (id),
                created_at TEXT NOT NULL, expires_at TEXT NOT NULL, last_used_at TEXT, revoked_at TEXT
                """
            ),
        ]
        for table in tables {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
        }
        for (table, column) in [
            ("person", "organisation"), ("recovery_code", "person"), ("one_time_link", "person"),
            ("pending_sign_in", "person"), ("session", "person"), ("api_key", "organisation"),
        ] {
            try transaction.execute(
                "CREATE INDEX \(raw: table)_\(raw: column) ON \(raw: table) (\(raw: column))")
        }
    }
}
