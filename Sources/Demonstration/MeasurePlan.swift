import Vocabulary

/// The made-up households with measures, of all municipalities, that add to what the report prints.
///
/// The report fixes 7,575 + 277 marks, "närmare 6 300" of code 0 and "drygt 13 300" rows. Every row has a registerledare
/// with code 0 or a measure, so few persons can have more than one; the numbers below are one solution.
struct MeasurePlan {
    /// Rows of the file: "drygt 13 300".
    static let households = 13_312
    /// Persons by number of measures (0, 1, 2, 3), registerledare and medsökande: 6,102 + 189 of code 0.
    static let persons = [[6102, 6877, 301, 32], [189, 247, 15, 0]]
    /// The marks of each role by code 1–8; they add to Tabell 2 and to 7,575 + 277.
    static let marks: [[Int]] = {
        let partners = [30, 113, 19, 30, 29, 22, 4, 30]
        return [zip(Published2013.measures, partners).map { $0 - $1 }, partners]
    }()

    /// The rows of a municipality, by month.
    private(set) var rows: [Municipality: [Month: [MeasureHousehold]]] = [:]

    init(_ participants: [Participant], population: [Municipality: Int], months: [Month]) {
        var dice = Dice(2013)
        let size = Apportionment.divide(
            Self.households,
            by: participants.map { Self.weight(population[$0.municipality] ?? 0, &dice) }, least: 14)
        let bySize = participants.indices.sorted { (size[$1], $0) < (size[$0], $1) }
        var draw = Draw(sizes: size)
        // The largest can carry what the report says of how many municipalities gave days and used code 8.
        draw.give(Self.days(bySize, &dice), other: Set(bySize.prefix(Published2013.withOther + 6).dropFirst(6)), &dice)
        for (place, participant) in participants.enumerated() {
            let described = Self.described(draw.households[place], &dice)
            rows[participant.municipality] = Self.months(
                described, months, single: size[place] < 40 && place % 3 == 0, &dice)
        }
    }

    /// Says in text what code 8 is; each municipality has a few such measures.
    private static func described(_ households: [MeasureHousehold], _ dice: inout Dice) -> [MeasureHousehold] {
        let own = Array(dice.shuffled(texts).prefix(2 + dice.below(4)))
        return households.map { household in
            var household = household
            if household.marks.contains(where: { $0[8] != nil }) { household.text = dice.pick(own) ?? "" }
            return household
        }
    }

    /// The examples the report gives of what municipalities wrote, and some of the kind it asked for.
    private static let texts = [
        "Validering", "Starta eget-rådgivning", "Hälsofrämjande grupp inför arbete", "Feriearbete",
        "Språkpraktik", "Motivationsarbete", "Individuell coachning", "Arbetsförmågebedömning", "Utredning på AF",
        "Arbetar deltid", "Planering efter medicinsk utredning", "Hälsorådgivare", "Behandlingskontakt soc",
        "Grundskola", "Ungdomsgymnasium", "Högskolestudier", "SFI", "Arbetssocial utredning",
        "Utredning inom psykiatri", "Daglig verksamhet LSS",
    ]

    /// Larger municipalities send more, but far from in proportion, and some only a few cases.
    private static func weight(_ population: Int, _ dice: inout Dice) -> Int {
        let root = Int(Double(population).squareRoot())
        return dice.chance(25) ? 12 + root / 12 : root * (40 + dice.below(120)) / 100
    }

    /// Which municipalities (places) give days for which code: 27 in all, and 24, 23 and 20 for three of them.
    private static func days(_ bySize: [Int], _ dice: inout Dice) -> [Int: Set<Int>] {
        let all = Array(bySize.prefix(Published2013.withDays + 4).dropFirst(4))
        let counts = Published2013.withDaysByCode.merging([3: 12, 4: 9, 6: 11, 7: 4, 8: 7]) { published, _ in published
        }
        var places: [Int: Set<Int>] = [:]
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
            places[code] = Set(dice.shuffled(all).prefix(count))
        }
        // Everyone gives days for something: one without takes the place of one that has more, for code 2.
        for place in all where !places.values.contains(where: { $0.contains(place) }) {
            let other = all.first { candidate in
                places[2]?.contains(candidate) ?? false && places.values.count { $0.contains(candidate) } > 1
            }
            guard let other else { continue }
            places[2]?.remove(other)
            places[2]?.insert(place)
        }
        return places
    }

    /// Deals households to months; most that came in March come again in April under the same running number.
    private static func months(
        _ households: [MeasureHousehold], _ months: [Month], single: Bool, _ dice: inout Dice
    ) -> [Month: [MeasureHousehold]] {
        guard let first = months.first, let last = months.last, first != last, !single else {
            return months.last.map { [$0: numbered(households, from: 1)] } ?? [:]
        }
        let split = households.count * (47 + dice.below(7)) / 100
        let earlier = numbered(Array(households.prefix(split)), from: 1)
        let fresh = (households.count - split) / 4
        let stayed = dice.shuffled(Array(1...max(1, split))).prefix(households.count - split - fresh).sorted()
        var later = Array(households.dropFirst(split))
        for place in later.indices {
            later[place].number = place < stayed.count ? stayed[place] : split + 1 + place - stayed.count
        }
        return [first: earlier, last: later]
    }

    private static func numbered(_ households: [MeasureHousehold], from first: Int) -> [MeasureHousehold] {
        households.enumerated().map { place, household in
            var household = household
            household.number = first + place
            return household
        }
    }
}
