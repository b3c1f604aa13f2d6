import Accounts
import Foundation
import HTTPTypes
import Secrets
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Invitations and new passwords on the pages", .fewAtATime)
struct AccountPagesInvitationTests {
    /// Somebody invited by Anna, and the path of the link.
    private func invited(_ site: AccountPagesSite) async throws -> String {
        let answer = try await site.signedIn("anna").post(
            "/arbete/var-kommun/bjud-in", ["epost": "fia@uppsala.se", "roller": "reporter"])
        #expect(answer.location == "/arbete/var-kommun?klart=inbjuden")
        return try await site.mailedLink(to: "fia@uppsala.se")
    }

    private let filledIn: KeyValuePairs = [
        "namn": "Fia Holm", "losenord": AccountPagesSite.otherPassword, "koder": "mail",
    ]

    @Test("Looking does not use an invitation up; accepting it signs in and shows the recovery codes once")
    func byMail() async throws {
        let site = try await AccountPagesSite()
        let link = try await invited(site)
        let client = site.nobody()
        for _ in 1...2 {
            let form = try await client.get(link)
            #expect(form.status == .ok)
            #expect(form.words.contains("Uppgiftslämnare") && form.words.contains("fia@uppsala.se"))
            #expect(form.text.contains("autocomplete=\"new-password\""))
        }
        let welcome = try await client.post(link, filledIn)
        #expect(welcome.status == .ok)
        let codes = welcome.text.matches(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
        #expect(codes.count == 10)
        #expect(try await client.get("/arbete/konto").words.contains("Fia Holm"))
        // The link is dead, and the codes are nowhere else.
        let again = try await client.post(link, filledIn)
        #expect(again.status == .notFound && again.words.contains("Länken fungerar inte"))
        #expect(try await client.get(link).status == .notFound)
        // One of them signs in.
        let other = site.nobody()
        let first = try await other.post(
            "/logga-in",
            ["metod": "losenord", "email": "fia@uppsala.se", "password": AccountPagesSite.otherPassword])
        #expect(first.location == "/logga-in/kod")
        let code = try #require(codes.first).output.lowercased()
        #expect(try await other.post("/logga-in/kod", ["recovery": String(code)]).location == "/arbete")
    }

    @Test("An app is shown as a picture and as text, and confirmed by a code")
    func byApp() async throws {
        let site = try await AccountPagesSite()
        let link = try await invited(site)
        let client = site.nobody()
        let answer = try await client.post(
            link, ["namn": "Fia Holm", "losenord": AccountPagesSite.otherPassword, "koder": "app"])
        #expect(answer.location == link)
        let page = try await client.get(link)
        #expect(page.text.contains("<svg role=\"img\" aria-label=\"Bild att läsa med appen\""))
        let typed = try #require(page.words.firstMatch(of: /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/)).output.0
        let app = TOTP(typed: String(typed))
        let wrong = try await client.post("\(link)/app", ["kod": "000000"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"kod-error\""))
        // The choices can still be changed.
        #expect(try await client.get("\(link)?andra=ja").text.contains("value=\"Fia Holm\""))
        let code = try #require(app.code(step: TOTP.step(at: site.now)))
        let welcome = try await client.post("\(link)/app", ["kod": code])
        #expect(welcome.status == .ok && welcome.words.contains("Spara dina reservkoder"))
        #expect(try await client.get("/arbete/konto").words.contains("Du får koder från en app."))
    }

    @Test(
        "What is to be mended is said at its field, and the password is never sent back",
        arguments: [
            ("", "fyra blåa cyklar i regnet", "mail", "namn"), ("Fia Holm", "pyttelitet", "mail", "losenord"),
            ("Fia Holm", "sommar2024sommar2024", "mail", "losenord"),
            ("Fia Holm", "fyra blåa cyklar i regnet", "", "koder"),
        ])
    func mends(name: String, password: String, factor: String, field: String) async throws {
        let site = try await AccountPagesSite()
        let link = try await invited(site)
        let answer = try await site.nobody().post(link, ["namn": name, "losenord": password, "koder": factor])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("id=\"\(field)-error\"") && answer.text.contains("href=\"#\(field)\""))
        #expect(!answer.text.contains(password))
    }

    @Test("A link that never was, a withdrawn one and one a week old are dead in the same words")
    func dead() async throws {
        let site = try await AccountPagesSite()
        let old = try await invited(site)
        let fia = try #require(try await site.accounts.person(email: "fia@uppsala.se"))
        let made = try await site.nobody().get("/inbjudan/\(Token.random().text)")
        #expect(made.status == .notFound)
        let anna = try await site.signedIn("anna")
        _ = try await anna.post("/arbete/var-kommun/personer/\(fia.id)/bjud-in-igen")
        let replaced = try await site.nobody().get(old)
        let link = try await site.mailedLink(to: "fia@uppsala.se")
        #expect(try await site.nobody().get(link).status == .ok)
        site.wait(7 * 86_400)
        let late = try await site.nobody().get(link)
        #expect(Set([made, replaced, late].map(\.words)).count == 1)
    }

    @Test("A forgotten password is answered in the same words whether there is an account or not")
    func forgotten() async throws {
        let site = try await AccountPagesSite()
        var pages: [String] = []
        for email in ["anna@uppsala.se", "ingen@uppsala.se"] {
            let client = site.nobody()
            let answer = try await client.post("/glomt-losenord", ["epost": email])
            #expect(answer.location == "/glomt-losenord?klart=ja")
            pages.append(try await client.follow(answer).text)
        }
        #expect(Set(pages).count == 1)
        #expect(try await site.mails(to: "anna@uppsala.se").count == 1)
        #expect(try await site.mails(to: "ingen@uppsala.se").isEmpty)
        let empty = try await site.nobody().post("/glomt-losenord", ["epost": ""])
        #expect(empty.status == .unprocessableContent)
    }

    @Test("Asking for new passwords is slowed down")
    func forgottenIsLimited() async throws {
        let site = try await AccountPagesSite()
        let client = site.nobody()
        for count in 1...10 {
            #expect(try await client.post("/glomt-losenord", ["epost": "n\(count)@uppsala.se"]).status == .seeOther)
        }
        #expect(try await client.post("/glomt-losenord", ["epost": "n@uppsala.se"]).status == .tooManyRequests)
    }

    @Test("The mailed link chooses a password once, signs out everywhere, and signing in still takes a code")
    func newPassword() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        _ = try await site.nobody().post("/glomt-losenord", ["epost": "Anna@Uppsala.se "])
        let link = try await site.mailedLink(to: "anna@uppsala.se")
        let client = site.nobody()
        #expect(try await client.get(link).words.contains("anna@uppsala.se"))
        let short = try await client.post(link, ["losenord": "kort"])
        #expect(short.status == .unprocessableContent && short.text.contains("id=\"losenord-error\""))
        let answer = try await client.post(link, ["losenord": AccountPagesSite.otherPassword])
        #expect(answer.location == "/logga-in?klart=losenord")
        #expect(try await client.follow(answer).words.contains("Ditt lösenord är ändrat."))
        #expect(try await client.post(link, ["losenord": AccountPagesSite.password]).status == .notFound)
        #expect(try await anna.get("/arbete/konto").location?.hasPrefix("/logga-in") == true)
        let first = try await client.post(
            "/logga-in",
            ["metod": "losenord", "email": "anna@uppsala.se", "password": AccountPagesSite.otherPassword])
        #expect(first.location == "/logga-in/kod")
    }
}

extension TOTP {
    /// An app that was told its secret by hand.
    fileprivate init(typed: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes) = (0, 0, [UInt8]())
        for value in typed.compactMap(alphabet.firstIndex(of:)) {
            bits = (bits << 5 | value) & 0xFFFF
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(bits >> count & 255))
        }
        self.init(secret: bytes)
    }
}
