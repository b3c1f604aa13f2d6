import Accounts
import Definitions
import Frame
import Hummingbird
import Publication
import Review
import Vocabulary
import Web

/// The pages of what answering costs those who answer (*uppgiftslämnarbörda*).
struct BurdenPages {
    let house: House

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.burden.route) { request, context -> Document in
            context.page.burden(try await page(context))
        }
        for kind in TableFile.allCases {
            for file in BurdenPage.File.allCases {
                routes.get(Path.burden.file(file.rawValue, kind.rawValue).route) { request, context -> Response in
                    let page = try await page(context)
                    return try context.page.burdenFile(page, file, kind)
                }
            }
        }
    }

    private func page(_ context: PortalContext) async throws -> BurdenPage {
        try await context.require(.oversee, of: .authority)
        let collection = try house.chosenCollection(context.path)
        let months = collection.calendar.periods.map(\.month)
        guard let first = months.min(), let last = months.max() else { throw PageError.notFound }
        let month = context.path.month.flatMap { months.contains($0) ? $0 : nil }
        let municipality = context.path[ReviewWord.municipality].flatMap { Municipality(code: $0) }
        let burden = try await house.review.burden(
            collection: collection.id, months: month.map { $0...$0 } ?? first...last)
        return BurdenPage(
            collections: house.collections, collection: collection, months: months, month: month, whole: burden,
            municipality: municipality)
    }
}

/// What the page of response burden shows.
struct BurdenPage {
    /// What it can be fetched as.
    enum File: String, CaseIterable {
        case municipalities = "kommuner"
        case rules = "regler"
    }

    /// One municipality's line.
    struct Line {
        let municipality: Municipality
        let burden: ResponseBurden

        var attempts: Int { burden.cases.reduce(0) { $0 + $1.attempts } }
        var errors: Int { burden.cases.reduce(0) { $0 + $1.errors } }
    }

    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// Those of the calendar.
    let months: [Month]
    /// `nil` = all months together.
    let month: Month?
    /// Of all municipalities.
    let whole: ResponseBurden
    /// The one that is looked at; `nil` = all.
    let municipality: Municipality?

    /// What the figures of the page are of.
    var burden: ResponseBurden { municipality.map { whole.of($0) } ?? whole }

    /// A line each, in the order an address asks for.
    func lines(_ sort: Sort) -> [Line] {
        let lines = whole.municipalities.map { Line(municipality: $0, burden: whole.of($0)) }
        let sorted =
            switch sort.column {
            case Self.attempts: lines.sorted { $0.attempts < $1.attempts }
            case Self.errors: lines.sorted { $0.errors < $1.errors }
            case Self.time:
                lines.sorted { ($0.burden.untilApproved?.median ?? -1) < ($1.burden.untilApproved?.median ?? -1) }
            default: lines
            }
        return sort.isDescending ? sorted.reversed() : sorted
    }

    static let name = "kommun"
    static let attempts = "forsok"
    static let errors = "fel"
    static let time = "tid"
}
