import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web
import WebTestSupport

struct KindTests {
    @Test(
        "A file's name can neither break its field nor name a folder",
        arguments: [
            ("tabell.csv", #"filename="tabell.csv"; filename*=UTF-8''tabell.csv"#),
            ("Åse ö.xlsx", #"filename="Ase o.xlsx"; filename*=UTF-8''%C3%85se%20%C3%B6.xlsx"#),
            ("a\"; x=\"b", #"filename="a_; x=_b"; filename*=UTF-8''a%22%3B%20x%3D%22b"#),
            (
                "../\\etc\r\nSet-Cookie: a",
                #"filename="..__etc__Set-Cookie: a"; filename*=UTF-8''..__etc__Set-Cookie%3A%20a"#
            ),
            ("a\u{202E}xslx.exe", #"filename="a_xslx.exe"; filename*=UTF-8''a_xslx.exe"#),
            ("50%.csv", #"filename="50_.csv"; filename*=UTF-8''50%25.csv"#),
        ])
    func disposition(name: String, parameters: String) {
        #expect(ContentDisposition.attachment(name).value == "attachment; \(parameters)")
        #expect(ContentDisposition.inline(name).value == "inline; \(parameters)")
    }

    @Test("A file can be sent from memory or as it is made")
    func file() async throws {
        let router = Router(context: SiteContext.self)
        router.get("/whole") { _, _ in Response.file(ByteBuffer(string: "a;b"), as: .csv, .attachment("a.csv")) }
        router.get("/stream") { _, _ in
            Response.file(as: .zip, .attachment("a.zip")) { writer in
                for piece in ["a", "b"] { try await writer.write(ByteBuffer(string: piece)) }
            }
        }
        let client = TestClient(router.buildResponder())
        let whole = try await client.get("/whole")
        #expect(whole["Content-Type"] == "text/csv; charset=utf-8" && whole["Content-Length"] == "3")
        #expect(whole["Content-Disposition"]?.hasPrefix("attachment") == true)
        #expect(try await client.get("/stream").text == "ab")
    }

    @Test(
        "One is never led away from the site",
        arguments: [
            "//evil.test", "/\\evil.test", "https://evil.test", "", "javascript:alert(1)", "/a\r\nb", "/ b", "/å",
        ])
    func away(path: String) {
        #expect(LocalPath(path) == nil)
        #expect(Response.see(path).headers[.location] == "/")
    }

    @Test("One is led on within the site by 303")
    func see() {
        #expect(LocalPath("/leveranser/17?visa=alla#rad")?.text == "/leveranser/17?visa=alla#rad")
        #expect(Response.see("/a").status == .seeOther)
        #expect(Response.see("/a").headers[.location] == "/a")
    }

    @Test("A problem is JSON with the members of the standard and our own")
    func problem() async throws {
        let problem = ProblemDetails(
            .unprocessableContent, title: "Filen är inte godkänd", type: "/problem/fel", detail: "3 fel",
            instance: "K7QM-4XRD", members: ["fel": [["rad": 2]], "status": "ours"])
        let router = Router(context: SiteContext.self)
        router.get("/") { _, _ in try problem.response() }
        let answer = try await TestClient(router.buildResponder()).get("/")
        #expect(answer.status == .unprocessableContent)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(
            answer.text
                == #"{"detail":"3 fel","fel":[{"rad":2}],"instance":"K7QM-4XRD","status":422,"title":"Filen är inte godkänd","type":"/problem/fel"}"#
        )
    }
}
