import Accounts
import Frame
import Hummingbird
import Reporting
import Vocabulary
import Web

// Where a report is made: what it has, what is written in it, and how it looks.

extension ReportPages {
    func addWorkspace(to routes: some RouterMethods<PortalContext>) {
        routes.get(ReportPlace.pattern.path.route) { _, context in
            let reporter = try await context.reporter(.seeReports)
            let work = try await work(context, reporter.municipality)
            return page(context).workspace(try await workspace(work, reporter, context))
        }
        routes.post(ReportPlace.pattern.choices.route, use: choose)
        routes.post(ReportPlace.pattern.texts.route, use: write)
    }

    func workspace(
        _ work: ReportWork, _ reporter: Reporter, _ context: PortalContext, typed: TypedTexts = TypedTexts()
    ) async throws -> Workspace {
        let figures = try await figures(work)
        var all = work.choices
        all.left = []
        return Workspace(
            work: work, report: report(work, figures), whole: report(work, figures, choices: all), typed: typed,
            newer: try await months(work.identity.kind, of: work.identity.municipality)?
                .newest(after: work.knownUntil),
            may: ReportRights(context, of: reporter.municipality), reader: reporter.writer,
            history: try await rooms.desk.history(of: work.identity),
            isOpen: try await rooms.desk.published(work.identity).contains(where: \.isOpen),
            missing: await rooms.missing)
    }

    /// Which parts are shown, and in which order.
    private func choose(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.writeReport)
        let work = try await work(context, reporter.municipality)
        let form = try await Form.read(request)
        let whole = try await workspace(work, reporter, context).whole
        var choices = work.choices
        // What has nothing to show this month is not among the boxes, and stays as it was.
        let asked = Set(whole.parts.flatMap { [$0.id] + $0.pieces.map(\.choice) })
        choices.left = choices.left.subtracting(asked).union(asked.subtracting(form.values("visa")))
        for (word, steps) in [("upp.", -1), ("ned.", 1)] {
            guard let move = form["flytta"], move.hasPrefix(word) else { continue }
            choices.move(String(move.dropFirst(word.count)), by: steps, among: whole.parts.map(\.id))
        }
        try await refusing(context) { () async throws(ReportingError) in
            try await rooms.desk.save(
                choices, of: work.identity, revision: form.revision, by: reporter.writer, at: rooms.now())
        }
        return .see(ReportPlace(work.identity).path.at("innehall").text)
    }

    /// What is written in the report, or in its memo.
    private func write(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.writeReport)
        let work = try await work(context, reporter.municipality)
        let form = try await Form.read(request)
        let workspace = try await workspace(work, reporter, context)
        let isMemo = form["plats"] == TypedTexts.memo
        var choices = work.choices
        choices.write(form, into: workspace, by: reporter.person.displayName)
        do throws(ReportingError) {
            try await rooms.desk.save(
                choices, of: work.identity, revision: form.revision, by: reporter.writer, at: rooms.now())
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            let page = page(context)
            guard let typed = TypedTexts(form, refusal, page) else { throw PageError.outdated(page.refused(refusal)) }
            let now = try await self.work(context, reporter.municipality)
            let again = try await self.workspace(now, reporter, context, typed: typed)
            return (isMemo ? page.memo(again) : page.workspace(again)).response
        }
        let place = ReportPlace(work.identity)
        guard let diagram = workspace.whole.diagrams.first(where: { $0.id == form["plats"] })?.id else {
            return .see(place.memo.with("sparat", "ja").text)
        }
        return .see(place.path.with("sparat", diagram).at(ReportPlace.anchor(diagram)).text)
    }

    /// Does something with the desk; what it refuses becomes a page that says why and what to do.
    @discardableResult
    func refusing<R>(
        _ context: PortalContext, _ body: () async throws(ReportingError) -> R
    ) async throws -> R {
        do throws(ReportingError) {
            return try await body()
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            throw PageError.outdated(page(context).refused(refusal))
        }
    }
}

/// What the workspace shows.
struct Workspace {
    let work: ReportWork
    /// As chosen.
    let report: Report
    /// With what is left out too.
    let whole: Report
    /// What somebody typed that was not kept.
    let typed: TypedTexts
    /// The day of the latest extract that has come since the figures were locked.
    let newer: Day?
    let may: ReportRights
    let reader: ReportPerson
    let history: [ReportHistoryStep]
    /// Whether some edition of it is open to everybody.
    let isOpen: Bool
    /// The forms that cannot be made here.
    let missing: Set<String>

    /// Whether the reader may change texts and choices now.
    var isEditable: Bool { may.write && work.isEditable }

    /// What may be written, by place.
    var places: [TextPlace: Written] {
        var places: [TextPlace: Written] = [
            .proposal: report.memo.proposal, .matter: report.memo.matter,
            .committee: Written(proposal: "", own: work.choices.texts[.committee]),
        ]
        for area in report.memo.areas {
            places[.introduction(area: area.id)] = area.introduction
            places[.summary(area: area.id)] = area.summary
        }
        for diagram in whole.diagrams {
            places[.headline(diagram: diagram.id)] = diagram.headline
            places[.comment(diagram: diagram.id)] = diagram.comment ?? Written(proposal: "")
        }
        return places
    }
}

extension ReportPart {
    /// What can be left out of it beside itself: what it is called among the choices, and on the page.
    var pieces: [(choice: String, title: String)] {
        switch content {
        case .tiles(let tiles): tiles.map { ("tile." + $0.id, $0.title) }
        case .diagrams(let diagrams): diagrams.map { ("diagram." + $0.id, $0.title) }
        case .lateRegistration: []
        }
    }

    var diagrams: [Diagram] { if case .diagrams(let diagrams) = content { diagrams } else { [] } }
}

extension Form {
    /// The revision that was read.
    var revision: Int { self["revision"].flatMap { Int($0) } ?? -1 }
}
