import AccessLog
public import Definitions
import Foundation
public import Register
public import Storage

/// Everything between choosing a file and the receipt (*inlämning*): received, checked, corrected, answered for, submitted.
///
/// A verdict is a function of bytes, corrections, definitions and register, so it is not stored but made when asked for
/// and kept in memory for a while. What is stored is the draft itself, and of each check a summary.
public struct Intake: Sendable {
    /// What the intake may use and how long it makes people wait.
    public struct Limits: Sendable {
        /// How long a sender is made to wait for a check before it goes on by itself.
        public var patience: Duration
        /// Checks at the same time.
        public var checksAtOnce: Int
        /// Bytes of verdicts and files in memory.
        public var memory: Int
        /// Files in a draft.
        public var files: Int
        /// Errors that can be corrected on the page.
        public var correctable: Int
        /// Characters of what a cell is corrected to, and of the reason for an answer.
        public var text: Int

        /// A second and a half, a check a processor, 128 MB, ten files, twenty errors, a thousand characters.
        public init() {
            patience = .milliseconds(1_500)
            checksAtOnce = ProcessInfo.processInfo.activeProcessorCount
            memory = 128 << 20
            files = 10
            correctable = 20
            text = 1_000
        }
    }

    /// What is done in the transaction that records a check which took longer than its sender was made to wait, such as
    /// writing to the sender. The draft has its attempt.
    public typealias AfterLateCheck = @Sendable (any Transaction, Draft) throws -> Void

    let database: any Database
    let register: Register
    let collections: [Definitions.Collection]
    let limits: Limits
    let afterLateCheck: AfterLateCheck
    let checks: Checks

    /// Opens the intake in the register's `database`, bringing its schema up to date.
    public init(
        _ database: any Database, register: Register, collections: [Definitions.Collection], limits: Limits = Limits(),
        afterLateCheck: @escaping AfterLateCheck = { _, _ in }
    ) async throws(IntakeError) {
        self.database = database
        self.register = register
        self.collections = collections
        self.limits = limits
        self.afterLateCheck = afterLateCheck
        checks = Checks(memory: limits.memory, atOnce: limits.checksAtOnce)
        do {
            try await AccessLog.prepare(database)
            try await database.migrate(Self.migrations, room: "intake")
        } catch {
            throw IntakeError(error)
        }
    }

    /// What `body` gives while no check begins; those under way go on to their end.
    package func pausingChecks<R>(_ body: () async throws -> R) async throws -> R {
        await checks.pause()
        do {
            let result = try await body()
            await checks.resume()
            return result
        } catch {
            await checks.resume()
            throw error
        }
    }

    func read<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws(IntakeError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw IntakeError(error)
        }
    }

    func write<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws(IntakeError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw IntakeError(error)
        }
    }

    func collection(_ id: String) throws(IntakeError) -> Definitions.Collection {
        guard let collection = collections.first(where: { $0.id == id }) else { throw .noSuchCollection(id) }
        return collection
    }
}
