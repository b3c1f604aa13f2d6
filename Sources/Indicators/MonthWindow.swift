import Vocabulary

/// The months a series shows, as days.
struct MonthWindow {
    let months: ClosedRange<Month>
    let first: [Int32]
    let last: [Int32]

    init(_ months: ClosedRange<Month>) {
        self.months = months
        first = months.months.map { Int32(Day(first: $0).number) }
        last = months.months.map { Int32(Day(first: $0.next).number - 1) }
    }

    var count: Int { first.count }

    /// Where the month of `day` is; `nil` outside the window.
    func index(of day: Int32) -> Int? {
        guard let start = first.first, let end = last.last, day >= start, day <= end else { return nil }
        return Int(Day(number: Int(day)).month.index - months.lowerBound.index)
    }

    /// The months of which some day lies in `from`…`to`, both included; an end before its beginning has none.
    func touched(from: Int32, to: Int32) -> Range<Int> {
        guard let start = first.first, let end = last.last, from <= to, from <= end, to >= start else { return 0..<0 }
        return (index(of: from) ?? 0)..<((index(of: to) ?? count - 1) + 1)
    }

    /// The months whose last day lies in `from`…`to`, both included.
    func endsWithin(from: Int32, to: Int32) -> Range<Int> {
        let touched = touched(from: from, to: to)
        guard let final = touched.last, last[final] > to else { return touched }
        return touched.lowerBound..<final
    }
}

/// The day `years` years after `day`, on the same date; 29 February has 1 March where there is none.
func anniversary(_ day: Int32, years: Int) -> Int32 {
    let date = Day(number: Int(day))
    let month = Month(index: date.month.index + Int32(years * 12))
    return Int32(Day(first: month).number + date.dayOfMonth - 1)
}
