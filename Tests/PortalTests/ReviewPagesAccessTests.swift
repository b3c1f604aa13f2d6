import Foundation
import Hummingbird
import Review
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Who may open the pages of review", .fewAtATime)
struct ReviewPagesAccessTests {
    /// Written by hand from the design. `+` may, `-` may not. {number} is Uppsala's delivery for April, {text} a free
    /// text, {package} a package of March, {key} a preview.
    static let decisions = """
        page                                                Anna Cecilia Lisa Per Agnes
        GET  /arbete/granska                                -    -       +    -   -
        GET  /arbete/granska/automatiskt                    -    -       +    -   -
        POST /arbete/granska/automatiskt                    -    -       +    -   -
        GET  /arbete/granska/{number}                       -    -       +    -   -
        POST /arbete/granska/{number}/godkann               -    -       +    -   -
        POST /arbete/granska/{number}/aterlamna             -    -       +    -   -
        GET  /arbete/granska/koda-om                        -    -       +    -   -
        GET  /arbete/granska/koda-om/effekt                 -    -       +    -   -
        GET  /arbete/granska/koda-om/effekt/omkodning.csv   -    -       +    -   -
        GET  /arbete/granska/koda-om/effekt/omkodning.xlsx  -    -       +    -   -
        GET  /arbete/granska/koda-om/{text}                 -    -       +    -   -
        POST /arbete/granska/koda-om/{text}                 -    -       +    -   -
        POST /arbete/granska/koda-om/{text}/godta           -    -       +    -   -
        POST /arbete/granska/koda-om/{text}/angra           -    -       +    -   -
        GET  /arbete/register/uttag                         -    -       +    -   -
        POST /arbete/register/uttag                         -    -       +    -   -
        GET  /arbete/register/uttag/{package}               -    -       +    -   -
        GET  /arbete/register/borda                         -    -       +    +   -
        GET  /arbete/register/borda/kommuner.csv            -    -       +    +   -
        GET  /arbete/register/borda/kommuner.xlsx           -    -       +    +   -
        GET  /arbete/register/borda/regler.csv              -    -       +    +   -
        GET  /arbete/register/borda/regler.xlsx             -    -       +    +   -
        GET  /arbete/register/prova                         -    -       +    -   -
        POST /arbete/register/prova                         -    -       +    -   -
        GET  /arbete/register/prova/{key}                   -    -       +    -   -
        GET  /arbete/register/prova/{key}/resultat.csv      -    -       +    -   -
        GET  /arbete/register/prova/{key}/resultat.xlsx     -    -       +    -   -
        POST /arbete/register/prova/{key}/avbryt            -    -       +    -   -
        GET  /arbete/register/synpunkter                    -    -       +    +   -
        GET  /arbete/register/synpunkter/synpunkter.csv     -    -       +    +   -
        GET  /arbete/register/synpunkter/synpunkter.xlsx    -    -       +    +   -
        GET  /arbete/register/synpunkter/synpunkter-med-namn.csv  - -    +    -   -
        GET  /arbete/register/synpunkter/synpunkter-med-namn.xlsx - -    +    -   -
        """

    /// Where these pages stand; other pages of the authority stand beside them.
    private static let places = [
        "/arbete/granska", "/arbete/register/uttag", "/arbete/register/borda", "/arbete/register/prova",
        "/arbete/register/synpunkter",
    ]

    @Test("Every page lets in those of the table, and sends nobody in particular to sign in")
    func table() async throws {
        let site = try await ReviewPagesSite()
        let number = try await site.fill()[2]
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let names = try #require(lines.first).dropFirst().map { $0.lowercased() }
        let lisa = try await site.signedIn("lisa")
        let known = try await site.things(lisa, number)
        for line in lines.dropFirst() {
            let path = known.reduce(line[1]) { $0.replacing("{\($1.key)}", with: $1.value) }
            for (name, cell) in zip(names, line.dropFirst(2)) {
                let answer = try await site.send(line[0], path, as: try await site.signedIn(name))
                // Whoever may is told what is missing in an empty form, or that it is done already.
                let may = answer.status != .forbidden && answer.status != .notFound && answer.code < 500
                #expect(may == (cell == "+"), "\(line[0]) \(path) by \(name): \(answer.status)")
                #expect(cell == "+" || answer.status == .forbidden, "\(line[0]) \(path) by \(name): \(answer.status)")
            }
            let answer = try await site.send(line[0], path, as: site.nobody())
            #expect(answer.location?.hasPrefix("/logga-in") == true, "\(line[0]) \(path) by nobody: \(answer.status)")
        }
    }

    @Test("No page of review is left out of the table")
    func isWhole() async throws {
        let site = try await ReviewPagesSite()
        let listed = Self.decisions.split(separator: "\n").map {
            $0.split(separator: " ").prefix(2).joined(separator: " ")
        }
        for route in site.router.routes where route.method != .head {
            let path = route.path.description
            guard Self.places.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { continue }
            #expect(listed.contains("\(route.method.rawValue) \(path)"), "\(route.method.rawValue) \(path)")
        }
    }
}

extension ReviewPagesSite {
    /// What the table's addresses are about.
    fileprivate func things(_ client: TestClient, _ number: some CustomStringConvertible) async throws -> [String:
        String]
    {
        let list = try await client.get("/arbete/granska/koda-om")
        let text = try #require(list.text.firstMatch(of: /koda-om\/([0-9a-f]{16})/)).output.1
        let package = try await client.post("/arbete/register/uttag", ["manad": "2013-03", "omfattning": "allt"])
        let name = try #require(package.location?.firstMatch(of: /klart=([a-z0-9_-]+)/)).output.1
        let run = try await client.post(
            "/arbete/register/prova", ["kalla": "inbyggd", "fran": "2013-03", "till": "2013-04"], files: [])
        let key = try #require(run.location?.split(separator: "/").last)
        _ = try await client.finished("/arbete/register/prova/\(key)")
        return ["number": "\(number)", "text": "\(text)", "package": "\(name).zip", "key": "\(key)"]
    }

    fileprivate func send(_ method: String, _ path: String, as client: TestClient) async throws -> Answer {
        method == "GET" ? try await client.get(path) : try await client.post(path)
    }
}

extension TestClient {
    /// The page at `path` when it no longer asks to be read again.
    func finished(_ path: String) async throws -> Answer {
        while true {
            let answer = try await get(path)
            guard answer["Refresh"] != nil else { return answer }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
