import Vocabulary

/// Why assistance was closed.
enum Reasons {
    /// The codes of `count` adults whose assistance was closed in `month`, in any order.
    static func of(_ count: Int, _ month: Month, _ dice: inout Dice) -> [Int] {
        let printed = Curves.printedReasons
        let usual = Curves.usualReasons
        // Where the printed ones do not fit, in a smaller municipality, they are as usual.
        let isPrinted = month == printed.month && count >= printed.livelihood
        let livelihood = isPrinted ? printed.livelihood : (count * usual.livelihood + 50) / 100
        let work = isPrinted ? printed.work : count * (usual.work + dice.below(4)) / 100
        let studies = isPrinted ? printed.studies : count * (usual.studies + (month.month == 9 ? 3 : 0)) / 100
        let others = Apportionment.divide(max(0, livelihood - work - studies), by: Curves.livelihoods, least: 0)
        let rest = Apportionment.divide(max(0, count - livelihood), by: Curves.otherReasons, least: 0)
        let counts = [work, studies] + others + rest
        return dice.shuffled(counts.enumerated().flatMap { Array(repeating: $0 + 1, count: $1) })
    }
}
