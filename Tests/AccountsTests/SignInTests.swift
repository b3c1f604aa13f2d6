import AccessLog
import Accounts
import Foundation
import Secrets
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("Signing in", .fewAtATime)
struct SignInTests {
    typealias Fixture = AccountsFixture

    /// What the log says of how somebody last signed in.
    private func howSignedIn(_ fixture: Fixture) async throws -> String? {
        try await AccessLog(fixture.database).events().first { $0.act == .signedIn }?.subject
            .split(separator: ", ").last.map(String.init)
    }

    @Test("Password, then the mailed code, which is good once")
    func mail() async throws {
        let fixture = try await Fixture()
        let method = PasswordAndCode(fixture.accounts)
        _ = try await fixture.anna()
        let email = "anna.ek@uppsala.se"
        guard case .form(let empty) = try await method.begin(from: fixture.client, at: fixture.start) else {
            Issue.record("no form")
            return
        }
        #expect(empty.fields.map(\.name) == ["email", "password"])
        let first = try await method.proceed(
            SignInAnswers(values: ["email": "Anna.Ek@uppsala.se ", "password": Fixture.password]), from: fixture.client,
            at: fixture.start)
        let pending = try #require(first.form?.pending)
        #expect(first.form?.choices.map(\.value) == ["resend", "recovery"])
        let mail = try #require(try await fixture.mails(to: email).last)
        #expect(mail.subject == "Din kod till Lämna statistik")
        let code = try await fixture.mailedCode(to: email)
        #expect(!mail.subject.contains(code))
        // Drawing the page again is no try; an empty code is asked for again.
        let again = try await method.proceed(SignInAnswers(pending: pending), from: fixture.client, at: fixture.start)
        #expect(again.form?.fields.map(\.name) == ["code"] && again.form?.problem == nil)
        let none = SignInAnswers(pending: pending, values: ["code": ""])
        #expect(try await method.proceed(none, from: fixture.client, at: fixture.start).form?.problem != nil)
        let answers = SignInAnswers(pending: pending, values: ["code": code])
        guard case .signedIn(let token) = try await method.proceed(answers, from: fixture.client, at: fixture.start)
        else {
            Issue.record("not signed in")
            return
        }
        #expect(try await howSignedIn(fixture) == "kod med e-post")
        let session = try #require(try await fixture.accounts.session(token, at: fixture.start))
        #expect(session.person.email == email && session.client == "Firefox, Windows")
        #expect(session.person.lastSignedInAt == fixture.start)
        let twice = try await method.proceed(answers, from: fixture.client, at: fixture.start)
        #expect(twice.isRefused)
        #expect(!(try fixture.everything().contains(token.text)))
    }

    @Test("The answer and the work are the same for nobody's address, a wrong password and a deactivated account")
    func enumeration() async throws {
        let fixture = try await Fixture()
        let method = PasswordAndCode(fixture.accounts)
        _ = try await fixture.anna()
        let bo = try await fixture.joined("Bo Berg", "bo.berg@uppsala.se", fixture.uppsala, [.reporter]).person
        _ = try await fixture.accounts.deactivate(bo.id, by: .commandLine, at: fixture.start)
        var answers: Set<String> = []
        for (email, password) in [
            ("anna.ek@uppsala.se", "fel lösenord, faktiskt"), ("bo.berg@uppsala.se", Fixture.password),
            ("ingen.alls@uppsala.se", Fixture.password),
            ("anna.ek@uppsala.se", String(repeating: "långt ", count: 200)),
        ] {
            let before = try await fixture.log().count
            let step = try await method.proceed(
                SignInAnswers(values: ["email": email, "password": password]), from: fixture.client, at: fixture.start)
            #expect(step.form?.pending == nil)
            answers.insert("\(step)".replacing(email, with: "…"))
            // One line each: what is written takes the same time, too.
            #expect(try await fixture.log().count == before + 1)
        }
        #expect(answers.count == 1)
        #expect(try await fixture.log(.authority).last == "sign-in-refused: okänd adress")
        #expect(!(try fixture.everything().contains("ingen.alls")))
        #expect(try await fixture.mails(to: "anna.ek@uppsala.se").isEmpty)
    }

    @Test("A code from the app is good once, on either side of its half minute, and not later")
    func app() async throws {
        let fixture = try await Fixture()
        let (welcome, app) = try await fixture.joinedWithApp(
            "Anna Ek", "anna.ek@uppsala.se", fixture.uppsala, [.coordinator])
        let method = PasswordAndCode(fixture.accounts)
        func tried(_ step: Int, at time: Date) async throws -> SignInStep {
            let first = try await method.proceed(
                SignInAnswers(values: ["email": welcome.person.email, "password": Fixture.password]),
                from: fixture.client, at: time)
            return try await method.proceed(
                SignInAnswers(pending: first.form?.pending, values: ["code": try #require(app.code(step: step))]),
                from: fixture.client, at: time)
        }
        let joined = TOTP.step(at: fixture.start)
        // The code that joining took, again; and the next, early.
        #expect(!(try await tried(joined, at: fixture.start)).isSignedIn)
        #expect((try await tried(joined + 1, at: fixture.start)).isSignedIn)
        #expect(try await howSignedIn(fixture) == "kod ur app")
        let later = fixture.start + 3_600
        let step = TOTP.step(at: later)
        #expect(!(try await tried(step - 2, at: later)).isSignedIn)
        #expect((try await tried(step, at: later)).isSignedIn)
        // Replayed in a sign-in of its own, and the one before it.
        #expect(!(try await tried(step, at: later)).isSignedIn)
        #expect(!(try await tried(step - 1, at: later)).isSignedIn)
    }

    @Test("A recovery code signs in once, however it is typed, and the owner is told")
    func recovery() async throws {
        let fixture = try await Fixture()
        let method = PasswordAndCode(fixture.accounts)
        let anna = try await fixture.anna()
        func tried(_ code: String, at time: Date) async throws -> SignInStep {
            let first = try await method.proceed(
                SignInAnswers(values: ["email": anna.person.email, "password": Fixture.password]), from: fixture.client,
                at: time)
            let pending = try #require(first.form?.pending)
            let choice = SignInAnswers(pending: pending, choice: "recovery")
            let form = try await method.proceed(choice, from: fixture.client, at: time).form
            #expect(form?.fields.map(\.name) == ["recovery"])
            return try await method.proceed(
                SignInAnswers(pending: pending, values: ["recovery": code]), from: fixture.client, at: time)
        }
        let code = anna.recoveryCodes[3]
        let typed = code.lowercased().replacing("-", with: " ")
        #expect((try await tried(typed, at: fixture.start)).isSignedIn)
        #expect(try await howSignedIn(fixture) == "reservkod")
        #expect(try await fixture.accounts.recoveryCodesLeft(of: anna.person.id) == 9)
        let mail = try #require(try await fixture.mails(to: anna.person.email).last)
        #expect(mail.subject == "En reservkod har använts: Lämna statistik")
        #expect(
            mail.text.contains("Du har 9 reservkoder kvar. En användes för att logga in den 7 september 2026 kl. 9.00.")
        )
        let again = try await tried(code, at: fixture.start + 60)
        #expect(again.form?.problem?.sv.contains("redan använd") == true)
    }

    @Test("A mailed code is good for ten minutes and five tries; another can be had after a minute")
    func codeLimits() async throws {
        let fixture = try await Fixture()
        let method = PasswordAndCode(fixture.accounts)
        let email = try await fixture.anna().person.email
        func begun(at time: Date) async throws -> Token {
            let step = try await method.proceed(
                SignInAnswers(values: ["email": email, "password": Fixture.password]), from: fixture.client, at: time)
            return try #require(step.form?.pending)
        }
        func tried(_ code: String, _ pending: Token, at time: Date) async throws -> SignInStep {
            try await method.proceed(
                SignInAnswers(pending: pending, values: ["code": code]), from: fixture.client, at: time)
        }
        var time = fixture.start
        let old = try await begun(at: time)
        let oldCode = try await fixture.mailedCode(to: email)
        #expect(
            (try await tried(oldCode, old, at: time + 600)).form?.problem?.sv == "Koden har gått ut. Begär en ny kod.")
        let tooSoon = SignInAnswers(pending: old, choice: "resend")
        #expect(try await method.proceed(tooSoon, from: fixture.client, at: time + 59).form?.problem != nil)
        #expect(try await method.proceed(tooSoon, from: fixture.client, at: time + 600).form?.notice != nil)
        let newCode = try await fixture.mailedCode(to: email)
        if newCode != oldCode { #expect(!(try await tried(oldCode, old, at: time + 601)).isSignedIn) }
        #expect((try await tried(newCode, old, at: time + 660)).isSignedIn)

        time += 86_400
        let pending = try await begun(at: time)
        let right = try await fixture.mailedCode(to: email)
        let wrong = right == "123456" ? "654321" : "123456"
        for number in 1...5 {
            let step = try await tried(wrong, pending, at: time)
            #expect(number < 5 ? step.form?.problem != nil : step.isRefused)
        }
        #expect((try await tried(right, pending, at: time)).isRefused)
        // A code is of no use in another browser's sign-in, nor after twenty minutes.
        time += 86_400
        let mine = try await begun(at: time)
        let code = try await fixture.mailedCode(to: email)
        let other = try await begun(at: time)
        if try await fixture.mailedCode(to: email) != code {
            #expect(!(try await tried(code, other, at: time)).isSignedIn)
        }
        #expect((try await tried(code, mine, at: time + 1_200)).isRefused)
    }
}

extension SignInStep {
    var form: SignInForm? { if case .form(let form) = self { form } else { nil } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var isSignedIn: Bool { if case .signedIn = self { true } else { false } }
}
