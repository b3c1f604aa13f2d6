import Accounts
import HTTPTypes
public import Hummingbird
import Secrets
import Vocabulary
import Web

/// Fills in who asks, in which language and when, before a page answers.
public struct Visits: RouterMiddleware {
    private let site: Site

    /// Visits to `site`.
    public init(_ site: Site) { self.site = site }

    /// Passes the request on with what is known about it.
    public func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.site = site
        context.now = site.now()
        context.path = Path(returning: request.uri.description) ?? .home
        context.clientAddress = ClientAddress(of: request, from: context.peer, proxies: site.proxies)
        let chosen = context.path["sprak"].flatMap(Language.init(rawValue:))
        let kept = site.languageCookie.value(in: request).flatMap(Language.init(rawValue:))
        context.language = chosen ?? kept ?? .sv
        context.path = context.path.with("sprak", nil)
        if let token = site.sessionCookie.value(in: request) {
            context.session = try await site.accounts.session(
                Token(token), isActivity: !isAskedByPage(request), at: context.now)
            if let person = context.session?.person, chosen == nil, kept == nil { context.language = person.language }
        }
        var response = try await next(request, context)
        if let chosen { site.languageCookie.set(chosen.rawValue, on: &response) }
        return response
    }

    /// Whether it is a page that waits, and not somebody, who asks: that must not keep a session going for ever.
    private func isAskedByPage(_ request: Request) -> Bool {
        (request.method == .get || request.method == .head) && request.headers[fetchDestination] == "empty"
    }
}

private let fetchDestination = HTTPField.Name("Sec-Fetch-Dest") ?? .accept
