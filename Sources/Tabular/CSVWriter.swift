/// Writes a table as semicolon-separated text (CSV) the way Swedish Excel opens it right: UTF-8 with a byte order
/// mark, CRLF, quotes where needed.
///
/// A text that a spreadsheet program would take for a formula gets a leading apostrophe, so that a value from one
/// person's file cannot act in another's program; numbers are written as they are.
public struct CSVWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8]
    private let separator: UInt8
    private var atStart = true

    /// Begins a table.
    ///
    /// - Parameters:
    ///   - separator: What stands between two fields.
    ///   - byteOrderMark: Whether the file begins with the mark that tells Excel that it is UTF-8.
    public init(separator: UInt8 = UInt8(ascii: ";"), byteOrderMark: Bool = true) {
        self.separator = separator
        bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    }

    /// Writes a field of text.
    public mutating func text(_ text: some StringProtocol) { self.text(String(text)) }

    /// Writes a field of text.
    public mutating func text(_ text: String) {
        beginField()
        var text = text
        text.withUTF8 { utf8 in
            var needsQuotes = false
            for byte in utf8 where byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D {
                needsQuotes = true
            }
            if needsQuotes { bytes.append(0x22) }
            if Self.isFormulaLike(utf8.first) { bytes.append(UInt8(ascii: "'")) }
            if needsQuotes {
                for byte in utf8 {
                    if byte == 0x22 { bytes.append(byte) }
                    bytes.append(byte)
                }
                bytes.append(0x22)
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
    }

    /// Writes a whole number.
    public mutating func number(_ number: Int) {
        beginField()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a number in the form it shall have, "-12,5"; anything but digits, sign and decimal mark is text.
    public mutating func number(_ shown: some StringProtocol) {
        let allowed = Set("0123456789,.-+".utf8)
        guard shown.utf8.allSatisfy(allowed.contains) else { return text(shown) }
        beginField()
        bytes.append(contentsOf: shown.utf8)
    }

    /// Writes an empty field.
    public mutating func blank() {
        beginField()
    }

    /// Ends the row.
    public mutating func endRow() {
        bytes.append(contentsOf: "\r\n".utf8)
        atStart = true
    }

    /// Writes a whole row of texts.
    public mutating func row(_ texts: some Sequence<some StringProtocol>) {
        for field in texts { text(field) }
        endRow()
    }

    /// Whether a spreadsheet program could take `text` for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a
    /// line break. In workbooks this needs no care, since text is written as text there.
    public static func isFormulaLike(_ text: some StringProtocol) -> Bool {
        isFormulaLike(text.utf8.first)
    }

    private static func isFormulaLike(_ first: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
        default: false
        }
    }

    private mutating func beginField() {
        if !atStart { bytes.append(separator) }
        atStart = false
    }
}
