public import Storage
public import Tabular

/// Bytes that are kept once, by their SHA-256, however many refer to them.
public struct Content: Sendable {
    /// In lower-case hexadecimal.
    public let sha256: String
    /// As they came.
    public let bytes: FileBytes

    /// Content of these bytes.
    public init(_ bytes: FileBytes) {
        self.bytes = bytes
        sha256 = Checksum.of(bytes)
    }
}

extension Transaction {
    /// Keeps the content, unless it is kept already; the id to refer to it by (`content.id`).
    public func keep(_ content: Content) throws -> Int {
        try first("SELECT id FROM content WHERE sha256 = \(content.sha256)") { $0.integer(0) }
            ?? content.bytes.withBytes { bytes in
                try identity(
                    of:
                        "INSERT INTO content (sha256, bytes) VALUES (\(content.sha256), \(borrowing: bytes)) RETURNING id"
                )
            }
    }

    /// Removes the content, unless a delivery has it. Whoever else refers to it must have let go.
    public func dropContent(_ id: Int) throws {
        try execute(
            """
            DELETE FROM content WHERE id = \(id) AND NOT EXISTS (SELECT 1 FROM delivery_file WHERE content = \(id))
            """)
    }
}
