import AccessLog
import Outbox
public import Secrets
public import Storage
public import Vocabulary
public import Foundation

/// People (*konton*): who they are, how they prove it, and what they may do.
///
/// When a call returns, what it did is on disk, with its line in the access log and its mail in the outbox: all of it
/// or nothing. Copies share one memory of sessions and one hasher.
public struct Accounts: Sendable {
    /// What accounts were opened with.
    public let settings: AccountSettings
    let database: any Database
    let hasher: PasswordHasher
    let sessions = SessionMemory()

    /// Opens accounts in `database`, bringing its schema up to date.
    public init(
        _ database: any Database, settings: AccountSettings, hasher: PasswordHasher = PasswordHasher()
    ) async throws(AccountsError) {
        self.settings = settings
        self.database = database
        self.hasher = hasher
        do {
            try await AccessLog.prepare(database)
            try await Outbox.prepare(database)
            try await database.migrate(Self.migrations, room: "accounts")
        } catch {
            throw AccountsError(error)
        }
    }

    /// Lets `caller` pass, or writes the refusal in the access log and throws `AccountsError.forbidden`.
    ///
    /// Pages and the machine interface ask here too, so that every refusal is a line in the log.
    public func require(
        _ permission: Permission, of organisation: Organisation, by caller: Caller, at time: Date
    ) async throws(AccountsError) {
        if AccessPolicy.may(caller, permission, of: organisation) { return }
        try await write {
            try $0.log(
                Event(
                    at: time, actor: caller.actor, organisation: organisation, act: .refused,
                    subject: permission.rawValue))
        }
        throw .forbidden(permission, organisation)
    }

    func read<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(AccountsError) -> R {
        do {
            return try await database.read(body)
        } catch {
            throw AccountsError(error)
        }
    }

    func write<R: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws(AccountsError) -> R {
        do {
            return try await database.write(body)
        } catch {
            throw AccountsError(error)
        }
    }

    func hash(_ password: String) async throws(AccountsError) -> String {
        do {
            return try await hasher.hash(password)
        } catch {
            throw .outOfMemory
        }
    }
}
