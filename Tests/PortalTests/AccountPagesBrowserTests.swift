import Accounts
import Foundation
import Secrets
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("The account pages in a browser", .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct AccountPagesBrowserTests {
    @Test("Every page and state reads well for everybody, wide and narrow")
    func everyState() async throws {
        let site = try await AccountPagesSite(origin: "http://127.0.0.1")
        try await site.fill()
        let tokens = try await site.tokens()
        try await withRunningSite(site.router()) { base in
            // A page in a browser cannot look into the mailbox: it is told what came.
            try await Browser.run("PortalTests/Browser/accounts.py", at: base, tokens)
        }
    }
}

extension AccountPagesSite {
    /// Enough for lists to have something of each kind in them.
    fileprivate func fill() async throws {
        let organisation = try person("anna").organisation
        let municipality = try #require(organisation.municipality)
        _ = try await accounts.invite(
            Invitee(email: "fia@uppsala.se", organisation: organisation, roles: [.reporter, .reader]),
            by: .person(try person("anna")), at: now)
        _ = try await accounts.changeContact(person("anna").id, to: true, by: .commandLine, at: now)
        _ = try await accounts.deactivate(person("eva").id, by: .commandLine, at: now)
        for (name, days) in [("Treserva, nattjobb", 365.0), ("Prov", 10), ("Gammal", 2)] {
            let made = try await accounts.makeKey(
                for: municipality, name: name, scopes: [.submit], expiresAt: now + days * 86_400,
                by: .person(try person("anna")), at: now)
            if name == "Gammal" { _ = try await accounts.revoke(made.key.id, by: .commandLine, at: now) }
        }
    }

    /// What the script needs to get in: "name=token" each, and the paths of mailed links.
    fileprivate func tokens() async throws -> String {
        var words: [String] = []
        for name in ["anna", "bo", "agnes"] {
            let token = try await accounts.signIn(
                person(name).id, from: Client(address: "127.0.0.1", description: "Firefox, Windows"), at: now)
            words.append("\(name)=\(token.text)")
        }
        for name in ["bo", "eva", "fia"] {
            words.append("id-\(name)=\(try #require(try await accounts.person(email: "\(name)@uppsala.se")).id)")
        }
        words.append("inbjudan=\(try await mailedLink(to: "fia@uppsala.se"))")
        try await accounts.askForNewPassword(
            email: "cecilia@uppsala.se", from: Client(address: "127.0.0.1", description: ""), at: now)
        words.append("losenord=\(try await mailedLink(to: "cecilia@uppsala.se"))")
        return words.joined(separator: " ")
    }
}
