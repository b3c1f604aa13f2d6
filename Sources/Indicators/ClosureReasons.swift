/// *Orsaker till avslut*: adult persons whose assistance was closed in the month, by code of reason. Both adults of a
/// household count, each by their own reason. A person closed twice in a month counts once, by the latest.
func closureReasons(_ closures: Closures, in window: MonthWindow) -> [[Int: Int]] {
    var counts = [[Int: Int]](repeating: [:], count: window.count)
    for row in closures.person.indices {
        guard let month = window.index(of: closures.date[row]) else { continue }
        let next = row + 1
        // Rows are in order of person and date: the last of a person's month is the one that counts.
        if next < closures.person.count, closures.person[next] == closures.person[row],
            window.index(of: closures.date[next]) == month
        {
            continue
        }
        counts[month][Int(closures.reason[row]), default: 0] += 1
    }
    return counts
}
