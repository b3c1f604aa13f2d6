import Storage

extension Dialect {
    static let sqlite = Dialect(
        identity: "INTEGER PRIMARY KEY",
        integer: "INTEGER",
        bytes: "BLOB",
        tableOptions: " STRICT",
        appendOnly: { table in
            ["UPDATE", "DELETE"].map { act in
                """
                CREATE TRIGGER \(raw: table)_no_\(raw: act.lowercased()) BEFORE \(raw: act) ON \(raw: table)
                BEGIN SELECT RAISE(ABORT, '\(raw: table) only grows'); END
                """
            }
        })
}
