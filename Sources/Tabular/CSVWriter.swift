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
    public mutating func text(_ text: some StringProtocol) {
        let isFormula = Self.isFormulaLike(text)
        let needsQuotes = text.utf8.contains { byte in
            byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        beginField()
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
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

    /// Hands over what has been written since the last time, so that a long table need not be held.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes a whole row of texts.
    public mutating func row(_ texts: some Sequence<some StringProtocol>) {
        for field in texts { text(field) }
        endRow()
    }

    /// Whether a spreadsheet program could take `text` for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a
    /// line break. In workbooks this needs no care, since text is written as text there.
    public static func isFormulaLike(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first else { return false }
        return "=+-@\t\r\n".utf8.contains(first)
    }

    private mutating func beginField() {
        if !atStart { bytes.append(separator) }
        atStart = false
    }
}
