import Accounts
import Foundation
import Secrets
import TestSupport
import Testing
import Vocabulary

@Suite("Sessions", .fewAtATime)
struct SessionTests {
    let fixture: AccountsFixture
    let accounts: Accounts
    let anna: Person
    let token: Token
    let start: Date

    init() async throws {
        fixture = try await AccountsFixture()
        accounts = fixture.accounts
        start = fixture.start
        anna = try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator])
        token = try await accounts.signIn(anna.id, from: fixture.client, at: start)
    }

    @Test("A session ends after half an hour without anything done, and pages can warn five minutes before")
    func idle() async throws {
        let session = try #require(try await accounts.session(token, at: start))
        #expect(session.secondsLeft(at: start) == 1_800)
        #expect(!session.isEnding(at: start + 1_499))
        #expect(session.isEnding(at: start + 1_500))
        // A page that fetches itself does not keep anybody in.
        let watched = try #require(try await accounts.session(token, isActivity: false, at: start + 1_700))
        #expect(watched.secondsLeft(at: start + 1_700) == 100)
        #expect(try await accounts.session(token, at: start + 1_800) == nil)
        #expect(try await accounts.session(token, isActivity: false, at: start + 1_799) != nil)
    }

    @Test("Doing something keeps it going, until twelve hours have passed")
    func absolute() async throws {
        var time = start
        while time < start + 43_200 - 1_500 {
            time += 1_500
            let session = try #require(try await accounts.session(token, at: time))
            #expect(session.secondsLeft(at: time) == min(1_800, Int(43_200 - time.timeIntervalSince(start))))
            #expect(session.canBeExtended == (time < start + 43_200 - 1_800))
        }
        #expect(try await accounts.session(token, at: start + 43_199) != nil)
        #expect(try await accounts.session(token, at: start + 43_200) == nil)
    }

    @Test("It is written once a minute at most, and extended when asked")
    func lastSeen() async throws {
        #expect(try await accounts.session(token, at: start + 59)?.lastSeenAt == start)
        #expect(try await accounts.session(token, at: start + 65)?.lastSeenAt == start + 65)
        #expect(try await accounts.session(token, at: start + 66)?.lastSeenAt == start + 65)
        let session = try #require(try await accounts.session(token, at: start + 67))
        #expect(try await accounts.extend(session, at: start + 70).endsAt == start + 70 + 1_800)
        #expect(try await accounts.session(token, at: start + 71)?.lastSeenAt == start + 70)
        await #expect(throws: AccountsError.signedOut) { try await accounts.extend(session, at: start + 9_000) }
    }

    @Test("Signing out ends one session, signing out everywhere all, at once")
    func signingOut() async throws {
        let other = try await accounts.signIn(anna.id, from: fixture.elsewhere, at: start + 1)
        let third = try await accounts.signIn(anna.id, from: fixture.elsewhere, at: start + 2)
        // Looked up, so that they are in memory.
        let session = try #require(try await accounts.session(token, at: start + 3))
        for each in [other, third] { #expect(try await accounts.session(each, at: start + 3) != nil) }
        #expect(
            try await accounts.sessions(of: anna.id, at: start + 3).map(\.client) == [
                "Safari, Mac", "Safari, Mac", "Firefox, Windows",
            ])
        try await accounts.signOut(session, at: start + 3)
        #expect(try await accounts.session(token, at: start + 3) == nil)
        #expect(try await accounts.session(other, at: start + 3) != nil)
        // Nobody ends another's session by its number.
        let bo = try await fixture.add("Bo Berg", fixture.uppsala, [.reader])
        let otherID = try #require(try await accounts.session(other, at: start + 3)?.id)
        try await accounts.end(otherID, of: bo, at: start + 3)
        #expect(try await accounts.session(other, at: start + 9) != nil)
        try await accounts.signOutEverywhere(anna, at: start + 9)
        for each in [other, third] { #expect(try await accounts.session(each, at: start + 9) == nil) }
        #expect(try await fixture.log(fixture.uppsala).filter { $0.hasPrefix("sign-out") }.count == 2)
    }

    @Test("Everybody is signed out at once by the authority, and by nobody else")
    func everybody() async throws {
        #expect(try await accounts.session(token, at: start) != nil)
        await #expect(throws: AccountsError.forbidden(.managePeople, .authority)) {
            try await accounts.signEverybodyOut(by: .person(anna), at: start)
        }
        try await accounts.signEverybodyOut(by: .commandLine, at: start)
        #expect(try await accounts.session(token, at: start) == nil)
        #expect(try await fixture.log(.authority).last == "sign-out: kommandoraden")
    }

    @Test("What ends on another node is believed for five seconds at most")
    func otherNode() async throws {
        let node = try await Accounts(fixture.database, settings: accounts.settings)
        #expect(try await node.session(token, at: start) != nil)
        try await accounts.signOutEverywhere(anna, at: start + 1)
        #expect(try await accounts.session(token, at: start + 1) == nil)
        #expect(try await node.session(token, at: start + 5) == nil)
    }

    @Test("No token but the right one opens a session", arguments: ["", "x", "åäö", String(repeating: "a", count: 43)])
    func wrong(text: String) async throws {
        #expect(try await accounts.session(Token(text), at: start) == nil)
        #expect(try await accounts.session(Token(token.digest), at: start) == nil)
        #expect(try await accounts.session(Token(token.text + text + "a"), at: start) == nil)
    }

    @Test("What has run out is tidied away, the rest stays")
    func tidying() async throws {
        let later = try await accounts.signIn(anna.id, from: fixture.client, at: start + 1_000)
        try await accounts.tidy(at: start + 1_800)
        #expect(try await accounts.sessions(of: anna.id, at: start).count == 1)
        #expect(try await accounts.session(later, at: start + 1_800) != nil)
    }
}
