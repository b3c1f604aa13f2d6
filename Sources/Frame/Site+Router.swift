public import Hummingbird
import Web

extension Site {
    /// A router in which everything that stands before a page stands already, in its order: a number, the line in the
    /// log, the browser's restrictions, pages for failures, the refusal of other sites, who asks, and how often.
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
        for limit in Pace.limits(self) { router.add(middleware: limit) }
        CommonPages(self).add(to: router)
        return router
    }
}
