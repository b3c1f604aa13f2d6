import Vocabulary

/// Made-up persons. Their identity numbers are of those that Skatteverket publishes for tests and that nobody can be
/// given: serials 238 (women) and 239 (men).
///
/// They exist for both sexes and every day in the years used here, except the days skipped; from 2014 on one a day, by
/// turns. Before 1981 there are hardly any, so that all adults are born later: nothing that is counted asks for their age.
struct People {
    private(set) var all: [Person] = []
    private var adults: [Person] = []
    private var children: [Int: [Person]] = [:]

    init(_ dice: inout Dice) {
        // The last are taken first: who was there when it all began is the eldest.
        adults = dice.shuffled((1991...1999).flatMap(Self.born)) + dice.shuffled((1981...1988).flatMap(Self.born))
        for year in Self.childYears { children[year] = dice.shuffled(Self.born(year)) }
    }

    private static let childYears = 2003...2016
    private static let skipped: Set<String> = [
        "2005-05-09", "2007-09-11", "2007-12-28", "2010-12-11", "2011-12-30", "2014-03-17", "2016-10-26",
    ]

    /// A new adult's place in `all`.
    mutating func adult() -> Int {
        // There are 12 400 of them; a municipality so large that it needs more has some in two households.
        add(adults.popLast() ?? all[all.count / 2])
    }

    /// A new child, born in a year drawn from `first` on; `nil` when all are taken.
    mutating func child(bornFrom first: Int, _ dice: inout Dice) -> Int? {
        let years = Array(max(first, Self.childYears.lowerBound)...Self.childYears.upperBound)
        let start = dice.below(years.count)
        for place in years.indices {
            if let child = children[years[(start + place) % years.count]]?.popLast() { return add(child) }
        }
        return nil
    }

    private mutating func add(_ person: Person) -> Int {
        all.append(person)
        return all.count - 1
    }

    private static func born(_ year: Int) -> [Person] {
        var persons: [Person] = []
        let first = Day(first: Month(index: Int32(year * 12)))
        let next = Day(first: Month(index: Int32(year * 12 + 12)))
        for place in 0..<next.days(since: first) {
            let birth = first.advanced(by: place)
            guard !skipped.contains(birth.iso) else { continue }
            for serial in year < 2014 ? [238, 239] : [239 - place % 2] {
                persons.append(Person(birth: birth, serial: serial))
            }
        }
        return persons
    }
}

/// A made-up person.
struct Person: Sendable {
    let birth: Day
    /// Twelve digits.
    let number: String

    init(birth: Day, serial: Int) {
        self.birth = birth
        let month = birth.month
        let date = month.year * 10_000 + month.month * 100 + birth.dayOfMonth
        // The check digit is that of the nine digits from the year without century.
        var digits = (date % 1_000_000) * 1_000 + serial
        var (sum, weight) = (0, 2)
        while digits > 0 {
            let product = digits % 10 * weight
            sum += product / 10 + product % 10
            (digits, weight) = (digits / 10, 3 - weight)
        }
        number = String(date * 10_000 + serial * 10 + (10 - sum % 10) % 10)
    }

    /// The number as Treserva and Accorda write it.
    var dashed: String { number.prefix(8) + "-" + number.suffix(4) }

    /// The day of becoming 18.
    var adulthood: Day { birth.month.advanced(by: 18 * 12).day(birth.dayOfMonth) }
}
