import Storage

extension Register {
    /// The life of the schema, oldest first.
    static let migrations = [
        Migration("0001-register", createTables), Migration("0002-events", moveLog),
        Migration("0003-corrections", keepCorrections), Migration("0004-answers-by-table", answerByTable),
        Migration("0005-asked-anew", createAskedAnew), Migration("0006-extracted-at", keepTimeOfExtract),
    ]

    /// An extract says what was known when it was made, which may be long before it is delivered.
    @Sendable
    private static func keepTimeOfExtract(_ transaction: any Transaction) throws {
        try transaction.execute("ALTER TABLE delivery ADD COLUMN extracted_at TEXT")
    }

    /// Deliveries that the municipality has been asked to make anew.
    @Sendable
    private static func createAskedAnew(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE asked_anew (delivery \(raw: dialect.integer) PRIMARY KEY REFERENCES delivery (id))
            \(raw: dialect.tableOptions)
            """)
    }

    /// The log became a room of its own, with the organisation concerned in every line.
    @Sendable
    private static func moveLog(_ transaction: any Transaction) throws {
        // The municipality ends a line about comments, and is in places 9 to 12 of a delivery number.
        try transaction.execute(
            """
            INSERT INTO access_event (logged_at, actor, organisation, act, subject)
            SELECT logged_at, actor,
                CASE WHEN act IN ('comment', 'decline') THEN SUBSTR(subject, LENGTH(subject) - 3)
                    ELSE SUBSTR(subject, 9, 4) END,
                act, subject
            FROM access_log ORDER BY id
            """)
        try transaction.execute("DROP TABLE access_log")
    }

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let (identity, integer, bytes) = (dialect.identity, dialect.integer, dialect.bytes)
        let tables: [(name: String, columns: SQL)] = [
            // Original bytes, each file once however many deliveries refer to it.
            (
                "content",
                """
                id \(raw: identity), sha256 TEXT NOT NULL UNIQUE, bytes \(raw: bytes) NOT NULL
                """
            ),
            // Months are Month.index, municipalities their number, times UTC in ISO 8601.
            (
                "delivery",
                """
                id \(raw: identity), collection TEXT NOT NULL, definition_version \(raw: integer) NOT NULL,
                month \(raw: integer) NOT NULL, municipality \(raw: integer) NOT NULL,
                sequence \(raw: integer) NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('data', 'nothing')),
                received_at TEXT NOT NULL, sender TEXT NOT NULL, checksum TEXT NOT NULL,
                supersedes \(raw: integer), UNIQUE (month, municipality, sequence)
                """
            ),
            // The rows of a table as one Segment; NULL when there was nothing to report.
            (
                "part",
                """
                delivery \(raw: integer) NOT NULL REFERENCES delivery (id), table_name TEXT NOT NULL,
                outcome TEXT NOT NULL, row_count \(raw: integer) NOT NULL, segment \(raw: bytes),
                PRIMARY KEY (delivery, table_name)
                """
            ),
            (
                "delivery_file",
                """
                delivery \(raw: integer) NOT NULL REFERENCES delivery (id), position \(raw: integer) NOT NULL,
                name TEXT NOT NULL, content \(raw: integer) NOT NULL REFERENCES content (id),
                PRIMARY KEY (delivery, position)
                """
            ),
            (
                "confirmation",
                """
                delivery \(raw: integer) NOT NULL REFERENCES delivery (id), rule TEXT NOT NULL,
                rule_version \(raw: integer) NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
                PRIMARY KEY (delivery, rule, rule_version, subject)
                """
            ),
            (
                "withdrawal",
                """
                delivery \(raw: integer) PRIMARY KEY REFERENCES delivery (id), withdrawn_at TEXT NOT NULL,
                sender TEXT NOT NULL, reason TEXT NOT NULL
                """
            ),
            // What a municipality says about a collection, not about a month.
            (
                "answer",
                """
                id \(raw: identity), collection TEXT NOT NULL, municipality \(raw: integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('comment', 'decline')), sender TEXT NOT NULL,
                received_at TEXT NOT NULL
                """
            ),
            (
                "answer_text",
                """
                answer \(raw: integer) NOT NULL REFERENCES answer (id),
                role TEXT NOT NULL CHECK (role IN ('text', 'respondent', 'reason')), field TEXT NOT NULL,
                content TEXT NOT NULL, PRIMARY KEY (answer, role, field)
                """
            ),
            // Who did what: the act, never the contents of rows.
            (
                "access_log",
                """
                id \(raw: identity), logged_at TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
                subject TEXT NOT NULL
                """
            ),
        ]
        for table in tables {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
        }
        try transaction.execute(
            "CREATE INDEX delivery_place ON delivery (collection, month, municipality, sequence DESC)")
        try transaction.execute("CREATE INDEX answer_place ON answer (collection, kind, municipality)")
        for statement in dialect.appendOnly("access_log") { try transaction.execute(statement) }
    }
}
