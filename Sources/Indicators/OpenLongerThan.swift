import Definitions

extension HouseholdMarks {
    /// *Långvarigt biståndsbehov.* The household has a case that counts on the last day of the month, and the need that
    /// day is part of has lasted longer than `length`: for two years and a need from 15 March 2021, from 15 March 2023
    /// on (a need from 29 February is over from 1 March). The need is that of all cases of the rule's kinds, so that
    /// moving to another unit or system does not break it, nor does a gap of at most `gap` days.
    func openLongerThan(
        _ mask: CaseMask, _ length: NeedLength, gap: Int, _ rows: Range<Int>, _ marks: inout [Bool]
    ) {
        open(mask, false, rows, &marks, atEnd: true)
        guard marks.contains(true) else { return }
        let needs = needs(mask, gap: gap, rows)
        for month in marks.indices where marks[month] {
            let day = window.last[month]
            marks[month] = needs.contains { need in
                guard need.from <= day, day <= need.to else { return false }
                switch length {
                case .years(let years): return anniversary(need.from, years: years) <= day
                case .days(let days): return Int(day) - Int(need.from) + 1 > days
                }
            }
        }
    }
}
