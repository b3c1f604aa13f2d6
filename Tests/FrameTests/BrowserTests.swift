import Frame
import Hummingbird
import Secrets
import TestSupport
import Testing
import Web
import WebTestSupport

@Suite("In a browser", .serialized, .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct BrowserTests {
    @Test(
        "every component in every state, the pages about the service and those that say what went wrong are reached by all"
    )
    func components() async throws {
        let fixture = try await FrameFixture()
        let cookie = fixture.site.sessionCookie.name
        let session = try await fixture.session().text
        try await withRunningSite(fixture.router) { base in
            try await Browser.run(
                "FrameTests/Browser/frame.py", at: base, cookie, session)
        }
    }
}
