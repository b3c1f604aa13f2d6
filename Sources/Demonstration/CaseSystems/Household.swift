import Vocabulary

/// A made-up household.
struct Household: Sendable {
    /// Places among the people.
    let applicant: Int
    let partner: Int?
    let children: [Int]
    /// When the children become 18.
    let adulthoods: [Day]
    /// What it is usually paid a month, in kronor, more or less.
    let norm: Int
    var unit: Unit
    var group: TargetGroup

    /// *Enhet.*
    enum Unit: Sendable { case assistance, integration }
    /// *Målgrupp.*
    enum TargetGroup: Sendable { case others, newlyArrived, quota }

    var adults: [Int] { [applicant] + (partner.map { [$0] } ?? []) }

    /// Children who are not yet 18 on `day`.
    func children(on day: Day) -> Int { adulthoods.reduce(0) { $0 + ($1 > day ? 1 : 0) } }

    /// A household seen first in `year`: half are single, every fifth single with children, every fourth a couple.
    init(_ year: Int, _ unit: Unit, _ people: inout People, _ dice: inout Dice) {
        let kind = dice.below(100)
        let isCouple = kind >= 75
        applicant = people.adult()
        partner = isCouple ? people.adult() : nil
        let hasChildren = (56..<75).contains(kind) || kind >= 81
        let count = hasChildren ? 1 + dice.below(2) + (dice.chance(30) ? 1 : 0) + (isCouple ? dice.below(2) : 0) : 0
        children = (0..<count).compactMap { _ in people.child(bornFrom: year - 16, &dice) }
        adulthoods = children.map { people.all[$0].adulthood }
        norm = (isCouple ? 13_200 : 8_700) + 2_500 * count + dice.below(1_800)
        self.unit = unit
        // Who are newly arrived or quota refugees are mostly at the unit for them.
        let isRefugee = unit == .integration ? dice.chance(93) : dice.chance(2)
        group = isRefugee ? (dice.chance(24) ? .quota : .newlyArrived) : .others
    }
}
