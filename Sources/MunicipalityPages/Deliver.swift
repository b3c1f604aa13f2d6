import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Intake
import NIOCore
import Vocabulary
import Web

// Choosing a file and having it checked.

extension MunicipalityPages {
    func addDeliver(to routes: some RouterMethods<PortalContext>) {
        let month = Path.deliver.under(":month")
        routes.get(Path.deliver.route, use: preselected)
        routes.get(month.route) { request, context in
            context.page.deliver(try await deliverPage(context))
        }
        routes.post(month.route, use: check)
        routes.get(month.under("filen").route, use: fileGuide)
        routes.get(month.under("mall", ":table").route, use: template)
    }

    /// The month that is most likely meant: the most pressing, else the latest that receives.
    private func preselected(_ request: Request, _ context: PortalContext) async throws -> Response {
        let desk = try await context.desk(.deliver)
        var standings: [MonthStanding] = []
        for collection in house.collections {
            standings += try await house.collecting.standings(collection.id, of: desk.municipality, at: context.now)
        }
        let chosen = standings.due.first ?? standings.last { $0.duty != nil && $0.state.receives }
        guard let chosen else { return context.page.nothingOpen(standings).response }
        return .see(Path.deliver(chosen.period.month).text)
    }

    private func deliverPage(_ context: PortalContext) async throws -> DeliverPage {
        let desk = try await context.desk(.deliver)
        let month = try context.month()
        let collection = try house.collection(of: month)
        let standings = try await house.collecting.standings(collection.id, of: desk.municipality, at: context.now)
        guard let standing = standings.first(where: { $0.period.month == month }) else { throw PageError.notFound }
        return DeliverPage(
            desk: desk, collection: collection, standing: standing,
            others: standings.filter { $0.period.month != month && $0.duty != nil && $0.state.receives },
            draft: try await house.intake.openDraft(
                collection: collection.id, municipality: desk.municipality, month: month))
    }

    private func check(_ request: Request, _ context: PortalContext) async throws -> Response {
        let page = try await deliverPage(context)
        do {
            let draft = try await receive(request, context, page)
            return .see(Path.draft(draft.id.text).text)
        } catch let refused as ChosenFiles.Refused {
            return context.page.deliver(page, refused.errors, isTooLarge: refused.isTooLarge).response
        }
    }

    private func receive(_ request: Request, _ context: PortalContext, _ page: DeliverPage) async throws -> Draft {
        guard page.standing.state.receives else { throw context.page.closed(page.month, page.standing.state) }
        let chosen = try await ChosenFiles.read(request, house, context.page)
        let upload = Upload(
            collection: page.collection.id, municipality: page.desk.municipality, month: page.standing.period.month,
            files: chosen.files)
        return try await house.intake.receive(upload, by: page.desk.sender, at: context.now, language: context.language)
    }

    /// What the file of a month looks like.
    private func fileGuide(_ request: Request, _ context: PortalContext) async throws -> Document {
        let desk = try await context.desk(.seeDeliveries)
        let month = try context.month()
        return context.page.fileGuide(try house.collection(of: month), month, desk, Rights(context, desk))
    }

    private func template(_ request: Request, _ context: PortalContext) async throws -> Response {
        let desk = try await context.desk(.seeDeliveries)
        let month = try context.month()
        let collection = try house.collection(of: month)
        guard let table = collection.table(try context.parameter("table")) else { throw PageError.notFound }
        let bytes = try Template.workbook(
            collection, table, municipality: desk.municipality, month: month, context.language)
        let name = "\(table.id)-\(desk.municipality.code)-\(month.iso).xlsx"
        return .file(ByteBuffer(bytes: bytes), as: .ofFile(name), .attachment(name))
    }
}

/// What the page where files are chosen shows.
struct DeliverPage {
    let desk: Desk
    let collection: Definitions.Collection
    let standing: MonthStanding
    /// Other months that can be delivered.
    let others: [MonthStanding]
    /// A file that has been put in for the month and not delivered.
    let draft: Draft?

    var month: Month { standing.period.month }
}

extension Page {
    /// That a month does not receive files now.
    func closed(_ month: Month, _ state: PeriodState) -> PageError {
        let page = self
        func text(_ language: Language) -> String {
            var page = page
            page.language = language
            return "\(page.capital(month)): \(page.deadline(month, state))"
        }
        return .outdated(Localized(sv: text(.sv), en: text(.en)))
    }
}
