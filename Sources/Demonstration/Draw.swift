/// Deals marks to persons: each person has room for so many measures, each measure so many marks left.
struct Draw {
    /// The households of each municipality, by its place.
    private(set) var households: [[MeasureHousehold]]

    private struct Person {
        let municipality: Int
        let household: Int
        let role: Int
        var room: Int
    }

    init(sizes: [Int]) {
        households = sizes.map { Array(repeating: MeasureHousehold(number: 0), count: $0) }
    }

    /// Gives every mark of the plan.
    ///
    /// - Parameters:
    ///   - days: By code, the municipalities that give days for it.
    ///   - other: The municipalities that use code 8.
    mutating func give(_ days: [Int: Set<Int>], other: Set<Int>, _ dice: inout Dice) {
        let everyone = households.indices.flatMap { place in households[place].indices.map { (place, $0) } }
        for role in 0...1 {
            let counts = MeasurePlan.persons[role]
            let chosen = role == 0 ? everyone : Array(dice.shuffled(everyone).prefix(counts.reduce(0, +)))
            let rooms = dice.shuffled(counts.enumerated().flatMap { Array(repeating: $0, count: $1) })
            var persons = zip(chosen, rooms).map { Person(municipality: $0.0, household: $0.1, role: role, room: $1) }
            var left = [0] + MeasurePlan.marks[role]
            for person in persons where person.room == 0 {
                households[person.municipality][person.household].marks[role][0] = .cross
            }
            if role == 0 {
                // First what must be somewhere: each municipality that gives days for a code, or uses 8, has one.
                var wanted = days
                wanted[8, default: []].formIntersection(other)
                for code in 1...8 {
                    for place in households.indices
                    where (wanted[code]?.contains(place) ?? false)
                        || (code == 8 && other.contains(place))
                    {
                        guard let index = persons.firstIndex(where: { $0.municipality == place && $0.room == 1 }) else {
                            continue
                        }
                        mark(&persons[index], code, &left, days, first: true, &dice)
                    }
                }
            }
            let willing = dice.shuffled(persons.indices.filter { other.contains(persons[$0].municipality) })
            for index in willing where left[8] > 0 && persons[index].room > 0 {
                mark(&persons[index], 8, &left, days, first: false, &dice)
            }
            // Those with most room first, so that nobody is left with a code twice.
            for index in persons.indices.sorted(by: { (persons[$1].room, $0) < (persons[$0].room, $1) }) {
                while persons[index].room > 0 {
                    let person = persons[index]
                    let held = households[person.municipality][person.household].marks[role]
                    let open = (1...7).filter { held[$0] == nil && left[$0] > 0 }
                    var drawn = dice.below(open.reduce(0) { $0 + left[$1] })
                    guard
                        let code = open.first(where: { code in
                            drawn -= left[code]
                            return drawn < 0
                        })
                    else { break }
                    mark(&persons[index], code, &left, days, first: false, &dice)
                }
            }
        }
    }

    private mutating func mark(
        _ person: inout Person, _ code: Int, _ left: inout [Int], _ days: [Int: Set<Int>], first: Bool,
        _ dice: inout Dice
    ) {
        let givesDays = days[code]?.contains(person.municipality) ?? false
        // A third of the municipalities know the days of everyone, the others of some.
        let inDays = givesDays && (first || person.municipality % 3 == 0 || dice.chance(55))
        households[person.municipality][person.household].marks[person.role][code] =
            inDays ? .days(1 + dice.below(22)) : .cross
        left[code] -= 1
        person.room -= 1
    }
}
