public import Accounts
public import Foundation
import Vocabulary
public import Web

/// What all pages of a running portal share.
public struct Site: Sendable {
    /// Who people are and what they may.
    public let accounts: Accounts
    /// Where visitors reach it.
    public let origin: Origin
    /// The proxies that tell where a request comes from.
    public let proxies: [NetworkRange]
    /// Whether its figures are made up.
    public let isDemonstration: Bool
    /// The clock, which the demonstration shifts.
    public let now: @Sendable () -> Date
    /// Who runs it, for the pages that must say so.
    public let host: Host

    /// What the browser keeps of somebody who has signed in.
    public var sessionCookie: SiteCookie { SiteCookie("session", origin: origin) }
    /// The language that somebody has chosen.
    public var languageCookie: SiteCookie { SiteCookie("sprak", origin: origin, maxAge: 365 * 86_400) }

    /// A portal of its parts.
    public init(
        accounts: Accounts, origin: Origin, proxies: [NetworkRange] = [], isDemonstration: Bool = false,
        host: Host = .unnamed, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.accounts = accounts
        self.origin = origin
        self.proxies = proxies
        self.isDemonstration = isDemonstration
        self.host = host
        self.now = now
    }
}
