import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing
import Web
import WebTestSupport

struct UploadTests {
    let temporary: TemporaryFolder
    let folder: UploadFolder
    let client: TestClient

    init() throws {
        temporary = try TemporaryFolder()
        folder = try UploadFolder(temporary.file("in"))
        client = TestClient(try Site.router(folder: folder).buildResponder())
    }

    @Test(
        "A file arrives whole with the fields beside it, and is gone when the request is done",
        arguments: [1, 7, 65_536])
    func whole(piece: Int) async throws {
        let bytes = (0..<(piece == 1 ? 5_000 : 700_000)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let body = SentFile.body(
            fields: [("kommun", "0380"), ("text", "å\r\nä")],
            files: [SentFile("fil", name: "mars å.csv", bytes: bytes)])
        let answer = try await client.send(
            .post, "/upload", headers: [.contentType: SentFile.contentType], body: body, piece: piece)
        #expect(answer.text == "kommun=0380|text=å\r\nä|fil:mars å.csv:\(bytes.count):\(Site.sum(of: bytes))")
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A field without a chosen file is no file, but an empty file is one")
    func noFile() async throws {
        let none = try await client.post("/upload", ["a": "1"], files: [SentFile("fil", name: "", bytes: [])])
        #expect(none.text == "a=1")
        let empty = try await client.post("/upload", files: [SentFile("fil", name: "tom.csv", bytes: [])])
        #expect(empty.text.hasPrefix("fil:tom.csv:0:"))
    }

    @Test("A file that is kept stays, under a name that is not the sender's")
    func kept() async throws {
        let answer = try await client.post(
            "/keep", files: [SentFile("fil", name: "../x.csv", bytes: Array("a;b".utf8))])
        #expect(answer.status == .ok)
        #expect(try filesLeft(in: folder.url) == [answer.text])
        #expect(!answer.text.contains("x.csv"))
        let file = folder.url.appending(path: answer.text)
        #expect(try Data(contentsOf: file) == Data("a;b".utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("What is too large or too many is refused with 413, and leaves nothing behind")
    func limits() async throws {
        let large = SentFile("fil", name: "a", bytes: [UInt8](repeating: 1, count: 20 << 20 + 1))
        let small = SentFile("fil", name: "a", bytes: [1])
        #expect(try await client.post("/upload", files: [small, large]).status == .contentTooLarge)
        #expect(try await client.post("/upload", files: [small, small, small]).status == .contentTooLarge)
        let long = String(repeating: "x", count: 1001)
        #expect(try await client.post("/upload", ["a": long], files: [small]).status == .contentTooLarge)
        let many: KeyValuePairs = ["a": "1", "b": "1", "c": "1", "d": "1"]
        #expect(try await client.post("/upload", many, files: [small]).status == .contentTooLarge)
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("The size of a file that is too large can be told, from what the client declared")
    func declared() async throws {
        let request = Request(
            head: HTTPRequest(
                method: .post, scheme: nil, authority: nil, path: "/", headerFields: [.contentLength: "34000000"]),
            body: RequestBody(buffer: ByteBuffer()))
        await #expect(throws: WebError.fileTooLarge(limit: 20 << 20, sent: 34_000_000)) {
            try await UploadedFile.read(request, into: folder)
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A form that ends too early, or is none, leaves nothing behind")
    func broken() async throws {
        let body = SentFile.body(
            fields: [], files: [SentFile("fil", name: "a", bytes: [UInt8](repeating: 1, count: 300_000))])
        let fields: HTTPFields = [.contentType: SentFile.contentType]
        #expect(try await client.send(.post, "/upload", headers: fields, body: body.dropLast(9)).status == .badRequest)
        let text: HTTPFields = [.contentType: "text/plain"]
        #expect(try await client.send(.post, "/upload", headers: text, body: body).status == .unsupportedMediaType)
        let packed: HTTPFields = [.contentType: SentFile.contentType, .contentEncoding: "gzip"]
        #expect(try await client.send(.post, "/upload", headers: packed, body: body).status == .unsupportedMediaType)
        let promised: HTTPFields = [.contentType: SentFile.contentType, .contentLength: String(body.count + 1)]
        #expect(try await client.send(.post, "/upload", headers: promised, body: body).status == .badRequest)
        let field = SentFile.body(fields: [("a", "1")], files: []).map { $0 == UInt8(ascii: "1") ? 0xFF : $0 }
        #expect(try await client.send(.post, "/upload", headers: fields, body: field).status == .badRequest)
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A disk that refuses is our fault")
    func disk() async throws {
        try FileManager.default.removeItem(at: folder.url)
        let answer = try await client.post("/upload", files: [SentFile("fil", name: "a", bytes: [1])])
        #expect(answer.status == .internalServerError)
    }

    @Test("A body that is nothing but a file is written to one")
    func raw() async throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let answer = try await client.send(.post, "/raw", body: bytes, piece: 1000)
        #expect(answer.text == "300000:\(Site.sum(of: bytes))")
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("What a dead process left is removed, what was kept or is being written is not")
    func abandoned() async throws {
        let old = ["old.part", "kept"].map { folder.url.appending(path: $0) }
        for file in old {
            try Data([1]).write(to: file)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: file.path)
        }
        try Data([1]).write(to: folder.url.appending(path: "new.part"))
        #expect(try await folder.removeAbandoned(before: Date(timeIntervalSince1970: 2000)) == 1)
        #expect(try filesLeft(in: folder.url).sorted() == ["kept", "new.part"])
    }
}
