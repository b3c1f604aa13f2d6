import Definitions
import Foundation
import Register
public import Vocabulary

/// How answers came in, day by day, beside the period before (*inlämnade per dag*): for a chart and its table.
///
/// Both periods are counted from the day they opened, so that the fifth day stands beside the fifth. Who has answered is
/// the same as in the overview, so that what was returned is no answer; an answer counts from the day of the
/// municipality's first delivery that it has not withdrawn.
public struct ResponseSeries: Sendable, Equatable {
    /// The month.
    public let month: Month
    /// The month before in the calendar; `nil` when this is the first.
    public let previousMonth: Month?
    /// From the day the period opened.
    public let days: [ResponseDay]
    /// How many owe figures for the month.
    public let owing: Int
    /// How many owed figures for the month before.
    public let previousOwing: Int?
}

/// How many had answered at the end of a day.
public struct ResponseDay: Sendable, Equatable {
    /// From 1, the day the period opened.
    public let number: Int
    /// The day.
    public let day: Day
    /// How many had answered; `nil` of days to come.
    public let answered: Int?
    /// The day with this number in the period before.
    public let previousDay: Day?
    /// How many had answered then; `nil` without a period before, and of days to come.
    public let previous: Int?
}

/// One period's answers, counted by the day.
struct ResponseCount {
    let period: Period
    let owing: Int
    /// The days since opening on which municipalities answered, in order; those before it count as the first.
    let answers: [Int]

    init(_ facts: MonthFacts, _ county: County?, today: Day) {
        period = facts.period
        let owing = facts.obligations.owing(period.month).filter {
            county == nil || $0.code.hasPrefix(county?.code ?? "")
        }
        self.owing = owing.count
        let answered = owing.filter { facts.standing($0, today: today).status.isAnswered }
        answers = answered.compactMap { municipality in
            let first = facts.arrivals[municipality]?.first { !$0.isWithdrawn }
            return first.map { max(0, Day($0.receivedAt).days(since: facts.period.opens)) }
        }
        .sorted()
    }

    /// The number of days to show: to the last day, or to the last answer when that came later.
    var length: Int { max(period.due.days(since: period.opens), answers.last ?? 0) + 1 }

    /// How many had answered when day `place`, from 0, was over; `nil` when it is not yet.
    func answered(_ place: Int, today: Day) -> Int? {
        period.opens.advanced(by: place) > today ? nil : answers.prefix { $0 <= place }.count
    }
}

extension ResponseSeries {
    init(_ count: ResponseCount, before: ResponseCount?, today: Day) {
        month = count.period.month
        previousMonth = before?.period.month
        owing = count.owing
        previousOwing = before?.owing
        days = (0..<max(count.length, before?.length ?? 0)).map { place in
            ResponseDay(
                number: place + 1, day: count.period.opens.advanced(by: place),
                answered: count.answered(place, today: today), previousDay: before?.period.opens.advanced(by: place),
                previous: before?.answered(place, today: today))
        }
    }
}
