/// The few things that engines call differently, used by migrations.
public struct Dialect: Sendable {
    /// A whole number that the database counts up, the key of its table.
    public let identity: String
    /// A whole number of 64 bits.
    public let integer: String
    /// Bytes.
    public let bytes: String
    /// What is said after a table's closing bracket.
    public let tableOptions: String
    /// The statements that make a table refuse changes of its rows and their removal.
    public let appendOnly: @Sendable (_ table: String) -> [SQL]

    /// A dialect from its parts.
    public init(
        identity: String, integer: String, bytes: String, tableOptions: String,
        appendOnly: @escaping @Sendable (_ table: String) -> [SQL]
    ) {
        self.identity = identity
        self.integer = integer
        self.bytes = bytes
        self.tableOptions = tableOptions
        self.appendOnly = appendOnly
    }
}
