/// The unusual ways of writing an identity number in a text: the date in parts, other separators or several of them,
/// full-width digits, a serial that is masked.
///
/// Each way asks for groups of certain lengths and the right check digit, so that telephone numbers, dates with a time
/// and lists of numbers pass.
struct IdentitySpelling {
    /// The digits without what separates them, in ASCII.
    private var digits = InlineArray<12, UInt8>(repeating: 0)
    private var count = 0
    /// The lengths of the groups so far, a hexadecimal digit each.
    private var layout: UInt32 = 0
    private var hasOneSeparator = true

    /// Whether what begins with the digit at `start` is a number.
    static func isNumber(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard !isJoined(bytes, at: start - 1, to: start - 2) else { return false }
        var spelling = IdentitySpelling()
        return spelling.read(bytes, from: start)
    }

    private mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var place = start
        var separator: Range<Int>?
        while readGroup(bytes, &place) {
            let end = place
            for _ in 0..<3 { place += Self.separatorLength(bytes, at: place) }
            switch layout {
            case 0x2, 0x22, 0x4, 0x42, 0x4222: break
            // A date: 811218, 19811218, 81 12 18 or 1981 12 18.
            case 0x6, 0x8, 0x222, 0x422: if place > end, isMasked(bytes, place) { return true }
            case 0xA, 0xC, 0x64, 0x84, 0x2224, 0x4224: return isNumber(bytes, end)
            // 2013-03-15 10.30 is a date with a time.
            case 0x42222: return hasOneSeparator && isNumber(bytes, end)
            default: return false
            }
            guard place > end else { return false }
            if let separator, !Self.isSame(bytes, separator, end..<place) { hasOneSeparator = false }
            separator = end..<place
        }
        return false
    }

    /// Moves over a group of digits; false when there is none, or more than a number has.
    private mutating func readGroup(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
        let before = count
        while let (digit, length) = Self.digit(bytes, at: place) {
            guard count < 12 else { return false }
            digits[count] = digit
            count += 1
            place += length
        }
        layout = layout << 4 | UInt32(count - before)
        return count > before
    }

    /// Whether the digits, which end at `end`, have the date and check digit of a number.
    private func isNumber(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
        guard !Self.isJoined(bytes, at: end, to: end + 1) else { return false }
        let kind = IdentityNumber(digits.span.extracting(first: count))
        return kind == .personal || kind == .coordination
    }

    /// Whether the date so far is followed by a serial with `X` or `*` for some of its four digits.
    private func isMasked(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
        var masked = 0
        var length = 0
        while place + length < bytes.count, length <= 4 {
            let byte = bytes[place + length]
            let isMask = byte == UInt8(ascii: "*") || byte | 0x20 == UInt8(ascii: "x")
            guard isMask || byte.isDigit else { break }
            if isMask { masked += 1 }
            length += 1
        }
        guard masked > 0, length == 4 else { return false }
        // A serial with a letter leaves only the date to judge.
        var copy = digits
        copy[count] = UInt8(ascii: "X")
        for index in 1..<4 { copy[count + index] = UInt8(ascii: "0") }
        return IdentityCandidate(copy.span.extracting(first: count + 4), at: 0, dateLength: count)?.isSuspect ?? false
    }

    /// Whether a mark at `place` joins the number to a further digit at `next`: it is then part of something longer.
    private static func isJoined(_ bytes: Span<UInt8>, at place: Int, to next: Int) -> Bool {
        guard bytes.indices.contains(place), bytes.indices.contains(next), bytes[next].isDigit else { return false }
        switch bytes[place] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "."): return true
        default: return false
        }
    }

    private static func isSame(_ bytes: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        for (place, otherPlace) in zip(one, other) where bytes[place] != bytes[otherPlace] { return false }
        return true
    }

    /// The digit at `place`, in ASCII or full width.
    private static func digit(_ bytes: Span<UInt8>, at place: Int) -> (digit: UInt8, length: Int)? {
        guard place < bytes.count else { return nil }
        if bytes[place].isDigit { return (bytes[place], 1) }
        guard bytes[place] == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC,
            0x90...0x99 ~= bytes[place + 2]
        else { return nil }
        return (bytes[place + 2] - 0x90 + 48, 3)
    }

    /// The bytes of the separator at `place`; 0 when there is none.
    private static func separatorLength(_ bytes: Span<UInt8>, at place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        let usual = IdentityCandidate.separator(bytes, at: place).length
        if usual > 0 { return usual }
        switch bytes[place] {
        case UInt8(ascii: "/"), UInt8(ascii: "."), 0x09, 0x0A, 0x0D: return 1
        // Dashes, a hard space and a soft hyphen in Windows-1252; in UTF-8 no character begins with them.
        case 0x96, 0x97, 0xA0, 0xAD: return 1
        case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xAD: return 2
        // Spaces of other widths, and the full-width hyphen, full stop and solidus.
        case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80:
            return 0x80...0x8B ~= bytes[place + 2] || bytes[place + 2] == 0xAF ? 3 : 0
        case 0xEF where place + 2 < bytes.count && bytes[place + 1] == 0xBC:
            return 0x8D...0x8F ~= bytes[place + 2] ? 3 : 0
        default: return 0
        }
    }
}
