public import Foundation
import Secrets
import Storage
public import Vocabulary

/// Signing in with e-mail address and password, then a code from an app, by mail, or from the recovery codes.
///
/// An address that is nobody's, a wrong password and an account that has been deactivated get the same answer after the
/// same work.
public struct PasswordAndCode: SignInMethod {
    let accounts: Accounts

    /// The method for the people of `accounts`.
    public init(_ accounts: Accounts) { self.accounts = accounts }

    /// Its name in addresses.
    public var id: String { "losenord" }

    /// What the button that chooses it says.
    public var title: Localized {
        Localized(sv: "Logga in med e-post och engångskod", en: "Sign in with e-mail and a one-time code")
    }

    /// Asks for address and password.
    public func begin(from client: Client, at time: Date) async throws(AccountsError) -> SignInStep {
        .form(SignInForms.password(email: nil))
    }

    /// Judges address and password, or the code.
    public func proceed(
        _ answers: SignInAnswers, from client: Client, at time: Date
    ) async throws(AccountsError) -> SignInStep {
        if let pending = answers.pending {
            try await code(answers, pending, from: client, at: time)
        } else {
            try await password(answers, from: client, at: time)
        }
    }
}
