import GRDB
import GRDBSQLite
import Storage

extension StorageError {
    /// What SQLite's code means to us.
    init(code: Int32, message: String) {
        switch code & 0xFF {
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .cannotOpen(message)
        case SQLITE_NOTADB: self = .notADatabase
        case SQLITE_CORRUPT: self = .corrupt(message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_TOOBIG: self = .tooLarge
        case SQLITE_INTERRUPT, SQLITE_ABORT: self = .interrupted
        default: self = .failed(code: Int(code), message: message)
        }
    }

    init(_ error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        case is CancellationError: self = .interrupted
        default: self = .failed(code: 0, message: String(describing: error))
        }
    }

    /// GRDB's errors as ours; what a body threw, as it was.
    static func mapped(_ error: any Error) -> any Error {
        error is DatabaseError || error is CancellationError ? StorageError(error) : error
    }
}
