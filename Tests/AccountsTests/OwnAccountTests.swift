import Accounts
import Foundation
import Secrets
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("One's own account", .fewAtATime)
struct OwnAccountTests {
    typealias Fixture = AccountsFixture

    let fixture: AccountsFixture
    let accounts: Accounts
    let anna: Welcome
    let session: Session
    let start: Date

    init() async throws {
        fixture = try await AccountsFixture()
        accounts = fixture.accounts
        start = fixture.start
        anna = try await fixture.anna()
        session = try #require(try await accounts.session(anna.token, at: start))
    }

    @Test("Changing the password takes the old one, ends every session, opens a new one, and is told by mail")
    func password() async throws {
        let other = try await fixture.signIn(anna.person.email, at: start)
        await #expect(throws: AccountsError.wrongPassword) {
            try await accounts.changePassword(of: session, from: "fel", to: Fixture.otherPassword, at: start)
        }
        await #expect(throws: AccountsError.password(.easy)) {
            try await accounts.changePassword(of: session, from: Fixture.password, to: "anna.ek12345", at: start)
        }
        let token = try await accounts.changePassword(
            of: session, from: Fixture.password, to: Fixture.otherPassword, at: start)
        for old in [anna.token, other] { #expect(try await accounts.session(old, at: start) == nil) }
        #expect(try await accounts.session(token, at: start)?.person.id == anna.person.id)
        let mail = try #require(try await fixture.mails(to: anna.person.email).last)
        #expect(mail.subject == "Ditt lösenord är ändrat: Lämna statistik")
        #expect(!mail.text.contains("/nytt-losenord/"))
        _ = try await fixture.signIn(anna.person.email, password: Fixture.otherPassword, at: start + 60)
    }

    @Test("Guessing the password of a session left open is slowed down as signing in is")
    func guessing() async throws {
        for _ in 0..<6 {
            await #expect(throws: AccountsError.wrongPassword) {
                try await accounts.chooseMail(for: session, password: "fel", at: start)
            }
        }
        await #expect(throws: AccountsError.tooManyTries(until: start + 2)) {
            try await accounts.chooseMail(for: session, password: Fixture.password, at: start)
        }
    }

    @Test("An app is in use when a code from it has been typed, and then only its codes sign in")
    func factor() async throws {
        let secret = try await accounts.chooseApp(for: session, password: Fixture.password, at: start)
        #expect(try await accounts.chosenApp(for: session, at: start + 1_799) == secret)
        #expect(try await accounts.chosenApp(for: session, at: start + 1_800) == nil)
        let app = try #require(TOTP(typed: secret.typed))
        let code = try #require(app.code(step: TOTP.step(at: start + 60)))
        await #expect(throws: AccountsError.wrongCode) {
            try await accounts.confirmApp(for: session, code: code == "111111" ? "222222" : "111111", at: start + 60)
        }
        let token = try await accounts.confirmApp(for: session, code: code, at: start + 60)
        #expect(try await accounts.session(anna.token, at: start + 60) == nil)
        let renewed = try #require(try await accounts.session(token, at: start + 60))
        #expect(renewed.person.factor == .app)
        let step = try await PasswordAndCode(accounts).proceed(
            SignInAnswers(values: ["email": anna.person.email, "password": Fixture.password]), from: fixture.client,
            at: start + 120)
        #expect(step.form?.choices.map(\.value) == ["recovery"])
        #expect(
            try await fixture.mails(to: anna.person.email).map(\.subject) == [
                "Ditt sätt att få koder är ändrat: Lämna statistik"
            ])
        // Lost: a colleague gives codes by mail, and sessions end.
        let carl = try await fixture.add("Carl Lind", fixture.uppsala, [.coordinator])
        try await accounts.resetFactor(of: anna.person.id, by: .person(carl), at: start + 180)
        #expect(try await accounts.session(token, at: start + 180) == nil)
        _ = try await fixture.signIn(anna.person.email, at: start + 240)
    }

    @Test("New recovery codes put the old ones out of use")
    func recoveryCodes() async throws {
        let (codes, token) = try await accounts.newRecoveryCodes(for: session, password: Fixture.password, at: start)
        #expect(Set(codes).isDisjoint(with: anna.recoveryCodes) && codes.count == 10)
        #expect(try await accounts.session(token, at: start) != nil)
        #expect(try await accounts.recoveryCodesLeft(of: anna.person.id) == 10)
        let method = PasswordAndCode(accounts)
        let first = try await method.proceed(
            SignInAnswers(values: ["email": anna.person.email, "password": Fixture.password]), from: fixture.client,
            at: start)
        for (code, isGood) in [(anna.recoveryCodes[0], false), (codes[0], true)] {
            let step = try await method.proceed(
                SignInAnswers(pending: first.form?.pending, values: ["recovery": code]), from: fixture.client, at: start
            )
            #expect(step.isSignedIn == isGood)
        }
    }

    @Test("A name is at most a hundred plain characters, and never an identity number")
    func profile() async throws {
        let changed = try await accounts.changeProfile(of: session, name: " Anna  Ek Ås ", language: .en, at: start)
        #expect(changed.name == "Anna Ek Ås" && changed.language == .en)
        for name in ["", "  ", String(repeating: "a", count: 101), "Anna\u{202E}Ek", "Anna 19811218-9876", "A <b>"] {
            await #expect(throws: AccountsError.badName) {
                try await accounts.changeProfile(of: session, name: name, language: .sv, at: start)
            }
        }
    }
}
