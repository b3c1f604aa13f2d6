import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Markup
import Synchronization
import Testing
import Web
import WebTestSupport

struct AnswerTests {
    @Test("Every answer tells the browser how little it needs, a failure too", arguments: ["/", "/fault", "/nowhere"])
    func headers(path: String) async throws {
        let answer = try await TestClient(try Site.router().buildResponder()).get(path)
        let policy = try #require(answer["Content-Security-Policy"])
        for part in ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
            #expect(policy.contains(part))
        }
        #expect(!policy.contains("unsafe"))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["X-Frame-Options"] == "DENY")
        #expect(answer["Referrer-Policy"] == "same-origin")
        #expect(answer["Cross-Origin-Opener-Policy"] == "same-origin")
        #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(answer["Permissions-Policy"]?.contains("geolocation=()") == true)
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer["Strict-Transport-Security"]?.hasPrefix("max-age=63072000") == true)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
    }

    @Test("On plain HTTP nothing is said of HTTPS, and what an answer sets itself stands")
    func plain() async throws {
        let router = Router(context: SiteContext.self)
        router.add(middleware: SecurityHeaders(origin: try #require(Origin("http://127.0.0.1:8080"))))
        router.get("/") { _, _ in Response(status: .ok, headers: [.cacheControl: "public"]) }
        let answer = try await TestClient(router.buildResponder()).get("/")
        #expect(answer["Strict-Transport-Security"] == nil)
        #expect(answer.headers[values: .cacheControl] == ["public"])
    }

    @Test("A page is UTF-8, and asking for its head gives its length")
    func page() async throws {
        let client = TestClient(try Site.router().buildResponder())
        #expect(try await client.get("/").text == "<p>&lt;å&gt;</p>")
        let head = try await client.send(.head, "/")
        #expect(head.bytes.isEmpty)
        #expect(head["Content-Length"] == "17")
    }

    @Test("A fault shows a number and nothing of what it was; the log has the number and the kind, not the content")
    func fault() async throws {
        let lines = Lines()
        let router = Router(context: SiteContext.self)
        router.add(middleware: RequestNumbers())
        router.add(
            middleware: Failures { failure, _, _ in .page("\(failure.number)", status: failure.status) })
        router.get("/") { _, _ -> Response in throw Fault.inside(secret: "19121212-1212") }
        let answer = try await TestClient(router.buildResponder(), logger: lines.logger).get("/")
        #expect(answer.status == .internalServerError)
        #expect(answer.text.wholeMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/) != nil)
        #expect(lines.all.count == 1)
        let line = try #require(lines.all.first)
        #expect(line.contains("Fault.inside") && line.contains(answer.text))
        #expect(!line.contains("1212"))
    }

    @Test("Errors of other rooms get the status they are given")
    func status() async throws {
        let router = Router(context: SiteContext.self)
        router.add(middleware: RequestNumbers())
        router.add(
            middleware: Failures(status: { $0 is Fault ? .forbidden : nil }) { failure, _, _ in
                .text("\(failure.isOurs)")
            })
        router.get("/") { _, _ -> Response in throw Fault.inside(secret: "") }
        let answer = try await TestClient(router.buildResponder()).get("/")
        #expect(answer.status == .forbidden)
        #expect(answer.text == "false")
    }

    @Test("A request is a line in the log with the pattern of its path, never what stood in its place or in the query")
    func accessLine() async throws {
        let lines = Lines()
        let client = TestClient(try Site.router().buildResponder(), logger: lines.logger)
        _ = try await client.get("/link/hemlig-kod?namn=Anna")
        _ = try await client.get("/Anna/Andersson")
        #expect(lines.all.count == 2)
        #expect(lines.all[0].contains("GET /link/{token} 200 2 bytes"))
        #expect(lines.all[1].contains(" 404 "))
        #expect(!lines.all.joined().contains("hemlig") && !lines.all.joined().contains("Anna"))
    }

    @Test("A request that another site's page made the browser send is a line in the log")
    func suspicious() async throws {
        let lines = Lines()
        let elsewhere: HTTPFields = [HTTPField.Name("Sec-Fetch-Site") ?? .origin: "cross-site"]
        let client = TestClient(try Site.router().buildResponder(), fields: elsewhere, logger: lines.logger)
        #expect(try await client.post("/form", ["name": "Anna"]).code == 403)
        #expect(lines.all.contains { $0.contains("refused: WebError.crossSite") })
        #expect(!lines.all.joined().contains("Anna"))
    }
}

/// What was logged.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    var logger: Logger { Logger(label: "lines") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let more = metadata.merging(event.metadata ?? [:]) { $1 }
            lines.lines.withLock { $0.append("\(event.message) \(more)") }
        }
    }
}
