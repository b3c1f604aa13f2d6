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
        var cell = SheetReaderCell()
        while let (letter, value) = attribute() { cell.set(letter, value) }
        var text = UnsafeRawBufferPointer(start: at, count: 0)
        if !take("/>") {
            guard take(">") else { return false }
            while !take("</c>") {
                if text.isEmpty, cell.kind != .inline, take("<v") {
                    cell.hasValue = true
                    guard let found = self.text(before: "</v>") else { return false }
                    text = found
                } else if text.isEmpty, cell.kind == .inline, take("<is><t") {
                    cell.hasValue = true
                    guard let found = self.text(before: "</t>"), take("</is>") else { return false }
                    text = found
                } else if take("<f") {
                    cell.hasFormula = true
                    guard self.text(before: "</f>", mayHaveEntities: true) != nil else { return false }
                } else {
                    return false
                }
            }
        }
        cells.add(cell, text)
        return true
    }

    /// Moves over the rest of a start tag, the text after it and its end tag; nil when that needs a parser.
    @inline(__always)
    private mutating func text(before end: StaticString, mayHaveEntities: Bool = false) -> UnsafeRawBufferPointer? {
        while attribute() != nil {}
        if take("/>") { return UnsafeRawBufferPointer(start: at, count: 0) }
        guard take(">") else { return nil }
        let start = at
        var all: UInt8 = 0
        while at.pointee >= 0x20 || at.pointee == 0x0a || at.pointee == 0x09,
            at.pointee != UInt8(ascii: "<"), at.pointee != UInt8(ascii: ">"),
            at.pointee != UInt8(ascii: "&") || mayHaveEntities
        {
            all |= at.pointee
            at += 1
        }
        let text = UnsafeRawBufferPointer(start: start, count: at - start)
        guard take(end), all < 0x80 || String(validating: text, as: UTF8.self) != nil else { return nil }
        return text
    }

    /// Moves over an attribute: its name if that is a single letter, else 0, and where its value begins.
    ///
    /// Where there is none it stops before what there is instead.
    @inline(__always)
    private mutating func attribute() -> (letter: UInt8, value: UnsafePointer<UInt8>)? {
        guard at.pointee == 0x20 || at.pointee == 0x0a else { return nil }
        skipBlanks()
        var end = at
        while (end.pointee | 0x20) &- UInt8(ascii: "a") < 26 || (end > at && 0x30...0x3a ~= end.pointee) { end += 1 }
        guard end > at, end[0] == UInt8(ascii: "="), end[1] == UInt8(ascii: "\"") else { return nil }
        let letter = end - at == 1 ? at.pointee : 0
        let value = end + 2
        end = value
        while end.pointee != UInt8(ascii: "\"") {
            guard 0x20..<0x80 ~= end.pointee, end.pointee != UInt8(ascii: "<"), end.pointee != UInt8(ascii: "&") else {
                return nil
            }
            end += 1
        }
        at = end + 1
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
