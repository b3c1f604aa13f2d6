/// Numbers as workbooks write them ("15.0", "1.5E1", "16.100000000000001") in their shortest plain decimal form.
enum WorkbookNumber {
    /// Appends the number that `text` is; false when it is none.
    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) -> Bool {
        if isPlain(text) {
            bytes.append(contentsOf: text)
            return true
        }
        guard let value = value(text) else { return false }
        append(value, to: &bytes)
        return true
    }

    /// The number that a cell's text is.
    static func value(_ text: UnsafeRawBufferPointer) -> Double? {
        let isBlank = { (byte: UInt8) in byte == 0x20 || 0x09...0x0d ~= byte }
        let digits = text.drop(while: isBlank).prefix { !isBlank($0) }
        // Neither "inf" nor hexadecimal digits, which Swift would read; nothing longer than any number needs.
        guard digits.count <= 400, text[digits.endIndex...].allSatisfy(isBlank),
            digits.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }),
            let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite
        else { return nil }
        return value
    }

    /// An integer of at most 15 digits without leading zeros: nothing to do, and by far the most common.
    @inline(__always)
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        let first = text[0] == UInt8(ascii: "-") ? 1 : 0
        guard 1...15 ~= text.count - first, text[first] != UInt8(ascii: "0") || text.count == 1 else { return false }
        for at in first..<text.count where text[at] &- 0x30 > 9 { return false }
        return true
    }

    /// The fewest digits that mean this number, without an exponent.
    private static func append(_ value: Double, to bytes: inout [UInt8]) {
        if value == 0 { return bytes.append(UInt8(ascii: "0")) }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        // Swift writes the fewest digits, as "12.5", "1e-05" or "1.25e+20".
        let parts = abs(value).description.utf8.split(separator: UInt8(ascii: "e"))
        let pieces = parts[0].split(separator: UInt8(ascii: "."))
        var digits = Array(pieces[0]) + (pieces.count > 1 ? Array(pieces[1]) : [])
        var point = pieces[0].count + (parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0)
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0x30 { digits.removeLast() }

        if point <= 0 {
            bytes.append(contentsOf: "0.".utf8)
            bytes.append(contentsOf: repeatElement(0x30, count: -point))
            bytes.append(contentsOf: digits)
        } else {
            bytes.append(contentsOf: digits.prefix(point))
            bytes.append(contentsOf: repeatElement(0x30, count: max(0, point - digits.count)))
            if digits.count > point {
                bytes.append(UInt8(ascii: "."))
                bytes.append(contentsOf: digits.dropFirst(point))
            }
        }
    }
}
