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
        let payments = events.payments
        var counts = [Int](repeating: 0, count: window.count)
        var finder = RunFinder(payments.household)
        forEach(.openDuring(selection, firstTime: false)) { household, marks in
            var paid = [Bool](repeating: false, count: window.count)
            for row in finder.rows(of: household) where payments.amount[row] > 0 {
                if let index = window.index(of: payments.day(row, month)) { paid[index] = true }
            }
            for index in paid.indices where paid[index] && marks[index] { counts[index] += 1 }
        }
        return counts
    }
}
