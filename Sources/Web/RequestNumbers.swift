public import Hummingbird
import Logging
import Secrets

/// Gives each request a number that a person can read out, "K7QM-4XRD": it is shown on error pages and stands in every
/// line that is logged about the request.
public struct RequestNumbers<Context: RequestContext>: RouterMiddleware {
    /// A maker of numbers.
    public init() {}

    /// Passes the request on with its number.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.logger[metadataKey: numberKey] = .string(RandomCode.letters(groups: 2))
        return try await next(request, context)
    }
}

extension RequestContext {
    /// The number of the request, for an error page.
    public var number: String { logger[metadataKey: numberKey]?.description ?? "-" }
}

/// What Hummingbird keeps its own, longer number under.
private let numberKey = "hb.request.id"
