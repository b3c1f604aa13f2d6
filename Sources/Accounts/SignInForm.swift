public import Secrets
public import Vocabulary

/// A form that somebody who is signing in fills in.
public struct SignInForm: Sendable {
    /// The heading.
    public var title: Localized
    /// What to know before filling it in.
    public var help: Localized?
    /// What was wrong with the answers before, for an error summary; it belongs to the first field.
    public var problem: Localized?
    /// What has just been done, to be said where there is no problem: "Vi har skickat en ny kod."
    public var notice: Localized?
    /// What is asked for.
    public var fields: [SignInField]
    /// What the button says.
    public var submit: Localized
    /// Other buttons: they send no fields, but `SignInAnswers.choice`.
    public var choices: [SignInChoice] = []
    /// What the browser is to keep until the answers come, in a cookie or a hidden field.
    public var pending: Token?
    /// Whether to offer the page for a forgotten password.
    public var offersNewPassword = false

    init(
        title: Localized, help: Localized? = nil, fields: [SignInField], submit: Localized,
        choices: [SignInChoice] = [], pending: Token? = nil
    ) {
        self.title = title
        self.help = help
        self.fields = fields
        self.submit = submit
        self.choices = choices
        self.pending = pending
    }

    /// The same form after answers that were wrong.
    func after(_ problem: Localized) -> SignInForm {
        var form = self
        form.problem = problem
        return form
    }
}

/// A field of such a form.
public struct SignInField: Sendable, Equatable {
    /// What is typed into it.
    public enum Kind: Sendable {
        /// An e-mail address: `type="email"`, `autocomplete="username"`.
        case email
        /// A password: `type="password"`, `autocomplete="current-password"`.
        case password
        /// A code of digits: `inputmode="numeric"`, `autocomplete="one-time-code"`.
        case code
        /// A recovery code: text, no autocompletion.
        case recoveryCode
    }

    /// Its name among the answers.
    public let name: String
    /// What is typed into it.
    public let kind: Kind
    /// What it is called.
    public let label: Localized
    /// What to type.
    public var hint: Localized?
    /// What stands in it already.
    public var value: String?

    /// A field from its parts.
    public init(name: String, kind: Kind, label: Localized, hint: Localized? = nil, value: String? = nil) {
        self.name = name
        self.kind = kind
        self.label = label
        self.hint = hint
        self.value = value
    }
}

/// Something else that can be chosen in place of filling the form in.
public struct SignInChoice: Sendable, Equatable {
    /// What goes into `SignInAnswers.choice`.
    public let value: String
    /// What its button says.
    public let label: Localized

    /// A choice from its parts.
    public init(value: String, label: Localized) {
        self.value = value
        self.label = label
    }
}
