import AccessLog
public import Definitions
import Outbox
public import Statistics
public import Storage

/// Running a collection (*insamling*): periods, who owes figures, who is missing, reminders, questions.
///
/// It stands on the rooms before it: register, accounts, intake and review must have been opened in the same database.
/// Nothing here sends mail; it is queued in the transaction of its cause. Times are Swedish.
public struct Collecting: Sendable {
    let database: any Database
    let collections: [Collection]
    let population: Population?
    let address: @Sendable (MailLink) -> String

    /// Opens collecting in `database`, bringing its schema up to date.
    ///
    /// - Parameters:
    ///   - collections: The definitions of those that run.
    ///   - population: Inhabitants, if they are known.
    ///   - address: The whole address of a page that a mail points to.
    public init(
        _ database: any Database, collections: [Collection], population: Population?,
        address: @escaping @Sendable (MailLink) -> String
    ) async throws(CollectingError) {
        self.database = database
        self.collections = collections
        self.population = population
        self.address = address
        do {
            try await AccessLog.prepare(database)
            try await Outbox.prepare(database)
            try await database.migrate(Self.migrations, room: "collecting")
        } catch {
            throw CollectingError(error)
        }
    }

    /// The definition of the collection called `id`.
    func collection(_ id: String) throws(CollectingError) -> Collection {
        guard let collection = collections.first(where: { $0.id == id }) else { throw .noSuchCollection(id) }
        return collection
    }

    func read<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(CollectingError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw CollectingError(error)
        }
    }

    func write<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(CollectingError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw CollectingError(error)
        }
    }
}
