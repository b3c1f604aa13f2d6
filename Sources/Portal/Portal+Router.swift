import AccountPages
import AuthorityPages
public import Frame
public import Hummingbird
import MachineInterface
import MunicipalityPages
import ReportPages
import Web

extension Portal {
    /// Every address it answers to.
    public func router() -> Router<PortalContext> {
        let router = house.site.router()
        let front = settings.demonstration == nil ? Path.signIn() : .demonstration
        router.get { _, context in Response.see((context.session == nil ? front : .start).text) }
        AccountPages(house.site, log: house.log).add(to: router)
        let reportPages = ReportPages(house, reports)
        MunicipalityPages(house, beside: reportPages.startPanel).add(to: router)
        reportPages.add(to: router)
        AuthorityPages(house, signingKey: settings.signingKey).add(to: router)
        MachineInterface(house).add(to: router)
        if let demonstration = settings.demonstration {
            DemonstrationPages(demonstration, origin: house.site.origin).add(to: router)
        }
        return router
    }
}
