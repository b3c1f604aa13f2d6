/// Characters XML cannot hold, which workbooks write as `_x000D_`: a UTF-16 unit in four hexadecimal digits.
enum WorkbookEscapes {
    /// Replaces the escapes in the text that begins at `start` and ends with the buffer.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard var at = bytes[start...].firstIndex(of: UInt8(ascii: "_")), bytes.count - at >= 7 else { return }
        var to = at
        while at < bytes.count {
            guard let high = unit(bytes, at) else {
                bytes[to] = bytes[at]
                to += 1
                at += 1
                continue
            }
            at += 7
            var units = [high]
            // The two halves of a character outside the first plane are written one after the other.
            if 0xd800..<0xdc00 ~= high, let low = unit(bytes, at), 0xdc00..<0xe000 ~= low {
                units.append(low)
                at += 7
            }
            for byte in String(decoding: units, as: UTF16.self).utf8 {
                bytes[to] = byte
                to += 1
            }
        }
        bytes.removeSubrange(to...)
    }

    private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt16? {
        guard bytes.count - at >= 7, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
            bytes[at + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[at + 2..<at + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
