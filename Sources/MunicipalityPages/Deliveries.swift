import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Register
import Review
import Vocabulary
import Web

// What has been delivered: the list, and a year.

extension MunicipalityPages {
    func addDeliveries(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.deliveries.route, use: deliveries)
        routes.get(Path("arbete", "ar", ":year").route, use: year)
    }

    private func deliveries(_ request: Request, _ context: PortalContext) async throws -> Document {
        let desk = try await context.desk(.seeDeliveries)
        let receipts = house.collected(
            try await house.register.deliveries(DeliveryFilter(municipality: desk.municipality)))
        var reviews: [DeliveryNumber: ReviewState] = [:]
        for collection in house.collections {
            for month in Set(receipts.filter { $0.collection == collection.id }.map(\.month)) {
                reviews.merge(try await house.review.states(collection: collection.id, month: month)) { $1 }
            }
        }
        let all = receipts.map { DeliveriesPage.Line(receipt: $0, status: $0.state(reviews[$0.number] ?? .waiting)) }
            .sorted { $0.receipt.receivedAt > $1.receipt.receivedAt }
        return context.page.deliveries(
            DeliveriesPage(
                desk: desk, all: all, collections: house.collections, path: context.path, may: Rights(context, desk)))
    }

    private func year(_ request: Request, _ context: PortalContext) async throws -> Document {
        let desk = try await context.desk(.seeDeliveries)
        let year = try context.number("year")
        var work: [YearPage.Work] = []
        for collection in house.collections where collection.calendar.periods.contains(where: { $0.month.year == year })
        {
            let standings = try await house.collecting.standings(collection.id, of: desk.municipality, at: context.now)
            work.append(
                YearPage.Work(collection: collection, standings: standings.filter { $0.period.month.year == year }))
        }
        guard !work.isEmpty else { throw PageError.notFound }
        let years = Set(house.collections.flatMap { $0.calendar.periods.map(\.month.year) }).sorted()
        return context.page.year(YearPage(desk: desk, year: year, years: years, work: work, may: Rights(context, desk)))
    }
}

/// What the list of deliveries shows.
struct DeliveriesPage {
    struct Line {
        let receipt: Receipt
        let status: DeliveryStatus
    }

    let desk: Desk
    /// Newest first.
    let all: [Line]
    let collections: [Definitions.Collection]
    let path: Path
    let may: Rights

    var month: Month? { path["manad"].flatMap { Month(iso: $0) } }
    var status: DeliveryStatus? { path["lage"].flatMap { DeliveryStatus(rawValue: $0) } }

    /// Those that the filter lets through.
    var shown: [Line] {
        all.filter { line in
            (month.map { $0 == line.receipt.month } ?? true) && (status.map { $0 == line.status } ?? true)
        }
    }
}

/// What the overview of a year shows.
struct YearPage {
    struct Work {
        let collection: Definitions.Collection
        let standings: [MonthStanding]
    }

    let desk: Desk
    let year: Int
    /// The years that there is something to show of.
    let years: [Int]
    let work: [Work]
    let may: Rights
}
