import Multipart
import Testing

@Suite("What is no form")
struct MalformedFormTests {
    private static let good = "Content-Disposition: form-data; name=f"

    @Test(
        "Headers that cannot be read are refused",
        arguments: [
            ("", MultipartError.noName), ("Content-Type: text/plain", .noName),
            ("Content-Disposition: attachment; name=f", .noName), ("Content-Disposition: form-data", .noName),
            ("Content-Disposition: form-data; name=\"f", .badHeader),
            ("Content-Disposition: form-data; name=f; name=g", .badHeader),
            ("Content-Disposition: form-data; name=\"f\"g", .badHeader),
            ("Content-Disposition: form-data; name", .badHeader), ("Content-Disposition: form-data; =f", .badHeader),
            ("Content-Disposition: form-data; name=\"a\0b\"", .badHeader),
            ("Content-Disposition: form-data; name=\"a\rb\"", .badHeader),
            (good + "\r\n" + good, .badHeader), (good + "\r\nno colon", .badHeader), (good + "\r\n folded", .badHeader),
            (good + "\r\nContent-Transfer-Encoding: base64", .encoded),
        ])
    func headers(headers: String, error: MultipartError) {
        #expect(throws: error) { try Forms.read(Forms.with(headers: headers)) }
    }

    @Test("A boundary with something after it is refused", arguments: ["x", " x", "-x", "\r\r", "\rx", "\n"])
    func delimiter(after: String) {
        #expect(throws: MultipartError.badDelimiter) {
            try Forms.read("--\(Forms.boundary)\(after)\r\n\(Self.good)\r\n")
        }
    }

    @Test("Parts and headers have their limits, and a form at them is read")
    func limits() throws {
        let limits = MultipartLimits(parts: 4, headerBytes: 160)
        #expect(try Forms.read([Forms.bytes[...]], limits: limits).count == 4)
        #expect(throws: MultipartError.tooManyParts) {
            try Forms.read([Forms.bytes[...]], limits: MultipartLimits(parts: 3))
        }
        let long = Self.good + "\r\nX-Long: " + String(repeating: "a", count: 160)
        #expect(throws: MultipartError.headersTooLong) { try Forms.read(Forms.with(headers: long), limits: limits) }
        // Before the end of the headers is seen, and in the line of a boundary.
        #expect(throws: MultipartError.headersTooLong) {
            try Forms.read("--\(Forms.boundary)\r\n\(long)", limits: limits)
        }
        let padding = String(repeating: " ", count: 161)
        #expect(throws: MultipartError.headersTooLong) {
            try Forms.read("--\(Forms.boundary)\(padding)", limits: limits)
        }
    }

    @Test("After an error there is nothing but the error")
    func staysFailed() throws {
        var parser = try MultipartParser(boundary: "b")
        parser.append(Array("--bx".utf8))
        #expect(throws: MultipartError.badDelimiter) { try parser.next() }
        parser.append(Array("\r\n--b\r\n\(Self.good)\r\n\r\n".utf8))
        #expect(throws: MultipartError.badDelimiter) { try parser.next() }
        #expect(throws: MultipartError.badDelimiter) { try parser.finish() }
    }

    @Test(
        "The boundary is read from the content type",
        arguments: [
            ("multipart/form-data; boundary=b", nil), ("Multipart/Form-Data;charset=utf-8; BOUNDARY=\"b\"", nil),
            ("text/plain; boundary=b", .notAForm), ("multipart/mixed; boundary=b", .notAForm), ("", .notAForm),
            ("multipart/form-data", .badBoundary), ("multipart/form-data; boundary=", .badBoundary),
            ("multipart/form-data; boundary=\"b ", .badBoundary),
            ("multipart/form-data; boundary=\"b \"", .badBoundary),
            ("multipart/form-data; boundary=\"b\r\nc\"", .badBoundary),
            ("multipart/form-data; boundary=å", .badBoundary),
            ("multipart/form-data; boundary=" + String(repeating: "b", count: 71), .badBoundary),
        ] as [(String, MultipartError?)])
    func contentType(text: String, error: MultipartError?) throws {
        do throws(MultipartError) {
            var parser = try MultipartParser(contentType: text)
            parser.append(Array("--b--".utf8))
            #expect(try parser.next() == .endOfForm)
            #expect(error == nil)
        } catch let thrown {
            #expect(thrown == error)
        }
    }
}
