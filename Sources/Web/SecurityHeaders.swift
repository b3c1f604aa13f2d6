import HTTPTypes
public import Hummingbird

/// Tells the browser how little a page of ours needs: nothing from elsewhere, no inline script or style, no frames.
///
/// A field that a response has set itself is left as it is.
public struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let fields: [HTTPField]

    /// The fields of a site at `origin`: over HTTPS it asks to be reached by nothing else for two years.
    public init(origin: Origin) {
        let policy = [
            "default-src 'none'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "script-src 'self'",
            "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
        ]
        var values = [
            ("Content-Security-Policy", policy.joined(separator: "; ")),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            // Pages show what only some may see; files that all may see say so themselves.
            ("Cache-Control", "no-store"),
        ]
        if origin.isSecure { values.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        fields = values.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    }

    /// Adds the fields to what comes back.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in fields where !response.headers.contains(field.name) { response.headers.append(field) }
        return response
    }
}
