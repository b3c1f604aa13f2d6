import Tabular
import Vocabulary

/// The cells of events: days and sums of money.
extension CellReading {
    /// The word of a date in the plain form `2023-08-14`; 0 for anything else.
    static func plainDate(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else { return 0 }
        guard let year = number(cell, 0..<4), let month = number(cell, 5..<7), let day = number(cell, 8..<10) else {
            return 0
        }
        return word(year, month, day)
    }

    /// A date: `2023-08-14`, with a time of day, without hyphens, or as a workbook's number of the day. What may be
    /// read in two ways, `14/8/2023`, is not read.
    static func date(_ cell: UnsafeBufferPointer<UInt8>) -> Reading {
        let text = trimmed(cell)
        if text.isEmpty { return .blank }
        let plain = plainDate(text)
        if plain > 0 { return .value(plain, text.count < cell.count ? .spaces : nil) }
        if text.count > 10, isTime(UnsafeBufferPointer(rebasing: text[10...])) {
            let day = plainDate(UnsafeBufferPointer(rebasing: text[..<10]))
            if day > 0 { return .value(day, .dateForm) }
        }
        if text.count == 8, let year = number(text, 0..<4), let month = number(text, 4..<6),
            let day = number(text, 6..<8), case let word = word(year, month, day), word > 0
        {
            return .value(word, .dateForm)
        }
        // Days since 1899-12-30, between 2000 and 2099.
        if text.count == 5, let serial = number(text, 0..<5), (36_526...73_050).contains(serial) {
            return .value(UInt32(serial - 1), .dateForm)
        }
        return .fault(.unknownDate)
    }

    /// Kronor, as öre + 1: `1234`, `1234,5`, `1234.50`; with spaces between thousands or `kr` after it is mended.
    static func amount(_ cell: UnsafeBufferPointer<UInt8>) -> Reading {
        var text = trimmed(cell)
        if text.isEmpty { return .blank }
        var repair: BuiltInRule? = text.count < cell.count ? .spaces : nil
        if text.count > 2, text[text.count - 1] | 0x20 == UInt8(ascii: "r"),
            text[text.count - 2] | 0x20 == UInt8(ascii: "k")
        {
            text = trimmed(UnsafeBufferPointer(rebasing: text.dropLast(2)))
            repair = .amountForm
        }
        var kronor = 0
        var digits = 0
        var place = 0
        while place < text.count {
            let digit = text[place] &- 48
            if digit < 10 {
                kronor = kronor * 10 + Int(digit)
                digits += 1
                place += 1
                guard digits <= 12 else { return .fault(.unknownAmount) }
            } else if digits > 0, let width = thousandsSpace(text, place) {
                repair = .amountForm
                place += width
            } else {
                break
            }
        }
        guard digits > 0 else { return .fault(.unknownAmount) }
        var ore = 0
        if place < text.count {
            guard text[place] == UInt8(ascii: ",") || text[place] == UInt8(ascii: ".") else {
                return .fault(.unknownAmount)
            }
            let decimals = text[(place + 1)...]
            guard !decimals.isEmpty, decimals.allSatisfy({ $0 &- 48 < 10 }),
                decimals.dropFirst(2).allSatisfy({ $0 == 48 })
            else { return .fault(.unknownAmount) }
            if decimals.count > 2 { repair = .amountForm }
            for (power, digit) in zip([10, 1], decimals) { ore += Int(digit - 48) * power }
        }
        let all = kronor * 100 + ore
        guard all < Int(UInt32.max) else { return .fault(.unknownAmount) }
        return .value(UInt32(all + 1), repair)
    }

    /// The amount of a word as it is written plainly: "1234,50", "1234".
    static func kronor(_ word: UInt32) -> String {
        let (kronor, ore) = Columns.ore(word).quotientAndRemainder(dividingBy: 100)
        return ore == 0 ? String(kronor) : "\(kronor),\(String(ore).zeroPadded(to: 2))"
    }

    /// The width of a space with three digits and no more after it.
    private static func thousandsSpace(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        let width: Int
        switch text[place] {
        case 0x20, 0xA0: width = 1
        case 0xC2 where place + 1 < text.count && text[place + 1] == 0xA0: width = 2
        case 0xE2
        where place + 2 < text.count && text[place + 1] == 0x80 && [0x89, 0xAF].contains(text[place + 2]):
            width = 3
        default: return nil
        }
        let digits = text[(place + width)...].prefix { $0 &- 48 < 10 }.count
        return digits == 3 ? width : nil
    }

    /// Whether it is a space or T and a time of day: ` 00:00:00`, `T13:45:00.000Z`.
    private static func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 6, text.count <= 20, text[0] == UInt8(ascii: " ") || text[0] == UInt8(ascii: "T"),
            text[3] == UInt8(ascii: ":"), number(text, 1..<3).map({ $0 < 24 }) == true,
            number(text, 4..<6).map({ $0 < 60 }) == true
        else { return false }
        return text[6...].allSatisfy { byte in
            byte &- 48 < 10 || [":", ".", "+", "-", "Z"].contains { UInt8(ascii: $0) == byte }
        }
    }

    /// The number that digits make; `nil` when some are none.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
        var number = 0
        for place in places {
            let digit = text[place] &- 48
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// The word of a day that exists, 1900–2199; else 0.
    private static func word(_ year: Int, _ month: Int, _ day: Int) -> UInt32 {
        Month(year: year, month: month).flatMap { Day($0, day) }.map(Columns.word) ?? 0
    }
}
