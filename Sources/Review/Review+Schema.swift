import Register
import Storage

extension Review {
    /// The life of the schema, oldest first.
    static let migrations = [
        Migration("0001-review", createTables), Migration("0002-asked-anew", askAnew),
    ]

    /// Tells the register what had been returned before it asked.
    @Sendable
    private static func askAnew(_ transaction: any Transaction) throws {
        let last = try transaction.decisions(
            "id IN (SELECT MAX(id) FROM review_decision GROUP BY month, municipality, sequence)")
        for decision in last where decision.state.isReturned { try transaction.setAskedAnew(decision.number, true) }
    }

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let (identity, integer) = (dialect.identity, dialect.integer)
        // All of them grow only: a decision is followed by another, never rewritten. Months are Month.index.
        let tables: [(name: String, columns: SQL)] = [
            (
                "review_decision",
                """
                id \(raw: identity), collection TEXT NOT NULL, month \(raw: integer) NOT NULL,
                municipality \(raw: integer) NOT NULL, sequence \(raw: integer) NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'automatic', 'returned')),
                message TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at TEXT NOT NULL
                """
            ),
            // Which reasons keep a delivery from being approved automatically, as words with blanks between.
            (
                "review_setting",
                """
                id \(raw: identity), collection TEXT NOT NULL, is_on \(raw: integer) NOT NULL, blocking TEXT NOT NULL,
                set_by TEXT NOT NULL, set_at TEXT NOT NULL
                """
            ),
            // Where a free text belongs; no target = undecided again.
            (
                "recoding",
                """
                id \(raw: identity), collection TEXT NOT NULL, table_name TEXT NOT NULL, wording TEXT NOT NULL,
                target TEXT CHECK (target IN ('code', 'stays', 'outside')), code \(raw: integer), reason TEXT NOT NULL,
                decided_by TEXT NOT NULL, decided_at TEXT NOT NULL
                """
            ),
            (
                "export_package",
                """
                id \(raw: identity), collection TEXT NOT NULL, month \(raw: integer) NOT NULL,
                sequence \(raw: integer) NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('everything', 'late')),
                sha256 TEXT NOT NULL, bytes \(raw: integer) NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL,
                UNIQUE (collection, month, sequence)
                """
            ),
            (
                "export_delivery",
                """
                export \(raw: integer) NOT NULL REFERENCES export_package (id),
                municipality \(raw: integer) NOT NULL, sequence \(raw: integer) NOT NULL,
                PRIMARY KEY (export, municipality, sequence)
                """
            ),
        ]
        for table in tables {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
            for statement in dialect.appendOnly(table.name) { try transaction.execute(statement) }
        }
        try transaction.execute(
            "CREATE INDEX review_decision_place ON review_decision (collection, month, municipality, sequence, id)")
        try transaction.execute("CREATE INDEX recoding_place ON recoding (collection, table_name, wording, id)")
    }
}
