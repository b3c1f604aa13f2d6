public import Hummingbird
import Web

extension Site {
    /// A router in which everything that stands before a page stands already, in its order: a number, the line in the
    /// log, the browser's restrictions, pages for failures, the refusal of other sites, and who asks.
    public func router() -> Router<PortalContext> {
        let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestNumbers())
        router.add(middleware: AccessLines())
        router.add(middleware: SecurityHeaders(origin: origin))
        router.add(middleware: ErrorPages.failures())
        // A program with a key sends no cookie, and comes from no page.
        router.add(
            middleware: CrossSiteRefusal(origin: origin) { request in
                request.uri.path.hasPrefix("/api/") && request.headers[.cookie] == nil
            })
        router.add(middleware: Visits(self))
        router.add(middleware: ErrorPages.failures())
        CommonPages(self).add(to: router)
        return router
    }
}
