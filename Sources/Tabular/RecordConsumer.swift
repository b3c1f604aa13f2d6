/// A filled cell of a record: its column, and its bytes where they lie.
public struct RecordCell {
    /// From 0.
    public var column: Int32
    /// In bytes, at least 1.
    public var length: Int32
    /// Valid until the next record.
    public var bytes: UnsafePointer<UInt8>

    /// A cell of `length` bytes at `bytes`.
    @inlinable
    public init(column: Int32, length: Int32, bytes: UnsafePointer<UInt8>) {
        self.column = column
        self.length = length
        self.bytes = bytes
    }

    /// The bytes as a buffer.
    @inlinable
    public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: Int(length)) }
}

/// What is fed with records, from whichever kind of file.
public protocol RecordConsumer {
    /// Takes the filled cells of one record, left to right.
    ///
    /// `row` is the line or sheet row as the user sees it; `width` the number of cells with blanks counted, 0 where
    /// the file does not say. Returns false to stop.
    mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool
}
