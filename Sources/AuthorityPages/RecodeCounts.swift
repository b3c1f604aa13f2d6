import Accounts
import Definitions
import Frame
import Hummingbird
import Markup
import Publication
import Register
import Review
import Vocabulary
import Web

// What decisions on free texts make of the counts.

extension RecodePages {
    func addCounts(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.recodedCounts.route) { request, context -> Document in
            let (page, tables) = try await counts(context)
            return context.page.recodedCounts(page, tables)
        }
        for kind in TableFile.allCases {
            routes.get(Path.recodedCounts.file(RecodedCountsPage.file, kind.rawValue).route) {
                request, context -> Response in
                let (page, tables) = try await counts(context)
                return try context.page.file(
                    tables, kind, "omkodning-\(page.collection.id)\(page.month.map { "-\($0.iso)" } ?? "")")
            }
        }
    }

    private func counts(
        _ context: PortalContext
    ) async throws -> (page: RecodedCountsPage, tables: [StatisticalTable]) {
        try await context.require(.review, of: .authority)
        let collection = try house.chosenCollection(context.path)
        let month = context.path.month
        let counts = try await house.review.recodedCounts(in: collection, months: month.map { $0...$0 })
        let page = RecodedCountsPage(
            collections: house.collections, collection: collection, month: month,
            months: try await house.monthsDelivered(to: collection))
        return (page, counts.map { $0.table(collection, context.language) })
    }
}

/// What the page of recoded counts is about.
struct RecodedCountsPage {
    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// `nil` = all months together.
    let month: Month?
    let months: [Month]

    static let file = "omkodning"
}

extension House {
    /// The months that anything has been delivered for.
    func monthsDelivered(to collection: Definitions.Collection) async throws -> [Month] {
        try await register.months(collection: collection.id)?.months ?? []
    }
}

extension Page {
    func recodedCounts(_ page: RecodedCountsPage, _ tables: [StatisticalTable]) -> Document {
        let query = [ReviewWord.collection, ReviewWord.month]
        let files = Path.recodedCounts.carrying(query, of: path)
        return document(
            say("Före och efter omkodning", "Before and after recoding"), over: say(page.collection.title),
            back: Link(
                say("Till fritexterna", "To the free texts"), Path.recode.carrying([ReviewWord.collection], of: path))
        ) {
            """
            <p>\(say(
                "Så många markeringar blir det per insats när besluten om fritexter tillämpas. Det som är inlämnat ändras inte.",
                "This is how many marks there are of each measure when the decisions on free texts are applied. What has been delivered is not changed."
            ))</p>
            \(choose(page.collection, among: page.collections))\
            \(page.months.count > 1 ? choose(page.month, among: page.months, all: say("Alla månader", "All months")) : nil)\
            \(tables.map { statistics($0) })\
            \(fileLinks(files, RecodedCountsPage.file))
            """
        }
    }
}
