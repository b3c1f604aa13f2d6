public import Foundation
public import Secrets
public import Vocabulary

/// What accounts need to know of where they are run.
public struct AccountSettings: Sendable {
    /// Where the portal is reached, without a slash at the end: "https://statistik.example.se".
    public var baseURL: String
    /// What the service calls itself in mails and in an app for codes.
    public var serviceName: Localized
    /// What apps' secrets are sealed with in the database; kept beside it, not in it.
    public var sealingKey: SealingKey
    /// How long one may be away before being signed out, in seconds.
    public var idleLimit: TimeInterval = 30 * 60
    /// How long after signing in one must sign in again, in seconds.
    public var absoluteLimit: TimeInterval = 12 * 3_600
    /// How long before a limit pages warn, in seconds.
    public var warning: TimeInterval = 5 * 60

    /// Settings with the usual limits.
    public init(
        baseURL: String, serviceName: Localized = Localized(sv: "Lämna statistik", en: "Deliver statistics"),
        sealingKey: SealingKey
    ) {
        self.baseURL = baseURL
        self.serviceName = serviceName
        self.sealingKey = sealingKey
    }

    /// The whole address of a page that a mail points to.
    public func url(_ link: AccountLink) -> String { baseURL + link.path }
}
