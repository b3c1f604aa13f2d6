/// Text in and out of XML, with the escapes of spreadsheets (`_x000D_`).
enum XMLEditText {
    /// `text` as element content or attribute value: entities for markup, `_xHHHH_` for control characters other than
    /// tab and line feed, at most 32,767 UTF-16 units as in a cell; what does not fit ends with an ellipsis.
    static func encoded(_ text: String) -> [UInt8] {
        let text = shortened(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            case "\0", "\u{FFFE}", "\u{FFFF}": continue
            case _ where scalar.value < 32:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                bytes += "_x\(String(repeating: "0", count: 4 - hex.count))\(hex)_".utf8
            default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        return bytes
    }

    /// At most `limit` UTF-16 units of `text`, the measure of spreadsheets.
    static func shortened(_ text: String, to limit: Int = 32_767) -> String {
        guard text.utf8.count > limit, text.utf16.count > limit else { return text }
        var short = ""
        var left = limit - 1
        for character in text {
            left -= character.utf16.count
            if left < 0 { break }
            short.append(character)
        }
        return short + "…"
    }

    /// The text of element content or an attribute value, with the five entities and character references resolved.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        let raw = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return raw }
        var text = ""
        var rest = Substring(raw)
        while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
            text += rest[..<start]
            let name = rest[rest.index(after: start)..<end]
            text += character(name) ?? String(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    private static func character(_ name: Substring) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let value =
                digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map(String.init)
        }
    }
}
