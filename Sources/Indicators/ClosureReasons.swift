/// *Orsaker till avslut*: adult persons whose assistance was closed in the month, by code of reason. Both adults of a
/// household count, each by their own reason; a child that is told with them does not. A person closed twice in a month
/// counts once, by the latest.
func closureReasons(_ closures: Closures, _ members: Members, in window: MonthWindow) -> [[Int: Int]] {
    var counts = [[Int: Int]](repeating: [:], count: window.count)
    let children = Childhoods(of: closures, members, in: window)
    for row in closures.person.indices {
        guard let month = window.index(of: closures.date[row]) else { continue }
        let next = row + 1
        // Rows are in order of person and date: the last of a person's month is the one that counts.
        if next < closures.person.count, closures.person[next] == closures.person[row],
            window.index(of: closures.date[next]) == month
        {
            continue
        }
        if children.isChild(closures.person[row], on: closures.date[row]) { continue }
        counts[month][Int(closures.reason[row]), default: 0] += 1
    }
    return counts
}

/// Who of those closed is a child, as far as members of households tell: by the day of coming of age, and where that is not
/// known until the person is an adult of some household.
private struct Childhoods {
    private var end: [UInt64: Int32] = [:]

    init(of closures: Closures, _ members: Members, in window: MonthWindow) {
        let closed = Set(
            closures.person.indices.lazy.filter { window.index(of: closures.date[$0]) != nil }
                .map { closures.person[$0] })
        for row in members.person.indices where closed.contains(members.person[row]) {
            guard members.role[row] == Members.child else { continue }
            end[members.person[row]] = min(end[members.person[row]] ?? .open, members.adult[row])
        }
        for row in members.person.indices where members.role[row] != Members.child {
            if let known = end[members.person[row]] { end[members.person[row]] = min(known, members.from[row]) }
        }
    }

    func isChild(_ person: UInt64, on day: Int32) -> Bool { end[person].map { day < $0 } ?? false }
}
