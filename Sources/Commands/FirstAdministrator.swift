import Accounts
import Foundation

/// The first who comes to a portal that nobody administers.
enum FirstAdministrator {
    /// A link by which `email` becomes the first administrator (*administratör*), in place of earlier ones; `nil` when
    /// there is one already, who invites others.
    static func link(_ accounts: Accounts, _ email: String, at time: Date) async throws(AccountsError) -> String? {
        do throws(AccountsError) {
            return try await accounts.bootstrap(email: email, at: time)
        } catch .alreadyBootstrapped {
            return nil
        }
    }
}
