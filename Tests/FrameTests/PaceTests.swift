import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Secrets
import Synchronization
import Testing
import Web
import WebTestSupport

@Suite("How fast, and for how long")
struct PaceTests {
    let fixture: FrameFixture
    let clock = Clock()
    let client: TestClient

    final class Clock: Sendable {
        private let time = Mutex(SamplePage.now)
        var now: Date { time.withLock { $0 } }
        func wait(minutes: Double) { time.withLock { $0 += minutes * 60 } }
    }

    init() async throws {
        fixture = try await FrameFixture()
        let clock = clock
        let site = Site(accounts: fixture.site.accounts, origin: fixture.site.origin, now: { clock.now })
        client = TestClient(site.router().buildResponder(), host: "127.0.0.1")
        client.replaceCookies([site.sessionCookie.name: try await fixture.session().text])
    }

    private func isSignedIn(_ headers: HTTPFields = [:]) async throws -> Bool {
        try await client.get("/kakor", headers: headers).text.contains("Logga ut")
    }

    @Test("A page that asks for itself does not keep anybody signed in; somebody who reads on stays so")
    func unattended() async throws {
        let byPage: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Dest")): "empty"]
        for _ in 0..<3 {
            clock.wait(minutes: 20)
            #expect(try await isSignedIn())
        }
        clock.wait(minutes: 20)
        #expect(try await isSignedIn(byPage))
        clock.wait(minutes: 9)
        #expect(try await isSignedIn(byPage))
        clock.wait(minutes: 2)
        #expect(try await !isSignedIn(byPage))
    }

    @Test("One person has sixty marked copies made in half an hour, and goes on reading")
    func markedCopies() async throws {
        for _ in 0..<60 { #expect(try await client.get("/finns-inte/markerad/1").code == 404) }
        #expect(try await client.get("/finns-inte/markerad/1").code == 429)
        #expect(try await client.get("/finns-inte/2").code == 404)
    }

    @Test("One person cannot send more than two things a second for long, nor more than sixty files in half an hour")
    func limits() async throws {
        let file = SentFile("fil", name: "a.csv", bytes: [65])
        for _ in 0..<60 {
            #expect(try await client.post("/finns-inte", files: [file]).code == 404)
        }
        let more = try await client.post("/finns-inte", files: [file])
        #expect(more.code == 429 && more["Retry-After"] == "30")
        for _ in 0..<59 { #expect(try await client.post("/finns-inte").code == 404) }
        let sent = try await client.post("/finns-inte")
        #expect(sent.code == 429 && sent["Retry-After"] == "1")
        #expect(try await client.get("/kakor").code == 200)
        clock.wait(minutes: 0.5)
        #expect(try await client.post("/finns-inte", files: [file]).code == 404)
    }
}
