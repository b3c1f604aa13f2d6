import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Secrets
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@testable import Frame

@Suite("The frame of every page")
struct FrameTests {
    let fixture: FrameFixture
    let client: TestClient

    init() async throws {
        fixture = try await FrameFixture()
        client = TestClient(fixture.router.buildResponder(), host: "127.0.0.1")
    }

    private func signIn(_ roles: Set<Role> = [.reporter]) async throws {
        client.replaceCookies([fixture.site.sessionCookie.name: try await fixture.session(roles).text])
    }

    @Test(
        "says on every page of the demonstration that its data are made up",
        arguments: ["/arbete/prov", "/kakor", "/finns-inte", "/fel"])
    func demonstration(path: String) async throws {
        #expect(try await client.get(path).text.contains("Påhittade uppgifter:"))
    }

    @Test("sends whoever has not signed in to sign in, and back again")
    func signInFirst() async throws {
        let answer = try await client.get("/arbete/kommun/0380?sida=2")
        #expect(answer.code == 303)
        #expect(answer.location == "/logga-in?till=%2Farbete%2Fkommun%2F0380%3Fsida%3D2")
    }

    @Test("shows what a role may see of its own organisation, and nothing of another's, which is logged")
    func guards() async throws {
        try await signIn([.reader])
        #expect(try await client.get("/arbete/kommun/0380").text.contains("<h1>Hej Anna Ek</h1>"))
        let refused = try await client.get("/arbete/kommun/0330")
        #expect(refused.code == 403)
        #expect(refused.text.contains("Du har inte behörighet att se Knivstas uppgifter."))
        #expect(refused.text.contains("Uppsala kommun") && refused.text.contains("Logga ut"))
        #expect(try await client.post("/arbete/kommun/0380", [:]).code == 403)
    }

    @Test("lets the same act through for who may")
    func allows() async throws {
        try await signIn([.reporter])
        let answer = try await client.post("/arbete/kommun/0380", [:])
        #expect(answer.code == 303 && answer.location == "/arbete")
    }

    @Test(
        "says what is wrong in words, and how to go on",
        arguments: [
            ("/finns-inte", 404, "Sidan finns inte"), ("/fel", 500, "Något har gått fel hos oss"),
            ("/stangt", 503, "Stängt för underhåll till kl. 13"),
            ("/for-stor", 413, "Filen är 35\u{a0}MB. Den får vara högst 20\u{a0}MB."),
        ])
    func failures(path: String, code: Int, words: String) async throws {
        let answer = try await client.get(path)
        #expect(answer.code == code)
        #expect(answer.text.contains(words), "\(answer.text)")
        #expect(!answer.text.contains("Fault"))
    }

    @Test("gives a fault a number to tell us")
    func number() async throws {
        let text = try await client.get("/fel").text
        #expect(text.contains(/felnummer [A-Z0-9]{4}-[A-Z0-9]{4}\./))
    }

    @Test("answers programs as programs want it")
    func programs() async throws {
        let answer = try await client.get("/api/v1/finns-inte")
        #expect(answer.code == 404 && answer["Content-Type"] == "application/problem+json")
    }

    @Test("refuses what another site's page made the browser send")
    func otherSites() async throws {
        let elsewhere = TestClient(
            fixture.router.buildResponder(), host: "127.0.0.1",
            fields: [HTTPField.Name("Sec-Fetch-Site") ?? .origin: "cross-site"])
        let answer = try await elsewhere.post("/arbete/kommun/0380", [:])
        #expect(answer.code == 403 && answer.text.contains("Sidan du kom från är inte vår"))
    }

    @Test("speaks the language that is chosen, and remembers it")
    func language() async throws {
        #expect(try await client.get("/kakor").text.contains("<html lang=\"sv\">"))
        let english = try await client.get("/kakor?sprak=en")
        #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("<h1>Cookies</h1>"))
        #expect(english.text.contains("href=\"/kakor?sprak=sv\""))
        #expect(try await client.get("/kontakt").text.contains("<h1>Contact</h1>"))
        #expect(try await client.get("/kontakt?sprak=klingon").text.contains("<h1>Contact</h1>"))
    }

    @Test("warns five minutes before the end of a session, when the style sheet's clock says so")
    func warning() async throws {
        try await signIn()
        let settings = fixture.site.accounts.settings
        let sheet = try String(contentsOf: AssetTests.folder.appending(path: "portal.css"), encoding: .utf8)
        #expect(sheet.contains("appear 1s \(Int(settings.idleLimit - settings.warning))s forwards"))
        let page = try await client.get("/arbete/kommun/0380").text
        #expect(page.contains("Du loggas ut om 5 minuter.") && page.contains("action=\"/arbete/fortsatt\""))
        #expect(!(try await client.get("/arbete/prov?x").text.isEmpty))
    }

    @Test("says when the session ends when it can be prolonged no more")
    func end() {
        var viewer = SamplePage.viewer
        viewer.sessionEnds = SamplePage.now + 1200
        let page = Page(.sv, now: SamplePage.now, viewer: viewer)
        #expect(page.sessionWarning.text.contains("Du loggas ut kl. 9.30."))
        #expect(!page.sessionWarning.text.contains("Fortsätt arbeta"))
    }

    @Test("asks again by itself while something is going on, and only then")
    func refresh() async throws {
        #expect(try await client.get("/vantar")["Refresh"] == "3")
        #expect(try await client.get("/kakor")["Refresh"] == nil)
    }

    @Test("serves its files to be kept for ever, and no data file")
    func assets() async throws {
        let page = try await client.get("/kakor").text
        let sheet = try #require(page.firstMatch(of: /href="(\/filer\/portal\.[0-9a-f]+\.css)"/)?.1)
        let answer = try await client.get(String(sheet))
        #expect(answer.code == 200 && answer["Cache-Control"]?.contains("immutable") == true)
        #expect(answer.text.contains("url(\"open-sans-regular."))
        #expect(try await client.get("/filer/accessibility.yaml").code == 404)
    }
}
