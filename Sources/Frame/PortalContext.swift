public import Accounts
public import Foundation
public import Hummingbird
import NIOCore
public import Vocabulary
public import Web

/// What is known about a request when a page answers it: who asks, in which language, when. Filled in by `Visits`.
public struct PortalContext: RequestContext {
    /// What Hummingbird keeps; `context.id` is the request's number.
    public var coreContext: CoreRequestContextStorage
    /// Who has signed in, and until when.
    public internal(set) var session: Session?
    /// The language that is read.
    public internal(set) var language: Language = .sv
    /// When the request came, by the portal's clock.
    public internal(set) var now: Date = .distantPast
    /// What was asked for.
    public internal(set) var path: Path = .home
    /// Where from.
    public internal(set) var clientAddress = ClientAddress("")

    let peer: SocketAddress?
    var site: Site?

    /// A context of a request that has just come.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// What the page is drawn with.
    public var page: Page {
        Page(
            language, path: path, now: now, viewer: session.map { Viewer($0) },
            isDemonstration: site?.isDemonstration ?? false, host: site?.host ?? .unnamed)
    }

    /// What stands at `name` in the address's pattern; a page that is not there without it.
    public func parameter(_ name: String) throws(PageError) -> String {
        guard let text = parameters.get(name) else { throw .notFound }
        return text.removingPercentEncoding ?? text
    }
}

extension PortalContext {
    /// Who has signed in. Others are sent to sign in, and come back here.
    public func person() throws(PageError) -> Person {
        guard let session else { throw .signInNeeded }
        return session.person
    }

    /// Who has signed in, if the person has `permission` over what belongs to `organisation`.
    ///
    /// Others are sent to sign in, or told that they may not, which the access log then has. The decision itself is
    /// `AccessPolicy`'s.
    @discardableResult
    public func require(_ permission: Permission, of organisation: Organisation) async throws -> Person {
        let person = try person()
        guard let site else { throw PageError.signInNeeded }
        try await site.accounts.require(permission, of: organisation, by: .person(person), at: now)
        return person
    }

    /// Who has signed in, if the person has `permission` over the own organisation.
    @discardableResult
    public func require(_ permission: Permission) async throws -> Person {
        try await require(permission, of: try person().organisation)
    }

    /// Whether the person may: for showing a button or not. What the button does asks `require`.
    public func may(_ permission: Permission, of organisation: Organisation) -> Bool {
        guard let session else { return false }
        return AccessPolicy.may(.person(session.person), permission, of: organisation)
    }
}

extension Viewer {
    /// The person of a session.
    public init(_ session: Session) {
        let person = session.person
        self.init(
            name: person.displayName,
            organisation: person.organisation,
            menu: MenuItem.menu(of: person), sessionEnds: session.canBeExtended ? nil : session.endsAt)
    }
}

extension MenuItem {
    /// What the person's roles lead to.
    static func menu(of person: Person) -> [MenuItem] {
        let may = { AccessPolicy.may(.person(person), $0, of: person.organisation) }
        if person.organisation == .authority {
            guard may(.oversee) else { return administrator }
            return authority.filter { $0.path != .review || may(.review) }
        }
        return switch (may(.deliver), may(.writeReport)) {
        case (true, true): municipalityBoth
        case (true, false): municipality
        case (false, true): controller
        case (false, false): municipalityReader
        }
    }
}
