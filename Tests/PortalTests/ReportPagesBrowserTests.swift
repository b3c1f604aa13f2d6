import Frame
import TestSupport
import Testing
import Web
import WebTestSupport

@Suite("The pages of reports in a browser", .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct ReportPagesBrowserTests {
    @Test("Every page and state is reached by all, wide and narrow, by keyboard and without script")
    func everyState() async throws {
        let site = try await ReportPagesSite(origin: "http://127.0.0.1")
        let cookie = site.house.site.sessionCookie.name
        let (maria, per, lena) = (
            try await site.session("maria"), try await site.session("per"), try await site.session("lena")
        )
        try await withRunningSite(site.router()) { base in
            try await Browser.run("PortalTests/Browser/reports.py", at: base, cookie, maria, per, lena)
        }
    }
}
