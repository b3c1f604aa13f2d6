import Accounts
import Foundation
import HTTPTypes
import Secrets
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Signing in on the pages", .fewAtATime)
struct AccountPagesSignInTests {
    let password = AccountPagesSite.password

    /// The answer to the password, and to the code that was mailed.
    private func signIn(
        _ client: TestClient, _ site: AccountPagesSite, till: String? = nil
    ) async throws -> (password: Answer, code: Answer) {
        let query = till.map { "?till=\($0)" } ?? ""
        let first = try await client.post(
            "/logga-in\(query)", ["metod": "losenord", "email": "anna@uppsala.se", "password": password])
        let code = try await site.mailedCode(to: "anna@uppsala.se")
        return (first, try await client.post(try #require(first.location), ["code": code]))
    }

    @Test("Password and mailed code lead to the start page, or to where one was going")
    func leadsOn() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        let form = try await client.get("/arbete/konto")
        #expect(form.location == "/logga-in?till=%2Farbete%2Fkonto")
        let (first, second) = try await signIn(client, site, till: "%2Farbete%2Fkonto")
        #expect(first.location == "/logga-in/kod?till=%2Farbete%2Fkonto")
        #expect(second.location == "/arbete/konto")
        #expect(client.cookies["__Host-inloggning"] == nil)
        #expect(try await client.get("/arbete/konto").words.contains("anna@uppsala.se"))
        // Signed in already: the front door leads in.
        #expect(try await client.get("/logga-in").location == "/arbete")
        #expect(try await signIn(site.nobody(), site).code.location == "/arbete")
    }

    @Test("Whoever signs in anew in the same browser ends the session that was there, whose ever it was")
    func rotation() async throws {
        let site = try await AccountPagesSite()
        let client = try await site.signedIn("eva")
        let old = client.cookies
        _ = try await signIn(client, site)
        #expect(try await client.get("/arbete/konto").words.contains("anna@uppsala.se"))
        client.replaceCookies(old)
        #expect(try await client.get("/arbete/konto").location?.hasPrefix("/logga-in") == true)
    }

    @Test(
        "No address elsewhere is led to", arguments: ["https://ond.example", "//ond.example", "/%5Cond.example", "%00"])
    func staysHere(till: String) async throws {
        let site = try await AccountPagesSite()
        let (_, second) = try await signIn(site.nobody(), site, till: till)
        #expect(second.location == "/arbete")
    }

    @Test("The form asks the browser to fill in, and lets the code be pasted")
    func helpsTheBrowser() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        let form = try await client.get("/logga-in")
        #expect(form.text.contains("type=\"email\" autocomplete=\"username\""))
        #expect(form.text.contains("type=\"password\" autocomplete=\"current-password\""))
        _ = try await client.post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password])
        let code = try await client.get("/logga-in/kod")
        #expect(code.status == .ok)
        #expect(code.text.contains("inputmode=\"numeric\" autocomplete=\"one-time-code\""))
        #expect(!code.text.contains("onpaste"))
        #expect(!code.text.contains("anna@uppsala.se"))
    }

    @Test("An unknown address, a wrong password and a deactivated account get the same answer")
    func noEnumeration() async throws {
        let site = try await AccountPagesSite()
        let eva = try site.person("eva").id
        _ = try await site.accounts.deactivate(eva, by: .commandLine, at: site.now)
        var answers: [Answer] = []
        for (email, password) in [
            ("ingen@uppsala.se", password), ("anna@uppsala.se", "fel lösenord för anna"), ("eva@uppsala.se", password),
        ] {
            let client = site.nobody()
            let answer = try await client.post(
                "/logga-in", ["metod": "losenord", "email": email, "password": password])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<title>Fel: "))
            #expect(client.cookies.isEmpty)
            #expect(!answer.text.contains(password))
            answers.append(answer)
        }
        let pages = zip(answers, ["ingen", "anna", "eva"]).map { $0.text.replacing("\($1)@uppsala.se", with: "X") }
        #expect(Set(pages).count == 1)
        #expect(Set(answers.map { $0.headers.map(\.name.rawName).sorted() }).count == 1)
    }

    @Test("A wrong code is said at the field; after five it is all to be done again")
    func wrongCodes() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        let first = try await client.post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password])
        #expect(first.location == "/logga-in/kod")
        let empty = try await client.post("/logga-in/kod", ["code": ""])
        #expect(empty.status == .unprocessableContent && empty.words.contains("Skriv koden."))
        for _ in 1...4 {
            let answer = try await client.post("/logga-in/kod", ["code": "000000"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"code-error\""))
        }
        let last = try await client.post("/logga-in/kod", ["code": "000000"])
        #expect(last.status == .unprocessableContent && last.words.contains("Logga in från början"))
        #expect(client.cookies.isEmpty)
        #expect(try await client.get("/logga-in/kod").location == "/logga-in")
    }

    @Test("Another code can be asked for, and a recovery code used instead")
    func otherWays() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        _ = try await client.post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password])
        #expect(try await client.post("/logga-in/kod", ["val": "resend"]).words.contains("Vänta någon minut"))
        site.wait(120)
        let again = try await client.post("/logga-in/kod", ["val": "resend"])
        #expect(again.status == .ok && again.words.contains("Vi har skickat en ny kod."))
        #expect(try await site.mails(to: "anna@uppsala.se").count == 2)
        let recovery = try await client.post("/logga-in/kod", ["val": "recovery"])
        #expect(recovery.text.contains("name=\"recovery\" type=\"text\" autocomplete=\"off\""))
        #expect(try await client.post("/logga-in/kod", ["val": "ordinary"]).text.contains("name=\"code\""))
        let code = try await site.mailedCode(to: "anna@uppsala.se")
        #expect(try await client.post("/logga-in/kod", ["code": " \(code) "]).location == "/arbete")
    }

    @Test("An address may try so often and no more, whoever it says it is")
    func isLimited() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        for _ in 1...60 {
            #expect(try await client.post("/logga-in/kod", ["code": "123456"]).location == "/logga-in")
        }
        let answer = try await client.post("/logga-in/kod", ["code": "123456"])
        #expect(answer.status == .tooManyRequests && answer["Retry-After"] != nil)
        #expect(try await client.get("/logga-in").status == .ok)
        #expect(try await site.nobody(address: "198.51.100.9").post("/logga-in/kod").status == .seeOther)
        site.wait(10)
        #expect(try await client.post("/logga-in/kod").status == .seeOther)
    }

    @Test("A form from another site does not sign in")
    func crossSite() async throws {
        let site = try await AccountPagesSite()
        let answer = try await site.nobody().post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password],
            headers: [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"])
        #expect(answer.status == .forbidden)
    }

    @Test("Whatever a method asks for is drawn; where it leads elsewhere the browser is sent, and let in by the answer")
    func otherMethods() async throws {
        let site = try await AccountPagesSite { [PasswordAndCode($0), Elsewhere(accounts: $0)] }
        let client = site.nobody()
        let choice = try await client.get("/logga-in")
        #expect(choice.words.contains("Logga in med tjänstekort"))
        #expect(choice.text.contains("href=\"/logga-in?metod=kort\""))
        let away = try await client.get("/logga-in?metod=kort")
        #expect(away.status == .seeOther && away["Location"] == "https://kort.example/?state=4711")
        #expect(try await client.get("/logga-in/svar?code=fel").status == .unprocessableContent)
        _ = try await client.get("/logga-in?metod=kort")
        #expect(try await client.get("/logga-in/svar?code=bra").location == "/arbete")
        #expect(try await client.get("/arbete/konto").status == .ok)
        #expect(try await site.nobody().get("/logga-in/svar?code=bra").location == "/logga-in")
        // A code in an address is no answer to the form with a password.
        let other = site.nobody()
        _ = try await other.post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password])
        #expect(try await other.get("/logga-in/svar?code=123456").status == .notFound)
    }
}

/// A method that asks another service, as one with cards does.
private struct Elsewhere: SignInMethod {
    let isAnsweredFromElsewhere = true
    let accounts: Accounts
    let id = "kort"
    let title = Localized(sv: "Logga in med tjänstekort", en: "Sign in with a card")

    func begin(from client: Client, at time: Date) async throws(AccountsError) -> SignInStep {
        .redirect("https://kort.example/?state=4711", pending: Token("4711"))
    }

    func proceed(
        _ answers: SignInAnswers, from client: Client, at time: Date
    ) async throws(AccountsError) -> SignInStep {
        guard answers.pending?.text == "4711", answers.values["code"] == "bra",
            let person = try await accounts.person(email: "anna@uppsala.se")
        else { return .refused(Localized(sv: "Kortet gick inte att läsa.", en: "The card could not be read.")) }
        return .signedIn(try await accounts.signIn(person.id, from: client, at: time))
    }
}
