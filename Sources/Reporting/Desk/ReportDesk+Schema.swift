import Storage

extension ReportDesk {
    /// The life of the schema, oldest first.
    static let migrations = [
        Migration("0001-report-desk", createTables), Migration("0002-report-changes", createChanges),
    ]

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let (identity, integer) = (dialect.identity, dialect.integer)
        // Months are Month.index, municipalities their number, times UTC in ISO 8601.
        let report: SQL = "kind TEXT NOT NULL, municipality \(raw: integer) NOT NULL, month \(raw: integer) NOT NULL"
        try transaction.execute(
            """
            CREATE TABLE report_work (
                id \(raw: identity), \(report), edition \(raw: integer) NOT NULL, revision \(raw: integer) NOT NULL,
                state TEXT NOT NULL
                    CHECK (state IN ('draft', 'locked', 'review', 'approved', 'published', 'withdrawn')),
                state_by TEXT NOT NULL, state_at TEXT NOT NULL, choices TEXT NOT NULL, known_until TEXT,
                carried_from \(raw: integer), changed_by TEXT NOT NULL, changed_at TEXT NOT NULL,
                sender TEXT, sent_by TEXT NOT NULL, sent_at TEXT,
                back_reason TEXT, back_by TEXT NOT NULL, back_at TEXT,
                UNIQUE (kind, municipality, month)
            )\(raw: dialect.tableOptions)
            """)
        let growing: [(name: String, columns: SQL)] = [
            (
                "report_step",
                """
                id \(raw: identity), \(report), edition \(raw: integer) NOT NULL, act TEXT NOT NULL,
                reason TEXT NOT NULL, taken_by TEXT NOT NULL, taken_at TEXT NOT NULL
                """
            ),
            (
                "published_report",
                """
                id \(raw: identity), \(report), edition \(raw: integer) NOT NULL, title TEXT NOT NULL,
                published_by TEXT NOT NULL, published_at TEXT NOT NULL, UNIQUE (kind, municipality, month, edition)
                """
            ),
            (
                "published_form",
                """
                id \(raw: identity), report \(raw: integer) NOT NULL REFERENCES published_report (id),
                form TEXT NOT NULL, media_type TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
                size \(raw: integer) NOT NULL, body \(raw: dialect.bytes) NOT NULL, UNIQUE (report, form)
                """
            ),
            (
                "published_withdrawal",
                """
                report \(raw: integer) PRIMARY KEY REFERENCES published_report (id), reason TEXT NOT NULL,
                withdrawn_by TEXT NOT NULL, withdrawn_at TEXT NOT NULL
                """
            ),
        ]
        for table in growing {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
            for statement in dialect.appendOnly(table.name) { try transaction.execute(statement) }
        }
        try transaction.execute("CREATE INDEX report_step_place ON report_step (kind, municipality, month, id)")
    }

    @Sendable
    private static func createChanges(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE report_change (
                id \(raw: dialect.identity), step \(raw: dialect.integer) NOT NULL REFERENCES report_step (id),
                subject TEXT NOT NULL, text_before TEXT NOT NULL, text_after TEXT NOT NULL
            )\(raw: dialect.tableOptions)
            """)
        for statement in dialect.appendOnly("report_change") { try transaction.execute(statement) }
        try transaction.execute("CREATE INDEX report_change_step ON report_change (step)")
    }
}
