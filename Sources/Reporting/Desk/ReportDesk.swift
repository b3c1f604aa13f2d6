import AccessLog
public import Storage

/// The workspace's memory (*arbetsyta*): what the makers of reports chose and wrote, how far each report has come, and the
/// forms as they were published. Every act stands in the access log, in the transaction of the act.
public struct ReportDesk: Sendable {
    let database: any Database
    let tell: @Sendable (TakenAct, any Transaction) throws -> Void

    /// Opens the desk in `database`, bringing its schema up to date.
    ///
    /// - Parameter tell: Told of each act in its transaction: both are kept, or neither.
    public init(
        _ database: any Database,
        telling tell: @escaping @Sendable (TakenAct, any Transaction) throws -> Void = { _, _ in }
    ) async throws(ReportingError) {
        self.database = database
        self.tell = tell
        do {
            try await AccessLog.prepare(database)
            try await database.migrate(Self.migrations, room: "report-desk")
        } catch {
            throw ReportingError(desk: error)
        }
    }

    func read<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(ReportingError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw ReportingError(desk: error)
        }
    }

    func write<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(ReportingError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw ReportingError(desk: error)
        }
    }
}

extension ReportingError {
    /// What a transaction threw: our own refusal, or the database's failure.
    fileprivate init(desk error: any Error) {
        switch error {
        case let error as ReportingError: self = error
        case let error as DeskRefusal: self = .refused(error)
        case let error as StorageError: self = .storage(error)
        default: self = .storage(.failed(code: 0, message: String(describing: error)))
        }
    }
}
