public import Foundation
import Storage

extension Accounts {
    /// Removes what has run out: links, half sign-ins, sessions, failures that have worn off. To be done now and then.
    public func tidy(at time: Date) async throws(AccountsError) {
        let settings = settings
        try await write { transaction in
            try transaction.execute("DELETE FROM one_time_link WHERE expires_at <= \(time)")
            try transaction.execute(
                "DELETE FROM pending_sign_in WHERE created_at <= \(time - PendingSignIn.lifetime)")
            try transaction.execute(
                """
                DELETE FROM session WHERE last_seen_at <= \(time - settings.idleLimit)
                    OR created_at <= \(time - settings.absoluteLimit)
                """)
            try transaction.execute("DELETE FROM failure WHERE last_at <= \(time - Throttle.forgottenAfter)")
        }
    }
}
