import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Intake
import Register
import Vocabulary
import Web

// Nothing to report, and not taking part.

extension MunicipalityPages {
    func addWithoutFile(to routes: some RouterMethods<PortalContext>) {
        let month = Path.deliver.under(":month")
        routes.get(month.under("inget").route) { _, context in
            context.page.nothingToReport(try await self.nothingPage(context))
        }
        routes.post(month.under("inget").route, use: nothingToReport)
        routes.get(month.under("avsta").route) { _, context in
            context.page.decline(try await self.declinePage(context))
        }
        routes.post(month.under("avsta").route, use: decline)
    }

    // MARK: Nothing to report

    private func nothingPage(_ context: PortalContext) async throws -> WithoutFilePage {
        let desk = try await context.desk(.deliver)
        return try await withoutFile(desk, context)
    }

    private func withoutFile(_ desk: Desk, _ context: PortalContext) async throws -> WithoutFilePage {
        let month = try context.month()
        let collection = try house.collection(of: month)
        let standings = try await house.collecting.standings(collection.id, of: desk.municipality, at: context.now)
        guard let standing = standings.first(where: { $0.period.month == month }) else { throw PageError.notFound }
        return WithoutFilePage(desk: desk, collection: collection, standing: standing)
    }

    private func nothingToReport(_ request: Request, _ context: PortalContext) async throws -> Response {
        let page = try await nothingPage(context)
        guard page.standing.state.receives else { throw context.page.closed(page.month, page.standing.state) }
        let chosen = try await Form.read(request).values("tabell")
        let tables = page.collection.tables.map(\.id).filter {
            chosen.contains($0) || page.collection.tables.count == 1
        }
        guard !tables.isEmpty else {
            let errors = FormErrors(
                "tabell",
                context.page.say(
                    "Välj vad det inte finns något att rapportera om.", "Choose what there is nothing to report about.")
            )
            return context.page.nothingToReport(page, errors).response
        }
        let receipt = try await house.intake.nothingToReport(
            collection: page.collection.id, tables: tables, municipality: page.desk.municipality,
            month: page.standing.period.month, by: page.desk.sender, at: context.now)
        return .see(Path.delivery(receipt.number).receipt.text)
    }

    // MARK: Declining

    private func declinePage(_ context: PortalContext) async throws -> WithoutFilePage {
        let desk = try await context.desk(.decline)
        return try await withoutFile(desk, context)
    }

    private func decline(_ request: Request, _ context: PortalContext) async throws -> Response {
        let page = try await declinePage(context)
        let reason = (try await Form.read(request)["skal"] ?? "").trimmingBlanks
        if let error = context.page.fault(in: reason, limit: WithoutFilePage.reasonLength) {
            let kept = IdentityNumber.looksLikeOne(in: reason) ? "" : reason
            return context.page.decline(page, reason: kept, FormErrors("skal", error)).response
        }
        try await house.intake.decline(
            collection: page.collection.id, municipality: page.desk.municipality, reason: reason, by: page.desk.sender,
            at: context.now)
        return .see(Path.decline(page.month).with("klart", "ja").text)
    }
}

extension Page {
    /// What is to be mended in a text that must say something; `nil` when nothing is.
    func fault(in text: String, limit: Int) -> String? {
        if text.isEmpty { return say("Skriv något här.", "Write something here.") }
        if IdentityNumber.looksLikeOne(in: text) { return identityNumber }
        return text.count > limit ? tooLong(text.count, limit) : nil
    }
}

/// What the pages where a month is answered without a file show.
struct WithoutFilePage {
    let desk: Desk
    let collection: Definitions.Collection
    let standing: MonthStanding

    static let reasonLength = 1_000

    var month: Month { standing.period.month }

    /// The tables that nothing has come in for; all when something has for each.
    var missing: Set<String> {
        let all = Set(collection.tables.map(\.id))
        let left = all.subtracting(standing.tables)
        return left.isEmpty ? all : left
    }
}
