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
        return Workspace(
            work: work, report: report(work, figures), whole: whole(work, figures), typed: typed,
            newer: try await months(work.identity.kind, of: work.identity.municipality)?
                .newest(after: work.knownUntil),
            may: ReportRights(context, of: reporter.municipality), reader: reporter.writer,
            history: try await rooms.desk.history(of: work.identity),
            open: try await rooms.desk.published(work.identity).first(where: \.isOpen),
            missing: await rooms.missing,
            approvers: try await house.accounts.people(
                of: .municipality(work.identity.municipality), who: .approveReport
            ).map(ReportPerson.init).filter { $0.id != work.sent?.sender ?? reporter.writer.id })
    }

    /// With what is left out too.
    private func whole(_ work: ReportWork, _ figures: ReportFigures) -> Report {
        var all = work.choices
        all.left = []
        return report(work, figures, choices: all)
    }

    /// Which parts are shown, and in which order.
    private func choose(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.writeReport)
        return try await choose(try await Form.read(request), reporter, context)
    }

    private func choose(_ form: Form, _ reporter: Reporter, _ context: PortalContext) async throws -> Response {
        let work = try await work(context, reporter.municipality)
        let whole = whole(work, try await figures(work))
        var choices = work.choices
        // What has nothing to show this month is not among the boxes, and stays as it was; so does what was not touched,
        // even if somebody else has changed it since.
        let asked = Set(whole.parts.flatMap { [$0.id] + $0.pieces.map(\.choice) })
        let (ticked, before) = (
            asked.intersection(form.values("visa")),
            asked.intersection((form[Self.ticked] ?? "").split(separator: " ").map(String.init))
        )
        choices.left = choices.left.subtracting(ticked.subtracting(before)).union(before.subtracting(ticked))
        for (word, steps) in [("upp.", -1), ("ned.", 1)] {
            guard let move = form["flytta"], move.hasPrefix(word) else { continue }
            choices.move(String(move.dropFirst(word.count)), by: steps, among: whole.parts.map(\.id))
        }
        do throws(ReportingError) {
            try await rooms.desk.save(
                choices, of: work.identity, revision: work.revision, by: reporter.writer, at: rooms.now())
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            if case .changedMeanwhile = refusal { return try await choose(form, reporter, context) }
            throw PageError.outdated(page(context).refused(refusal))
        }
        return .see(ReportPlace(work.identity).path.at("innehall").text)
    }

    /// The field that holds what was ticked when the form was read.
    static let ticked = "kryssade"

    /// What is written in the report, or in its memo.
    private func write(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.writeReport)
        return try await write(try await Form.read(request), reporter, context)
    }

    private func write(_ form: Form, _ reporter: Reporter, _ context: PortalContext) async throws -> Response {
        let work = try await work(context, reporter.municipality)
        var workspace = try await workspace(work, reporter, context)
        let page = page(context)
        workspace.typed = TypedTexts(form, in: workspace, page)
        // There are no fields to mend any more.
        if !work.isEditable { workspace.typed.errors = FormErrors() }
        if work.isEditable, workspace.typed.isPlain {
            var choices = work.choices
            choices.take(workspace.typed, form, in: workspace, by: reporter.person.displayName)
            do throws(ReportingError) {
                try await rooms.desk.save(
                    choices, of: work.identity, revision: work.revision, by: reporter.writer, at: rooms.now())
                return .see(workspace.place(after: form["plats"]).text)
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                switch refusal {
                // In the blink of an eye since it was read above.
                case .changedMeanwhile, .wrongState: return try await write(form, reporter, context)
                default: if !workspace.typed.add(refusal, page) { throw PageError.outdated(page.refused(refusal)) }
                }
            }
        }
        return (form["plats"] == TypedTexts.memo ? page.memo(workspace) : page.workspace(workspace)).response
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
    var typed: TypedTexts
    /// The day of the latest extract that has come since the figures were locked.
    let newer: Day?
    let may: ReportRights
    let reader: ReportPerson
    let history: [ReportHistoryStep]
    /// The edition of it that is open to everybody.
    let open: PublishedReport?
    /// The forms that cannot be made here.
    let missing: Set<String>
    /// Those who may approve it when it has been sent, by whoever did or else by the reader.
    let approvers: [ReportPerson]

    /// Whether something typed is not saved because somebody else was there first.
    var isConflict: Bool { !typed.conflicts.isEmpty || !work.isEditable && !typed.texts.isEmpty }

    /// Whether the reader may change texts and choices now.
    var isEditable: Bool { may.write && work.isEditable }

    /// What may be written, by place: as it is shown, or would be if what is left out were.
    var places: [TextPlace: Written] { Dictionary(texts(of: report) + texts(of: whole)) { first, _ in first } }

    /// The texts that are shown and were kept from an earlier month, as they stand.
    var kept: [(place: TextPlace, own: OwnText)] {
        texts(of: report).compactMap { place, written in
            written.own.flatMap { $0.isKept(in: work.identity.month) ? (place, $0) : nil }
        }
    }

    private func texts(of report: Report) -> [(TextPlace, Written)] {
        report.diagrams.flatMap { diagram in
            [
                (.headline(diagram: diagram.id), diagram.headline),
                (.comment(diagram: diagram.id), diagram.comment ?? Written(proposal: "")),
            ]
        } + [
            (.committee, Written(proposal: "", own: work.choices.texts[.committee])),
            (.proposal, report.memo.proposal), (.matter, report.memo.matter),
        ]
            + report.memo.areas.flatMap { area in
                [
                    (.introduction(area: area.id), area.introduction), (.summary(area: area.id), area.summary),
                ]
            }
    }

    /// Where a text is written.
    func place(of text: TextPlace) -> Path {
        let place = ReportPlace(work.identity)
        return switch text {
        case .headline(let diagram), .comment(let diagram): place.path.at(ReportPlace.anchor(diagram))
        case .committee, .proposal, .matter, .introduction, .summary: place.memo.at(text.name)
        }
    }

    /// Where somebody is led who has saved the texts of a diagram, or of the memo.
    fileprivate func place(after saved: String?) -> Path {
        let place = ReportPlace(work.identity)
        guard let diagram = whole.diagrams.first(where: { $0.id == saved })?.id else {
            return place.memo.with("sparat", "ja")
        }
        return place.path.with("sparat", diagram).at(ReportPlace.anchor(diagram))
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
}

extension Form {
    /// The revision that was read.
    var revision: Int { self["revision"].flatMap { Int($0) } ?? -1 }
}
