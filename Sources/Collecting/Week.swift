public import Vocabulary

/// A week of the ISO 8601 calendar (*vecka*), from Monday to Sunday.
public struct Week: Hashable, Comparable, Sendable {
    /// Its Monday.
    public let monday: Day

    /// The week that `day` lies in.
    public init(_ day: Day) { monday = day.advanced(by: 1 - day.weekday) }

    /// The week `number` (1–53) of `year`; `nil` when the year has no such week.
    public init?(year: Int, number: Int) {
        guard let january = Month(year: year, month: 1) else { return nil }
        // The first week is that with 4 January.
        self.init(Day(first: january).advanced(by: 3 + (number - 1) * 7))
        guard self.year == year, self.number == number else { return nil }
    }

    /// Reads the form `2013-W16`; `nil` for anything else.
    public init?(iso: some StringProtocol) {
        let parts = iso.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let year = Int(parts[0]), let number = Int(parts[1]) else {
            return nil
        }
        self.init(year: year, number: number)
    }

    /// Its Sunday.
    public var sunday: Day { monday.advanced(by: 6) }
    /// The week before.
    public var previous: Week { Week(monday.advanced(by: -7)) }
    /// The week after.
    public var next: Week { Week(monday.advanced(by: 7)) }
    /// The year that it is counted in: that of its Thursday.
    public var year: Int { monday.advanced(by: 3).month.year }

    /// 1–53.
    public var number: Int {
        let thursday = monday.advanced(by: 3)
        guard let january = Month(year: thursday.month.year, month: 1) else { return 0 }
        return thursday.days(since: Day(first: january)) / 7 + 1
    }

    /// The form `2013-W16`.
    public var iso: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }

    /// "vecka 16 2013", "week 16 of 2013".
    public func text(_ language: Language) -> String {
        language == .sv ? "vecka \(number) \(year)" : "week \(number) of \(year)"
    }

    /// By time.
    public static func < (one: Week, other: Week) -> Bool { one.monday < other.monday }
}
