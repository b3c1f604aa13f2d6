import Vocabulary

/// A person's identity number in the one spelling that pseudonyms are made of. Lives within the mapping of a record and
/// is never written anywhere.
struct PersonNumber: Hashable {
    /// What is digested: the purpose and the number.
    let digested: [UInt8]
    /// The twelve digits, when it has them.
    let digits: UInt64?
    /// Day of birth; `nil` when the number does not say (reserve numbers, coordination numbers without a day).
    let birth: Day?

    /// Reads what case systems write: 10 or 12 digits with or without `-` and `+`, blanks anywhere. Ten digits are the
    /// number of whoever is born latest before `today`, with `+` a century earlier. `nil` for what is no number.
    init?(_ text: ArraySlice<UInt8>, today: Day) {
        var compact: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            if byte <= 32 || byte == 0xA0 {
                place += 1
            } else if byte == 0xC2, place + 1 < text.endIndex, text[place + 1] == 0xA0 {
                place += 2
            } else {
                guard compact.count < 13 else { return nil }
                compact.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
                place += 1
            }
        }
        let kind = IdentityNumber(compact.span)
        guard kind != .invalid else { return nil }
        let isOld = compact.contains(UInt8(ascii: "+"))
        compact.removeAll { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        if kind == .reserve {
            (digested, digits, birth) = (Array("reservnummer:".utf8) + compact, nil, nil)
            return
        }
        if compact.count == 10 {
            let short = Self.number(compact.prefix(6))
            let (year, month, day) = (short / 10_000, short / 100 % 100, short % 100)
            // A coordination number may lack month or day; its century is then judged by the year.
            let latest = (year: today.month.year, month: today.month.month, day: today.dayOfMonth)
            var century = latest.year / 100
            let born = (century * 100 + year, month, day > 60 ? day - 60 : day)
            if born > (latest.year, latest.month, latest.day) { century -= 1 }
            if isOld { century -= 1 }
            compact = [UInt8(48 + century / 10), UInt8(48 + century % 10)] + compact
        }
        let (year, month) = (Self.number(compact.prefix(4)), Self.number(compact[4..<6]))
        let day = Self.number(compact[6..<8])
        birth = Month(year: year, month: month).flatMap { Day($0, day > 60 ? day - 60 : day) }
        if kind == .interim {
            (digested, digits) = (Array("interimsnummer:".utf8) + compact, nil)
        } else {
            (digested, digits) = (Array("person:".utf8) + compact, UInt64(Self.number(compact)))
        }
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    /// The day the person is 18; who is born on 29 February is so on 1 March.
    var adulthood: Day? {
        guard let birth else { return nil }
        let month = Month(index: birth.month.index + 18 * 12)
        return Day(month, birth.dayOfMonth) ?? Day(first: month.next)
    }
}
