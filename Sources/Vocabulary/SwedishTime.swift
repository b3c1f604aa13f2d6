/// A time as clocks in Sweden show it (*svensk tid*), whatever the computer's own zone.
///
/// Summer time is that of directive 2000/84/EC, which Sweden has followed since 1996; no time here is older.
public struct SwedishTime: Hashable, Comparable, Sendable {
    /// The day in Sweden.
    public let day: Day
    /// The hour, 0–23.
    public let hour: Int
    /// The minute, 0–59.
    public let minute: Int

    /// The time in Sweden `seconds` after the beginning of 1970, UTC. `SwedishTime(date)` where there are dates.
    public init(secondsSince1970 seconds: Int) {
        let minutes = Self.floor(seconds, 60)
        let local = minutes + (Self.isSummer(minutes) ? 120 : 60)
        day = Day(number: Self.floor(local, 1_440))
        let ofDay = local - day.number * 1_440
        (hour, minute) = (ofDay / 60, ofDay % 60)
    }

    /// Seconds from the beginning of 1970, UTC, to midnight in Sweden at which `day` begins.
    public static func secondsSince1970(startOf day: Day) -> Int {
        let winter = day.number * 1_440 - 60
        return (isSummer(winter - 60) ? winter - 60 : winter) * 60
    }

    /// "4 april 2013 kl. 9.31", "4 April 2013 at 9.31".
    public func text(_ language: Language) -> String { "\(day.text(language)) \(clock(language))" }

    /// "kl. 9.31", "at 9.31".
    public func clock(_ language: Language) -> String {
        "\(language == .sv ? "kl." : "at") \(hour).\(String(minute).zeroPadded(to: 2))"
    }

    /// Where space is short: "2013-04-04 9.31".
    public var short: String { "\(day.iso) \(hour).\(String(minute).zeroPadded(to: 2))" }

    /// By time on the clock.
    public static func < (one: SwedishTime, other: SwedishTime) -> Bool {
        (one.day, one.hour, one.minute) < (other.day, other.hour, other.minute)
    }

    /// From the last Sunday of March to that of October, 1.00 UTC.
    private static func isSummer(_ minutes: Int) -> Bool {
        let year = Day(number: floor(minutes, 1_440)).month.year
        return switchOver(year, month: 3) <= minutes && minutes < switchOver(year, month: 10)
    }

    private static func switchOver(_ year: Int, month: Int) -> Int {
        let next = Day(first: Month(index: Int32(year * 12 + month)))
        let last = next.advanced(by: -1)
        return last.advanced(by: -(last.weekday % 7)).number * 1_440 + 60
    }

    private static func floor(_ number: Int, _ size: Int) -> Int {
        number >= 0 ? number / size : (number - size + 1) / size
    }
}
