/// Text as seven bits in short lines (RFC 2045, 6.7).
enum QuotedPrintable {
    /// The longest line, the "=" of one that goes on included.
    private static let width = 76

    /// The lines, each ended with CR LF.
    static func body(_ lines: [Substring]) -> [UInt8] {
        var body: [UInt8] = []
        for line in lines {
            var length = 0
            let bytes = Array(line.utf8)
            for (place, byte) in bytes.enumerated() {
                let piece = piece(byte, isLast: place == bytes.count - 1)
                // Room for what goes on.
                if length + piece.count > width - 1 {
                    body += Array("=\r\n".utf8)
                    length = 0
                }
                body += piece
                length += piece.count
            }
            body += [13, 10]
        }
        return body
    }

    /// "=C3".
    static func escape(_ byte: UInt8) -> String {
        "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private static func piece(_ byte: UInt8, isLast: Bool) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "="): Array("=3D".utf8)
        // At the end of a line it would be lost.
        case UInt8(ascii: " "): isLast ? Array("=20".utf8) : [byte]
        case 0x21...0x7E: [byte]
        default: Array(escape(byte).utf8)
        }
    }
}
