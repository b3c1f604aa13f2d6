import Definitions
import Foundation
import Intake
import Register
import Review
import Storage
import Vocabulary

/// What holds for all months of a collection, read by three queries.
struct CollectionFacts {
    let collection: Collection
    let periods: [Period]
    let obligations: Obligations
    let declines: [Municipality: Decline]

    init(_ collection: Collection, _ transaction: any Transaction) throws {
        self.collection = collection
        periods = try transaction.periods(collection)
        obligations = try transaction.obligations(collection.id)
        declines = Dictionary(
            try transaction.declines(collection: collection.id).map { ($0.municipality, $0) }, uniquingKeysWith: { $1 })
    }

    func period(_ month: Month) throws -> Period {
        guard let period = periods.first(where: { $0.month == month }) else {
            throw CollectingError.noSuchPeriod(month)
        }
        return period
    }
}

/// Everything that decides how municipalities stand for a month, read in one transaction by a handful of queries.
struct MonthFacts {
    let period: Period
    let obligations: Obligations
    let declines: [Municipality: Decline]
    let arrivals: [Municipality: [Arrival]]
    let reviews: [DeliveryNumber: ReviewState]
    let pending: [Municipality: PendingFile]
    let extensions: [Municipality: DueExtension]

    /// The facts of `month`, of all municipalities or of one.
    init(
        _ facts: CollectionFacts, _ month: Month, only municipality: Municipality? = nil,
        _ transaction: any Transaction
    ) throws {
        let collection = facts.collection.id
        period = try facts.period(month)
        (obligations, declines) = (facts.obligations, facts.declines)
        arrivals = Dictionary(
            grouping: try transaction.arrivals(
                collection: collection, months: month...month, municipality: municipality),
            by: \.number.municipality)
        reviews = try transaction.reviewStates(collection: collection, month: month, municipality: municipality)
        pending = try transaction.latestDrafts(collection: collection, month: month, municipality: municipality)
            .compactMapValues(PendingFile.init)
        extensions = try transaction.extensions(collection, month)
    }

    init(_ collection: Collection, _ month: Month, _ transaction: any Transaction) throws {
        try self.init(CollectionFacts(collection, transaction), month, transaction)
    }

    /// The municipality's last day to deliver in time.
    func due(_ municipality: Municipality) -> Day { period.due(extended: extensions[municipality]?.until) }

    /// How the municipality stands on `today`.
    func standing(_ municipality: Municipality, today: Day) -> Standing {
        let evidence = Evidence(
            arrivals: arrivals[municipality] ?? [], reviews: reviews, pending: pending[municipality],
            decline: declines[municipality], due: due(municipality))
        return Standing(evidence, today: today)
    }

    /// Those that owe figures for the month and those that have answered all the same, by code.
    var municipalities: [Municipality] {
        Municipality.all.filter { obligations.duty(of: $0, for: period.month) != nil || arrivals[$0] != nil }
    }
}
