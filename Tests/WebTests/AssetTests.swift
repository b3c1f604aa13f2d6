import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing
import Web
import WebTestSupport

struct AssetTests {
    let assets = Assets(
        at: "/filer",
        [
            (
                "portal.css",
                Array("@font-face { src: url(\"text.woff2\") } \(String(repeating: "p{margin:0}", count: 99))".utf8)
            ),
            ("text.woff2", [UInt8](repeating: 7, count: 1000)),
        ])
    var client: TestClient {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        assets.serve(on: router)
        return TestClient(router.buildResponder())
    }

    @Test("A file is at an address with its fingerprint, for ever, and at its name, asked about each time")
    func addresses() async throws {
        let path = assets.path("text.woff2")
        #expect(path.wholeMatch(of: /\/filer\/text\.[0-9a-f]{16}\.woff2/) != nil)
        let lasting = try await client.get(path)
        #expect(lasting.bytes.count == 1000 && lasting["Content-Type"] == "font/woff2")
        #expect(lasting["Cache-Control"] == "public, max-age=31536000, immutable")
        let plain = try await client.get("/filer/text.woff2")
        #expect(plain.bytes == lasting.bytes && plain["Cache-Control"] == "no-cache")
        #expect(try await client.get("/filer/text.0123456789abcdef.woff2").status == .notFound)
        #expect(try await client.send(.head, path)["Content-Length"] == "1000")
    }

    @Test("A browser that has the file is told so")
    func known() async throws {
        let tag = try #require(try await client.get("/filer/portal.css")["ETag"])
        for sent in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = try await client.get("/filer/portal.css", headers: [.ifNoneMatch: sent])
            #expect(answer.status == .notModified && answer.bytes.isEmpty && answer["ETag"] == tag)
        }
        #expect(try await client.get("/filer/portal.css", headers: [.ifNoneMatch: "\"x\""]).status == .ok)
    }

    @Test("A style sheet names fonts by their fingerprints")
    func sheet() async throws {
        let name = try #require(assets.path("text.woff2").split(separator: "/").last)
        #expect(try await client.get(assets.path("portal.css")).text.contains("url(\"\(name)\")"))
    }

    @Test("Text is sent compressed to those who take it, and under a tag of its own", .enabled(if: Python.isPresent))
    func compressed() async throws {
        let packed = try await client.get("/filer/portal.css", headers: [.acceptEncoding: "br, gzip;q=0.8"])
        #expect(packed["Content-Encoding"] == "gzip" && packed["Vary"] == "Accept-Encoding")
        let plain = try await client.get("/filer/portal.css", headers: [.acceptEncoding: "gzip;q=0, br"])
        #expect(plain["Content-Encoding"] == nil && plain["ETag"] != packed["ETag"])
        #expect(packed.bytes.count < plain.bytes.count / 2)
        let hex = packed.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let text = try Python.run(
            "import sys,gzip; print(gzip.decompress(bytes.fromhex(sys.argv[1])).decode(),end='')", hex)
        #expect(text == plain.text)
        #expect(
            try await client.get("/filer/text.woff2", headers: [.acceptEncoding: "gzip"])["Content-Encoding"] == nil)
    }
}
