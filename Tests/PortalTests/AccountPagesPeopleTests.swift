import Accounts
import Foundation
import HTTPTypes
import Secrets
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("People and keys on the pages", .fewAtATime)
struct AccountPagesPeopleTests {
    let home = "/arbete/var-kommun"

    @Test("A coordinator sees colleagues, what roles mean, and nobody else's")
    func list() async throws {
        let site = try await AccountPagesSite()
        let page = try await site.signedIn("anna").get(home)
        #expect(page.words.contains("Uppsala kommun") && page.words.contains("Cecilia Al"))
        #expect(!page.words.contains("Dan Lind"))
        let form = try await site.signedIn("anna").get("\(home)/bjud-in")
        for role in Role.roles(of: try site.person("anna").organisation) {
            #expect(form.words.contains(role.explanation.sv))
        }
        #expect(!form.words.contains("Administratör"))
        // Others see whom to ask.
        let contacts = try await site.signedIn("bo").get(home)
        #expect(contacts.words.contains("anna@uppsala.se") && !contacts.words.contains("Cecilia Al"))
    }

    @Test(
        "An invitation that cannot be sent says why",
        arguments: [
            ("fia@knivsta.se", "reporter", "epost"), ("fia", "reporter", "epost"), ("bo@uppsala.se", "reader", "epost"),
            ("fia@uppsala.se", "administrator", "roller"), ("fia@uppsala.se", "", "roller"),
        ])
    func refuses(email: String, role: String, field: String) async throws {
        let site = try await AccountPagesSite()
        let answer = try await site.signedIn("anna").post("\(home)/bjud-in", ["epost": email, "roller": role])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("id=\"\(field)-error\"") && answer.text.contains("id=\"\(field)\""))
        #expect(answer.text.contains("value=\"\(email)\""))
        #expect(try await site.accounts.person(email: "fia@uppsala.se") == nil)
    }

    @Test("An invitation is withdrawn, and can be sent anew")
    func withdrawn() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        let invite: KeyValuePairs = ["epost": "fia@uppsala.se", "roller": "reporter"]
        _ = try await anna.post("\(home)/bjud-in", invite)
        let fia = try #require(try await site.accounts.person(email: "fia@uppsala.se"))
        #expect(try await anna.get("\(home)/personer/\(fia.id)").words.contains("Personen har inte svarat än."))
        let link = try await site.mailedLink(to: "fia@uppsala.se")
        let answer = try await anna.post("\(home)/personer/\(fia.id)/ta-bort")
        #expect(try await anna.follow(answer).words.contains("Inbjudan är borttagen."))
        #expect(try await site.nobody().get(link).status == .notFound)
        #expect(try await anna.get("\(home)/personer/\(fia.id)").status == .notFound)
        #expect(try await anna.post("\(home)/bjud-in", invite).status == .seeOther)
    }

    @Test("Roles change at once; the last coordinator stays one, and nobody gives roles to themselves")
    func roles() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        let bo = try await site.signedIn("bo")
        let (annaID, boID) = (try site.person("anna").id, try site.person("bo").id)
        #expect(try await bo.get("\(home)/bjud-in").status == .forbidden)
        let last = try await anna.post("\(home)/personer/\(annaID)/roller", ["roller": "reporter"])
        #expect(last.status == .unprocessableContent && last.text.contains("id=\"roller-error\""))
        let changed = try await anna.post(
            "\(home)/personer/\(boID)/roller", ["roller": "reporter", "roller": "coordinator"])
        #expect(changed.location == "\(home)/personer/\(boID)?klart=roller")
        #expect(try await bo.get("\(home)/bjud-in").status == .ok)
        #expect(try await anna.post("\(home)/personer/\(annaID)/roller", ["roller": "reader"]).status == .seeOther)
        #expect(try await anna.get("\(home)/bjud-in").status == .forbidden)
        // Back again takes the other.
        #expect(
            try await anna.post("\(home)/personer/\(annaID)/roller", ["roller": "coordinator"]).status == .forbidden)
    }

    @Test("Somebody deactivated is out at once, comes back by reactivation, and their keys are shown")
    func deactivated() async throws {
        let site = try await AccountPagesSite()
        let (anna, bo) = (try await site.signedIn("anna"), try await site.signedIn("bo"))
        let person = try site.person("bo")
        let path = "\(home)/personer/\(person.id)"
        #expect(try await anna.post("\(path)/stang-av").location == "\(path)?klart=avstangd")
        #expect(try await bo.get("/arbete/konto").status == .seeOther)
        #expect(try await anna.get(path).words.contains("Öppna kontot igen"))
        #expect(try await anna.post("\(path)/stang-av").status == .conflict)
        #expect(try await anna.post("\(path)/oppna").location == "\(path)?klart=oppnad")
        _ = try await anna.post("\(path)/roller", ["roller": "coordinator"])
        let coordinator = try await site.signedIn("bo")
        _ = try await coordinator.post(
            "\(home)/nycklar/ny", ["namn": "Nattjobb", "behorighet": "submit", "giltig": "365"])
        let answer = try await anna.post("\(path)/stang-av")
        #expect(answer.location == "\(home)/nycklar?klart=avstangd")
        let keys = try await anna.follow(answer)
        #expect(keys.words.contains("Spärra dem som inte ska användas.") && keys.words.contains("(avstängd)"))
        // Not oneself.
        let own = try await anna.post("\(home)/personer/\(try site.person("anna").id)/stang-av")
        #expect(own.status == .conflict)
    }

    @Test("A contact person is chosen and unchosen; a lost app gives way to mail")
    func contact() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        let bo = try site.person("bo")
        let path = "\(home)/personer/\(bo.id)"
        _ = try await anna.post("\(path)/kontaktperson", ["ja": "ja"])
        #expect(try await site.accounts.person(email: bo.email)?.isContact == true)
        _ = try await anna.post("\(path)/kontaktperson")
        #expect(try await site.accounts.person(email: bo.email)?.isContact == false)
        #expect(try await anna.post("\(path)/koder").location == "\(path)?klart=koder")
    }

    @Test("Registrar and language are the coordinator's to change; domains the administrator's")
    func details() async throws {
        let site = try await AccountPagesSite()
        let (anna, agnes) = (try await site.signedIn("anna"), try await site.signedIn("agnes"))
        let bad = try await anna.post("\(home)/uppgifter", ["registrator": "registrator", "sprak": "sv"])
        #expect(bad.status == .unprocessableContent && bad.text.contains("id=\"registrator-error\""))
        let answer = try await anna.post(
            "\(home)/uppgifter", ["registrator": "registrator@uppsala.se", "sprak": "sv"])
        #expect(try await anna.follow(answer).words.contains("registrator@uppsala.se"))
        let path = "/arbete/register/anvandare/0380"
        let wrong = try await agnes.post("\(path)/domaner", ["domaner": "uppsala.se\nuppsala"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"domaner-error\""))
        _ = try await agnes.post("\(path)/domaner", ["domaner": "uppsala.se, Fyris.se\r\n"])
        #expect(
            try await site.accounts.organisation(site.person("anna").organisation).domains == [
                "uppsala.se", "fyris.se",
            ])
    }

    @Test("The authority finds a municipality without coordinator and invites the first with its domain")
    func first() async throws {
        let site = try await AccountPagesSite()
        let agnes = try await site.signedIn("agnes")
        let all = try await agnes.get("/arbete/register/anvandare")
        #expect(all.words.contains("Visar 1–50 av 291 organisationer."))
        let lacking = try await agnes.get("/arbete/register/anvandare?visa=utan-samordnare&sok=uppsala")
        // Uppsala itself has one; the county's others but Knivsta have none.
        #expect(lacking.words.contains("Enköping") && !lacking.words.contains("Knivsta"))
        let path = "/arbete/register/anvandare/0381"
        #expect(try await agnes.get(path).words.contains("Det finns ingen samordnare"))
        let form = try await agnes.get("\(path)/bjud-in?roll=coordinator")
        #expect(form.text.contains("name=\"domaner\""))
        #expect(form.text.contains("value=\"coordinator\" checked"))
        let none = try await agnes.post(
            "\(path)/bjud-in", ["domaner": "", "epost": "gun@enkoping.se", "roller": "coordinator"])
        #expect(none.status == .unprocessableContent && none.text.contains("id=\"domaner-error\""))
        let answer = try await agnes.post(
            "\(path)/bjud-in", ["domaner": "enkoping.se", "epost": "gun@enkoping.se", "roller": "coordinator"])
        #expect(try await agnes.follow(answer).words.contains("En är inbjuden men har inte svarat än."))
        #expect(try await site.mails(to: "gun@enkoping.se").first?.contains("Enköping") == true)
    }

    @Test("A key's secret is shown once; revoked it lets nobody in and is listed as such")
    func keys() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        let bad = try await anna.post("\(home)/nycklar/ny", ["namn": "", "behorighet": "submit", "giltig": "365"])
        #expect(bad.text.contains("id=\"namn-error\""))
        let long = try await anna.post(
            "\(home)/nycklar/ny", ["namn": "Nattjobb", "behorighet": "submit", "giltig": "9999"])
        #expect(long.text.contains("id=\"giltig-error\""))
        let made = try await anna.post(
            "\(home)/nycklar/ny", ["namn": "Nattjobb", "behorighet": "submit", "behorighet": "read", "giltig": "90"])
        #expect(made.status == .ok && made["Cache-Control"] == "no-store")
        let secret = try #require(made.text.firstMatch(of: /ul_[A-Za-z0-9_-]{43}/)).output
        let key = try #require(try await site.accounts.key(Token(String(secret)), at: site.now))
        #expect(key.scopes == [.submit, .read])
        let list = try await anna.get("\(home)/nycklar")
        #expect(!list.text.contains(secret) && list.words.contains("slutar på \(secret.suffix(4))"))
        #expect(try await anna.get("\(home)/nycklar/\(key.id)").words.contains("Spärra Nattjobb?"))
        #expect(try await anna.post("\(home)/nycklar/\(key.id)").location == "\(home)/nycklar?klart=sparrad")
        #expect(try await site.accounts.key(Token(String(secret)), at: site.now) == nil)
        #expect(try await anna.get("\(home)/nycklar").words.contains("Spärrad"))
        #expect(try await anna.post("\(home)/nycklar/\(key.id)").status == .notFound)
    }
}
