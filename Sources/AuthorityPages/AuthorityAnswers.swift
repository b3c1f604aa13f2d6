import Collecting
import Frame
import Hummingbird

/// Stands before all pages of the authority: what was just changed is seen at once, and what is not there is said so.
struct AuthorityAnswers: RouterMiddleware {
    let memory: OverviewMemory

    func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        defer { if request.method != .get && request.method != .head { memory.forget() } }
        do {
            return try await next(request, context)
        } catch let error as CollectingError {
            throw error.isAboutNothing ? PageError.notFound : error
        }
    }
}

extension CollectingError {
    /// Whether what was asked about is not there.
    fileprivate var isAboutNothing: Bool {
        switch self {
        case .noSuchCollection, .noSuchPeriod, .noSuchQuestion: true
        default: false
        }
    }
}
