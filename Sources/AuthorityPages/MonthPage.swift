import AccessLog
import Accounts
import Collecting
import Definitions
import Frame
import HTTPTypes
import Hummingbird
import NIOCore
import Publication
import Vocabulary
import Web

// Who has answered for a month, and who has not.

extension AuthorityPages {
    func addMonth(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.monthPattern.route) { request, context -> Document in
            let page = try await month(context)
            let series = try await memory.response(page.collection.id, page.overview.period.month, at: context.now)
            return context.page.month(page, series)
        }
        routes.get(Path.monthPattern.list("csv").route) { request, context -> Response in
            let (table, name) = try await list(context)
            return .file(ByteBuffer(bytes: table.csv()), as: .csv, .attachment("\(name).csv"))
        }
        routes.get(Path.monthPattern.list("xlsx").route) { request, context -> Response in
            let (table, name) = try await list(context)
            let bytes = try StatisticalTable.workbook([table], context.language)
            return .file(ByteBuffer(bytes: bytes), as: .workbook, .attachment("\(name).xlsx"))
        }
    }

    private func month(_ context: PortalContext) async throws -> MonthPage {
        try await context.require(.oversee, of: .authority)
        let month = try context.month()
        let collection = try house.collection(of: month)
        let overview = try await memory.overview(collection.id, month, at: context.now)
        return MonthPage(
            collection: collection, overview: overview, choice: MonthChoice(context.path),
            mayRemind: context.may(.remind, of: .authority), mayExtend: context.may(.extend, of: .authority))
    }

    /// The list as a file has it. It says whom to write to, so that fetching it is a line in the log.
    private func list(_ context: PortalContext) async throws -> (table: StatisticalTable, name: String) {
        let page = try await month(context)
        let name = "insamling-\(page.overview.period.month.iso)-\(page.choice.filter.word)"
        try await house.log.add(
            Event(
                at: context.now, actor: try context.person().actor, organisation: .authority, act: .exported,
                subject: name))
        return (context.page.list(page), name)
    }
}

/// What the page of a month shows.
struct MonthPage {
    let collection: Definitions.Collection
    let overview: Overview
    let choice: MonthChoice
    let mayRemind: Bool
    let mayExtend: Bool

    var month: Month { overview.period.month }
    var rows: [OverviewRow] { choice.rows(overview) }
}
