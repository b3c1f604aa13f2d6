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
            func count(_ month: Month) throws -> ResponseCount {
                ResponseCount(try MonthFacts(collection, month, transaction), county, today: Day(time))
            }
            let before = try transaction.periods(collection).last { $0.month < month }
            return ResponseSeries(
                try count(month), before: try before.map { try count($0.month) }, today: Day(time))
        }
    }
}
