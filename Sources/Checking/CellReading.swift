import Tabular
import Vocabulary

/// What a cell that is not in its plain form was read as.
enum Reading {
    /// Nothing but blanks.
    case blank
    /// A value, and the repair that made it one.
    case value(UInt32, BuiltInRule?)
    /// Not to be understood.
    case fault(BuiltInRule)
}

/// Reads the cells that the row loop's short ways do not take: spaces around, other ways to write the same.
enum CellReading {
    /// The bytes without spaces, tabs and non-breaking spaces around.
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = cell.count
        while start < end {
            if cell[start] <= 0x20 || cell[start] == 0xA0 {
                start += 1
            } else if let width = wideSpace(cell, start), start + width <= end {
                start += width
            } else {
                break
            }
        }
        while end > start {
            if cell[end - 1] <= 0x20 {
                end -= 1
            } else if end - 2 >= start, wideSpace(cell, end - 2) == 2 {
                end -= 2
            } else if end - 3 >= start, wideSpace(cell, end - 3) == 3 {
                end -= 3
            } else if cell[end - 1] == 0xA0, end - 1 == start || cell[end - 2] < 0x80 {
                end -= 1  // Windows-1252's non-breaking space, not the tail of a UTF-8 letter
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: cell[start..<end])
    }

    /// The width in bytes of a UTF-8 space other than U+0020 at `place`.
    private static func wideSpace(_ cell: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        if place + 1 < cell.count, cell[place] == 0xC2, cell[place + 1] == 0xA0 { return 2 }
        guard place + 2 < cell.count else { return nil }
        switch (cell[place], cell[place + 1], cell[place + 2]) {
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xEF, 0xBB, 0xBF): return 3
        default: return nil
        }
    }

    /// A mark: X, or days when `days`.
    static func mark(_ cell: UnsafeBufferPointer<UInt8>, days: Bool) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        let repair: BuiltInRule? = text.count < cell.count ? .spaces : nil
        if isCross(text) {
            return .value(UInt32(Columns.cross), text.count == 1 && text[0] == UInt8(ascii: "X") ? repair : .crossForm)
        }
        if days, let (number, plain) = wholeNumber(text), (1...999).contains(number) {
            return number > 31 ? .fault(.tooManyDays) : .value(UInt32(number), plain ? repair : .numberForm)
        }
        return .fault(days ? .unknownMark : .otherThanCross)
    }

    /// A code of those whose bits are set in `valid`.
    static func code(_ cell: UnsafeBufferPointer<UInt8>, valid: UInt64) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        guard let (number, plain) = wholeNumber(text), (0..<64).contains(number), valid >> UInt64(number) & 1 == 1
        else { return .fault(.unknownCode) }
        return .value(UInt32(number), plain ? (text.count < cell.count ? .spaces : nil) : .numberForm)
    }

    /// A running number of at most `most` digits.
    static func runningNumber(_ cell: UnsafeBufferPointer<UInt8>, digits: (width: Int, most: Int)) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        guard text.count <= digits.most, text.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            return .fault(.unknownRunningNumber)
        }
        let number = text.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
        return .value(
            number + 1, text.count < digits.width ? .runningNumberPadded : text.count < cell.count ? .spaces : nil)
    }

    /// A whole number within bounds.
    static func integer(_ cell: UnsafeBufferPointer<UInt8>, _ minimum: Int, _ maximum: Int) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        guard let (number, plain) = wholeNumber(text), number >= minimum, number <= maximum, number < Int(UInt32.max)
        else {
            return .fault(.integerOutOfBounds)
        }
        return .value(UInt32(number + 1), plain ? (text.count < cell.count ? .spaces : nil) : .numberForm)
    }

    /// A municipality's number, from four digits or three that lost their zero.
    static func municipality(_ cell: UnsafeBufferPointer<UInt8>) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        guard text.count == 3 || text.count == 4, text.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            return .fault(.unknownMunicipality)
        }
        let number = text.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard let municipality = Municipality(number: number) else { return .fault(.unknownMunicipality) }
        return .value(
            UInt32(municipality.number), text.count == 3 ? .leadingZero : text.count < cell.count ? .spaces : nil)
    }

    /// X in any of the ways people make a cross.
    private static func isCross(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 1: text[0] | 0x20 == UInt8(ascii: "x") || text[0] == 0xD7  // × in Windows-1252
        case 2: text[0] == 0xC3 && text[1] == 0x97  // ×
        case 3: text[0] == 0xE2 && (text[1] == 0x9C && (0x93...0x98).contains(text[2]))  // ✓ ✔ ✕ ✖ ✗ ✘
        default: false
        }
    }

    /// A whole number of at most nine digits, and whether it was written plainly: not 15,0 or 015.
    private static func wholeNumber(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, plain: Bool)? {
        var number = 0
        var digits = 0
        var place = 0
        while place < text.count, text[place] >= 48, text[place] <= 57 {
            number = number * 10 + Int(text[place] - 48)
            digits += 1
            place += 1
            guard digits <= 9 else { return nil }
        }
        guard digits > 0 else { return nil }
        if place == text.count { return (number, text[0] != 48 || digits == 1) }
        guard text[place] == UInt8(ascii: ",") || text[place] == UInt8(ascii: "."), place + 1 < text.count,
            text[(place + 1)...].allSatisfy({ $0 == 48 })
        else { return nil }
        return (number, false)
    }
}
