/// A run of bytes laid out as an identity number: six or eight digits of date, perhaps a separator, four places.
struct IdentityCandidate {
    /// Where it ends in the bytes it was found in.
    let end: Int
    /// Whether the separator is a space, which is no part of a number but common in texts.
    let isSpaced: Bool

    private let dateLength: Int
    private let isSeparated: Bool
    private let hasLetter: Bool
    private let century: Int
    private let year: Int
    private let month: Int
    private let day: Int
    private let hasCheckDigit: Bool

    /// What stands at `start`, if it has the layout with a date of `dateLength` (6 or 8) digits and is not part of a
    /// longer run of digits or letters.
    init?(_ bytes: Span<UInt8>, at start: Int, dateLength: Int) {
        guard start + dateLength + 4 <= bytes.count else { return nil }
        for place in start..<start + dateLength where !bytes[place].isDigit { return nil }
        var place = start + dateLength
        let separator = Self.separator(bytes, at: place)
        place += separator.length
        guard place + 4 <= bytes.count else { return nil }
        hasLetter = bytes[place].isLetter
        guard hasLetter || bytes[place].isDigit, bytes[place + 1].isDigit, bytes[place + 2].isDigit,
            bytes[place + 3].isDigit
        else { return nil }
        end = place + 4
        if end < bytes.count, bytes[end].isDigit || (hasLetter && bytes[end].isLetter) { return nil }
        isSpaced = separator.isSpace
        isSeparated = separator.length > 0
        self.dateLength = dateLength

        func pair(_ place: Int) -> Int { Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48) }
        let short = start + dateLength - 6
        century = dateLength == 8 ? pair(start) : 0
        year = pair(short)
        month = pair(short + 2)
        day = pair(short + 4)
        var sum = 0
        for index in 0..<10 where !hasLetter {
            let digit = Int(bytes[index < 6 ? short + index : place + index - 6] - 48)
            let weighted = index % 2 == 0 ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        hasCheckDigit = !hasLetter && sum % 10 == 0
    }

    /// The exact kind.
    var kind: IdentityNumber {
        if century == 99 { return hasCheckDigit && !isSeparated ? .reserve : .invalid }
        guard hasCentury else { return .invalid }
        if hasLetter { return isDate ? .interim : .invalid }
        guard hasCheckDigit else { return .invalid }
        return isDate ? .personal : isCoordinationDate ? .coordination : .invalid
    }

    /// Whether it looks enough like a number to be one, mistyped or not.
    var isSuspect: Bool {
        if century == 99 { return kind == .reserve }
        guard hasCentury, isDate || isCoordinationDate else { return false }
        return hasLetter || hasCheckDigit || dateLength == 8 || (isSeparated && !isSpaced)
    }

    private var hasCentury: Bool { dateLength == 6 || (18...20).contains(century) }

    private var isDate: Bool {
        guard (1...12).contains(month) else { return false }
        // A short year may be of any century; 2000 has the 29 February that any of them could have.
        let year = dateLength == 8 ? century * 100 + year : 2000 + year
        return (1...Month(index: Int32(year * 12 + month - 1)).days).contains(day)
    }

    private var isCoordinationDate: Bool { (60...91).contains(day) && month <= 12 }

    /// The separator at `place`: `-`, `+`, a space or a longer dash as word processors write it.
    static func separator(_ bytes: Span<UInt8>, at place: Int) -> (length: Int, isSpace: Bool) {
        switch bytes[place] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"): return (1, false)
        case UInt8(ascii: " "): return (1, true)
        case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: return (2, true)
        case 0xE2 where place + 2 < bytes.count:
            let isDash = bytes[place + 1] == 0x80 && (0x90...0x95).contains(bytes[place + 2])
            let isMinus = bytes[place + 1] == 0x88 && bytes[place + 2] == 0x92
            return (isDash || isMinus ? 3 : 0, false)
        default: return (0, false)
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 48 && self <= 57 }
    fileprivate var isLetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 }
}
