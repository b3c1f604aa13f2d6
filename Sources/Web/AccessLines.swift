public import Hummingbird
import Logging

/// Logs a line a request: "GET /leveranser/{id} 200 18422 bytes 3.1 ms", with the request's number.
///
/// The path is the pattern of the route, never what was asked for: an address may hold a one-time link or a name. No
/// query, no network address, nothing about the person.
public struct AccessLines<Context: RequestContext>: RouterMiddleware {
    /// Writes to the request's own logger.
    public init() {}

    /// Passes the request on and logs what came back.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let time = ContinuousClock.now - start
        context.logger.info(
            "\(request.method.rawValue) \(context.endpointPath ?? "-") \(response.status.code) \(size(response)) \(text(time))"
        )
        return response
    }

    private func size(_ response: Response) -> String {
        response.body.contentLength.map { "\($0) bytes" } ?? "streamed"
    }

    private func text(_ time: Duration) -> String {
        let tenths = time / .microseconds(100)
        return "\((tenths.rounded()) / 10) ms"
    }
}
