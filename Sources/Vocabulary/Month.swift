/// A calendar month (*mätmånad*, *avseendemånad*), the period every row of a collection belongs to.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of year 0: `year * 12 + month - 1`.
    public let index: Int32

    /// The month with this index.
    public init(index: Int32) {
        self.index = index
    }

    /// The month `month` (1–12) of `year` (1900–2199); `nil` outside those.
    public init?(year: Int, month: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
        index = Int32(year * 12 + month - 1)
    }

    /// Reads the ISO 8601 form `2013-03`; `nil` for anything else. People's other forms are read by Checking.
    public init?(iso: some StringProtocol) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        var numbers = (0, 0)
        for (place, byte) in bytes.enumerated() where place != 4 {
            guard byte >= 48, byte <= 57 else { return nil }
            if place < 4 {
                numbers.0 = numbers.0 * 10 + Int(byte - 48)
            } else {
                numbers.1 = numbers.1 * 10 + Int(byte - 48)
            }
        }
        self.init(year: numbers.0, month: numbers.1)
    }

    /// The year, as in 2013.
    public var year: Int { Int(index) / 12 }

    /// The month of the year, 1–12.
    public var month: Int { Int(index) % 12 + 1 }

    /// The number of days, 28–31 (Gregorian calendar).
    public var days: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The month before.
    public var previous: Month { Month(index: index - 1) }

    /// The month after.
    public var next: Month { Month(index: index + 1) }

    /// The same month of the year before.
    public var yearBefore: Month { Month(index: index - 12) }

    /// The ISO 8601 form, `2013-03`.
    public var iso: String {
        String(year).zeroPadded(to: 4) + "-" + String(month).zeroPadded(to: 2)
    }

    /// The name without the year: "mars", "March".
    public func name(_ language: Language) -> String {
        switch language {
        case .sv: Self.swedish[month - 1]
        case .en: Self.english[month - 1]
        }
    }

    /// The name with the year: "mars 2013", "March 2013".
    public func fullName(_ language: Language) -> String { "\(name(language)) \(year)" }

    /// Whether one month is before the other.
    public static func < (one: Month, other: Month) -> Bool { one.index < other.index }

    static let swedish = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]
    static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
