import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web
import WebTestSupport

struct FormTests {
    @Test("A form holds names and values as they were sent, in order, nothing trimmed")
    func values() throws {
        let form = try Form(urlEncoded: "namn=+%C3%85sa+&kod=1&kod=&tom&tecken=a%2Bb%26c%3Dd=e&&".utf8)
        #expect(form["namn"] == " Åsa ")
        #expect(form.values("kod") == ["1", ""])
        #expect(form["tom"] == "")
        #expect(form["tecken"] == "a+b&c=d=e")
        #expect(form["saknas"] == nil)
        #expect(form.fields.count == 5)
    }

    @Test("A form that cannot be taken apart is said to be so", arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%=a"])
    func malformed(text: String) {
        #expect(throws: WebError.malformedForm) { try Form(urlEncoded: text.utf8) }
    }

    @Test("A form has limits")
    func limits() {
        #expect(throws: WebError.formTooLarge(limit: 3)) {
            try Form(urlEncoded: "a=12".utf8, limits: Form.Limits(bytes: 3))
        }
        #expect(throws: WebError.tooManyParts(limit: 2)) {
            try Form(urlEncoded: "a=1&b=2&c=3".utf8, limits: Form.Limits(fields: 2))
        }
    }

    @Test("A form comes through a request, in whatever pieces")
    func read() async throws {
        let client = TestClient(try Site.router().buildResponder())
        #expect(
            try await client.post("/form", ["år": "2013", "text": "å & ä = ö %"]).text == "år=2013|text=å & ä = ö %")
        let type: HTTPFields = [.contentType: "Application/x-www-form-urlencoded ; charset=UTF-8"]
        let pieces = try await client.send(.post, "/form", headers: type, body: Array("a=%C3%A5&b=2".utf8), piece: 1)
        #expect(pieces.text == "a=å|b=2")
    }

    @Test("What is no form, or too large a form, gets the status that says so")
    func refused() async throws {
        let client = TestClient(try Site.router().buildResponder())
        let json = try await client.send(.post, "/form", headers: [.contentType: "application/json"], body: [0x7B])
        #expect(json.status == .unsupportedMediaType)
        #expect(
            try await client.post("/form", ["a": String(repeating: "x", count: 300_000)]).status == .contentTooLarge)
        let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        #expect(try await client.send(.post, "/form", headers: type, body: Array("a=%".utf8)).status == .badRequest)
    }

    @Test("A query is read like a form")
    func query() throws {
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/sok?q=ekonomiskt+bist%C3%A5nd&sida=2"),
            body: RequestBody(buffer: ByteBuffer()))
        #expect(try request.query()["q"] == "ekonomiskt bistånd")
        #expect(try request.query()["sida"] == "2")
    }
}
