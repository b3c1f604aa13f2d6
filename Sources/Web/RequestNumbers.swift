public import Hummingbird
import Logging
import Secrets

/// Gives each request a number that a person can read out, "K7QM-4XRD": it is shown on error pages and stands in every
/// line that is logged about the request. Thereafter it is `context.id`.
public struct RequestNumbers<Context: RequestContext>: RouterMiddleware {
    /// A maker of numbers.
    public init() {}

    /// Passes the request on with its number.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        // The key that Hummingbird keeps its own, longer number under.
        context.logger[metadataKey: "hb.request.id"] = .string(RandomCode.letters(groups: 2))
        return try await next(request, context)
    }
}
