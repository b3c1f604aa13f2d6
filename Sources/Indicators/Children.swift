import Definitions

extension HouseholdMarks {
    /// *Barn i hushåll*: children of the households that `rule` counts, who on the last day of the month are members of
    /// the household as children and not yet 18. Who turns 18 that day is not a child. A child of two households that
    /// count is one child.
    func children(of rule: IndicatorRule) -> [Int] {
        let members = events.members
        var found: [(month: Int, person: UInt64)] = []
        var finder = RunFinder(members.household)
        forEach(rule) { household, marks in
            for row in finder.rows(of: household) where members.role[row] == Members.child {
                for month in window.endsWithin(from: members.from[row], to: members.to[row])
                where marks[month] && window.last[month] < members.adult[row] {
                    found.append((month, members.person[row]))
                }
            }
        }
        found.sort { ($0.month, $0.person) < ($1.month, $1.person) }
        var counts = [Int](repeating: 0, count: window.count)
        for (place, child) in found.enumerated() where place == 0 || found[place - 1] != child {
            counts[child.month] += 1
        }
        return counts
    }
}
