import Accounts
import Foundation
import Secrets
import TestSupport
import Testing

@Suite("A forgotten password", .fewAtATime)
struct NewPasswordTests {
    typealias Fixture = AccountsFixture

    let fixture: AccountsFixture
    let accounts: Accounts
    let anna: Welcome
    let start: Date
    let email = "anna.ek@uppsala.se"

    init() async throws {
        fixture = try await AccountsFixture()
        accounts = fixture.accounts
        start = fixture.start
        anna = try await fixture.anna()
    }

    @Test("The link chooses a password once, within an hour; sessions end, and signing in still takes a code")
    func link() async throws {
        try await accounts.askForNewPassword(email: "Anna.Ek@uppsala.se", from: fixture.client, at: start)
        let mail = try #require(try await fixture.mails(to: email).last)
        #expect(mail.subject == "Välj ett nytt lösenord till Lämna statistik")
        let token = try fixture.token(in: mail.text)
        #expect(try await accounts.newPasswordLink(token, at: start + 3_599).id == anna.person.id)
        await #expect(throws: AccountsError.deadLink) { try await accounts.newPasswordLink(token, at: start + 3_600) }
        await #expect(throws: AccountsError.deadLink) { try await accounts.invitation(token, at: start) }
        await #expect(throws: AccountsError.password(.short)) {
            try await accounts.choosePassword(token, "kort", at: start)
        }
        try await accounts.choosePassword(token, Fixture.otherPassword, at: start)
        await #expect(throws: AccountsError.deadLink) {
            try await accounts.choosePassword(token, Fixture.otherPassword, at: start)
        }
        #expect(try await accounts.session(anna.token, at: start) == nil)
        #expect(try await fixture.mails(to: email).last?.subject == "Ditt lösenord är ändrat: Lämna statistik")
        _ = try await fixture.signIn(email, password: Fixture.otherPassword, at: start + 60)
    }

    @Test("Nothing tells whether the address is anyone's, and nobody's mailbox is filled")
    func silence() async throws {
        let bo = try await fixture.add("Bo Berg", fixture.uppsala, [.reader])
        _ = try await accounts.deactivate(bo.id, by: .commandLine, at: start)
        for address in [bo.email, "ingen@uppsala.se", "inte en adress", ""] {
            try await accounts.askForNewPassword(email: address, from: fixture.client, at: start)
            #expect(try await fixture.mails(to: address).isEmpty)
        }
        for second in 0..<20 {
            try await accounts.askForNewPassword(email: email, from: fixture.elsewhere, at: start + Double(second))
        }
        #expect((3...6).contains(try await fixture.mails(to: email).count))
        #expect(!(try fixture.everything().contains("ingen@uppsala.se")))
    }

    @Test("Somebody whom others in the same network keep out by failing gets in by choosing a new password")
    func keptOut() async throws {
        let method = PasswordAndCode(accounts)
        // As fast as it goes: each time when the wait is over.
        var later = start
        for wait in [0, 0, 0, 0, 0, 0, 2, 4, 8, 16.0] {
            later += wait
            let answers = SignInAnswers(values: ["email": email, "password": "fel"])
            #expect(try await method.proceed(answers, from: fixture.client, at: later).form?.problem != nil)
        }
        let right = SignInAnswers(values: ["email": email, "password": Fixture.password])
        #expect(try await method.proceed(right, from: fixture.client, at: later).isRefused)
        try await accounts.askForNewPassword(email: email, from: fixture.client, at: later)
        let token = try fixture.token(in: try #require(try await fixture.mails(to: email).last?.text))
        try await accounts.choosePassword(token, Fixture.otherPassword, at: later)
        _ = try await fixture.signIn(email, password: Fixture.otherPassword, at: later)
    }
}
