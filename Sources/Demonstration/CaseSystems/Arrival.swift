import Vocabulary

/// An application for assistance, before it is known whose.
struct Arrival {
    /// When they came, and the investigation began.
    let came: Day
    /// The first day of the service, or when it was refused.
    let decided: Day
    let isGranted: Bool

    /// Applications by the month they came in. As many services begin as the targets say; investigations take one to
    /// six weeks, so that some come the month before and some are open after the last month.
    static func plan(_ targets: [MonthTarget], _ dice: inout Dice) -> [Month: [Arrival]] {
        guard let last = targets.last else { return [:] }
        let months = targets.map { ($0.month, $0.new) } + (1...2).map { (last.month.advanced(by: $0), last.new) }
        var plan: [Month: [Arrival]] = [:]
        for (month, new) in months {
            let refused = new * Curves.refused / 100
            for place in 0..<new + refused {
                let isGranted = place < new
                let decided = month.day(isGranted && dice.chance(45) ? 1 : 2 + dice.below(25))
                let came = decided.advanced(by: -8 - dice.below(32))
                plan[came.month, default: []].append(Arrival(came: came, decided: decided, isGranted: isGranted))
            }
        }
        return plan
    }
}
