public import HTTPTypes
public import Hummingbird
import Logging

/// A request that came to nothing.
public struct Failure: Sendable {
    /// What the client is told.
    public let status: HTTPResponse.Status
    /// The number of the request, as in the log.
    public let number: String
    /// What was thrown: for choosing words by its type, never for showing as it is.
    public let cause: any Error

    /// Whether it is our fault.
    public var isOurs: Bool { status.kind == .serverError }
}

/// Turns what is thrown into a page. What went wrong inside is logged and never shown.
public struct Failures<Context: RequestContext>: RouterMiddleware {
    private let page: @Sendable (Failure, Request, Context) async -> Response
    private let isExpected: @Sendable (any Error) -> HTTPResponse.Status?

    /// Asks `page` for the answer; its status becomes the failure's. `status` tells which errors of other rooms are
    /// answers to the client (a person who may not, a delivery that is not there) and `nil` for those that are faults.
    public init(
        status: @escaping @Sendable (any Error) -> HTTPResponse.Status? = { _ in nil },
        page: @escaping @Sendable (Failure, Request, Context) async -> Response
    ) {
        self.isExpected = status
        self.page = page
    }

    /// Passes the request on and catches what is thrown.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let known = error as? any HTTPResponseError
            let failure = Failure(
                status: isExpected(error) ?? known?.status ?? .internalServerError, number: context.number, cause: error
            )
            if failure.isOurs {
                context.log(fault: error)
            } else if (error as? WebError)?.isSuspicious == true {
                context.logger.warning("refused: \(Self.name(of: error)), \(context.endpointPath ?? "-")")
            }
            var response = await page(failure, request, context)
            response.status = failure.status
            for field in (error as? WebError)?.headers ?? [:] { response.headers[field.name] = field.value }
            return response
        }
    }

    /// The type and case of an error, "StorageError.unavailable". What an error carries may be a person's and is not
    /// logged, except for the codes of our own errors.
    static func name(of error: any Error) -> String {
        if let error = error as? WebError { return "WebError.\(error)" }
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return "\(type(of: error))" }
        return "\(type(of: error)).\(mirror.children.first?.label ?? "\(error)")"
    }
}

extension RequestContext {
    /// Writes in the log that something of ours went wrong, for what is done when the answer has left.
    public func log(fault error: any Error) { logger.error("\(Failures<Self>.name(of: error))") }
}
