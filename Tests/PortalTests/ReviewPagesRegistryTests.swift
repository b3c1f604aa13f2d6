import Definitions
import Foundation
import Frame
import HTTPTypes
import Register
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Response burden and comments on the pages", .fewAtATime)
struct ReviewPagesRegistryTests {
    @Test("Attempts, time and the rules that made them try again, in all and for one municipality")
    func burden() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let per = try await site.signedIn("per")
        let all = try await per.get("/arbete/register/borda")
        #expect(all.words.contains("5 försök 1 fel i dem 4 månader inlämnade"))
        #expect(all.words.contains("Försök innan det är inlämnat 1 1 1,3"))
        #expect(all.words.contains("Tid till inlämning 10 min 10 min 10 min"))
        #expect(all.words.contains("Uppsala 2 av 2 3 1 10 min 12 dagar"))
        #expect(all.words.contains("R12 Fel Arbetsfrämjande insatser 1 1 1"))
        let one = try await per.get("/arbete/register/borda?kommun=0380&manad=2013-04")
        #expect(one.words.contains("Uppgiftslämnarbörda, Uppsala"))
        #expect(one.words.contains("April 2013 7 maj 2013 kl. 9.00 2 1 7 maj 2013 kl. 9.10 (10 min)"))
        let csv = try await per.get("/arbete/register/borda/kommuner.csv?manad=2013-04")
        #expect(csv.text.contains("0380;Uppsala;1;1;2;1;10;") && csv.text.contains("0330;Knivsta;1;1;1;0;10;"))
        #expect(try await per.get("/arbete/register/borda/regler.csv").text.contains("R12;"))
        #expect(try await per.get("/arbete/register/borda/kommuner.xlsx").bytes.starts(with: Array("PK".utf8)))
        let sorted = try await per.get("/arbete/register/borda?sortera=-forsok")
        let names = sorted.text.matches(of: /kommun=(0\d{3})/).map { String($0.output.1) }
        #expect(names.first == "0380")
    }

    @Test("Comments subject by subject; who answers only for those who may take out, and logged")
    func comments() async throws {
        let site = try await ReviewPagesSite()
        let form = try #require(site.collection.form)
        try await site.house.register.comment(
            Comments(
                collection: site.collection.id, municipality: site.uppsala,
                texts: ["insatser": "Kod <8> är\notydlig."], respondent: ["namn": "Berit Holm"], sender: "Anna Ek",
                receivedAt: site.now), form: form)
        let per = try await site.signedIn("per")
        let page = try await per.get("/arbete/register/synpunkter")
        #expect(
            page.text.contains("Kod &lt;8&gt; är<br>otydlig.") && page.words.contains("Om arbetsfrämjande insatser 1"))
        #expect(!page.text.contains("Berit Holm") && !page.text.contains("synpunkter-med-namn"))
        let other = try await per.get("/arbete/register/synpunkter?amne=avslutsorsaker")
        #expect(other.words.contains("Ingen kommun har skrivit något om det."))
        #expect(!(try await per.get("/arbete/register/synpunkter/synpunkter.csv")).text.contains("Berit Holm"))
        #expect(try await site.log(.municipality(site.uppsala)).allSatisfy { !$0.contains(" export ") })
        let named = try await site.signedIn("lisa").get("/arbete/register/synpunkter/synpunkter-med-namn.csv")
        #expect(named.text.contains("0380;Uppsala;") && named.text.contains("Berit Holm"))
        #expect(try await site.log(.municipality(site.uppsala)).last == "Lisa export testinsamling-2013 synpunkter")
    }

    @Test(
        "Without deliveries every page says so",
        arguments: [
            ("/arbete/granska", "Ingen leverans väntar på granskning."),
            ("/arbete/granska/koda-om", "Ingen kommun har skrivit någon fritext."),
            ("/arbete/register/uttag", "Inget har kommit in än."),
            ("/arbete/register/borda", "Ingen fil har kontrollerats i portalen för att lämnas in."),
            ("/arbete/register/prova", "Inget har kommit in än att pröva på."),
            ("/arbete/register/synpunkter", "Ingen kommun har skrivit något om det."),
        ])
    func empty(_ path: String, _ words: String) async throws {
        let site = try await ReviewPagesSite()
        let page = try await site.signedIn("lisa").get(path)
        #expect(page.status == .ok && page.words.contains(words))
    }

    @Test("A collection that is not there is not found", arguments: ["granska", "granska/koda-om", "register/uttag"])
    func noCollection(_ path: String) async throws {
        let site = try await ReviewPagesSite()
        #expect(try await site.signedIn("lisa").get("/arbete/\(path)?insamling=x").status == .notFound)
    }
}
