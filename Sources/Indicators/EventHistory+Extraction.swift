public import Foundation
public import Vocabulary

extension EventHistory {
    /// For each month the time it was first extracted at (*uttag*): the first extract after its end that has anything
    /// from the month or later, and with it those of the week that followed, for systems are not all extracted on one
    /// day. Months that are in no such extract are not there.
    public func extractionTimes(of months: ClosedRange<Month>) -> [Month: Date] {
        let reaches = batches.map { (time: $0.knownFrom, day: $0.rows.latestDay) }
        var times: [Month: Date] = [:]
        for month in months.months {
            let (start, end) = (Int32(Day(first: month).number), Date(startOf: Day(first: month.next)))
            guard let first = reaches.first(where: { $0.time >= end && $0.day >= start })?.time else { continue }
            let week = first.addingTimeInterval(7 * 86_400)
            times[month] = reaches.last { $0.time < week }?.time ?? first
        }
        return times
    }
}

extension Date {
    /// When `day` begins in Sweden.
    init(startOf day: Day) {
        self.init(timeIntervalSince1970: Double(SwedishTime.secondsSince1970(startOf: day)))
    }
}

extension EventRows {
    /// The last day something begins or is done; long ago without rows.
    var latestDay: Int32 {
        func last(_ days: some Sequence<Int32>) -> Int32 { days.lazy.filter { $0 != .open }.max() ?? .min }
        return max(
            max(last(cases.lazy.map(\.from)), last(payments.lazy.map(\.date))),
            max(last(closures.lazy.map(\.date)), last(returns.lazy.map(\.date))),
            max(last(members.lazy.map(\.from)), last(enrolments.lazy.map(\.from))))
    }
}
