#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A place in the bytes of a sheet, which end with zeros; moves over what it knows and stops at what it does not.
struct SheetReaderCursor {
    enum Row { case filled, empty, end, other }

    private(set) var at: UnsafePointer<UInt8>
    let cells: SheetReaderRow

    init(at: UnsafePointer<UInt8>, cells: SheetReaderRow) {
        self.at = at
        self.cells = cells
    }

    /// Moves over a row, and gives its cells to `cells`.
    mutating func row() -> Row {
        skipBlanks()
        if take("</sheetData>") { return .end }
        guard take("<row") else { return .other }
        var number: Int?
        while let (letter, value) = attribute() {
            if letter == UInt8(ascii: "r") { number = SheetReaderAttribute.integer(value) }
        }
        cells.begin(number: number)
        if !take("/>") {
            guard take(">") else { return .other }
            while true {
                skipBlanks()
                if take("</row>") { break }
                guard take("<c"), cell() else { return .other }
            }
        }
        return cells.end() ? .filled : .empty
    }

    /// Moves over the rest of a cell.
    private mutating func cell() -> Bool {
        var column: Int?
        var style = 0
        var kind = SheetReaderRow.Kind.number
        while let (letter, value) = attribute() {
            switch letter {
            case UInt8(ascii: "r"): column = SheetReaderAttribute.column(value)
            case UInt8(ascii: "s"): style = SheetReaderAttribute.integer(value) ?? 0
            case UInt8(ascii: "t"): kind = SheetReaderAttribute.kind(value)
            default: break
            }
        }
        var text = UnsafeRawBufferPointer(start: at, count: 0)
        if !take("/>") {
            guard take(">") else { return false }
            while !take("</c>") {
                if kind != .inline, take("<v") {
                    guard let found = self.text(), take("</v>") else { return false }
                    text = found
                } else if kind == .inline, take("<is><t") {
                    guard let found = self.text(), take("</t></is>") else { return false }
                    text = found
                } else if take("<f") {
                    guard formula() else { return false }
                } else {
                    return false
                }
            }
        }
        cells.add(column: column, style: style, kind, text)
        return true
    }

    /// Moves over the rest of a start tag and the text after it; nil when that needs a parser.
    private mutating func text() -> UnsafeRawBufferPointer? {
        while attribute() != nil {}
        guard take(">") else { return nil }
        let start = at
        var all: UInt8 = 0
        while at.pointee >= 0x20 || at.pointee == 0x0a || at.pointee == 0x09,
            at.pointee != UInt8(ascii: "<"), at.pointee != UInt8(ascii: "&")
        {
            all |= at.pointee
            at += 1
        }
        let text = UnsafeRawBufferPointer(start: start, count: at - start)
        if all >= 0x80, String(validating: text, as: UTF8.self) == nil { return nil }
        return text
    }

    /// Moves over the rest of a formula, whose text is of no interest.
    private mutating func formula() -> Bool {
        while attribute() != nil {}
        if take("/>") { return true }
        guard take(">") else { return false }
        while at.pointee != UInt8(ascii: "<"), at.pointee != 0 { at += 1 }
        return take("</f>")
    }

    /// Moves over an attribute: its name if that is a single letter, else 0, and where its value begins.
    @inline(__always)
    private mutating func attribute() -> (letter: UInt8, value: UnsafePointer<UInt8>)? {
        guard at.pointee == 0x20 || at.pointee == 0x0a else { return nil }
        skipBlanks()
        let name = at
        while at.pointee > UInt8(ascii: ">") || 0x2d...0x3a ~= at.pointee, at.pointee != UInt8(ascii: "/") { at += 1 }
        guard at > name, at[0] == UInt8(ascii: "="), at[1] == UInt8(ascii: "\"") else { return nil }
        let letter = at - name == 1 ? name[0] : 0
        at += 2
        let value = at
        while at.pointee != UInt8(ascii: "\"") {
            guard at.pointee >= 0x20, at.pointee != UInt8(ascii: "<"), at.pointee != UInt8(ascii: "&") else {
                return nil
            }
            at += 1
        }
        at += 1
        return (letter, value)
    }

    @inline(__always)
    private mutating func skipBlanks() {
        while at.pointee == 0x20 || at.pointee == 0x0a || at.pointee == 0x09 { at += 1 }
    }

    @inline(__always)
    private mutating func take(_ expected: StaticString) -> Bool {
        guard memcmp(at, expected.utf8Start, expected.utf8CodeUnitCount) == 0 else { return false }
        at += expected.utf8CodeUnitCount
        return true
    }
}
