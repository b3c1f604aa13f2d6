import Vocabulary

/// The plain forms of dates and amounts in extracts, read from their bytes.
enum ValueReading {
    /// What a date field says.
    enum ReadDay: Equatable {
        case day(Day)
        /// A date that stands for none: year 1 or 9999, as systems write what is open.
        case none
        case unreadable
    }

    /// `2023-08-14`, `20230814`, either with a time after `T` or a space. A time in UTC (`Z`) is the day in Sweden.
    static func day(_ text: ArraySlice<UInt8>) -> ReadDay {
        let bytes = Array(text)
        let isDashed = bytes.count > 4 && bytes[4] == UInt8(ascii: "-")
        let length = isDashed ? 10 : 8
        guard bytes.count >= length,
            bytes.count == length || bytes[length] == UInt8(ascii: "T") || bytes[length] == 32,
            !isDashed || bytes[7] == UInt8(ascii: "-"), let year = digits(bytes, 0..<4),
            let month = digits(bytes, isDashed ? 5..<7 : 4..<6), let date = digits(bytes, isDashed ? 8..<10 : 6..<8)
        else { return .unreadable }
        if year <= 1 || year == 9999 { return .none }
        guard let month = Month(year: year, month: month), let day = Day(month, date) else { return .unreadable }
        guard bytes.count > length else { return .day(day) }
        return time(Array(bytes[(length + 1)...]), day)
    }

    /// The day in Sweden of a time that may be in UTC: `22:00:00`, `22:00:00.000Z`.
    private static func time(_ bytes: [UInt8], _ day: Day) -> ReadDay {
        guard bytes.count >= 5, let hour = digits(bytes, 0..<2), hour < 24, bytes[2] == UInt8(ascii: ":"),
            let minute = digits(bytes, 3..<5), minute < 60,
            bytes.dropFirst(5).allSatisfy({ $0.isDigit || "Z:.,+-".utf8.contains($0) })
        else { return .unreadable }
        guard bytes.last == UInt8(ascii: "Z") else { return .day(day) }
        return .day(SwedishTime(secondsSince1970: (day.number * 1_440 + hour * 60 + minute) * 60).day)
    }

    /// The first day of `2023-08`, `202308` or of the month a date lies in.
    static func month(_ text: ArraySlice<UInt8>) -> ReadDay {
        let bytes = Array(text)
        let isShort = bytes.count == 6 || (bytes.count == 7 && bytes[4] == UInt8(ascii: "-"))
        if isShort {
            guard let year = digits(bytes, 0..<4), let number = digits(bytes, bytes.count - 2..<bytes.count),
                let month = Month(year: year, month: number)
            else { return .unreadable }
            return .day(Day(first: month))
        }
        guard case .day(let day) = day(text) else { return self.day(text) }
        return .day(Day(first: day.month))
    }

    /// Kronor with up to two decimals, in öre: `8 420,50`, `8420.5`, `8 420 kr`. `nil` for anything else, negative ones too.
    static func amount(_ text: ArraySlice<UInt8>) -> Int? {
        var (whole, cents, decimals) = (0, 0, -1)
        var place = text.startIndex
        var hasDigits = false
        while place < text.endIndex {
            let byte = text[place]
            switch byte {
            case 48...57:
                hasDigits = true
                if decimals < 0 {
                    guard whole < 1_000_000_000 else { return nil }
                    whole = whole * 10 + Int(byte - 48)
                } else if decimals < 2 {
                    cents = cents * 10 + Int(byte - 48)
                    decimals += 1
                } else {
                    // More decimals than öre have must be nothing.
                    guard byte == 48 else { return nil }
                }
            case UInt8(ascii: ","), UInt8(ascii: "."):
                guard decimals < 0, hasDigits else { return nil }
                decimals = 0
            case 32, 0xA0: break
            case 0xC2: guard place + 1 < text.endIndex, text[place + 1] == 0xA0 else { return nil }
            case UInt8(ascii: "k"): return text[place...].elementsEqual("kr".utf8) && hasDigits ? total() : nil
            default: return nil
            }
            place += 1
        }
        func total() -> Int { whole * 100 + (decimals == 1 ? cents * 10 : cents) }
        return hasDigits ? total() : nil
    }

    /// Whether it is an amount with a minus before it or after it: `-500`, `−1 200,50`, `500-`.
    static func isNegativeAmount(_ text: ArraySlice<UInt8>) -> Bool {
        for minus in [Array("-".utf8), Array("\u{2212}".utf8)] {
            if text.starts(with: minus) { return amount(text.dropFirst(minus.count)) != nil }
        }
        return text.last == UInt8(ascii: "-") && amount(text.dropLast()) != nil
    }

    private static func digits(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var number = 0
        for place in range {
            guard place < bytes.count, bytes[place].isDigit else { return nil }
            number = number * 10 + Int(bytes[place] - 48)
        }
        return number
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 48 && self <= 57 }
}
