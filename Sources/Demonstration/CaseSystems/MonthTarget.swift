import Vocabulary

/// What a made-up month shall be, as it is first extracted.
struct MonthTarget: Sendable {
    let month: Month
    /// Households with a service open on the last day; to September 2022 all open cases of Treserva.
    let open: Int
    /// Of them, those in need for more than two years.
    let longTerm: Int
    /// Households at the integration unit on the last day, with a service or under investigation.
    let integration: Int
    /// Children of the open households, and of the long-term ones.
    let children: Int
    let longTermChildren: Int
    /// Households whose service begins.
    let new: Int
    /// Households paid for the month, and how much in kronor.
    let paid: Int
    let amount: Int
    /// Of those who come to assistance, per cent that left less than a year before.
    let returned: Int
    /// Persons enrolled in labour-market work some day, those who begin, and as `returned` of the latter.
    let enrolled: Int
    let newlyEnrolled: Int
    let returnedToWork: Int

    var last: Day { month.lastDay }
}

extension Month {
    /// The day `day` (from 1) of the month; made-up days are at most the 28th, which every month has.
    func day(_ day: Int) -> Day { Day(first: self).advanced(by: day - 1) }

    var lastDay: Day { Day(first: next).advanced(by: -1) }

    func advanced(by months: Int) -> Month { Month(index: index + Int32(months)) }
}
