import Accounts
import Foundation
import Frame
import HTTPTypes
import MachineInterface
import Secrets
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("Who is let in by /api/v1", .fewAtATime)
struct MachineInterfaceAccessTests {
    /// Every address with what a key needs; `nil` where any good key will do.
    static let addresses: [(method: String, path: String, scopes: Set<KeyScope>?)] = [
        ("POST", "checks", [.check, .submit]), ("GET", "checks/x", [.check, .submit]),
        ("POST", "deliveries", [.submit]),
        ("GET", "deliveries", [.submit, .read]), ("GET", "deliveries/2013-04-0380-1", [.submit, .read]),
        ("GET", "submissions/x", [.submit]), ("POST", "nothing-to-report", [.submit]),
        ("GET", "obligations", [.submit, .read]), ("GET", "obligations/2013-04", [.submit, .read]),
        ("GET", "collections", nil), ("GET", "collections/testinsamling-2013", nil),
        ("GET", "collections/testinsamling-2013/tables/insatser", nil),
    ]

    private func ask(_ system: System, _ method: String, _ path: String) async throws -> Answer {
        method == "GET" ? try await system.get(path) : try await system.post(path, Measures.right())
    }

    @Test("The table here has every address that is described")
    func complete() async throws {
        let site = try await MachineInterfaceSite()
        let description = try await site.system(nil).get("openapi.json").json()
        let paths = try #require(description["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } }
        let tested = Self.addresses.map { address in
            let path = address.path.split(separator: "/").map(String.init)
            let names = path.enumerated().map { place, part in
                switch (path[0], place) {
                case ("checks", 1), ("submissions", 1): "{id}"
                case ("deliveries", 1): "{number}"
                case ("obligations", 1): "{month}"
                case ("collections", 1): "{collection}"
                case ("collections", 3): "{table}"
                default: part
                }
            }
            return "\(address.method) /\(names.joined(separator: "/"))"
        }
        #expect(Set(described) == Set(tested))
    }

    @Test("Without a good key nothing is answered, whatever is wrong with the key")
    func noKey() async throws {
        let site = try await MachineInterfaceSite()
        let revoked = try await site.key([.submit, .check, .read])
        _ = try await site.house.accounts.revoke(revoked.key.id, by: .commandLine, at: site.now)
        let old = try await MachineInterfaceSite.expired(site)
        for secret in [nil, "ul_nobody's", revoked.secret, old, ""] {
            for (method, path, _) in Self.addresses {
                let answer = try await ask(site.system(secret), method, path)
                #expect(answer.code == 401, "\(method) \(path)")
                #expect(try answer.problem() == "unauthorized")
                #expect(answer["WWW-Authenticate"]?.hasPrefix("Bearer realm=") == true)
            }
        }
        // Other ways to send a key are none.
        let good = try await site.key([.read]).secret
        let plain = site.system(nil)
        #expect(try await plain.get("collections", ["Authorization": "Basic \(good)"]).code == 401)
        #expect(try await plain.get("collections?key=\(good)").code == 401)
        #expect(try await plain.get("collections", ["Authorization": "bearer \(good)"]).code == 200)
    }

    @Test(
        "A key may do what its scopes say and nothing else, and refusals stand in the log", arguments: KeyScope.allCases
    )
    func scopes(_ scope: KeyScope) async throws {
        let site = try await MachineInterfaceSite()
        let system = site.system(try await site.key([scope], name: "Prov \(scope)").secret)
        for (method, path, scopes) in Self.addresses {
            let answer = try await ask(system, method, path)
            let isAllowed = scopes?.contains(scope) ?? true
            #expect((answer.code != 403) == isAllowed, "\(method) \(path): \(answer.code)")
            if !isAllowed {
                #expect(try answer.problem() == "forbidden")
                #expect(answer["WWW-Authenticate"]?.contains("insufficient_scope") == true)
            }
        }
        let refused = try await site.log().filter { $0.contains(" refuse ") }
        #expect(refused.count == Self.addresses.count { !($0.scopes?.contains(scope) ?? true) })
        #expect(refused.allSatisfy { $0.hasPrefix("API-nyckel Prov \(scope) ") })
    }

    @Test("Another municipality's delivery is not seen, whether there is one or not")
    func others() async throws {
        let site = try await MachineInterfaceSite()
        let number = try #require(
            try await site.delivering().post("deliveries", Measures.right()).json()["number"] as? String)
        let knivsta = site.system(try await site.key([.submit, .read], of: site.knivsta, name: "Viva").secret)
        for name in [number, "2013-04-0380-99"] {
            #expect(try await knivsta.get("deliveries/\(name)").problem() == "forbidden")
        }
        #expect(try await site.log().contains("API-nyckel Viva refuse see-deliveries"))
        #expect(try await knivsta.get("deliveries").json()["total"] as? Int == 0)
        // Its file is judged as Knivsta's, whatever it says.
        let answer = try await knivsta.post("deliveries?month=2013-04", Measures.right())
        #expect(try answer.problem() == "not-approved")
        #expect(try await knivsta.get("deliveries/2013-04-0330-1").problem() == "not-found")
    }

    @Test("Checks and submissions of another municipality are not there")
    func othersDrafts() async throws {
        let site = try await MachineInterfaceSite(patience: .zero)
        let knivsta = site.system(try await site.key([.submit], of: site.knivsta).secret)
        let uppsala = try await site.delivering()
        for path in ["checks", "deliveries?month=2013-04"] {
            let answer = try await site.whileBusy { try await uppsala.post(path, Measures.right()) }
            let place = try #require(answer["Location"]).replacing("/api/v1/", with: "")
            #expect(try await uppsala.get(place).code == 200)
            #expect(try await knivsta.get(place).problem() == "not-found")
            // Nor is a check a submission.
            let other =
                place.hasPrefix("checks")
                ? place.replacing("checks", with: "submissions") : place.replacing("submissions", with: "checks")
            #expect(try await uppsala.get(other).problem() == "not-found")
        }
    }

    @Test("A key that asks too often waits; a network with too many wrong keys does too, but not its good ones")
    func limits() async throws {
        var limits = MachineInterface.Limits.generous
        limits.requests = Allowance(3, in: 60)
        limits.wrongKeys = Allowance(2, in: 60)
        let site = try await MachineInterfaceSite(limits: limits)
        let (one, other) = (try await site.delivering("ett"), try await site.delivering("två"))
        for _ in 0..<3 { #expect(try await one.get("collections").code == 200) }
        let answer = try await one.get("collections")
        #expect(try answer.problem() == "too-many-requests" && answer.code == 429)
        #expect(answer["Retry-After"].flatMap { Int($0) } == 20)
        #expect(try await other.get("collections").code == 200)
        for _ in 0..<2 { #expect(try await site.system("ul_x").get("collections").code == 401) }
        #expect(try await site.system("ul_x").get("collections").code == 429)
        // Those that were looked at stand in the log.
        #expect(try await site.log().filter { $0.contains("sign-in-refused") }.count == 2)
        #expect(try await other.get("collections").code == 200)
    }

    @Test("When a key was last used is noted")
    func lastUsed() async throws {
        let site = try await MachineInterfaceSite()
        let (key, secret) = try await site.key([.read])
        #expect(key.lastUsedAt == nil)
        _ = try await site.system(secret).get("obligations")
        let keys = try await site.house.accounts.keys(
            of: .municipality(site.uppsala), by: .commandLine, at: site.now)
        #expect(keys.first?.lastUsedAt == site.now)
    }

    @Test("Other methods and addresses are answered in the same form")
    func elsewhere() async throws {
        let site = try await MachineInterfaceSite()
        let client = site.system(nil).client
        let answer = try await client.send(.delete, "/api/v1/deliveries")
        #expect(try answer.problem() == "method-not-allowed" && answer["Allow"] == "GET, HEAD, POST")
        #expect(try await client.send(.put, "/api/v1/deliveries/2013-04-0380-1").code == 405)
        for path in ["/api/v1", "/api/v1/nothing", "/api/v1/deliveries/a/b", "/api/v1/../v1/x"] {
            #expect(try await client.send(.get, path).code == 404)
        }
        #expect(try await client.send(.get, "/api/v1/nothing").problem() == "not-found")
        let head = try await client.send(.head, "/api/v1/deliveries", headers: try await site.delivering().fields())
        #expect(head.code == 200 && head.bytes.isEmpty)
    }

    @Test("A page of another site cannot use the interface by a visitor's cookies")
    func crossSite() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        var headers = ["Sec-Fetch-Site": "cross-site", "Cookie": "__Host-session=x"]
        #expect(try await system.post("checks", Measures.right(), as: "text/csv", headers).code == 403)
        headers["Cookie"] = nil
        #expect(try await system.post("checks", Measures.right(), as: "text/csv", headers).code == 200)
    }
}

extension MachineInterfaceSite {
    /// The secret of a key that was good until a moment ago.
    fileprivate static func expired(_ site: MachineInterfaceSite) async throws -> String {
        try await site.house.accounts.makeKey(
            for: site.uppsala, name: "Gammal", scopes: [.submit], expiresAt: site.now, by: .commandLine,
            at: site.now - 30 * 86_400
        ).secret.text
    }
}
