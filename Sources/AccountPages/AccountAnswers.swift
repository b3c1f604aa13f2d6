import Accounts
import Frame
import Hummingbird
import Vocabulary

/// Turns what accounts refuse and no form can mend into a page: what is not there, a dead link, what has changed
/// meanwhile.
struct AccountAnswers: RouterMiddleware {
    func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch AccountsError.deadLink {
            return context.page.deadLink().response
        } catch let error as AccountsError {
            throw error.page ?? error
        }
    }
}

extension AccountsError {
    /// The page that says it; `nil` for what another page says, and for faults of ours.
    fileprivate var page: PageError? {
        switch self {
        case .noSuchPerson, .noSuchKey: .notFound
        case .signedOut: .signInNeeded
        case .notActive, .alreadyJoined, .ownAccount: words.map(PageError.outdated)
        default: nil
        }
    }
}
