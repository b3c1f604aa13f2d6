import Collecting
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Who may open the pages of collecting", .fewAtATime)
struct AuthorityPagesAccessTests {
    /// Written by hand from the design. `+` may, `-` may not, `>` is led to a page of the own municipality. {question}
    /// is Uppsala's, {round} a round of reminders.
    static let decisions = """
        page                                              Anna Cecilia Lisa Per Agnes
        GET  /arbete/insamling                            -    -       +    +   -
        GET  /arbete/insamling/2013-04                    -    -       +    +   -
        GET  /arbete/insamling/2013-04/lista.csv          -    -       +    +   -
        GET  /arbete/insamling/2013-04/lista.xlsx         -    -       +    +   -
        GET  /arbete/insamling/2013-04/period             -    -       +    +   -
        POST /arbete/insamling/2013-04/period             -    -       +    -   -
        GET  /arbete/insamling/2013-04/paminnelser        -    -       +    +   -
        GET  /arbete/insamling/2013-04/paminnelser?kommun=0380  - -    +    -   -
        POST /arbete/insamling/2013-04/paminnelser        -    -       +    -   -
        GET  /arbete/insamling/2013-04/paminnelser/{round} -   -       +    +   -
        GET  /arbete/insamling/2013-04/anstand            -    -       +    -   -
        POST /arbete/insamling/2013-04/anstand            -    -       +    -   -
        GET  /arbete/insamling/2013-04/0380               -    -       +    +   -
        POST /arbete/insamling/2013-04/0380/anteckningar  -    -       +    -   -
        POST /arbete/insamling/2013-04/0380/chef          -    -       +    -   -
        GET  /arbete/insamling/2013-04/0380/anstand       -    -       +    -   -
        POST /arbete/insamling/2013-04/0380/anstand       -    -       +    -   -
        GET  /arbete/register/uppgiftsskyldighet          -    -       +    +   -
        GET  /arbete/register/uppgiftsskyldighet/0380     -    -       +    +   -
        POST /arbete/register/uppgiftsskyldighet/0380     -    -       +    -   -
        GET  /arbete/fragor                               >    >       +    +   -
        GET  /arbete/fragor/{question}                    >    >       +    +   -
        POST /arbete/fragor/{question}                    -    -       +    -   -
        POST /arbete/fragor/{question}/avsluta            -    -       +    -   -
        GET  /arbete/fragor/vecka/2013-W19                -    -       +    +   -
        GET  /arbete/register                             -    -       +    +   +
        GET  /arbete/register/mejl                        -    -       +    +   +
        """

    @Test("Every page lets in those of the table, and sends nobody in particular to sign in")
    func table() async throws {
        let site = try await ReviewPagesSite()
        let question = try await site.ask("Räknas SFI?").id
        let round = try await site.house.collecting.remind(
            site.draft([site.uppsala]), by: "Lisa Nord <lisa@myndighet.example>", at: site.now
        ).id
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let names = try #require(lines.first).dropFirst().map { $0.lowercased() }
        for line in lines.dropFirst() {
            let path = line[1].replacing("{question}", with: String(question)).replacing("{round}", with: String(round))
            for (name, cell) in zip(names, line.dropFirst(2)) {
                let answer = try await site.send(line[0], path, as: try await site.signedIn(name))
                #expect(answer.verdict == cell, "\(line[0]) \(path) by \(name): \(answer.status)")
            }
            let answer = try await site.send(line[0], path, as: site.nobody())
            #expect(answer.location?.hasPrefix("/logga-in") == true, "\(line[0]) \(path) by nobody: \(answer.status)")
        }
    }

    @Test("No page of collecting is left out of the table")
    func isWhole() async throws {
        let listed = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").prefix(2).map(String.init) }
        let places = ["/arbete/insamling", "/arbete/fragor", "/arbete/register"]
        let others = ["uttag", "borda", "prova", "synpunkter", "anvandare"].map { "/arbete/register/\($0)" }
        for route in try await ReviewPagesSite().router.routes where route.method != .head {
            let path = route.path.description
                .replacing("{month}", with: "2013-04").replacing("{municipality}", with: "0380")
                .replacing("{week}", with: "2013-W19")
            guard places.contains(where: path.hasPrefix), !others.contains(where: path.hasPrefix) else { continue }
            #expect(listed.contains([route.method.rawValue, path]), "\(route.method.rawValue) \(path)")
        }
    }

    @Test("Whoever only follows is shown no button that does something")
    func publisher() async throws {
        let site = try await ReviewPagesSite()
        let id = try await site.ask("Räknas SFI?").id
        let per = try await site.signedIn("per")
        for path in [
            "/arbete/insamling/2013-04", "/arbete/insamling/2013-04/period", "/arbete/insamling/2013-04/0380",
            "/arbete/register/uppgiftsskyldighet/0380", "/arbete/fragor/\(id)",
        ] {
            let page = try await per.get(path)
            #expect(page.status == .ok)
            let main = page.text.firstRange(of: "<main").map { page.text[$0.lowerBound...] } ?? ""
            let body = main.firstRange(of: "</main>").map { main[..<$0.lowerBound] } ?? ""
            #expect(!body.contains("method=\"post\""), "\(path)")
            #expect(!body.contains("paminnelser\">\n"), "\(path)")
        }
    }

    @Test(
        "What is not there is said so",
        arguments: [
            "/arbete/insamling/2099-01", "/arbete/insamling/maj", "/arbete/insamling/2013-04/9999",
            "/arbete/insamling/2013-04/paminnelser/99", "/arbete/fragor/99", "/arbete/fragor/vecka/2013-W54",
            "/arbete/register/uppgiftsskyldighet?insamling=annan", "/arbete/insamling/2013-04/lista.pdf",
        ])
    func missing(path: String) async throws {
        let lisa = try await ReviewPagesSite().signedIn("lisa")
        #expect(try await lisa.get(path).status == .notFound)
    }
}

extension ReviewPagesSite {
    /// A question of Uppsala's about April.
    func ask(_ text: String, email: String? = "anna@uppsala.se") async throws -> Question {
        try await house.collecting.ask(
            NewQuestion(
                collection: collection.id, municipality: uppsala, month: april, topic: .codes, text: text,
                author: "Anna Ek", email: email), at: now)
    }

    /// A reminder of April.
    func draft(_ municipalities: [Municipality]) -> ReminderDraft {
        ReminderDraft(
            collection: collection.id, month: april, municipalities: municipalities,
            text: ReminderText(subject: "Påminnelse", text: "Lämna {månad}."))
    }

    fileprivate func send(_ method: String, _ path: String, as client: TestClient) async throws -> Answer {
        method == "GET" ? try await client.get(path) : try await client.post(path)
    }
}

extension Answer {
    /// As the table writes it.
    fileprivate var verdict: String {
        switch status {
        case .forbidden: "-"
        case .notFound: "0"
        case .seeOther where location?.hasPrefix("/logga-in") == true: "in"
        case .seeOther where location?.hasPrefix("/arbete/var-kommun/fragor") == true: ">"
        default: status.kind == .serverError ? "\(status.code)" : "+"
        }
    }
}
