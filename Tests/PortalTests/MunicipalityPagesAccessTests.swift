import HTTPTypes
import Hummingbird
import Intake
import TestSupport
import Testing
import WebTestSupport

@Suite("Who may open the municipality's pages", .fewAtATime)
struct MunicipalityPagesAccessTests {
    /// Written by hand from the design. `+` may, `-` may not, `0` there is no such page for them. Anna (coordinator),
    /// Bo (reporter) and Cecilia (reader) are at Uppsala, Dan at Knivsta, Lisa (reviewer) and Agnes (administrator) at
    /// the authority. {draft} and {delivery} are Uppsala's.
    static let decisions = """
        page                                        Anna Bo Cecilia Dan Lisa Agnes
        GET  /arbete                                +    +  +       +   +    +
        GET  /arbete/lamna                          +    +  -       +   -    -
        GET  /arbete/lamna/2013-04                  +    +  -       +   -    -
        POST /arbete/lamna/2013-04                  +    +  -       +   -    -
        GET  /arbete/lamna/2013-04/filen            +    +  +       +   0    -
        GET  /arbete/lamna/2013-04/mall/insatser    +    +  +       +   0    -
        GET  /arbete/lamna/2013-04/inget            +    +  -       +   -    -
        POST /arbete/lamna/2013-04/inget            +    +  -       +   -    -
        GET  /arbete/lamna/2013-04/avsta            +    +  -       +   -    -
        POST /arbete/lamna/2013-04/avsta            +    +  -       +   -    -
        GET  /arbete/lamna/2013-04/synpunkter       +    +  -       +   -    -
        POST /arbete/lamna/2013-04/synpunkter       +    +  -       +   -    -
        GET  /arbete/testa                          +    +  -       +   -    -
        POST /arbete/testa                          +    +  -       +   -    -
        GET  /arbete/utkast/{draft}                 +    +  -       -   -    -
        POST /arbete/utkast/{draft}/fil             +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/fil             +    +  -       -   -    -
        POST /arbete/utkast/{draft}/lamna-in        +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/lamna-in        +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/ratta           +    +  -       -   -    -
        POST /arbete/utkast/{draft}/ratta           +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/angra           +    +  -       -   -    -
        POST /arbete/utkast/{draft}/angra           +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/manad           +    +  -       -   -    -
        POST /arbete/utkast/{draft}/manad           0    0  -       -   -    -
        GET  /arbete/utkast/{draft}/avbryt          +    +  -       -   -    -
        POST /arbete/utkast/{draft}/avbryt          +    +  -       -   -    -
        GET  /arbete/utkast/{draft}/markerad/1      +    +  -       -   -    -
        GET  /arbete/leveranser                     +    +  +       +   0    -
        GET  /arbete/leveranser/{delivery}          +    +  +       -   +    -
        GET  /arbete/leveranser/{delivery}/fil/1    +    +  -       -   +    -
        GET  /arbete/leveranser/{delivery}/markerad/1  + +  -       -   +    -
        GET  /arbete/leveranser/{delivery}/skillnad/1  + +  +       -   +    -
        GET  /arbete/leveranser/{delivery}/dra-tillbaka  +  + -     -   -    -
        POST /arbete/leveranser/{delivery}/dra-tillbaka  +  + -     -   -    -
        GET  /arbete/ar/2013                        +    +  +       +   0    -
        GET  /arbete/var-kommun/fragor              +    +  +       +   0    -
        GET  /arbete/var-kommun/fragor/ny           +    +  +       +   -    -
        POST /arbete/var-kommun/fragor/ny           +    +  +       +   -    -
        GET  /arbete/var-kommun/fragor/1            +    +  +       0   0    -
        POST /arbete/var-kommun/fragor/1            +    +  +       0   -    -
        GET  /arbete/hjalp                          +    +  +       +   0    -
        """

    @Test("Every page lets in those of the table, and sends nobody in particular to sign in")
    func table() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let delivered = try await anna.check(ReasonsFile.right.sent())
        let receipt = try await anna.post(delivered.path + "/lamna-in")
        let delivery = try #require(receipt.location?.split(separator: "?").first?.split(separator: "/").last)
        _ = try await anna.post("/arbete/var-kommun/fragor/ny", ["amne": "time", "fraga": "Kan vi få mer tid?"])
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let names = try #require(lines.first).dropFirst().map { $0.lowercased() }
        for line in lines.dropFirst() {
            // A draft of its own each time: one that is put away cannot be put away again.
            let draft = try await anna.check(ReasonsFile.wrong.sent()).path
            let path = line[1].replacing("{delivery}", with: delivery)
                .replacing("/arbete/utkast/{draft}", with: draft)
            for (name, cell) in zip(names, line.dropFirst(2)) {
                let answer = try await site.send(line[0], path, as: try await site.signedIn(name))
                #expect(answer.verdict == cell, "\(line[0]) \(line[1]) by \(name): \(answer.status)")
            }
            let answer = try await site.send(line[0], path, as: site.nobody())
            #expect(
                answer.location?.hasPrefix("/logga-in") == true, "\(line[0]) \(line[1]) by nobody: \(answer.status)")
        }
    }

    @Test("No page of the municipality is left out of the table")
    func isWhole() async throws {
        let site = try await MunicipalityPagesSite()
        let listed = Self.decisions.split(separator: "\n").map { line in
            line.split(separator: " ").prefix(2).joined(separator: " ")
        }
        for route in site.router().routes where route.path.description.hasPrefix("/arbete") && route.method != .head {
            let path = route.path.description
                .replacing("{month}", with: "2013-04").replacing("{table}", with: "insatser")
                .replacing("{token}", with: "{draft}").replacing("{number}", with: "{delivery}")
                .replacing("{file}", with: "1").replacing("{earlier}", with: "1").replacing("{question}", with: "1")
                .replacing("{year}", with: "2013")
            #expect(listed.contains("\(route.method.rawValue) \(path)"))
        }
    }

    @Test("Whoever only reads sees what is delivered, but no buttons that deliver")
    func reader() async throws {
        let site = try await MunicipalityPagesSite()
        let (anna, cecilia) = (try await site.signedIn("anna"), try await site.signedIn("cecilia"))
        let start = try await cecilia.get("/arbete")
        #expect(start.read.contains("Testinsamling 2013, april 2013"))
        #expect(!start.text.contains("href=\"/arbete/lamna"))
        let checked = try await anna.check(ReasonsFile.right.sent())
        let receipt = try await anna.follow(try await anna.post(checked.path + "/lamna-in"))
        #expect(receipt.text.contains("/fil/1"))
        let seen = try await cecilia.get("/arbete/leveranser/2013-04-0380-1")
        #expect(seen.read.contains("20 hushåll"))
        #expect(!seen.text.contains("/fil/1") && !seen.text.contains("dra-tillbaka"))
    }
}

extension MunicipalityPagesSite {
    fileprivate func send(_ method: String, _ path: String, as client: TestClient) async throws -> Answer {
        guard method == "POST" else { return try await client.get(path) }
        return ["/lamna/2013-04", "/testa", "/fil"].contains(where: path.hasSuffix)
            ? try await client.post(path, files: [SentFile("fil", name: "", bytes: [])])
            : try await client.post(path)
    }
}

extension Answer {
    /// As the table writes it.
    fileprivate var verdict: String {
        switch status {
        case .forbidden: "-"
        case .notFound: "0"
        case .seeOther where location?.hasPrefix("/logga-in") == true: "in"
        default: status.kind == .serverError ? "\(status.code)" : "+"
        }
    }
}
