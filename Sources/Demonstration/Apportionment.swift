/// Dividing whole numbers so that they add up.
enum Apportionment {
    /// `total` divided by `weights`, each at least `least`; what rounding leaves goes to the largest.
    static func divide(_ total: Int, by weights: [Int], least: Int) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights }
        var parts = weights.map { max(least, total * $0 / sum) }
        var rest = total - parts.reduce(0, +)
        for place in weights.indices.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) {
            let change = max(rest, least - parts[place])
            parts[place] += change
            rest -= change
        }
        return parts
    }

    /// Counts that add to `total` and whose shares, rounded to a tenth of a per cent, are `tenths`; `nil` if there are
    /// none.
    static func counts(of total: Int, sharesOf tenths: [Int]) -> [Int]? {
        // n has the share t when 2000n lies within (2t − 1)·total and (2t + 1)·total, the upper bound excluded.
        let least = tenths.map { max(0, ((2 * $0 - 1) * total + 1999) / 2000) }
        let most = tenths.map { ((2 * $0 + 1) * total - 1) / 2000 }
        var counts = tenths.map { (2 * $0 * total + 1000) / 2000 }
        var rest = total - counts.reduce(0, +)
        for place in tenths.indices.sorted(by: { (tenths[$1], $0) < (tenths[$0], $1) }) {
            let change = min(max(rest, least[place] - counts[place]), most[place] - counts[place])
            counts[place] += change
            rest -= change
        }
        return rest == 0 ? counts : nil
    }
}
