import GRDB
import GRDBSQLite
import Storage

/// A transaction that GRDB has begun. Statements are bound and stepped directly: bulk work is where the time goes.
struct SQLiteTransaction: Transaction {
    let dialect = Dialect.sqlite
    private let connection: GRDB.Database

    init(_ connection: GRDB.Database) {
        self.connection = connection
    }

    func forEach(_ sql: Storage.SQL, _ body: (any Storage.Row) throws -> Void) throws {
        let text = sql.text
        do {
            var statement = try connection.cachedStatement(sql: text)
            // The same statement may be running further out.
            if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try connection.makeStatement(sql: text) }
            try withExtendedLifetime(statement) {
                try run(statement.sqliteStatement, sql.values, body)
            }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    private func run(
        _ statement: OpaquePointer, _ values: [Storage.SQL.Value], _ body: (any Storage.Row) throws -> Void
    ) throws {
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (place, value) in values.enumerated() {
            try check(bind(value, to: statement, at: Int32(place + 1)))
        }
        let row = SQLiteRow(statement: statement)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    private func bind(_ value: Storage.SQL.Value, to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch value {
        case .null:
            sqlite3_bind_null(statement, place)
        case .integer(let number):
            sqlite3_bind_int64(statement, place, Int64(number))
        case .text(let text):
            // A nil destructor means that the bytes stay where they are; -1 that SQLite takes a copy.
            text.utf8.withContiguousStorageIfAvailable {
                sqlite3_bind_text64(
                    statement, place, UnsafeRawPointer($0.baseAddress)?.assumingMemoryBound(to: CChar.self),
                    UInt64($0.count), copied, UInt8(SQLITE_UTF8))
            } ?? sqlite3_bind_text(statement, place, text, -1, copied)
        case .bytes(let bytes):
            bytes.withUnsafeBytes { bind($0, to: statement, at: place, copied) }
        case .borrowed(let bytes):
            bind(bytes, to: statement, at: place, nil)
        }
    }

    private func bind(
        _ bytes: UnsafeRawBufferPointer, to statement: OpaquePointer, at place: Int32,
        _ keep: sqlite3_destructor_type?
    ) -> Int32 {
        // Without an address SQLite would bind NULL.
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(statement, place, 0)
            : sqlite3_bind_blob64(statement, place, bytes.baseAddress, UInt64(bytes.count), keep)
    }

    private var copied: sqlite3_destructor_type? {
        unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
    }

    private func check(_ code: Int32) throws(StorageError) {
        guard code != SQLITE_OK else { return }
        throw StorageError(
            code: code, message: sqlite3_errmsg(connection.sqliteConnection).map { String(cString: $0) } ?? "")
    }
}
