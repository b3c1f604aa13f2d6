import Multipart
import Testing

@Suite("Forms with files")
struct MultipartTests {
    private func isTheForm(_ parts: [(MultipartPart, [UInt8])]) -> Bool {
        parts.count == Forms.parts.count && zip(parts, Forms.parts).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    }

    @Test("The form is the same in pieces of any length", arguments: [1, 2, 3, 7, 64, 1_000])
    func pieces(length: Int) throws {
        let pieces = stride(from: 0, to: Forms.bytes.count, by: length).map { Forms.bytes[$0...].prefix(length) }
        #expect(isTheForm(try Forms.read(pieces)))
    }

    @Test("The form is the same cut in two at any byte")
    func cuts() throws {
        for cut in 0...Forms.bytes.count {
            let parts = try Forms.read([Forms.bytes[..<cut], Forms.bytes[cut...]])
            #expect(isTheForm(parts), "cut at \(cut)")
        }
    }

    @Test("A form that stops before its last boundary is truncated, wherever it stops")
    func truncated() throws {
        // Without what follows the last boundary.
        let end = Forms.bytes.count - "\r\nepilogue\r\n--\(Forms.boundary)\r\n".utf8.count
        for length in 0..<end {
            #expect(throws: MultipartError.truncated, "\(length) bytes") { try Forms.read([Forms.bytes[..<length]]) }
        }
        #expect(isTheForm(try Forms.read([Forms.bytes[..<end]])))
    }

    @Test("A body is given as it comes, not kept until it ends")
    func streams() throws {
        var parser = try MultipartParser(boundary: "b")
        parser.append(Array("--b\r\nContent-Disposition: form-data; name=f\r\n\r\n".utf8))
        #expect(try parser.next() == .part(MultipartPart(name: "f")))
        #expect(try parser.next() == nil)
        for _ in 0..<3 {
            parser.append([UInt8](repeating: 0x41, count: 100_000))
            guard case .body(let bytes) = try parser.next() else { throw MultipartError.truncated }
            #expect(bytes.count == 100_000)
            #expect(try parser.next() == nil)
        }
    }

    @Test("A form without parts is a form")
    func empty() throws { #expect(try Forms.read("--\(Forms.boundary)--").isEmpty) }

    @Test(
        "Names are read however they are quoted",
        arguments: [
            ("form-data; name=f; filename=\"a\\\"b.csv\"", "a\"b.csv"),
            ("form-data; name=\"f\"; filename=\"C:\\mina filer\\mars.csv\"", "mars.csv"),
            ("form-data; name=f; filename=\"../../etc/passwd\"", "passwd"),
            ("form-data; filename=mars 2013.csv ;name=f", "mars 2013.csv"),
            ("Form-Data;NAME=f;FILENAME=\"a;b=c.csv\";", "a;b=c.csv"),
            ("form-data; name=f; filename=\"%0d%0a.csv\"", "%0d%0a.csv"),
            ("form-data; name=f; filename*=utf-8''evil.csv", nil),
            ("form-data; name=f; filename*=utf-8''evil.csv; filename=\"å.csv\"", "å.csv"),
        ] as [(String, String?)])
    func names(disposition: String, filename: String?) throws {
        let parts = try Forms.read(Forms.with(headers: "content-disposition: \(disposition)"))
        #expect(parts.map(\.0) == [MultipartPart(name: "f", filename: filename)])
    }

    @Test("Bytes that are no UTF-8 in a name are mended, not refused")
    func otherEncoding() throws {
        var bytes = Array(Forms.with(headers: "Content-Disposition: form-data; name=f; filename=\"m?rs\"").utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "?")))
        bytes[place] = 0xE5
        #expect(try Forms.read([bytes[...]]).first?.0.filename == "m\u{FFFD}rs")
    }
}
