import Vocabulary

/// The made-up closed households, of all municipalities, that add to what the report prints.
///
/// 2,006 + 173 + 1,626 reasons in "cirka 3 500" rows: most rows have a reason for registerledaren or for the household
/// only, as the report says that municipalities do. The parts below are one solution with 3,492 rows.
struct ReasonPlan {
    /// Rows with reasons for both registerledaren and the household; the first of them for medsökande too.
    static let both = 140
    static let bothWithPartner = 120
    /// Rows with a reason for registerledaren only, some for medsökande too.
    static let leaderOnly = Published2013.reasonNumbers[0] - both
    static let leaderOnlyWithPartner = Published2013.reasonNumbers[1] - bothWithPartner
    static let householdOnly = Published2013.reasonNumbers[2] - both

    /// The rows of a municipality, by month.
    private(set) var rows: [Municipality: [Month: [ReasonHousehold]]] = [:]

    /// `nil` when no counts have the published shares.
    init?(_ participants: [Participant], population: [Municipality: Int], months: [Month]) {
        var dice = Dice(1626)
        var pools: [[Int]] = []
        for (number, shares) in zip(Published2013.reasonNumbers, Published2013.reasonShares) {
            guard let counts = Apportionment.counts(of: number, sharesOf: shares) else { return nil }
            pools.append(dice.shuffled(counts.enumerated().flatMap { Array(repeating: $0 + 1, count: $1) }))
        }
        var kinds: [[ReasonHousehold]] = [Self.both(&pools, &dice), [], []]
        kinds[1] = (0..<Self.leaderOnly).map { place in
            let partner = place < Self.leaderOnlyWithPartner ? pools[1].removeLast() : nil
            // A couple without a reason for the household has the same reason both.
            let leader = partner.flatMap { pools[0].take($0) } ?? pools[0].removeLast()
            return ReasonHousehold(number: 0, leader: leader, partner: partner)
        }
        kinds[2] = pools[2].map { ReasonHousehold(number: 0, household: $0) }
        deal(kinds.map { dice.shuffled($0) }, participants, population, months, &dice)
    }

    /// Rows where the household's reason is one of the members'.
    private static func both(_ pools: inout [[Int]], _ dice: inout Dice) -> [ReasonHousehold] {
        (0..<both).map { place in
            let partner = place < bothWithPartner ? pools[1].removeLast() : nil
            let same = dice.chance(55) ? partner.flatMap { pools[0].take($0) } : nil
            let leader = same ?? pools[0].removeLast()
            let wanted = partner.map { dice.chance(40) ? $0 : leader } ?? leader
            return ReasonHousehold(
                number: 0, leader: leader, partner: partner,
                household: pools[2].take(wanted) ?? pools[2].take(leader) ?? pools[2].removeLast())
        }
    }

    /// Each municipality registers in one way: on both, on registerledaren, or on the household.
    private mutating func deal(
        _ kinds: [[ReasonHousehold]], _ participants: [Participant], _ population: [Municipality: Int],
        _ months: [Month], _ dice: inout Dice
    ) {
        for (kind, households) in kinds.enumerated() {
            let those = participants.enumerated().filter { place, _ in
                place % 5 == 0 ? kind == 0 : kind == 1 + place % 2
            }.map(\.element)
            let weights = those.map { Int(Double(population[$0.municipality] ?? 0).squareRoot()) + dice.below(60) }
            let sizes = Apportionment.divide(households.count, by: weights, least: 4)
            var start = 0
            for (participant, size) in zip(those, sizes) {
                let own = Array(households[start..<start + size])
                start += size
                rows[participant.municipality] = Self.months(own, months, single: size < 24 && size % 3 == 0)
            }
        }
    }

    /// A closed household is closed once: every row has its own running number.
    private static func months(
        _ households: [ReasonHousehold], _ months: [Month], single: Bool
    ) -> [Month: [ReasonHousehold]] {
        let numbered = households.enumerated().map { place, household in
            var household = household
            household.number = place + 1
            return household
        }
        guard let first = months.first, let last = months.last, first != last, !single else {
            return months.first.map { [$0: numbered] } ?? [:]
        }
        let split = (households.count + 1) / 2
        return [first: Array(numbered.prefix(split)), last: Array(numbered.dropFirst(split))]
    }
}

extension [Int] {
    /// Takes one `value` out; `nil` when there is none left.
    fileprivate mutating func take(_ value: Int) -> Int? {
        lastIndex(of: value).map { remove(at: $0) }
    }
}
