import HTTPTypes
public import Hummingbird

/// Refuses unsafe requests that a page of another site made the browser send (cross-site request forgery).
///
/// The browser says where a request comes from in `Sec-Fetch-Site`, which no page can forge; an older browser, or one on
/// plain HTTP, in `Origin`. A request with neither comes from no browser of today, carries no cookie that a browser
/// lent it, and passes. No tokens in forms are needed, and an open form never grows stale.
public struct CrossSiteRefusal<Context: RequestContext>: RouterMiddleware {
    private let origin: Origin?
    private let isExempt: @Sendable (Request) -> Bool

    /// Compares with `origin`, the address visitors use, or with `Host` where none is given. What `isExempt` says
    /// yes to passes: requests that carry their own key and no cookie.
    public init(origin: Origin? = nil, isExempt: @escaping @Sendable (Request) -> Bool = { _ in false }) {
        self.origin = origin
        self.isExempt = isExempt
    }

    /// Passes the request on, or throws `WebError.crossSite`.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isSafe(request.method) || isExempt(request) || isOurs(request) else { throw WebError.crossSite }
        return try await next(request, context)
    }

    private func isSafe(_ method: HTTPRequest.Method) -> Bool {
        method == .get || method == .head || method == .options
    }

    private func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[fetchSite] { return site == "same-origin" || site == "none" }
        guard let written = request.headers[.origin] else { return true }
        guard let sender = Origin(written) else { return false }
        if let origin { return sender == origin }
        return request.head.authority.map(sender.isAt(host:)) ?? false
    }
}

private let fetchSite = HTTPField.Name("Sec-Fetch-Site")
