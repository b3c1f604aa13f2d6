public import Foundation
public import Vocabulary

/// Somebody to be invited (*inbjudan*).
public struct Invitee: Sendable {
    /// The address as it was typed.
    public var email: String
    /// Where the person is to work.
    public var organisation: Organisation
    /// What the person is to do there.
    public var roles: Set<Role>
    /// The language to write in; that of the organisation when `nil`.
    public var language: Language?

    /// Somebody to be invited.
    public init(email: String, organisation: Organisation, roles: Set<Role>, language: Language? = nil) {
        self.email = email
        self.organisation = organisation
        self.roles = roles
        self.language = language
    }
}

/// An invitation as whoever opened its link may see it.
public struct Invitation: Sendable, Equatable {
    /// Who was invited: address, organisation and roles.
    public let person: Person
    /// From when on the link is dead.
    public let expiresAt: Date
    /// The app that was chosen and is to be confirmed by a code, when that is what is left to do.
    public let app: AppSecret?
}

/// What a page shows for an app to learn the secret.
public struct AppSecret: Sendable, Equatable {
    /// For the picture: `QRCode(uri)`.
    public let uri: String
    /// To be typed where the picture cannot be read.
    public let typed: String
}

/// What somebody who accepts an invitation chooses.
public struct Joining: Sendable {
    /// First and last name.
    public var name: String
    /// As `PasswordRules` wants it.
    public var password: String
    /// Codes from an app, or by mail.
    public var factor: SecondFactor
    /// The language of mails and pages.
    public var language: Language

    /// The choices from a page.
    public init(name: String, password: String, factor: SecondFactor, language: Language) {
        self.name = name
        self.password = password
        self.factor = factor
        self.language = language
    }
}

/// How far somebody who accepts an invitation has come.
public enum JoinStep: Sendable {
    /// The app is to show that it knows the secret: `Accounts.confirmApp`.
    case confirmApp(AppSecret)
    /// It is done.
    case joined(Welcome)
}
