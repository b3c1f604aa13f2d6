import AccountPages
import AuthorityPages
public import Frame
public import Hummingbird
import MachineInterface
import MunicipalityPages

extension Portal {
    /// Every address it answers to.
    public func router() -> Router<PortalContext> {
        let router = house.site.router()
        AccountPages(house.site, log: house.log).add(to: router)
        MunicipalityPages(house).add(to: router)
        AuthorityPages(house, signingKey: settings.signingKey).add(to: router)
        MachineInterface(house).add(to: router)
        if let demonstration = settings.demonstration {
            DemonstrationPages(demonstration, origin: house.site.origin).add(to: router)
        }
        return router
    }
}
