/// A calendar day (*dag*), as calendars in Sweden have it: the last day to answer, the day of a reminder.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let number: Int

    /// The day with this number.
    public init(number: Int) { self.number = number }

    /// The day `day` (1–31) of `month`; `nil` when the month has no such day.
    public init?(_ month: Month, _ day: Int) {
        guard (1...month.days).contains(day) else { return nil }
        self.init(first: month)
        self = advanced(by: day - 1)
    }

    /// Reads the ISO 8601 form `2013-04-22`; `nil` for anything else.
    public init?(iso: some StringProtocol) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[7] == UInt8(ascii: "-"), bytes[8...].allSatisfy({ $0 >= 48 && $0 <= 57 }),
            let month = Month(iso: String(decoding: bytes[..<7], as: UTF8.self))
        else { return nil }
        self.init(month, Int(bytes[8] - 48) * 10 + Int(bytes[9] - 48))
    }

    /// The first day of `month`.
    public init(first month: Month) {
        // Years are counted from March, so that the leap day is the last of its year.
        let year = month.month > 2 ? month.year : month.year - 1
        let (era, place) = (year / 400, year % 400)
        let dayOfYear = (153 * ((month.month + 9) % 12) + 2) / 5
        number = era * 146_097 + place * 365 + place / 4 - place / 100 + dayOfYear - 719_468
    }

    /// The month it lies in.
    public var month: Month { split.month }

    /// The day of the month, 1–31.
    public var dayOfMonth: Int { split.day }

    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The day `days` later, or earlier when negative.
    public func advanced(by days: Int) -> Day { Day(number: number + days) }

    /// The number of days from `other` to this one.
    public func days(since other: Day) -> Int { number - other.number }

    /// The ISO 8601 form, `2013-04-22`.
    public var iso: String { split.month.iso + "-" + String(split.day).zeroPadded(to: 2) }

    /// "15 april 2013", "15 April 2013".
    public func text(_ language: Language) -> String { "\(split.day) \(split.month.fullName(language))" }

    /// Where the year is plain from what stands beside: "15 april".
    public func textWithoutYear(_ language: Language) -> String { "\(split.day) \(split.month.name(language))" }

    /// "måndag 15 april 2013", "Monday 15 April 2013".
    public func textWithWeekday(_ language: Language) -> String {
        let names: [Localized] = [
            Localized(sv: "måndag", en: "Monday"), Localized(sv: "tisdag", en: "Tuesday"),
            Localized(sv: "onsdag", en: "Wednesday"), Localized(sv: "torsdag", en: "Thursday"),
            Localized(sv: "fredag", en: "Friday"), Localized(sv: "lördag", en: "Saturday"),
            Localized(sv: "söndag", en: "Sunday"),
        ]
        return "\(names[weekday - 1][language]) \(text(language))"
    }

    /// By date.
    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    private var split: (month: Month, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let place = shifted - era * 146_097
        let year = (place - place / 1_460 + place / 36_524 - place / 146_096) / 365
        let dayOfYear = place - (365 * year + year / 4 - year / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let index = (era * 400 + year) * 12 + fromMarch + 2
        return (Month(index: Int32(index)), dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }
}
