public import Foundation
public import Secrets
public import Vocabulary

/// A way to prove who one is (*inloggningsmetod*): a machine that gives one step after another, which pages show
/// without knowing what is asked for.
public protocol SignInMethod: Sendable {
    /// Its name in addresses, "losenord".
    var id: String { get }
    /// What the button that chooses it says.
    var title: Localized { get }
    /// Whether answers come back in an address, as from those it redirects to.
    var isAnsweredFromElsewhere: Bool { get }

    /// The first step.
    func begin(from client: Client, at time: Date) async throws(AccountsError) -> SignInStep

    /// What comes of the answers to a step. Without any, the step that the pending token stands at: so that a page can be
    /// drawn again.
    func proceed(_ answers: SignInAnswers, from client: Client, at time: Date) async throws(AccountsError) -> SignInStep
}

extension SignInMethod {
    /// Answers are posted in forms, unless the method says otherwise.
    public var isAnsweredFromElsewhere: Bool { false }
}

/// What is to be shown or done next when somebody is signing in.
public enum SignInStep: Sendable {
    /// A form to fill in.
    case form(SignInForm)
    /// Somebody else is to be asked who it is: the address to send the browser to. What comes back from there are
    /// answers.
    case redirect(String, pending: Token)
    /// It is done: the session, for the browser to keep in a cookie.
    case signedIn(Token)
    /// It has come to nothing; the words to show, and an offer to begin anew.
    case refused(Localized)
}

/// What was answered to a step.
public struct SignInAnswers: Sendable {
    /// What the step before gave the browser to keep.
    public var pending: Token?
    /// The `SignInField.name` of each field, or the name of each value in a redirect, and what was typed.
    public var values: [String: String]
    /// The `SignInChoice.value` of the button that was pressed, when it was one of those.
    public var choice: String?

    /// Answers as a page had them.
    public init(pending: Token? = nil, values: [String: String] = [:], choice: String? = nil) {
        self.pending = pending
        self.values = values
        self.choice = choice
    }
}
