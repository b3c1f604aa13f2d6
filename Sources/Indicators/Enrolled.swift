/// *Inskrivna i arbetsmarknad*: persons enrolled some day of the month, first and last day included, by field of work;
/// `total` counts a person once, also who is in several fields, and is therefore not always their sum.
func enrolled(_ enrolments: Enrolments, in window: MonthWindow) -> (total: [Int], byField: [[Int: Int]]) {
    var total = [Int](repeating: 0, count: window.count)
    var byField = [[Int: Int]](repeating: [:], count: window.count)
    for rows in Runs(enrolments.person) {
        var fields = [UInt64](repeating: 0, count: window.count)
        for row in rows {
            let bit: UInt64 = 1 << UInt64(min(enrolments.field[row], 63))
            for month in window.touched(from: enrolments.from[row], to: enrolments.to[row]) { fields[month] |= bit }
        }
        for month in fields.indices where fields[month] != 0 {
            total[month] += 1
            for field in 0..<64 where fields[month] & (1 << UInt64(field)) != 0 {
                byField[month][field, default: 0] += 1
            }
        }
    }
    return (total, byField)
}

/// *Nyinskrivna*: persons whose enrolment begins in the month and who were not enrolled before it, in any field, within
/// `gap` days. With 0 who moves from one field to the next the day after is not new, who was away a day is.
func newlyEnrolled(_ enrolments: Enrolments, gap: Int, in window: MonthWindow) -> [Int] {
    var counts = [Int](repeating: 0, count: window.count)
    for rows in Runs(enrolments.person) {
        let spells = Need.joined(rows.lazy.map { (enrolments.from[$0], enrolments.to[$0]) }, gap: gap)
        for month in Set(spells.compactMap { window.index(of: $0.from) }) { counts[month] += 1 }
    }
    return counts
}

/// *Avslut från arbetsmarknad*: enrolments whose last day is in the month, by what they ended to (0 = not said). Every
/// enrolment counts, so that a person may have several.
func enrolmentEnds(_ enrolments: Enrolments, in window: MonthWindow) -> [[Int: Int]] {
    var counts = [[Int: Int]](repeating: [:], count: window.count)
    for row in enrolments.to.indices where enrolments.from[row] <= enrolments.to[row] {
        if let month = window.index(of: enrolments.to[row]) {
            counts[month][Int(enrolments.endedTo[row]), default: 0] += 1
        }
    }
    return counts
}
