/// A row of a result; columns are counted from 0.
public protocol Row {
    /// Whether the column is NULL.
    func isNull(_ column: Int) -> Bool
    /// A whole number; 0 for NULL.
    func integer(_ column: Int) -> Int
    /// A text; empty for NULL.
    func text(_ column: Int) -> String
    /// Lends the bytes of the column without copying them; none for NULL.
    func withBytes<R>(_ column: Int, _ body: (Span<UInt8>) throws -> R) rethrows -> R
}

extension Row {
    /// A copy of the bytes of the column.
    public func bytes(_ column: Int) -> [UInt8] {
        withBytes(column) { span in span.withUnsafeBufferPointer { Array($0) } }
    }

    /// A text, or `nil` for NULL.
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// A whole number, or `nil` for NULL.
    public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }
}
