public import AccessLog
public import Accounts
public import Frame
public import Hummingbird
import Foundation
public import Web

/// The pages about people (*konton*): signing in, invitations, one's own account, an organisation's people and keys, and
/// the access log.
public struct AccountPages: Sendable {
    let site: Site
    let log: AccessLog
    /// How one may sign in, in the order they are offered.
    let methods: [any SignInMethod]
    private let usage: any UsageStore

    var accounts: Accounts { site.accounts }
    /// What the browser keeps between two steps of signing in.
    var stepCookie: SiteCookie { SiteCookie("inloggning", origin: site.origin, maxAge: 20 * 60) }

    /// The pages of `site`.
    ///
    /// - Parameters:
    ///   - methods: how one may sign in; with password and code unless told otherwise.
    ///   - usage: where tries are counted, shared by the nodes of a portal.
    public init(
        _ site: Site, log: AccessLog, methods: [any SignInMethod]? = nil, usage: any UsageStore = UsageMemory()
    ) {
        self.site = site
        self.log = log
        self.methods = methods ?? [PasswordAndCode(site.accounts)]
        self.usage = usage
    }

    /// Adds the pages to `router`, in which `Visits` and `ErrorPages` already stand.
    public func add(to router: Router<PortalContext>) {
        // Each address at its pace; accounts slow down tries at one account by themselves.
        let doors = router.group().add(middleware: limit("in", Allowance(60, in: 300))).add(
            middleware: AccountAnswers())
        addSignIn(to: doors)
        addInvitation(to: doors)
        addNewPassword(to: doors)
        addForgottenPassword(to: router.group().add(middleware: limit("glomt", Allowance(10, in: 900))))
        let rooms = router.group().add(middleware: AccountAnswers())
        addOwnAccount(to: rooms)
        addOrganisations(to: rooms)
        addLog(to: rooms)
    }

    private func limit(_ name: String, _ allowance: Allowance) -> RateLimit<PortalContext> {
        RateLimit(allowance, in: usage, now: site.now) { request, context in
            request.method == .post ? "\(name) \(context.clientAddress.counted)" : nil
        }
    }
}
