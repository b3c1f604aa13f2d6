import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Who may open the account pages", .fewAtATime)
struct AccountPagesAccessTests {
    /// Written by hand from the design. `+` may, `-` may not, `0` there is no such page for them.
    /// {person} is Eva at Uppsala, {key} a key of Uppsala's.
    static let decisions = """
        page                                              Anna Bo Cecilia Dan Lisa Per Agnes
        GET  /arbete/konto                                +    +  +       +   +    +   +
        GET  /arbete/konto/uppgifter                      +    +  +       +   +    +   +
        POST /arbete/konto/uppgifter                      +    +  +       +   +    +   +
        GET  /arbete/konto/losenord                       +    +  +       +   +    +   +
        POST /arbete/konto/losenord                       +    +  +       +   +    +   +
        GET  /arbete/konto/koder                          +    +  +       +   +    +   +
        POST /arbete/konto/koder                          +    +  +       +   +    +   +
        GET  /arbete/konto/koder/app                      +    +  +       +   +    +   +
        POST /arbete/konto/koder/app                      +    +  +       +   +    +   +
        GET  /arbete/konto/reservkoder                    +    +  +       +   +    +   +
        POST /arbete/konto/reservkoder                    +    +  +       +   +    +   +
        POST /arbete/konto/inloggningar                   +    +  +       +   +    +   +
        POST /arbete/konto/inloggningar/1                 +    +  +       +   +    +   +
        POST /arbete/logga-ut                             +    +  +       +   +    +   +
        GET  /arbete/fortsatt                             +    +  +       +   +    +   +
        POST /arbete/fortsatt                             +    +  +       +   +    +   +
        GET  /arbete/var-kommun                           +    +  +       +   0    0   +
        GET  /arbete/var-kommun/bjud-in                   +    -  -       +   -    -   +
        POST /arbete/var-kommun/bjud-in                   +    -  -       +   -    -   +
        GET  /arbete/var-kommun/uppgifter                 +    -  -       +   -    -   +
        POST /arbete/var-kommun/uppgifter                 +    -  -       +   -    -   +
        GET  /arbete/var-kommun/domaner                   -    -  -       -   -    -   +
        POST /arbete/var-kommun/domaner                   -    -  -       -   -    -   +
        GET  /arbete/var-kommun/nycklar                   +    -  -       +   -    -   0
        GET  /arbete/var-kommun/nycklar/ny                +    -  -       +   -    -   -
        POST /arbete/var-kommun/nycklar/ny                +    -  -       +   -    -   -
        GET  /arbete/var-kommun/nycklar/{key}             +    -  -       0   -    -   0
        POST /arbete/var-kommun/nycklar/{key}             +    -  -       0   -    -   0
        GET  /arbete/var-kommun/personer/{person}         +    -  -       -   -    -   0
        POST /arbete/var-kommun/personer/{person}/roller  +    -  -       -   -    -   0
        POST /arbete/var-kommun/personer/{person}/kontaktperson +  -  -   -   -    -   0
        POST /arbete/var-kommun/personer/{person}/koder   +    -  -       -   -    -   0
        POST /arbete/var-kommun/personer/{person}/bjud-in-igen  +  -  -   -   -    -   0
        POST /arbete/var-kommun/personer/{person}/ta-bort +    -  -       -   -    -   0
        POST /arbete/var-kommun/personer/{person}/stang-av      +  -  -   -   -    -   0
        POST /arbete/var-kommun/personer/{person}/oppna   +    -  -       -   -    -   0
        GET  /arbete/register/anvandare                   -    -  -       -   -    -   +
        GET  /arbete/register/anvandare/0380              +    +  +       -   -    -   +
        GET  /arbete/register/anvandare/0380/bjud-in      +    -  -       -   -    -   +
        POST /arbete/register/anvandare/0380/bjud-in      +    -  -       -   -    -   +
        GET  /arbete/register/anvandare/0380/uppgifter    +    -  -       -   -    -   +
        POST /arbete/register/anvandare/0380/uppgifter    +    -  -       -   -    -   +
        GET  /arbete/register/anvandare/0380/domaner      -    -  -       -   -    -   +
        POST /arbete/register/anvandare/0380/domaner      -    -  -       -   -    -   +
        GET  /arbete/register/anvandare/0380/nycklar      +    -  -       -   -    -   +
        GET  /arbete/register/anvandare/0380/nycklar/ny   +    -  -       -   -    -   -
        POST /arbete/register/anvandare/0380/nycklar/ny   +    -  -       -   -    -   -
        GET  /arbete/register/anvandare/0380/nycklar/{key}        +  -  - -   -    -   +
        POST /arbete/register/anvandare/0380/nycklar/{key}        +  -  - -   -    -   +
        GET  /arbete/register/anvandare/0380/personer/{person}    +  -  - -   -    -   +
        POST /arbete/register/anvandare/0380/personer/{person}/roller        + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/kontaktperson + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/koder         + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/bjud-in-igen  + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/ta-bort       + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/stang-av      + - - - - - +
        POST /arbete/register/anvandare/0380/personer/{person}/oppna         + - - - - - +
        GET  /arbete/handelser                            +    +  +       +   +    +   +
        GET  /arbete/handelser?organisation=0380          +    +  +       -   -    -   +
        GET  /arbete/handelser/granska                    -    -  -       -   -    -   +
        POST /arbete/handelser/granska                    -    -  -       -   -    -   +
        """

    @Test("Every page lets in those of the table, and sends nobody in particular to sign in")
    func table() async throws {
        let site = try await AccountPagesSite()
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let names = try #require(lines.first).dropFirst().map { $0.lowercased() }
        let eva = try site.person("eva").id
        let start = site.now
        for line in lines.dropFirst() {
            let (method, pattern) = (line[0], line[1])
            for (name, cell) in zip(names, line.dropFirst(2)) {
                // A key of its own each time: one that is revoked is not there.
                let key = try await site.key()
                let path = pattern.replacing("{person}", with: String(eva)).replacing("{key}", with: String(key))
                let answer = try await site.send(method, path, as: try await site.signedIn(name))
                #expect(answer.verdict == cell, "\(method) \(path) by \(name): \(answer.status)")
            }
            let path = pattern.replacing("{person}", with: String(eva)).replacing("{key}", with: "1")
            let answer = try await site.send(method, path, as: site.nobody())
            #expect(answer.location?.hasPrefix("/logga-in") == true, "\(method) \(path) by nobody: \(answer.status)")
        }
        #expect(site.now == start)
    }

    @Test("No page under /arbete is left out of the table")
    func isWhole() async throws {
        let site = try await AccountPagesSite()
        for route in site.router().routes where route.path.description.hasPrefix("/arbete") && route.method != .head {
            let path = route.path.description
                .replacing("{organisation}", with: "0380").replacing("{id}", with: "1")
            guard !AccountPagesSite.elsewhere.contains(path) else { continue }
            let isListed = Self.decisions.split(separator: "\n").contains {
                $0.split(separator: " ").prefix(2).map(String.init) == [route.method.rawValue, path]
            }
            #expect(isListed, "\(route.method.rawValue) \(path)")
        }
    }

    @Test("A refusal is a line in the log of whoever it concerned")
    func isLogged() async throws {
        let site = try await AccountPagesSite()
        let answer = try await site.signedIn("dan").get("/arbete/register/anvandare/0380/bjud-in")
        #expect(answer.status == .forbidden)
        #expect(answer.words.contains("Du har inte behörighet"))
        let uppsala = try site.person("anna").organisation
        #expect(try await site.log(uppsala).last == "refuse: manage-people")
    }
}

extension AccountPagesSite {
    /// A new key of Uppsala's.
    fileprivate func key() async throws -> Int {
        let municipality = try #require(try person("anna").organisation.municipality)
        return try await accounts.makeKey(
            for: municipality, name: "Nattjobb", scopes: [.submit], expiresAt: now + 86_400 * 30, by: .commandLine,
            at: now
        ).key.id
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
        // To the front door, except for whoever has just signed out.
        case .seeOther where location?.hasPrefix("/logga-in?till") == true: "in"
        default: status.kind == .serverError ? "\(status.code)" : "+"
        }
    }
}
