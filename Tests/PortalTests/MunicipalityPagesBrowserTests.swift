import Frame
import TestSupport
import Testing
import Web
import WebTestSupport

@Suite("The municipality's pages in a browser", .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct MunicipalityPagesBrowserTests {
    @Test("Every page and state is reached by all, wide and narrow, and the receipt by keyboard")
    func everyState() async throws {
        let site = try await MunicipalityPagesSite(origin: "http://127.0.0.1")
        let cookie = site.house.site.sessionCookie.name
        let (anna, bo, cecilia) = (
            try await site.session("anna"), try await site.session("bo"), try await site.session("cecilia")
        )
        try await withRunningSite(site.router()) { base in
            try await Browser.run("PortalTests/Browser/municipality.py", at: base, cookie, anna, bo, cecilia)
        }
    }
}
