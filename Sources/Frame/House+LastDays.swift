import Collecting
public import Definitions
public import Register
public import Vocabulary

extension House {
    /// The last day of each delivery to a collection, with what the authority has changed of the calendar and the
    /// extensions it has given: what `Review` is to go by when it says that something came late.
    public func lastDays(
        of collection: Definitions.Collection
    ) async throws -> @Sendable (DeliveryNumber) -> Day? {
        var days: [Month: Day] = [:]
        var own: [Month: [Municipality: Day]] = [:]
        for period in try await collecting.periods(collection.id) {
            days[period.month] = period.due
            for extended in try await collecting.extensions(collection.id, period.month) {
                own[period.month, default: [:]][extended.municipality] = period.due(extended: extended.until)
            }
        }
        return { [days, own] number in own[number.month]?[number.municipality] ?? days[number.month] }
    }
}
