public import Definitions
public import Vocabulary

extension EventSet {
    /// The first month that `rule` can be counted for; `nil` when a table it is counted from has nothing, and for rules
    /// by school. Cases and enrolments are extracted from a day on with all that were open then, and so from the first
    /// ending there is: of what ended before nothing is known. A share of those who came back is known from a year after
    /// the first leaving.
    public func firstMonth(of rule: IndicatorRule) -> Month? {
        let day: Int32? =
            switch rule {
            case .sumPaid(let month): firstPaid(month)
            case .paidHouseholds(_, let month): latest(firstOpen(cases.from, cases.to), firstPaid(month))
            case .openAtEnd, .openDuring, .openLongerThan, .started, .ended: firstOpen(cases.from, cases.to)
            case .children: members.person.isEmpty ? nil : firstOpen(cases.from, cases.to)
            case .closureReasons: closures.date.min()
            case .enrolled, .enrolledByField, .newlyEnrolled, .enrolmentEnds: firstOpen(enrolments.from, enrolments.to)
            case .returnedShare(.assistance): latest(returns.date.min(), aYearAfter(closures.date.min()))
            case .returnedShare(.labourMarket): latest(returns.date.min(), aYearAfter(enrolments.to.min()))
            case .pupils, .admitted: nil
            }
        return day.map { Day(number: Int($0)).month }
    }

    /// The first day from which all payments that belong to a month are there. Payments are extracted from a day of
    /// payment on. Where some are paid in a month before the one they are for, those of the first month were so too, and
    /// are not there: the month after is the first whole one. Where none are, the first month has all of its own. The
    /// first month that something is for says nothing: what is paid late is for months long gone.
    private func firstPaid(_ month: PaymentMonth) -> Int32? {
        guard let first = payments.date.min(), month == .purpose else { return payments.date.min() }
        let isAhead = zip(payments.date, payments.purpose).contains { date, purpose in
            purpose > date && Day(number: Int(purpose)).month > Day(number: Int(date)).month
        }
        return isAhead ? Int32(Day(first: Day(number: Int(first)).month.next).number) : first
    }
}

private func firstOpen(_ from: [Int32], _ to: [Int32]) -> Int32? {
    to.min().flatMap { $0 == .open ? from.min() : $0 }
}

private func latest(_ one: Int32?, _ other: Int32?) -> Int32? {
    one.flatMap { one in other.map { max(one, $0) } }
}

private func aYearAfter(_ day: Int32?) -> Int32? { day.flatMap { $0 == .open ? nil : anniversary($0, years: 1) } }
