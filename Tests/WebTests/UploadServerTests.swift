import Foundation
import TestSupport
import Testing
import Web
import WebTestSupport

/// Uploads over a real connection.
@Suite(.timeLimit(.minutes(40)))
struct UploadServerTests {
    let temporary: TemporaryFolder
    let folder: UploadFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = try UploadFolder(temporary.file("in"))
    }

    private func body(_ size: Int) -> [UInt8] {
        let bytes = (0..<size / 1000).flatMap { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: 1000) }
        return SentFile.body(fields: [("kommun", "0380")], files: [SentFile("fil", name: "mars.csv", bytes: bytes)])
    }

    private func head(_ path: String, _ length: String, _ more: String = "") -> [UInt8] {
        let type = "Content-Type: \(SentFile.contentType)\r\n"
        return Array("POST \(path) HTTP/1.1\r\nHost: portal.test\r\n\(type)\(length)\r\n\(more)\r\n".utf8)
    }

    @Test("A file of three megabytes arrives byte for byte")
    func whole() async throws {
        let body = body(3_000_000)
        let sent = head("/raw", "Content-Length: \(body.count)") + body
        try await withRunningSite(try Site.router(folder: folder)) { address in
            let answer = try await waiting {
                let connection = try PlainConnection(address)
                defer { connection.close() }
                try connection.send(sent)
                return try connection.answer()
            }
            #expect(answer.hasSuffix("\(body.count):\(Site.sum(of: body))"))
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test(
        "A browser that sends thirty megabytes before it reads gets to see that it was too much, and may go on",
        arguments: ["", "Connection: close\r\n"], ["/upload", "/raw"])
    func tooLarge(more: String, path: String) async throws {
        let body = body(30_000_000)
        let sent = head(path, "Content-Length: \(body.count)", more) + body
        let goesOn = more.isEmpty
        try await withRunningSite(try Site.router(folder: folder)) { address in
            let answers = try await waiting {
                let connection = try PlainConnection(address)
                defer { connection.close() }
                try connection.send(sent)
                let refused = try connection.answer()
                guard goesOn else { return [refused] }
                try connection.send(Array("GET / HTTP/1.1\r\nHost: portal.test\r\n\r\n".utf8))
                return [refused, try connection.answer()]
            }
            #expect(answers[0].hasPrefix("HTTP/1.1 413") && answers[0].contains("<h1>413</h1>"))
            #expect(!goesOn || answers[1].hasPrefix("HTTP/1.1 200"))
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A body sent in chunks is limited as well, though its size is not told")
    func chunks() async throws {
        let chunk = "100000\r\n\(String(repeating: "x", count: 1 << 20))\r\n"
        let sent = head("/raw", "Transfer-Encoding: chunked")
        try await withRunningSite(try Site.router(folder: folder)) { address in
            let answer = try await waiting {
                let connection = try PlainConnection(address)
                defer { connection.close() }
                try connection.send(sent)
                for _ in 0..<24 { try connection.send(Array(chunk.utf8)) }
                try connection.send(Array("0\r\n\r\n".utf8))
                return try connection.answer()
            }
            #expect(answer.hasPrefix("HTTP/1.1 413"))
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test(
        "A connection cut in the middle leaves no file behind",
        arguments: ["Content-Length: 5000000", "Transfer-Encoding: chunked"], ["/upload", "/raw", "/keep"])
    func cut(length: String, path: String) async throws {
        let part = Array(body(1_000_000).prefix(900_000))
        let piece = length.hasPrefix("Transfer") ? Array("DBBA0\r\n".utf8) + part : part
        let sent = head(path, length) + piece
        let folder = folder
        try await withRunningSite(try Site.router(folder: folder)) { address in
            try await waiting {
                let connection = try PlainConnection(address)
                try connection.send(sent)
                // Until some of it is on disk, so that there is something to remove.
                while try filesLeft(in: folder.url).isEmpty { usleep(2000) }
                connection.close()
                while try !filesLeft(in: folder.url).isEmpty { usleep(2000) }
            }
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A site that is stopped in the middle of an upload leaves no file behind")
    func stopped() async throws {
        let sent = head("/upload", "Content-Length: 5000000") + body(1_000_000).prefix(900_000)
        let folder = folder
        try await withRunningSite(try Site.router(folder: folder)) { address in
            try await waiting {
                let connection = try PlainConnection(address)
                try connection.send(sent)
                while try filesLeft(in: folder.url).isEmpty { usleep(2000) }
            }
        }
        #expect(try filesLeft(in: folder.url).isEmpty)
    }

    @Test("A client that asks before it sends is told to send, or refused before it has sent anything")
    func asksFirst() async throws {
        let small = body(2_000_000)
        let asking = head("/raw", "Content-Length: \(small.count)", "Expect: 100-continue\r\n")
        let asksTooMuch = head("/raw", "Content-Length: 300000000", "Expect: 100-continue\r\n")
        try await withRunningSite(try Site.router(folder: folder)) { address in
            let answers = try await waiting {
                let connection = try PlainConnection(address)
                defer { connection.close() }
                try connection.send(asking)
                let told = try connection.answer()
                try connection.send(small)
                let taken = try connection.answer()
                try connection.send(asksTooMuch)
                return [told, taken, try connection.answer()]
            }
            #expect(answers[0] == "HTTP/1.1 100 Continue\r\n\r\n")
            #expect(answers[1].hasPrefix("HTTP/1.1 200") && answers[1].contains("\(small.count):"))
            #expect(answers[2].hasPrefix("HTTP/1.1 413"))
        }
    }
}
