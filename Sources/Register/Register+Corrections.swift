import Storage

extension Register {
    /// What was corrected in the delivered files, and a way to a municipality's deliveries.
    @Sendable
    static func keepCorrections(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let integer = dialect.integer
        try transaction.execute(
            """
            CREATE TABLE correction (
                delivery \(raw: integer) NOT NULL, file \(raw: integer) NOT NULL, number \(raw: integer) NOT NULL,
                sheet TEXT, cell_row \(raw: integer) NOT NULL, cell_column \(raw: integer) NOT NULL,
                content TEXT NOT NULL, field TEXT, before TEXT NOT NULL, corrected_by TEXT NOT NULL,
                corrected_at TEXT NOT NULL, PRIMARY KEY (delivery, file, number),
                FOREIGN KEY (delivery, file) REFERENCES delivery_file (delivery, position)
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute("CREATE INDEX delivery_municipality ON delivery (collection, municipality, id)")
    }

    /// An answer is about a table; those given before were about every table of their delivery.
    @Sendable
    static func answerByTable(_ transaction: any Transaction) throws {
        let dialect = transaction.dialect
        let integer = dialect.integer
        try transaction.execute("ALTER TABLE confirmation RENAME TO confirmation_before")
        try transaction.execute(
            """
            CREATE TABLE confirmation (
                delivery \(raw: integer) NOT NULL REFERENCES delivery (id), table_name TEXT NOT NULL,
                rule TEXT NOT NULL, rule_version \(raw: integer) NOT NULL, subject TEXT NOT NULL,
                reason TEXT NOT NULL, PRIMARY KEY (delivery, table_name, rule, rule_version, subject)
            )\(raw: dialect.tableOptions)
            """)
        try transaction.execute(
            """
            INSERT INTO confirmation (delivery, table_name, rule, rule_version, subject, reason)
            SELECT c.delivery, p.table_name, c.rule, c.rule_version, c.subject, c.reason
            FROM confirmation_before c JOIN part p ON p.delivery = c.delivery
            """)
        try transaction.execute("DROP TABLE confirmation_before")
    }
}
