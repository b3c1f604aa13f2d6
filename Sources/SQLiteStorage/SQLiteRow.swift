import GRDBSQLite
import Storage

/// The row a statement stands at.
struct SQLiteRow: Row {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int {
        Int(sqlite3_column_int64(statement, Int32(column)))
    }

    func text(_ column: Int) -> String {
        // The text first, its length after: SQLite may convert it on the way.
        let start = sqlite3_column_text(statement, Int32(column))
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func withBytes<R>(_ column: Int, _ body: (Span<UInt8>) throws -> R) rethrows -> R {
        let start = sqlite3_column_blob(statement, Int32(column))
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
        return try bytes.withMemoryRebound(to: UInt8.self) { try body($0.span) }
    }
}
