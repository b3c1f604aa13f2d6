import Accounts
public import Hummingbird
import Web

/// The pages that belong to nobody in particular: about the service, and keeping a session going.
public struct CommonPages: Sendable {
    private let site: Site

    /// The common pages of `site`.
    public init(_ site: Site) { self.site = site }

    /// Adds the pages to `router`, in which `Visits` and `ErrorPages` already stand.
    public func add(to router: some RouterMethods<PortalContext>) {
        router.get(Path.accessibility.route) { _, context in
            guard let statement = AccessibilityStatement.embedded else { throw PageError.notFound }
            return context.page.accessibility(statement)
        }
        router.get(Path.cookies.route) { _, context in context.page.cookies() }
        router.get(Path.privacy.route) { _, context in context.page.privacy() }
        router.get(Path.contact.route) { _, context in context.page.contact() }
        router.get(Path.glossary.route) { _, context in context.page.glossary() }
        PortalAssets.served.serve(on: router)
    }
}

extension Path {
    /// What the router answers to; a segment ":month" stands for anything.
    public var route: RouterPath { RouterPath(text.replacing("%3A", with: ":")) }
}
