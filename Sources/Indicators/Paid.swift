import Definitions

extension Payments {
    /// The day that says which month the payment belongs to.
    func day(_ row: Int, _ month: PaymentMonth) -> Int32 {
        switch month {
        case .purpose: purpose[row]
        case .paid: date[row]
        }
    }
}

/// *Utbetalt ekonomiskt bistånd*: the sum of all payments of the month, in öre. By `purpose` a payment that is decided
/// later adds to the month it is for, which so grows afterwards.
func sumPaid(_ payments: Payments, _ month: PaymentMonth, in window: MonthWindow) -> [Int] {
    var sums = [Int](repeating: 0, count: window.count)
    for row in payments.amount.indices {
        if let index = window.index(of: payments.day(row, month)) { sums[index] += Int(payments.amount[row]) }
    }
    return sums
}

extension HouseholdMarks {
    /// *Utbetalningshushåll*: households that have a case that counts some day of the month and a payment above zero
    /// that belongs to it. Several payments are one household; a payment of nothing is none.
    func paidHouseholds(_ selection: CaseSelection, _ month: PaymentMonth) -> [Int] {
        placedPayments(selection, month).households
    }

    /// Households paid by month, and the payments above zero that belong to no household that counts that month.
    ///
    /// A payment is told with its payee, who mostly is the household's applicant. It belongs to the household of that
    /// applicant where that has a case that counts in the month; otherwise to the one that has, and in which the payee is
    /// an adult on the day it was paid, or else some day of the month: as co-applicant, or as applicant before another was.
    func placedPayments(
        _ selection: CaseSelection, _ month: PaymentMonth
    ) -> (households: [Int], unplaced: [UnplacedPayments]) {
        let payments = events.payments
        var counts = [Int](repeating: 0, count: window.count)
        var isPlaced = [Bool](repeating: false, count: payments.amount.count)
        var finder = RunFinder(payments.household)
        let rule = IndicatorRule.openDuring(selection, firstTime: false)
        forEach(rule) { household, marks in
            var paid = [Bool](repeating: false, count: window.count)
            for row in finder.rows(of: household) where payments.amount[row] > 0 {
                guard let index = window.index(of: payments.day(row, month)), marks[index] else { continue }
                paid[index] = true
                isPlaced[row] = true
            }
            for index in paid.indices where paid[index] { counts[index] += 1 }
        }
        let rest: [(row: Int, month: Int)] = payments.amount.indices.compactMap { row in
            guard payments.amount[row] > 0, !isPlaced[row] else { return nil }
            return window.index(of: payments.day(row, month)).map { (row, $0) }
        }
        var unplaced = [UnplacedPayments](repeating: UnplacedPayments(), count: window.count)
        let homes = AdultHomes(of: Set(rest.lazy.map { payments.household[$0.row] }), events.members)
        // By household, the months it counts and has been counted as paid.
        var known: [UInt64: (counts: [Bool], isPaid: [Bool])] = [:]
        for household in homes.households.sorted() {
            var marks = [Bool](repeating: false, count: window.count)
            mark(rule, events.cases.household.sortedRange(of: household), &marks)
            var paid = [Bool](repeating: false, count: window.count)
            for row in payments.household.sortedRange(of: household) where isPlaced[row] {
                if let index = window.index(of: payments.day(row, month)) { paid[index] = true }
            }
            known[household] = (marks, paid)
        }
        for (row, index) in rest {
            let homes = homes.of(
                payments.household[row], on: payments.date[row], else: window.first[index]...window.last[index])
            guard let home = homes.first(where: { known[$0]?.counts[index] == true }) else {
                unplaced[index].payments += 1
                unplaced[index].amount += Int(payments.amount[row])
                continue
            }
            if known[home]?.isPaid[index] == false { counts[index] += 1 }
            known[home]?.isPaid[index] = true
        }
        return (counts, unplaced)
    }
}

/// Payments above zero of a month that belong to no household with a case that counts then (*utbetalningar utan hushåll*):
/// they are in the sum paid and in no household that is.
public struct UnplacedPayments: Sendable, Equatable {
    /// How many they are.
    public var payments = 0
    /// What they come to, in öre.
    public var amount = 0
}

/// The households that some persons have been adults in.
private struct AdultHomes {
    private var homes: [UInt64: [(household: UInt64, from: Int32, to: Int32)]] = [:]

    init(of persons: Set<UInt64>, _ members: Members) {
        guard !persons.isEmpty else { return }
        for row in members.person.indices where persons.contains(members.person[row]) {
            // A child of the household is an adult in it from the day of coming of age.
            let from =
                members.role[row] == Members.child ? max(members.from[row], members.adult[row]) : members.from[row]
            homes[members.person[row], default: []].append((members.household[row], from, members.to[row]))
        }
    }

    var households: Set<UInt64> { Set(homes.values.joined().lazy.map(\.household)) }

    /// Where `person` is an adult on `day`, and then where on one of `days`.
    func of(_ person: UInt64, on day: Int32, else days: ClosedRange<Int32>) -> [UInt64] {
        let homes = homes[person] ?? []
        return homes.filter { $0.from <= day && day <= $0.to }.map(\.household)
            + homes.filter { $0.from <= days.upperBound && days.lowerBound <= $0.to }.map(\.household)
    }
}

extension [UInt64] {
    /// Where `value` is in a sorted column.
    fileprivate func sortedRange(of value: UInt64) -> Range<Int> {
        func first(_ isAfter: (UInt64) -> Bool) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return first { $0 >= value }..<first { $0 > value }
    }
}
