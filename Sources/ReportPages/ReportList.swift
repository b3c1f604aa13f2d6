import Accounts
import Definitions
import Foundation
public import Frame
import Hummingbird
public import Markup
import Register
import Reporting
import Vocabulary
import Web

// Which reports there are, and which months can be made.

extension ReportPages {
    func addList(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.reports.route) { _, context in
            let reporter = try await context.reporter(.seeReports)
            let list = try await list(of: reporter.municipality)
            return page(context).reportList(list, ReportRights(context, of: reporter.municipality))
        }
        routes.post(ReportPlace.pattern.begin.route, use: begin)
    }

    private func begin(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.writeReport)
        let identity = try identity(context, reporter.municipality)
        guard try await months(identity.kind, of: identity.municipality)?.months.contains(identity.month) == true else {
            throw PageError.notFound
        }
        try await rooms.desk.begin(identity, by: reporter.writer, at: rooms.now())
        return .see(ReportPlace(identity).path.text)
    }

    func list(of municipality: Municipality) async throws -> [ReportShelf] {
        var shelves: [ReportShelf] = []
        for kind in house.library.reports {
            let works = try await rooms.desk.works(of: municipality, kind: kind)
            let months = try await months(kind, of: municipality)
            guard months != nil || !works.isEmpty else { continue }
            shelves.append(
                ReportShelf(
                    kind: kind, municipality: municipality, title: try house.library.report(kind).title,
                    extracts: months?.extracts ?? [], months: months?.months ?? [], works: works))
        }
        return shelves
    }
}

/// The reports of one kind.
struct ReportShelf {
    let kind: String
    let municipality: Municipality
    let title: Localized
    /// What came out of the case systems, the latest first.
    let extracts: [ReportMonths.Extract]
    /// Those there are figures for, the latest first.
    let months: [Month]
    let works: [ReportWork]

    /// A month, with the report of it if somebody has begun.
    struct Line {
        let identity: ReportIdentity
        let work: ReportWork?
    }

    /// Every month that can be made or has been begun, the latest first.
    var lines: [Line] {
        let begun = Dictionary(works.map { ($0.identity.month, $0) }) { first, _ in first }
        return Set(months).union(begun.keys).sorted(by: >).map { month in
            Line(
                identity: ReportIdentity(kind: kind, municipality: municipality, month: month), work: begun[month])
        }
    }
}

extension Page {
    func reportList(_ shelves: [ReportShelf], _ may: ReportRights) -> Document {
        document(say("Rapporter", "Reports")) {
            guard !shelves.isEmpty else {
                return """
                    \(notice(.info, say(
                        "Det finns inga uppgifter att göra rapporter av än. De hämtas ur verksamhetssystemen.",
                        "There is nothing to make reports of yet. Figures are extracted from the case systems.")))\
                    \(openReports)
                    """
            }
            return """
                \(shelves.map { shelf in
                    """
                    \(shelf.lines.first.map { nearest($0, shelf, may) })\(working)\
                    \(table(
                        "\(say(shelf.title)), \(say("månad för månad", "month by month"))", shelf.lines,
                        columns(shelf, may), empty: ""))\
                    \(extracts(shelf.extracts))
                    """ as HTML
                })\(openReports)
                """
        }
    }

    /// The report that is nearest to be made, as a thing to do.
    func nearest(_ line: ReportShelf.Line, _ shelf: ReportShelf, _ may: ReportRights) -> HTML {
        let month = line.identity.month
        guard let work = line.work else {
            return panel(say("\(capitalMonth(month)) är klar att skapa", "\(capitalMonth(month)) is ready to be made"))
            {
                "\(shelf.extracts.first.map { fresh($0.day) })\(may.write ? actions(beginButton(line, shelf, .primary)) : nil)"
            }
        }
        return panel(reportName(shelf.title, month), tag: Tag(work.state)) {
            "<p>\(standing(work))</p>\n\(actions(buttonLink(next(work, may), to: ReportPlace(work.identity).path)))"
        }
    }

    private func extracts(_ extracts: [ReportMonths.Extract]) -> HTML {
        details(say("Uttag ur verksamhetssystemen", "Extracts from the case systems")) {
            table(
                say("Uttag, det senaste först", "Extracts, the latest first"), extracts,
                [
                    Column(say("Hämtat", "Extracted"), .rowHeader) { "\(self.date($0.day))" },
                    Column(say("Leverans", "Delivery")) { "\($0.number.description)" },
                    Column(say("Lämnat av", "Delivered by")) { "\($0.sender)" },
                    Column(say("Nya och ändrade poster", "New and changed records"), .number) {
                        "\(self.number($0.records))"
                    },
                ],
                empty: say("Inget är hämtat.", "Nothing has been extracted."))
        }
    }

    private func fresh(_ day: Day) -> HTML {
        """
        <p>\(say(
            "Uppgifterna är hämtade \(date(day)). Rapporten börjar från förra rapportens val och texter.",
            "The figures were extracted \(date(day)). The report begins from the last one's choices and texts."))</p>

        """
    }

    /// How a report stands, in a sentence.
    func standing(_ work: ReportWork) -> String {
        if let back = work.givenBack, work.isEditable {
            return say(
                "\(back.step.by) har lämnat tillbaka rapporten: \(back.reason)",
                "\(back.step.by) has given the report back: \(back.reason)")
        }
        let by = work.state.step ?? work.changed
        return switch work.state {
        case .draft:
            say(
                "Senast ändrad av \(work.changed.by) \(time(work.changed.at)).",
                "Last changed by \(work.changed.by) \(time(work.changed.at)).")
        case .locked:
            say("\(by.by) låste uppgifterna \(time(by.at)).", "\(by.by) locked the figures \(time(by.at)).")
        case .inReview:
            say(
                "\(by.by) skickade rapporten för granskning \(time(by.at)). Den väntar på att någon annan godkänner den.",
                "\(by.by) sent the report for review \(time(by.at)). Somebody else reviews it.")
        case .approved:
            say(
                "\(by.by) godkände rapporten \(time(by.at)). Den kan publiceras.",
                "\(by.by) approved the report \(time(by.at)). It can be published.")
        case .published:
            say("\(by.by) publicerade rapporten \(time(by.at)).", "\(by.by) published the report \(time(by.at)).")
        case .withdrawn:
            say("\(by.by) drog tillbaka rapporten \(time(by.at)).", "\(by.by) withdrew the report \(time(by.at)).")
        }
    }

    private func next(_ work: ReportWork, _ may: ReportRights) -> String {
        switch work.state {
        case .inReview where may.approve: say("Granska", "Review")
        case .draft where may.write, .locked where may.write: say("Fortsätt", "Continue")
        case .approved where may.publish: say("Publicera", "Publish")
        default: say("Visa", "Show")
        }
    }

    func beginButton(_ line: ReportShelf.Line, _ shelf: ReportShelf, _ look: ButtonLook) -> HTML {
        let name = say(shelf.title).lowercased()
        return """
            <div data-working="\(say("Räknar rapporten …", "Counting the report …"))">\(buttonForm(
                look == .primary ? say("Skapa \(name)", "Make the \(name)") : say("Skapa", "Make"), look,
                to: ReportPlace(line.identity).begin, about: line.identity.month.fullName(language)))</div>
            """
    }

    private func columns(_ shelf: ReportShelf, _ may: ReportRights) -> [Column<ReportShelf.Line>] {
        [
            Column(say("Månad", "Month"), .rowHeader) { line in
                guard line.work != nil else { return "\(self.capitalMonth(line.identity.month))" }
                return self.link(self.capitalMonth(line.identity.month), ReportPlace(line.identity).path)
            },
            Column(say("Läge", "State")) { line in
                guard let work = line.work else { return "\(self.say("Inte påbörjad", "Not begun"))" }
                return
                    "\(self.tag(Tag(work.state)))\(work.edition > 1 ? " \(self.say("utgåva", "edition")) \(work.edition)" : "")"
            },
            Column(say("Senast", "Latest")) { line in
                guard let work = line.work else { return "–" }
                return "\(work.changed.by), \(self.date(work.changed.at))"
            },
            Column(say("Gör", "Do"), isTitleUnseen: true) { line in
                guard let work = line.work else {
                    return may.write ? self.beginButton(line, shelf, .link) : .empty
                }
                guard case .published = work.state else { return .empty }
                return self.link(
                    self.say("Öppen sida", "Open page"), .published(work.identity),
                    about: line.identity.month.fullName(self.language))
            },
        ]
    }

    private var openReports: HTML {
        """
        <p>\(link(say("Publicerade rapporter, öppna för alla", "Published reports, open to all"), .publishedReports)) · \
        \(link(say("Hjälp om rapporter", "Help with reports"), .reportHelp))</p>
        """
    }
}

extension ReportPages {
    /// What the start page says of reports: the latest month, and what waits for the reader; `nil` where there is nothing.
    public func startPanel(_ context: PortalContext) async throws -> HTML? {
        guard let person = context.session?.person, let municipality = person.organisation.municipality,
            context.may(.seeReports, of: person.organisation)
        else { return nil }
        let (page, may) = (page(context), ReportRights(context, of: municipality))
        let panels = try await list(of: municipality).compactMap { shelf in
            shelf.lines.first.map { page.nearest($0, shelf, may) }
        }
        guard !panels.isEmpty else { return nil }
        return "\(panels)\(page.working)<p>\(page.link(page.say("Alla rapporter", "All reports"), .reports))</p>\n"
    }
}
