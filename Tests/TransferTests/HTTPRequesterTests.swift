import Foundation
import TestSupport
import Testing
import Transfer

@Suite("Asking web servers", .fewAtATime, .enabled(if: Python.isPresent, "\(Python.absence)"))
struct HTTPRequesterTests {
    let server: WebServer
    let requester: HTTPRequester

    init() throws {
        server = try WebServer()
        requester = HTTPRequester(certificates: server.certificate.file)
    }

    private func asked(_ response: HTTPResponse) throws -> WebServer.Asked {
        try JSONDecoder().decode(WebServer.Asked.self, from: Data(response.body))
    }

    @Test(
        "A request comes through with its method, path, headers and bytes", arguments: ["GET", "POST", "PUT", "DELETE"])
    func request(method: String) async throws {
        let body: HTTPRequest.Body? = method == "PUT" ? .bytes(Array("abc".utf8)) : nil
        let request = HTTPRequest(
            method, try server.url("/echo?m%C3%A5nad=2013-03"), headers: ["Authorization": "Bearer hemlig"], body: body)
        let response = try await requester.send(request)
        #expect(response.status == 200)
        #expect(response.headers["x-twice"] == "2: b")
        let asked = try asked(response)
        #expect(asked.method == method && asked.path == "/echo?m%C3%A5nad=2013-03")
        #expect(asked.headers["authorization"] == "Bearer hemlig" && asked.headers["expect"] == nil)
        #expect(asked.headers["content-length"] == ["POST": "0", "PUT": "3"][method])
        #expect(method != "PUT" || asked.digest.hasPrefix("ba7816bf"))
    }

    @Test("A file is sent as it is, whatever its size", arguments: [0, 1, 5_000_003])
    func file(size: Int) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("mars.csv")
        try Data(
            [UInt8](unsafeUninitializedCapacity: size) { bytes, filled in
                for place in 0..<size { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
                filled = size
            }
        ).write(to: file)
        let response = try await requester.send(HTTPRequest("POST", server.url("/echo"), body: .file(file)))
        let sum = try Program.run(URL(filePath: "/usr/bin/sha256sum"), [file.path]).prefix(64)
        #expect(try asked(response).length == size)
        #expect(try asked(response).digest == sum)
    }

    @Test("An answer without contents is an answer, and one elsewhere is not followed")
    func answers() async throws {
        let head = try await requester.send(HTTPRequest("HEAD", server.url("/echo")))
        #expect(head.status == 200 && head.body.isEmpty)
        let moved = try await requester.send(HTTPRequest("GET", server.url("/elsewhere")))
        #expect(moved.status == 302 && moved.headers["location"] == "/echo")
    }

    @Test("A server that will not have the body answers before it has all of it")
    func refusedEarly() async throws {
        let body = HTTPRequest.Body.bytes([UInt8](repeating: 65, count: 50_000_000))
        #expect(try await requester.send(HTTPRequest("POST", server.url("/full"), body: body)).status == 413)
    }

    @Test("A server that hangs up in the midst ends the request, and nothing else")
    func hangsUp() async throws {
        let body = HTTPRequest.Body.bytes([UInt8](repeating: 65, count: 50_000_000))
        for _ in 0..<3 {
            await #expect(throws: TransferError.broken) {
                try await requester.send(HTTPRequest("POST", server.url("/hangup"), body: body))
            }
        }
        #expect(try await requester.send(HTTPRequest("GET", server.url("/echo"))).status == 200)
    }

    @Test("More than was allowed is refused while it comes")
    func tooLarge() async throws {
        let requester = HTTPRequester(certificates: server.certificate.file, replyLimit: 1 << 20)
        await #expect(throws: TransferError.tooLarge) {
            try await requester.send(HTTPRequest("GET", server.url("/endless")))
        }
    }

    @Test("A server that says nothing is not waited for longer than asked, or than wanted")
    func patience() async throws {
        let requester = HTTPRequester(certificates: server.certificate.file, patience: .seconds(1))
        let request = HTTPRequest("GET", try server.url("/silent"))
        await #expect(throws: TransferError.timedOut) { try await requester.send(request) }
        let patient = self.requester
        let task = Task { try await patient.send(request) }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        await #expect(throws: TransferError.cancelled) { try await task.value }
    }

    @Test("Only servers whose certificate is trusted and theirs are asked")
    func trust() async throws {
        let request = HTTPRequest("GET", try server.url("/echo"))
        await #expect(throws: TransferError.notTrusted) { try await HTTPRequester().send(request) }
        let folder = try TemporaryFolder()
        let other = try Certificate(in: folder)
        await #expect(throws: TransferError.notTrusted) {
            try await HTTPRequester(certificates: other.file).send(request)
        }
        // The certificate is for localhost.
        await #expect(throws: TransferError.notTrusted) {
            try await requester.send(HTTPRequest("GET", server.url("/echo", host: "127.0.0.1")))
        }
        #expect(try await requester.send(request).status == 200)
    }

    @Test("Without TLS only this machine is asked")
    func withoutTLS() async throws {
        let plain = try WebServer(isEncrypted: false)
        #expect(try await HTTPRequester().send(HTTPRequest("GET", plain.url("/echo"))).status == 200)
        await #expect(throws: TransferError.notPrivate) {
            try await HTTPRequester().send(HTTPRequest("GET", plain.url("/echo", host: "underlag.example")))
        }
    }

    @Test(
        "What is no address of a web server is refused",
        arguments: ["file:///etc/passwd", "smtp://localhost/", "https:///x", "https://user@localhost/", "/echo"])
    func addresses(text: String) async throws {
        let url = try #require(URL(string: text))
        await #expect(throws: TransferError.badAddress) { try await requester.send(HTTPRequest("GET", url)) }
    }

    @Test("A header cannot begin another, and a missing file is said")
    func headers() async throws {
        await #expect(throws: TransferError.badAddress) {
            try await requester.send(HTTPRequest("GET", server.url("/echo"), headers: ["A": "b\r\nC: d"]))
        }
        await #expect(throws: TransferError.cannotUseFile) {
            try await requester.send(HTTPRequest("POST", server.url("/echo"), body: .file(URL(filePath: "/missing"))))
        }
    }
}
