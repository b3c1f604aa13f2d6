public import Secrets

/// What somebody who has just joined is given.
public struct Welcome: Sendable {
    /// The account.
    public let person: Person
    /// To be shown once, then never again.
    public let recoveryCodes: [String]
    /// The session: joining signs in.
    public let token: Token
}
