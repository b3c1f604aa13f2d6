import AccessLog
public import Register
public import Storage

/// The authority's review (*granskning*): what is done with deliveries after they came, before anything is counted.
///
/// Nothing that came in is changed here. Decisions stand beside the deliveries and are never rewritten: a new one takes
/// the place of the one before, which stays to be read.
public struct Review: Sendable {
    let database: any Database
    let register: Register

    /// Opens the review in `database`, where `register` keeps its deliveries, bringing its schema up to date.
    public init(_ database: any Database, register: Register) async throws(ReviewError) {
        self.database = database
        self.register = register
        do {
            try await AccessLog.prepare(database)
            try await database.migrate(Self.migrations, room: "review")
        } catch {
            throw ReviewError(error)
        }
    }

    func read<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(ReviewError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw ReviewError(error)
        }
    }

    func write<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(ReviewError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw ReviewError(error)
        }
    }

    /// What the register answers, its refusals as ours.
    func asked<R: Sendable>(
        _ question: (Register) async throws(RegisterError) -> R
    ) async throws(ReviewError) -> R {
        do {
            return try await question(register)
        } catch {
            throw ReviewError(error)
        }
    }
}
