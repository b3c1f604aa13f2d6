import Definitions
public import Foundation
import Register
import Storage
public import Vocabulary

extension Collecting {
    /// How answers about a month came in, day by day, beside the period before; of the country or of one county.
    public func response(
        _ collection: String, _ month: Month, county: County? = nil, at time: Date
    ) async throws(CollectingError) -> ResponseSeries {
        let collection = try self.collection(collection)
        return try await read { transaction in
            let facts = try CollectionFacts(collection, transaction)
            let period = try facts.period(month)
            let count = try transaction.responseCount(facts, period, county)
            let before = try facts.periods.last { $0.month < month }.map {
                try transaction.responseCount(facts, $0, county)
            }
            return ResponseSeries(count, before: before, today: Day(time))
        }
    }
}

extension Transaction {
    fileprivate func responseCount(
        _ facts: CollectionFacts, _ period: Period, _ county: County?
    ) throws -> ResponseCount {
        let owing = facts.obligations.owing(period.month).filter {
            county == nil || $0.code.hasPrefix(county?.code ?? "")
        }
        let arrivals = try arrivals(collection: facts.collection.id, months: period.month...period.month)
        return ResponseCount(period, arrivals: arrivals, owing: Set(owing))
    }
}
