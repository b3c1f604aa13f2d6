import Definitions
import Foundation
import Intake
import Register
import Review
import Storage
import Vocabulary

/// What holds for all months of a collection, of all municipalities or of one, read by three queries.
struct CollectionFacts {
    let collection: Collection
    let periods: [Period]
    let obligations: Obligations
    let declines: [Municipality: Decline]

    init(_ collection: Collection, only municipality: Municipality? = nil, _ transaction: any Transaction) throws {
        self.collection = collection
        periods = try transaction.periods(collection)
        obligations = try transaction.obligations(collection.id, municipality)
        declines = Dictionary(
            try transaction.declines(collection: collection.id, municipality: municipality).map {
                ($0.municipality, $0)
            }, uniquingKeysWith: { $1 })
    }

    func period(_ month: Month) throws -> Period {
        guard let period = periods.first(where: { $0.month == month }) else {
            throw CollectingError.noSuchPeriod(month)
        }
        return period
    }
}

extension CollectionFacts {
    /// What is known of `months`, in order, of all municipalities or of one: as many queries for a year as for a month.
    func facts(
        of months: ClosedRange<Month>, only municipality: Municipality? = nil, _ transaction: any Transaction
    ) throws -> [MonthFacts] {
        let id = collection.id
        let arrivals = Dictionary(
            grouping: try transaction.arrivals(collection: id, months: months, municipality: municipality),
            by: \.number.month)
        let reviews = try transaction.reviewStates(collection: id, months: months, municipality: municipality)
        let drafts = Dictionary(
            grouping: try transaction.latestDrafts(collection: id, months: months, municipality: municipality),
            by: \.month)
        let extensions = try transaction.extensions(id, months)
        return periods.filter { months.contains($0.month) }.map { period in
            MonthFacts(
                period: period, obligations: obligations, declines: declines,
                arrivals: Dictionary(grouping: arrivals[period.month] ?? [], by: \.number.municipality),
                reviews: reviews,
                pending: Dictionary((drafts[period.month] ?? []).map { ($0.municipality, $0) }) { $1 }
                    .compactMapValues(PendingFile.init),
                extensions: extensions[period.month] ?? [:])
        }
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

extension MonthFacts {
    /// What is known of one month, of all municipalities.
    init(_ collection: Collection, _ month: Month, _ transaction: any Transaction) throws {
        let facts = try CollectionFacts(collection, transaction).facts(of: month...month, transaction)
        guard let facts = facts.first else { throw CollectingError.noSuchPeriod(month) }
        self = facts
    }
}
