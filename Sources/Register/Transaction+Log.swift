import Foundation
import Storage

extension Transaction {
    /// Adds a line to the access log: the act, never the contents of rows.
    func log(_ act: String, by actor: String, at time: Date, subject: String) throws {
        try execute(
            """
            INSERT INTO access_log (logged_at, actor, act, subject)
            VALUES (\(time.stored), \(actor), \(act), \(subject))
            """)
    }

    /// The key of the row that `insertion`, which ends in `RETURNING id`, made.
    func identity(of insertion: SQL) throws -> Int {
        guard let id = try first(insertion, { $0.integer(0) }) else {
            throw StorageError.failed(code: 0, message: "an insertion gave no row")
        }
        return id
    }
}
