import AccessLog
import Accounts
import Foundation
import Secrets
import TestSupport
import Testing
import Vocabulary

@Suite("API keys", .fewAtATime)
struct KeyTests {
    let fixture: AccountsFixture
    let accounts: Accounts
    let anna: Person
    let uppsala: Municipality
    let start: Date

    init() async throws {
        fixture = try await AccountsFixture()
        accounts = fixture.accounts
        start = fixture.start
        anna = try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator])
        uppsala = try #require(fixture.uppsala.municipality)
    }

    func made(days: Double = 30) async throws -> (key: APIKey, secret: Token) {
        try await accounts.makeKey(
            for: uppsala, name: "Treserva", scopes: [.submit, .read], expiresAt: start + days * 86_400,
            by: .person(anna), at: start)
    }

    @Test("A key lets its municipality's system in until it expires; what it was shown as is not kept")
    func life() async throws {
        let (key, secret) = try await made()
        #expect(secret.text.hasPrefix("ul_") && secret.text.count == 46)
        #expect(secret.text.hasSuffix(key.ending))
        #expect(!(try fixture.everything().contains(secret.text)))
        let found = try #require(try await accounts.key(secret, at: start))
        #expect(found.organisation == fixture.uppsala && found.scopes == [.submit, .read] && found.madeBy == anna.id)
        #expect(AccessPolicy.may(.key(found), .deliver, of: fixture.uppsala))
        #expect(!AccessPolicy.may(.key(found), .deliver, of: fixture.knivsta))
        let end = start + 30 * 86_400
        #expect(try await accounts.key(secret, at: end - 1) != nil)
        #expect(try await accounts.key(secret, at: end) == nil)
        for wrong in ["", "ul_", String(secret.text.dropFirst(3)), secret.text + "a", secret.digest] {
            #expect(try await accounts.key(Token(wrong), at: start) == nil)
        }
    }

    @Test("When it was last used is known to the minute")
    func lastUsed() async throws {
        let secret = try await made().secret
        for second in [0.0, 30, 61, 90] { _ = try await accounts.key(secret, at: start + second) }
        let keys = try await accounts.keys(of: fixture.uppsala, by: .person(anna), at: start)
        #expect(keys.map(\.lastUsedAt) == [start + 61])
    }

    @Test("A revoked key lets nobody in; the authority may revoke but not make one")
    func revoking() async throws {
        let (key, secret) = try await made()
        let lisa = Caller.person(try await fixture.add("Lisa Norr", .authority, [.administrator]))
        await #expect(throws: AccountsError.forbidden(.makeKeys, fixture.uppsala)) {
            try await accounts.makeKey(
                for: uppsala, name: "Egen", scopes: [.read], expiresAt: start + 86_400, by: lisa, at: start)
        }
        let ali = Caller.person(try await fixture.add("Ali Kiv", fixture.knivsta, [.coordinator]))
        await #expect(throws: AccountsError.forbidden(.revokeKeys, fixture.uppsala)) {
            try await accounts.revoke(key.id, by: ali, at: start)
        }
        #expect(try await accounts.revoke(key.id, by: lisa, at: start + 5).revokedAt == start + 5)
        #expect(try await accounts.revoke(key.id, by: lisa, at: start + 9).revokedAt == start + 5)
        #expect(try await accounts.key(secret, at: start + 5) == nil)
        await #expect(throws: AccountsError.noSuchKey(77)) { try await accounts.revoke(77, by: lisa, at: start) }
    }

    @Test("A refused key stands in its owners' log, what is no key in the authority's; neither says what was sent")
    func refused() async throws {
        let (key, secret) = try await made()
        try await accounts.logRefusal(of: secret, at: start + 31 * 86_400)
        _ = try await accounts.revoke(key.id, by: .person(anna), at: start)
        try await accounts.logRefusal(of: secret, at: start + 31 * 86_400)
        try await accounts.logRefusal(of: Token("ul_gissad"), at: start + 31 * 86_400)
        let lines = try await AccessLog(fixture.database).events().filter { $0.act == .signInRefused }
        #expect(
            Set(lines.map(\.subject)) == [
                "API-nyckel Treserva, har gått ut", "API-nyckel Treserva, spärrad", "okänd nyckel",
            ])
        #expect(lines.map(\.organisation).count { $0 == fixture.uppsala } == 2)
        let everything = try fixture.everything()
        #expect(!everything.contains(secret.text) && !everything.contains("ul_gissad"))
    }

    @Test("A key is its organisation's: it goes on when whoever made it has left, until somebody revokes it")
    func madeBySomebodyGone() async throws {
        let (key, secret) = try await made()
        let bo = Caller.person(try await fixture.add("Bo Ek", fixture.uppsala, [.coordinator]))
        _ = try await accounts.deactivate(anna.id, by: bo, at: start)
        #expect(try await accounts.key(secret, at: start) != nil)
        #expect(try await accounts.keys(of: fixture.uppsala, by: bo, at: start).map(\.madeBy) == [anna.id])
        _ = try await accounts.revoke(key.id, by: bo, at: start)
        #expect(try await accounts.key(secret, at: start) == nil)
    }

    @Test("A key is for something, has a name, and is good for a day to two years")
    func refusals() async throws {
        func make(_ name: String, _ scopes: Set<KeyScope>, days: Double) async throws {
            _ = try await accounts.makeKey(
                for: uppsala, name: name, scopes: scopes, expiresAt: start + days * 86_400, by: .person(anna), at: start
            )
        }
        await #expect(throws: AccountsError.noScopes) { try await make("Natt", [], days: 30) }
        await #expect(throws: AccountsError.badName) { try await make(" ", [.read], days: 30) }
        for days in [-1, 0, 0.9, 732] {
            await #expect(throws: AccountsError.badExpiry) { try await make("Natt", [.read], days: days) }
        }
        try await make("Natt", [.read], days: 731)
        let (key, _) = try await made()
        let log = try await fixture.log(fixture.uppsala)
        #expect(log.last == "change-api-key: \(anna.actor)")
        #expect(Caller.key(key).actor == "API-nyckel Treserva")
    }
}
