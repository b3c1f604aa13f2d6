import HTTPTypes
import Hummingbird
import TestSupport
import Testing
import WebTestSupport

@Suite("Who may open the pages of reports", .fewAtATime)
struct ReportPagesAccessTests {
    /// Written by hand from the design. `+` may, `-` may not, `0` there is no such page for them. Maria and Per
    /// (controllers), Sam (coordinator) and Lena (reader) are at Linköping, Una (controller) at Uppsala, Lisa (reviewer)
    /// at the authority. {report} is Linköping's for November, in the workspace.
    static let decisions = """
        page                                        Maria Per Sam Lena Una Lisa
        GET  /arbete/rapporter                      +     +   +   +    +   -
        GET  /arbete/rapporter/hjalp                +     +   +   +    +   -
        POST {report}/borja                         +     +   -   -    0   -
        GET  {report}                               +     +   +   +    0   -
        POST {report}/innehall                      +     +   -   -    0   -
        POST {report}/texter                        +     +   -   -    0   -
        GET  {report}/tjansteskrivelse              +     +   +   +    0   -
        GET  {report}/fil/html                      +     +   +   +    0   -
        POST {report}/las                           +     +   -   -    0   -
        POST {report}/las-upp                       +     +   -   -    0   -
        POST {report}/skicka                        +     +   -   -    0   -
        POST {report}/godkann                       +     +   -   -    0   -
        GET  {report}/lamna-tillbaka                +     +   -   -    0   -
        POST {report}/lamna-tillbaka                +     +   -   -    0   -
        POST {report}/publicera                     +     +   -   -    0   -
        GET  {report}/dra-tillbaka                  +     +   -   -    0   -
        POST {report}/dra-tillbaka                  +     +   -   -    0   -
        POST {report}/ny-utgava                     +     +   -   -    0   -
        """

    @Test("Every page lets in those of the table, and sends nobody in particular to sign in")
    func table() async throws {
        let site = try await ReportPagesSite()
        let report = ReportPagesSite.work("11")
        _ = try await site.signedIn("maria").post(report + "/borja")
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let names = try #require(lines.first).dropFirst().map { $0.lowercased() }
        for line in lines.dropFirst() {
            let path = line[1].replacing("{report}", with: report)
            for (name, cell) in zip(names, line.dropFirst(2)) {
                let client = try await site.signedIn(name)
                let answer = line[0] == "POST" ? try await client.post(path) : try await client.get(path)
                #expect(answer.reportVerdict == cell, "\(line[0]) \(line[1]) by \(name): \(answer.status)")
            }
            let client = site.nobody()
            let answer = line[0] == "POST" ? try await client.post(path) : try await client.get(path)
            #expect(
                answer.location?.hasPrefix("/logga-in") == true, "\(line[0]) \(line[1]) by nobody: \(answer.status)")
        }
    }

    @Test("No page of the workspace is left out of the table, and the others need no signing in")
    func isWhole() async throws {
        let site = try await ReportPagesSite()
        let listed = Self.decisions.split(separator: "\n").map { line in
            line.split(separator: " ").prefix(2).joined(separator: " ")
        }
        let routes = site.router().routes.filter { $0.method != .head }
        for route in routes where route.path.description.hasPrefix("/arbete/rapporter") {
            let path = route.path.description.replacing("/arbete/rapporter/{kind}/{month}", with: "{report}")
                .replacing("{form}", with: "html")
            #expect(listed.contains("\(route.method.rawValue) \(path)"))
        }
        try await site.publish("11")
        for path in ["", "/0580", "/0580/2023-11", "/0580/2023-11/namndrapport-0580-2023-11.html"] {
            #expect(try await site.nobody().get("/rapporter" + path).status == .ok, "\(path)")
        }
        for path in [
            "/9999", "/0580/2023-10", "/0580/2023-11/innehall.html", "/0380/2023-11", "/0580/2023-11?utgava=2",
            "/0580/2023-11?rapport=annan", "/0580/nej",
        ] {
            #expect(try await site.nobody().get("/rapporter" + path).status == .notFound, "\(path)")
        }
    }

    @Test("Whoever only reads sees a report without anything to change it with")
    func reader() async throws {
        let site = try await ReportPagesSite()
        let report = ReportPagesSite.work("11")
        _ = try await site.signedIn("maria").post(report + "/borja")
        for name in ["lena", "sam"] {
            let client = try await site.signedIn(name)
            let page = try await client.get(report)
            #expect(page.read.contains("Nämndrapport november 2023") && page.text.contains("report-tiles"))
            #expect(!page.text.contains("action=\"\(report)"))
            #expect(try await client.get("/arbete").read.contains("Nämndrapport november 2023"))
        }
    }
}

extension Answer {
    /// As the table writes it.
    fileprivate var reportVerdict: String {
        switch status {
        case .forbidden: "-"
        case .notFound: "0"
        case .seeOther where location?.hasPrefix("/logga-in") == true: "in"
        default: status.kind == .serverError ? "\(status.code)" : "+"
        }
    }
}
