import HTTPTypes
import Hummingbird
import Testing
import Web
import WebTestSupport

struct CrossSiteTests {
    /// Fields that a browser, or somebody else, sends; and whether a form with them is taken.
    static let cases: [([String: String], Bool)] = [
        (["Sec-Fetch-Site": "same-origin"], true),
        (["Sec-Fetch-Site": "none"], true),
        (["Sec-Fetch-Site": "same-site"], false),
        (["Sec-Fetch-Site": "cross-site"], false),
        (["Sec-Fetch-Site": "cross-site", "Origin": "https://portal.test"], false),
        (["Origin": "https://portal.test"], true),
        (["Origin": "https://PORTAL.test:443"], true),
        (["Origin": "https://portal.test:8443"], false),
        (["Origin": "https://evil.test"], false),
        (["Origin": "https://portal.test.evil.test"], false),
        (["Origin": "null"], false),
        (["Origin": ""], false),
        ([:], true),
    ]

    @Test("A form sent from another site's page is refused", arguments: cases)
    func refused(fields: [String: String], isTaken: Bool) async throws {
        let router = try Site.router()
        let status = try await send(router, .post, "/form", fields)
        #expect(status == (isTaken ? .unsupportedMediaType : .forbidden))
    }

    @Test("Where the site's address is known it must be that one, scheme and all")
    func origin() async throws {
        let router = Router(context: SiteContext.self)
        router.add(middleware: CrossSiteRefusal(origin: Origin("https://statistik.example.se")))
        router.post("/") { _, _ in Response.text("taken") }
        #expect(try await send(router, .post, "/", ["Origin": "https://statistik.example.se"]) == .ok)
        #expect(try await send(router, .post, "/", ["Origin": "http://statistik.example.se"]) == .forbidden)
        // As `Host` says, which a proxy may have made up.
        #expect(try await send(router, .post, "/", ["Origin": "https://portal.test"]) == .forbidden)
    }

    @Test("Reading is never refused, and not what carries its own key")
    func safe() async throws {
        let cross = ["Sec-Fetch-Site": "cross-site", "Origin": "https://evil.test"]
        #expect(try await send(try Site.router(), .get, "/", cross) == .ok)
        #expect(try await send(try Site.router(), .head, "/", cross) == .ok)
        #expect(try await send(try Site.router(), .post, "/api/form", cross) == .ok)
    }

    /// Without the fields that the client would add by itself.
    private func send(
        _ router: Router<SiteContext>, _ method: HTTPRequest.Method, _ path: String, _ fields: [String: String]
    ) async throws -> HTTPResponse.Status {
        var headers: HTTPFields = [:]
        for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
        let client = TestClient(router.buildResponder(), fields: [:])
        return try await client.send(method, path, headers: headers).status
    }
}
