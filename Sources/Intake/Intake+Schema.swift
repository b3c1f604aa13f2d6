import Storage

extension Intake {
    /// The life of the schema, oldest first.
    static let migrations = [
        Migration("0001-intake", createTables), Migration("0002-errands", createErrands),
        Migration("0003-promised-errands", addPromises),
    ]

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let (identity, integer) = (dialect.identity, dialect.integer)
        let tables: [(name: String, columns: SQL)] = [
            // Months are Month.index, municipalities their number, times UTC in ISO 8601.
            (
                "draft",
                """
                id \(raw: identity), token TEXT NOT NULL UNIQUE, municipality \(raw: integer) NOT NULL,
                collection TEXT NOT NULL, month \(raw: integer),
                purpose TEXT NOT NULL CHECK (purpose IN ('deliver', 'test')),
                channel TEXT NOT NULL CHECK (channel IN ('portal', 'api')),
                state TEXT NOT NULL CHECK (state IN ('open', 'superseded', 'submitted', 'closed')),
                revision \(raw: integer) NOT NULL, occasion TEXT NOT NULL, created_at TEXT NOT NULL,
                updated_at TEXT NOT NULL, sender TEXT NOT NULL, sender_name TEXT NOT NULL, sender_email TEXT,
                sender_actor TEXT NOT NULL, closed_at TEXT, closed_by TEXT, newer TEXT, deliveries TEXT
                """
            ),
            // Without content when the file may not stay with us.
            (
                "draft_file",
                """
                draft \(raw: integer) NOT NULL REFERENCES draft (id), position \(raw: integer) NOT NULL,
                name TEXT NOT NULL, byte_count \(raw: integer) NOT NULL,
                content \(raw: integer) REFERENCES content (id), PRIMARY KEY (draft, position)
                """
            ),
            (
                "draft_correction",
                """
                draft \(raw: integer) NOT NULL REFERENCES draft (id), number \(raw: integer) NOT NULL,
                file \(raw: integer) NOT NULL, sheet TEXT, cell_row \(raw: integer) NOT NULL,
                cell_column \(raw: integer) NOT NULL, content TEXT NOT NULL, field TEXT, before TEXT NOT NULL,
                corrected_by TEXT NOT NULL, corrected_at TEXT NOT NULL, PRIMARY KEY (draft, number)
                """
            ),
            (
                "draft_answer",
                """
                draft \(raw: integer) NOT NULL REFERENCES draft (id), table_name TEXT NOT NULL, rule TEXT NOT NULL,
                rule_version \(raw: integer) NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
                PRIMARY KEY (draft, table_name, rule, rule_version, subject)
                """
            ),
            // Stays when its draft has been cleared away.
            (
                "attempt",
                """
                id \(raw: identity), draft TEXT NOT NULL, revision \(raw: integer) NOT NULL,
                municipality \(raw: integer) NOT NULL, collection TEXT NOT NULL, month \(raw: integer),
                purpose TEXT NOT NULL, channel TEXT NOT NULL, occasion TEXT NOT NULL, sender TEXT NOT NULL,
                sender_name TEXT NOT NULL, attempted_at TEXT NOT NULL, outcome TEXT NOT NULL,
                row_count \(raw: integer) NOT NULL, errors \(raw: integer) NOT NULL,
                warnings \(raw: integer) NOT NULL, is_late \(raw: integer) NOT NULL, delivery \(raw: integer),
                UNIQUE (draft, revision)
                """
            ),
            (
                "attempt_rule",
                """
                attempt \(raw: integer) NOT NULL REFERENCES attempt (id), table_name TEXT NOT NULL,
                rule TEXT NOT NULL, severity TEXT NOT NULL, finding_count \(raw: integer) NOT NULL,
                PRIMARY KEY (attempt, table_name, rule, severity)
                """
            ),
        ]
        for table in tables {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
        }
        // Two people who put in a file at the same moment do not get a draft each.
        try transaction.execute(
            """
            CREATE UNIQUE INDEX draft_place ON draft (collection, municipality, month)
            WHERE state = 'open' AND purpose = 'deliver'
            """)
        try transaction.execute("CREATE INDEX draft_month ON draft (collection, month, municipality, id)")
        try transaction.execute("CREATE INDEX draft_municipality ON draft (municipality, state)")
        try transaction.execute("CREATE INDEX draft_file_content ON draft_file (content)")
        try transaction.execute("CREATE INDEX draft_updated ON draft (updated_at)")
        try transaction.execute("CREATE INDEX attempt_month ON attempt (collection, month, municipality, id)")
    }

    /// What systems have asked for by keys of their own, so that it is done once. Keys and contents are digests.
    @Sendable
    private static func createErrands(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE errand (
                municipality \(raw: dialect.integer) NOT NULL, errand_key TEXT NOT NULL, content TEXT NOT NULL,
                draft TEXT, answers TEXT NOT NULL, claimed_until TEXT NOT NULL, created_at TEXT NOT NULL,
                deliveries TEXT, PRIMARY KEY (municipality, errand_key)
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute("CREATE INDEX errand_draft ON errand (draft)")
    }

    /// Which errands are to be concluded without being asked for again.
    @Sendable
    private static func addPromises(_ transaction: any Transaction) throws {
        let integer = transaction.dialect.integer
        try transaction.execute("ALTER TABLE errand ADD COLUMN is_promised \(raw: integer) NOT NULL DEFAULT 0")
        try transaction.execute("CREATE INDEX errand_promised ON errand (claimed_until) WHERE is_promised = 1")
    }
}
