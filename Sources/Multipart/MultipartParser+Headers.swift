extension MultipartParser {
    /// Reads a part's headers, from the end of the line before them to their empty line; `nil` when more bytes are needed.
    mutating func readHeaders() throws(MultipartError) -> MultipartPart? {
        let end = endOfHeaders()
        // Without the end, its first three bytes may be here.
        guard (end ?? bytes.count - 3) - position <= limits.headerBytes else { throw .headersTooLong }
        guard let end else { return nil }
        let part = try MultipartPart(headers: bytes[position..<end])
        // What follows may be a delimiter at once: its end of line is that of the empty line.
        position = end + 4
        return part
    }

    /// Where the end of the line before the empty line begins.
    private func endOfHeaders() -> Int? {
        guard bytes.count - position >= 4 else { return nil }
        return (position...(bytes.count - 4)).first { bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
    }
}

extension MultipartPart {
    /// A part from the lines of its headers. Throws `MultipartError`.
    init(headers: ArraySlice<UInt8>) throws(MultipartError) {
        var disposition: HeaderValue?
        for line in headers.split(separator: 10) {
            // A CR elsewhere stays, and is refused as any control character is.
            let line = line.last == 13 ? line.dropLast() : line
            if line.isEmpty { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let value = HeaderValue(line[(colon + 1)...])
            else {
                throw .badHeader
            }
            switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .badHeader }
                disposition = value
            case "content-type": contentType = value.text
            case "content-transfer-encoding":
                guard ["7bit", "8bit", "binary"].contains(value.word) else { throw .encoded }
            default: break
            }
        }
        guard let disposition, disposition.word == "form-data", let name = disposition.parameters["name"] else {
            throw .noName
        }
        self.name = name
        // Forms have no filename* (RFC 7578, 4.2), and a browser may tell the folder.
        filename = disposition.parameters["filename"].map { path in
            String(path.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
        }
    }
}
