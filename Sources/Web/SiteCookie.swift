public import Hummingbird

/// A cookie of the site's own, with the strictest attributes it can do with.
///
/// Over HTTPS its name begins with `__Host-`: no other host and no plain connection can put one in its place.
public struct SiteCookie: Sendable {
    /// The name as it is sent.
    public let name: String
    private let isSecure: Bool
    private let maxAge: Int?

    /// A cookie called `name` of the site at `origin`, kept `maxAge` seconds, or until the browser is closed.
    ///
    /// Only on plain HTTP over loopback is it not `Secure`: elsewhere a browser without HTTPS gets no session.
    public init(_ name: String, origin: Origin, maxAge: Int? = nil) {
        isSecure = origin.isSecure || !origin.isLoopback
        self.name = isSecure ? "__Host-\(name)" : name
        self.maxAge = maxAge
    }

    /// Its value in `request`; `nil` where it is not sent.
    public func value(in request: Request) -> String? { request.cookies[name]?.value }

    /// Gives it to the browser. A value that cannot be in a cookie, one with a space or semicolon, is not sent.
    public func set(_ value: String, on response: inout Response) { set(value, maxAge: maxAge, on: &response) }

    /// Takes it from the browser.
    public func clear(on response: inout Response) { set("", maxAge: 0, on: &response) }

    private func set(_ value: String, maxAge: Int?, on response: inout Response) {
        let cookie = try? Cookie.validated(
            name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
        if let cookie { response.setCookie(cookie) }
    }
}
