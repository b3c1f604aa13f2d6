import Accounts
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("One's own account on the pages", .fewAtATime)
struct AccountPagesOwnAccountTests {
    let password = AccountPagesSite.password
    let other = AccountPagesSite.otherPassword

    @Test("A changed language is that of the next page, whatever the browser has kept")
    func profile() async throws {
        let site = try await AccountPagesSite()
        let client = try await site.signedIn("anna")
        _ = try await client.get("/arbete/konto?sprak=sv")
        let answer = try await client.post("/arbete/konto/uppgifter", ["namn": " Anna  Ekman ", "sprak": "en"])
        let page = try await client.follow(answer)
        #expect(page.words.contains("Anna Ekman") && page.words.contains("Your details have been changed."))
        let bad = try await client.post("/arbete/konto/uppgifter", ["namn": "19121212-1212", "sprak": "en"])
        #expect(bad.status == .unprocessableContent && bad.text.contains("id=\"namn-error\""))
    }

    @Test("A changed password takes the old one, renews the session and ends all others")
    func passwords() async throws {
        let site = try await AccountPagesSite()
        let (client, elsewhere) = (try await site.signedIn("anna"), try await site.signedIn("anna"))
        let before = client.cookies["__Host-session"]
        let wrong = try await client.post("/arbete/konto/losenord", ["nuvarande": other, "losenord": other])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"nuvarande-error\""))
        #expect(!wrong.text.contains(other))
        let answer = try await client.post("/arbete/konto/losenord", ["nuvarande": password, "losenord": other])
        #expect(answer.location == "/arbete/konto?klart=losenord")
        #expect(client.cookies["__Host-session"] != before)
        #expect(try await client.follow(answer).words.contains("Ditt lösenord är ändrat."))
        #expect(try await elsewhere.get("/arbete/konto").status == .seeOther)
    }

    @Test("Codes from an app, and back to mail, each against the password")
    func factor() async throws {
        let site = try await AccountPagesSite()
        let client = try await site.signedIn("anna")
        #expect(try await client.get("/arbete/konto/koder/app").location == "/arbete/konto/koder")
        let none = try await client.post("/arbete/konto/koder", ["nuvarande": password])
        #expect(none.text.contains("id=\"koder-error\""))
        let chosen = try await client.post("/arbete/konto/koder", ["koder": "app", "nuvarande": password])
        #expect(chosen.location == "/arbete/konto/koder/app")
        #expect(try await client.follow(chosen).text.contains("<svg role=\"img\""))
        let wrong = try await client.post("/arbete/konto/koder/app", ["kod": "000000"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"kod-error\""))
        // Until the app has shown a code, mail goes on.
        #expect(try await client.get("/arbete/konto").words.contains("Du får koder med mejl."))
        let mail = try await client.post("/arbete/konto/koder", ["koder": "mail", "nuvarande": password])
        #expect(mail.location == "/arbete/konto?klart=koder")
    }

    @Test("New recovery codes are shown once, against the password")
    func recovery() async throws {
        let site = try await AccountPagesSite()
        let client = try await site.signedIn("anna")
        // Made-up people have none, which the account's page says.
        #expect(try await client.get("/arbete/konto").words.contains("Du har inga reservkoder kvar."))
        #expect(try await client.post("/arbete/konto/reservkoder", ["nuvarande": ""]).status == .unprocessableContent)
        let page = try await client.post("/arbete/konto/reservkoder", ["nuvarande": password])
        #expect(page.text.matches(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).count == 10)
        #expect(try await client.get("/arbete/konto").words.contains("10 kvar"))
    }

    @Test("Sessions are listed; one can be ended, or all; nobody else's")
    func sessions() async throws {
        let site = try await AccountPagesSite()
        let (client, elsewhere, dan) = (
            try await site.signedIn("anna"), try await site.signedIn("anna"), try await site.signedIn("dan")
        )
        let page = try await client.get("/arbete/konto")
        #expect(page.words.contains("Den här webbläsaren") && page.words.contains("Firefox, Windows"))
        let sessions = try await site.accounts.sessions(of: site.person("anna").id, at: site.now)
        #expect(sessions.count == 2)
        let path = try #require(page.text.firstMatch(of: /\/arbete\/konto\/inloggningar\/\d+/)).output
        _ = try await dan.post(String(path))
        #expect(try await elsewhere.get("/arbete/konto").status == .ok)
        #expect(try await client.post(String(path)).location == "/arbete/konto?klart=inloggning")
        #expect(try await elsewhere.get("/arbete/konto").status == .seeOther)
        let third = try await site.signedIn("anna")
        #expect(try await client.post("/arbete/konto/inloggningar").location == "/logga-in?klart=utloggad")
        #expect(try await third.get("/arbete/konto").status == .seeOther)
        #expect(client.cookies["__Host-session"] == nil)
        #expect(try await dan.get("/arbete/konto").status == .ok)
    }

    @Test("Keep working lengthens the session; without it half an hour ends it")
    func keepWorking() async throws {
        let site = try await AccountPagesSite()
        let (client, idle) = (try await site.signedIn("anna"), try await site.signedIn("bo"))
        site.wait(26 * 60)
        let answer = try await client.post("/arbete/fortsatt")
        #expect(answer.location == "/arbete/fortsatt")
        #expect(try await client.follow(answer).words.contains("Du är inloggad till kl. 9.56"))
        site.wait(20 * 60)
        #expect(try await client.get("/arbete/konto").status == .ok)
        #expect(try await idle.get("/arbete/konto").location?.hasPrefix("/logga-in?till=") == true)
    }

    @Test("Signing out is a form, forgets the cookie and says so")
    func signOut() async throws {
        let site = try await AccountPagesSite()
        let client = try await site.signedIn("anna")
        let cookies = client.cookies
        #expect(try await client.get("/arbete/logga-ut").status == .notFound)
        let answer = try await client.post("/arbete/logga-ut")
        #expect(answer["Clear-Site-Data"] == "\"cache\", \"storage\"")
        #expect(try await client.follow(answer).words.contains("Du är utloggad."))
        client.replaceCookies(cookies)
        #expect(try await client.get("/arbete/konto").status == .seeOther)
    }

    @Test(
        "A session is called by browser and system",
        arguments: [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0", "Firefox, Windows"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36 Edg/139.0",
                "Edge, Windows"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari, iPhone"
            ),
            ("curl/8.1", ""),
        ])
    func clients(agent: String, called: String) async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        let headers: HTTPFields = [.userAgent: agent]
        _ = try await client.post(
            "/logga-in", ["metod": "losenord", "email": "anna@uppsala.se", "password": password], headers: headers)
        _ = try await client.post(
            "/logga-in/kod", ["code": try await site.mailedCode(to: "anna@uppsala.se")], headers: headers)
        let sessions = try await site.accounts.sessions(of: site.person("anna").id, at: site.now)
        #expect(sessions.map(\.client) == [called])
    }
}
