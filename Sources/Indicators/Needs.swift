/// A stretch of need: intervals so close to one another that no gap is longer than allowed.
struct Need: Equatable {
    let from: Int32
    var to: Int32

    /// The needs made of intervals sorted by their first day. Intervals that end before they begin are none. A gap is
    /// the number of days between the last day of one and the first of the next, neither included.
    static func joined(_ intervals: some Sequence<(from: Int32, to: Int32)>, gap: Int) -> [Need] {
        var needs: [Need] = []
        for (from, to) in intervals where from <= to {
            if let last = needs.indices.last, Int(from) - Int(needs[last].to) - 1 <= gap {
                needs[last].to = max(needs[last].to, to)
            } else {
                needs.append(Need(from: from, to: to))
            }
        }
        return needs
    }
}
