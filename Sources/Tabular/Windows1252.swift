/// The encoding that Swedish Windows programs write when they do not write UTF-8.
public enum Windows1252 {
    private static let upper: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// The text of `bytes` that are UTF-8 or, where they are not, Windows-1252.
    public static func text(_ bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? decode(bytes)
    }

    /// The text of `bytes` in Windows-1252.
    public static func decode(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// The bytes of `text` in Windows-1252; in UTF-8 when it has letters that the encoding has not.
    public static func encode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let place = upper.firstIndex(of: scalar) {
                bytes.append(0x80 + UInt8(place))
            } else {
                return Array(text.utf8)
            }
        }
        return bytes
    }
}
