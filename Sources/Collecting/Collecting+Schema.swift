import Storage

extension Collecting {
    /// The life of the schema, oldest first.
    static let migrations = [
        Migration("0001-collecting", createTables), Migration("0002-municipality-note", createNotes),
    ]

    @Sendable
    private static func createTables(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        // Months are Month.index, municipalities their number, days ISO 8601, times UTC in ISO 8601.
        for table in planning(dialect) + reminding(dialect) + asking(dialect) {
            try transaction.execute("CREATE TABLE \(raw: table.name) (\(table.columns))\(raw: dialect.tableOptions)")
        }
        try transaction.execute("CREATE INDEX period_change_place ON period_change (collection, month)")
        try transaction.execute("CREATE INDEX due_extension_place ON due_extension (collection, month)")
        try transaction.execute("CREATE INDEX obligation_place ON obligation (collection)")
        try transaction.execute("CREATE INDEX reminder_round_place ON reminder_round (collection, month)")
        try transaction.execute("CREATE INDEX question_place ON question (collection, municipality)")
        try transaction.execute("CREATE INDEX question_entry_question ON question_entry (question)")
        try transaction.execute("CREATE INDEX letter_decision ON letter (decision)")
        // What the authority has decided is added to, never changed.
        for table in ["period_change", "due_extension", "obligation", "obligation_unit", "question_entry"] {
            for statement in dialect.appendOnly(table) { try transaction.execute(statement) }
        }
    }

    @Sendable
    private static func createNotes(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        try transaction.execute(
            """
            CREATE TABLE municipality_note (
                id \(raw: dialect.identity), municipality \(raw: dialect.integer) NOT NULL, body TEXT NOT NULL,
                written_by TEXT NOT NULL, written_at TEXT NOT NULL
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute("CREATE INDEX municipality_note_place ON municipality_note (municipality)")
        for statement in dialect.appendOnly("municipality_note") { try transaction.execute(statement) }
    }

    private typealias Table = (name: String, columns: SQL)

    private static func planning(_ dialect: Dialect) -> [Table] {
        let (identity, integer) = (dialect.identity, dialect.integer)
        return [
            (
                "period_change",
                """
                id \(raw: identity), collection TEXT NOT NULL, month \(raw: integer) NOT NULL, kind TEXT NOT NULL,
                day TEXT, reason TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at TEXT NOT NULL
                """
            ),
            (
                "due_extension",
                """
                id \(raw: identity), collection TEXT NOT NULL, month \(raw: integer) NOT NULL,
                municipality \(raw: integer) NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL, given_by TEXT NOT NULL,
                given_at TEXT NOT NULL
                """
            ),
            (
                "obligation",
                """
                id \(raw: identity), collection TEXT NOT NULL, municipality \(raw: integer) NOT NULL,
                first_month \(raw: integer), last_month \(raw: integer), owes \(raw: integer) NOT NULL,
                reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at TEXT NOT NULL
                """
            ),
            (
                "obligation_unit",
                """
                obligation \(raw: integer) NOT NULL REFERENCES obligation (id), position \(raw: integer) NOT NULL,
                name TEXT NOT NULL, PRIMARY KEY (obligation, position)
                """
            ),
        ]
    }

    private static func reminding(_ dialect: Dialect) -> [Table] {
        let (identity, integer) = (dialect.identity, dialect.integer)
        return [
            // Whose copy goes with the calendar's later reminders.
            ("manager", "municipality \(raw: integer) PRIMARY KEY, email TEXT NOT NULL"),
            (
                "reminder_template",
                """
                collection TEXT NOT NULL, phase TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
                saved_by TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (collection, phase)
                """
            ),
            // A reminder of the calendar has its place in the calendar, one by hand the key of the form it came with:
            // either is sent once.
            (
                "reminder_round",
                """
                id \(raw: identity), collection TEXT NOT NULL, month \(raw: integer) NOT NULL, ordinal \(raw: integer),
                form_key TEXT UNIQUE, subject TEXT NOT NULL, body TEXT NOT NULL, sent_by TEXT NOT NULL,
                sent_at TEXT NOT NULL, UNIQUE (collection, month, ordinal)
                """
            ),
            (
                "reminder",
                """
                reminder_round \(raw: integer) NOT NULL REFERENCES reminder_round (id),
                municipality \(raw: integer) NOT NULL, outcome TEXT NOT NULL,
                PRIMARY KEY (reminder_round, municipality)
                """
            ),
            (
                "reminder_address",
                """
                reminder_round \(raw: integer) NOT NULL REFERENCES reminder_round (id),
                municipality \(raw: integer) NOT NULL, position \(raw: integer) NOT NULL, address TEXT NOT NULL,
                PRIMARY KEY (reminder_round, municipality, position)
                """
            ),
            // What has been written about, so that it is written about once.
            ("letter", "name TEXT PRIMARY KEY, decision \(raw: integer), queued_at TEXT NOT NULL"),
        ]
    }

    private static func asking(_ dialect: Dialect) -> [Table] {
        let (identity, integer) = (dialect.identity, dialect.integer)
        return [
            (
                "question",
                """
                id \(raw: identity), collection TEXT NOT NULL, municipality \(raw: integer) NOT NULL,
                month \(raw: integer), delivery TEXT, topic TEXT NOT NULL, status TEXT NOT NULL, asked_at TEXT NOT NULL
                """
            ),
            (
                "question_entry",
                """
                id \(raw: identity), question \(raw: integer) NOT NULL REFERENCES question (id),
                from_authority \(raw: integer) NOT NULL, author TEXT NOT NULL, email TEXT, language TEXT NOT NULL,
                body TEXT NOT NULL, written_at TEXT NOT NULL
                """
            ),
        ]
    }
}
