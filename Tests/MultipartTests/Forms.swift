import Multipart

/// A form as a browser writes it, and what is in it.
enum Forms {
    static let boundary = "----formBoundary7MA4YWxk"

    /// A text, a file whose bytes resemble boundaries, an empty field and an empty file.
    static let parts: [(MultipartPart, [UInt8])] = [
        (MultipartPart(name: "månad"), Array("2013-03".utf8)),
        (
            MultipartPart(name: "file", filename: "Insatser \"mars\"; åäö.xlsx", contentType: "application/x-test"),
            Array("\r\n--\(boundary.dropLast())\r\r\n-\r\n--\r\n\r\n--".utf8) + (0...255) + [13, 10]
        ),
        (MultipartPart(name: "empty"), []),
        (MultipartPart(name: "other", filename: "", contentType: "application/octet-stream"), []),
    ]

    static let bytes: [UInt8] =
        Array("preamble\r\n--\(boundary) \t\r\n".utf8)
        + parts.map { part, body in
            let filename = part.filename.map { "; filename=\"\($0.replacing("\"", with: "%22"))\"" } ?? ""
            let type = part.contentType.map { "\r\nCONTENT-TYPE: \($0)" } ?? ""
            return Array("Content-Disposition: form-data; name=\"\(part.name)\"\(filename)\(type)\r\n\r\n".utf8) + body
        }.joined(separator: Array("\r\n--\(boundary)\r\n".utf8))
        + Array("\r\n--\(boundary)--\r\nepilogue\r\n--\(boundary)\r\n".utf8)

    /// Reads a form given in `pieces` to its end.
    static func read(
        _ pieces: some Sequence<ArraySlice<UInt8>>, limits: MultipartLimits = MultipartLimits()
    ) throws(MultipartError) -> [(MultipartPart, [UInt8])] {
        var parser = try MultipartParser(boundary: boundary, limits: limits)
        var parts: [(MultipartPart, [UInt8])] = []
        var isInPart = false
        var hasEnded = false
        for piece in pieces {
            parser.append(piece)
            while let event = try parser.next() {
                switch event {
                case .part(let part):
                    guard !isInPart, !hasEnded else { throw .truncated }
                    parts.append((part, []))
                    isInPart = true
                case .body(let bytes):
                    guard isInPart, !bytes.isEmpty else { throw .truncated }
                    parts[parts.count - 1].1 += bytes
                case .endOfPart: isInPart = false
                case .endOfForm: hasEnded = true
                }
            }
        }
        try parser.finish()
        guard hasEnded, !isInPart else { throw .truncated }
        return parts
    }

    /// Reads a form of `text` at once.
    static func read(
        _ text: String, limits: MultipartLimits = MultipartLimits()
    ) throws(MultipartError) -> [(MultipartPart, [UInt8])] {
        try read([Array(text.utf8)[...]], limits: limits)
    }

    /// A form with one part of `headers`.
    static func with(headers: String) -> String { "--\(boundary)\r\n\(headers)\r\n\r\nx\r\n--\(boundary)--" }
}
