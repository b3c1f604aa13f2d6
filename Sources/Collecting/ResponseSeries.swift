import Definitions
import Foundation
import Register
public import Vocabulary

/// How answers came in, day by day, beside the period before (*inlämnade per dag*): for a chart and its table.
///
/// Both periods are counted from the day they opened, so that the fifth day stands beside the fifth. An answer counts
/// from the day of the municipality's first delivery that stands.
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

    init(_ period: Period, arrivals: [Arrival], owing: Set<Municipality>) {
        self.period = period
        self.owing = owing.count
        var first: [Municipality: Date] = [:]
        for arrival in arrivals where !arrival.isWithdrawn && owing.contains(arrival.number.municipality) {
            let municipality = arrival.number.municipality
            first[municipality] = min(first[municipality] ?? arrival.receivedAt, arrival.receivedAt)
        }
        answers = first.values.map { max(0, Day($0).days(since: period.opens)) }.sorted()
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
