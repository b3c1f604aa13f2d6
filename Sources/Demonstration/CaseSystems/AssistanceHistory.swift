import Vocabulary

/// Made-up lives of households, month by month, such that every month is what its target says.
///
/// The targets decide how many services begin and end and who of them has children or a long need; chance decides who.
struct AssistanceHistory {
    let targets: [MonthTarget]
    var people: People
    var dice: Dice
    var households: [Household] = []
    var cases: [CaseEvent] = []
    var closures: [ClosureEvent] = []
    var comings: [ComingEvent] = []
    var payments: [PaymentEvent] = []
    /// The adults of the households open some day of each month, in the order of `targets`.
    private(set) var adultsByMonth: [[Int]] = []

    /// Households with a service open, who came first first.
    var open: [Int] = []
    /// By household: its latest service (place among the cases), and when the need began.
    var service: [Int: Int] = [:]
    var needFrom: [Int: Day] = [:]
    /// Households under investigation.
    var pending: [(household: Int, arrival: Arrival)] = []
    /// Households that have left, by the month they did.
    var left: [Month: [Int]] = [:]

    init(_ targets: [MonthTarget], people: People, dice: Dice) {
        self.targets = targets
        self.people = people
        self.dice = dice
        guard let first = targets.first else { return }
        begin(before: first)
        let arrivals = Arrival.plan(targets, &self.dice)
        for month in [first.month.advanced(by: -2), first.month.previous] {
            receive(arrivals[month] ?? [], month, first.returned)
        }
        for target in targets {
            receive(arrivals[target.month] ?? [], target.month, target.returned)
            let there = open.count
            grant(target.month)
            adultsByMonth.append(open.flatMap { households[$0].adults })
            pay(target)
            endAndMove(target, there: there)
        }
    }

    /// Adds a household seen first in `year`.
    mutating func add(_ year: Int, _ unit: Household.Unit) -> Int {
        households.append(Household(year, unit, &people, &dice))
        return households.count - 1
    }

    /// Opens a service.
    mutating func serve(_ household: Int, from day: Day) {
        service[household] = cases.count
        cases.append(
            CaseEvent(
                household: household, isService: true, unit: households[household].unit,
                group: households[household].group, from: day))
    }

    /// The households there are when the first month begins, with needs that began up to nine years before.
    private mutating func begin(before first: MonthTarget) {
        let count = first.open
        for place in 0..<count {
            let isLong = place < first.longTerm
            let isNew = !isLong && place < first.longTerm + first.integration * 3 / 4
            let isIntegration = isNew || (isLong && place % 5 == 0 && place < first.integration)
            // The newest are most: of a hundred, six leave each month of the first two years.
            var months = isLong ? 24 + dice.below(isIntegration ? 10 : 80) : 1
            while !isLong, !dice.chance(6) { months = months % 23 + 1 }
            let household = add(first.month.year, isIntegration ? .integration : .assistance)
            needFrom[household] = first.month.advanced(by: -months).day(1 + dice.below(28))
            open.append(household)
        }
        open.sort { (needFrom[$0, default: first.last], $0) < (needFrom[$1, default: first.last], $1) }
        for household in open { serve(household, from: needFrom[household, default: first.last]) }
    }

    /// Services begin that were decided for `month`.
    private mutating func grant(_ month: Month) {
        let decided = pending.filter { $0.arrival.decided.month == month }
        pending.removeAll { $0.arrival.decided.month == month }
        for (household, arrival) in decided.sorted(by: { $0.arrival.decided < $1.arrival.decided })
        where arrival.isGranted {
            needFrom[household] = arrival.decided
            serve(household, from: arrival.decided)
            open.append(household)
        }
    }
}
