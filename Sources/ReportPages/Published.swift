import Documents
import Frame
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Reporting
import Vocabulary
import Web

// Published reports, which everybody may read without signing in.

extension ReportPages {
    func addPublished(to routes: some RouterMethods<PortalContext>) {
        let place = Path.publishedReports.under(":municipality")
        routes.get(Path.publishedReports.route) { _, context in
            let reports = try await rooms.desk.published()
            return page(context).publishedReports(reports.filter { $0.standing == .current }, of: nil)
        }
        routes.get(place.route) { _, context in
            let municipality = try municipality(context)
            let reports = try await rooms.desk.published(of: municipality)
            return page(context, of: municipality).publishedReports(
                reports.filter { $0.standing == .current }, of: municipality)
        }
        routes.get(place.under(":month").route, use: published)
        routes.get(place.under(":month", ":file").route, use: publishedFile)
    }

    /// The page of a municipality, which answers for what it has published.
    private func page(_ context: PortalContext, of municipality: Municipality) -> Page {
        var page = page(context)
        page.owner = Link(municipality.fullName, .published(municipality))
        return page
    }

    private func municipality(_ context: PortalContext) throws -> Municipality {
        guard let municipality = Municipality(code: try context.parameter("municipality")) else {
            throw PageError.notFound
        }
        return municipality
    }

    /// The editions an address is about, the latest first, and the one it asks for.
    private func editions(
        _ context: PortalContext
    ) async throws -> (all: [PublishedReport], asked: PublishedReport) {
        guard let month = Month(iso: try context.parameter("month")) else { throw PageError.notFound }
        let identity = ReportIdentity(
            kind: context.path["rapport"] ?? Path.standardKind, municipality: try municipality(context), month: month)
        let all = try await rooms.desk.published(identity)
        let edition = context.path["utgava"].flatMap { Int($0) } ?? all.first?.edition
        guard let asked = all.first(where: { $0.edition == edition }) else { throw PageError.notFound }
        return (all, asked)
    }

    private func published(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (all, asked) = try await editions(context)
        if case .withdrawn(let step, let reason) = asked.standing {
            return page(context, of: asked.identity.municipality).withdrawn(asked, all, step, reason).response
        }
        let body = try await rooms.desk.form(ReportRooms.body, of: asked.id)
        return page(context, of: asked.identity.municipality).publishedReport(
            asked, all, HTML(raw: String(decoding: body.bytes, as: UTF8.self))
        ).response
    }

    private func publishedFile(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (_, asked) = try await editions(context)
        let name = try context.parameter("file")
        if case .withdrawn = asked.standing { throw PageError.notFound }
        guard let form = asked.forms.first(where: { $0.fileName == name && $0.form != ReportRooms.body }) else {
            throw PageError.notFound
        }
        let fields: HTTPFields = [.eTag: "\"\(form.sha256)\"", .cacheControl: "public, max-age=300"]
        if request.headers[.ifNoneMatch] == "\"\(form.sha256)\"" {
            return Response(status: .notModified, headers: fields)
        }
        let kept = try await rooms.desk.form(form.form, of: asked.id)
        // Saved, not shown: the web page has its style in it, which our own pages may not.
        var response = Response.file(
            ByteBuffer(bytes: kept.bytes), as: ContentType(form.mediaType), .attachment(form.fileName))
        for field in fields { response.headers[field.name] = field.value }
        return response
    }
}

extension Page {
    fileprivate func publishedReports(_ reports: [PublishedReport], of municipality: Municipality?) -> Document {
        let title = say("Rapporter till nämnder", "Reports to committees")
        let heading = municipality.map { say("Rapporter från \($0.fullName)", "Reports from \($0.fullName)") } ?? title
        return document(
            heading, back: municipality.map { _ in Link(say("Alla kommuner", "All municipalities"), .publishedReports) }
        ) {
            let all = Dictionary(grouping: reports, by: \.identity.municipality).sorted { $0.key.name < $1.key.name }
            return """
                <p>\(say(
                    "Kommuners rapporter om ekonomiskt bistånd, som de är publicerade. Alla får läsa och använda dem.",
                    "Municipalities' reports on social assistance, as published. Everybody may read and use them."))</p>
                \(reports.isEmpty ? "<p class=\"empty\">\(say("Inga rapporter är publicerade än.", "No reports have been published yet."))</p>" : nil)\
                \(all.map { municipality, reports in
                    """
                    <h2>\(municipality.fullName)</h2>
                    <ul class="reports">\(reports.map { "<li>\(line($0))</li>\n" as HTML })</ul>

                    """ as HTML
                })
                """
        }
    }

    private func line(_ report: PublishedReport) -> HTML {
        """
        <a href="\(Path.published(report))" lang="sv">\(report.title)</a> <span class="secondary-text">\
        \(say("publicerad", "published")) \(date(report.published.at))</span>
        """
    }

    fileprivate func publishedReport(_ report: PublishedReport, _ all: [PublishedReport], _ body: HTML) -> Document {
        let files = report.forms.filter { $0.form != ReportRooms.body }.compactMap { form in
            DocumentForm(rawValue: form.form).map { known in
                "<li>\(link(say(known.title), .published(report, file: form.fileName), icon: .download)) <span class=\"secondary-text\">\(size(form.size))</span></li>"
                    as HTML
            }
        }
        let replaced: HTML? =
            if case .replaced = report.standing {
                notice(.warning) {
                    """
                    <p>\(say("Den här utgåvan är ersatt.", "This edition has been replaced.")) \
                    \(link(say("Läs den senaste", "Read the latest"), .published(report.identity)))</p>
                    """
                }
            } else { nil }
        return document(
            report.title,
            main: """
                <a class="back" href="\(Path.published(report.identity.municipality))">\(Icon.back)\
                \(say("Rapporter från \(report.identity.municipality.fullName)", "Reports from \(report.identity.municipality.fullName)"))</a>
                \(inSwedish)\(replaced)\(body)
                <section class="no-print" aria-labelledby="hamta"><h2 id="hamta">\(say("Hämta", "Fetch"))</h2>
                <ul class="reports">\(files)</ul>
                <p class="secondary-text">\(say(
                    "Publicerad \(time(report.published.at)) av \(report.published.by). Utgåva \(report.edition).",
                    "Published \(time(report.published.at)) by \(report.published.by). Edition \(report.edition)."))</p>
                \(editions(all, but: report))</section>
                """)
    }

    /// Above a report, for those who read the pages in English: reports are published in the committee's language.
    var inSwedish: HTML? {
        language == .sv
            ? nil : notice(.info, "The report is in Swedish. There is no English version of it.")
    }

    private func editions(_ all: [PublishedReport], but report: PublishedReport) -> HTML? {
        let others = all.filter { $0.id != report.id }
        guard !others.isEmpty else { return nil }
        return """
            <p>\(say("Andra utgåvor:", "Other editions:")) \(others.map { other in
                link(say("utgåva \(other.edition), \(date(other.published.at))", "edition \(other.edition), \(date(other.published.at))"), .published(other))
            }.joined(separator: ", "))</p>
            """
    }

    fileprivate func withdrawn(
        _ report: PublishedReport, _ all: [PublishedReport], _ step: ReportStep, _ reason: String
    ) -> Document {
        document(
            report.title, over: report.identity.municipality.fullName, tag: .withdrawn,
            back: Link(say("Rapporter", "Reports"), .publishedReports), status: .gone
        ) {
            """
            <p>\(say(
                "Kommunen har dragit tillbaka rapporten \(date(step.at)) och skriver:",
                "The municipality withdrew the report \(date(step.at)) and writes:"))</p>
            <blockquote>\(lines(reason))</blockquote>
            \(editions(all, but: report))
            """
        }
    }

    /// "118 kB".
    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(number(max(1, bytes / 1_000)))\u{a0}kB" : "\(number(bytes / 1_000_000))\u{a0}MB"
    }
}
