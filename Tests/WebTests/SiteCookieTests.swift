import HTTPTypes
import Hummingbird
import Testing
import Web
import WebTestSupport

struct SiteCookieTests {
    @Test(
        "A cookie is the site's alone and not for scripts; only over loopback may it go unencrypted",
        arguments: [
            ("https://portal.test", true), ("http://127.0.0.1:8080", false), ("http://localhost", false),
            ("http://[::1]:80", false), ("http://portal.test", true), ("http://127.evil.test", true),
        ])
    func attributes(origin: String, isSecure: Bool) throws {
        let cookie = SiteCookie("session", origin: try #require(Origin(origin)))
        #expect(cookie.name == (isSecure ? "__Host-session" : "session"))
        var response = Response(status: .ok)
        cookie.set("abc-_", on: &response)
        let parts = Set(try #require(response.headers[.setCookie]).split(separator: "; ").map(String.init))
        let always: Set = ["\(cookie.name)=abc-_", "Path=/", "HttpOnly", "SameSite=Lax"]
        #expect(parts == always.union(isSecure ? ["Secure"] : []))
    }

    @Test("A cookie comes back, lasts as long as it should, and is taken away")
    func roundTrip() async throws {
        let cookie = SiteCookie("språk".replacing("å", with: "a"), origin: try #require(Site.origin), maxAge: 100)
        let router = Router(context: SiteContext.self)
        router.get("/") { request, _ in Response.text(cookie.value(in: request) ?? "none") }
        router.post("/set") { _, _ in
            var response = Response.see("/")
            cookie.set("sv", on: &response)
            return response
        }
        router.post("/clear") { _, _ in
            var response = Response.see("/")
            cookie.clear(on: &response)
            return response
        }
        let client = TestClient(router.buildResponder())
        #expect(try await client.get("/").text == "none")
        let set = try await client.post("/set")
        #expect(set["Set-Cookie"]?.contains("Max-Age=100") == true)
        #expect(try await client.follow(set).text == "sv")
        #expect(try await client.follow(client.post("/clear")).text == "none")
        #expect(client.cookies.isEmpty)
    }

    @Test("A value that would end the cookie is not sent")
    func unsafe() throws {
        var response = Response(status: .ok)
        SiteCookie("a", origin: try #require(Site.origin)).set("b; Domain=evil.test\r\n", on: &response)
        #expect(response.headers[.setCookie] == nil)
    }

    @Test(
        "Only scheme, host and port make an origin",
        arguments: [
            "portal.test", "ftp://portal.test", "https://", "https://a/b", "https://u@a", "https://a:x", "https://a:0",
        ])
    func noOrigin(text: String) {
        #expect(Origin(text) == nil)
    }

    @Test("An origin is written as a browser does")
    func origin() {
        #expect(Origin("HTTPS://Portal.test:443/")?.description == "https://portal.test")
        #expect(Origin("http://[::1]:8080")?.description == "http://[::1]:8080")
    }
}
