import AccessLog
import Accounts
import Collecting
import Definitions
import Frame
import HTTPTypes
import Register
import Review
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Answering without a file, asking, looking back", .fewAtATime)
struct MunicipalityPagesAnswerTests {
    @Test("Nothing to report takes two clicks, and its receipt is the same the second time")
    func nothing() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        #expect(try await anna.get("/arbete").text.contains("href=\"/arbete/lamna/2013-04/inget\""))
        let form = try await anna.get("/arbete/lamna/2013-04/inget")
        #expect(form.text.matches(of: /name="tabell"[^>]*checked/).count == 2)
        let path = "/arbete/lamna/2013-04/inget"
        let none = try await anna.post(path)
        #expect(none.status == .unprocessableContent)
        let first = try await anna.post(path, ["tabell": "insatser", "tabell": "avslutsorsaker"])
        let second = try await anna.post(path, ["tabell": "insatser", "tabell": "avslutsorsaker"])
        #expect(first.location == second.location)
        #expect(try await anna.follow(first).title == "Inget att rapportera för april 2013")
        #expect(try await anna.get("/arbete").read.contains("April 2013 Inget att rapportera"))
    }

    @Test("What has come in is left alone when there is nothing to report about the rest")
    func nothingOfTheRest() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        _ = try await anna.post(try await anna.check(ReasonsFile.right.sent()).path + "/lamna-in")
        #expect(try await anna.get("/arbete").read.contains("Arbetsfrämjande insatser har inte lämnats."))
        let form = try await anna.get("/arbete/lamna/2013-04/inget")
        #expect(form.text.matches(of: /value="insatser" checked/).count == 1)
        #expect(form.text.matches(of: /value="avslutsorsaker" checked/).isEmpty)
    }

    @Test("Declining takes a reason that points out nobody")
    func decline() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = "/arbete/lamna/2013-04/avsta"
        #expect(try await anna.post(path, ["skal": " "]).status == .unprocessableContent)
        let pointed = try await anna.post(path, ["skal": "19121212-1212 är sjuk"])
        #expect(pointed.status == .unprocessableContent && !pointed.text.contains("1212"))
        let done = try await anna.follow(try await anna.post(path, ["skal": "Vi byter system i vår."]))
        #expect(done.read.contains("Ni avstår från Testinsamling 2013."))
        #expect(
            try await site.house.register.declines(collection: site.collection.id).map(\.reason) == [
                "Vi byter system i vår."
            ])
        #expect(try await anna.get("/arbete").read.contains("Ändrar ni er kan ni lämna uppgifter ändå."))
    }

    @Test("Comments are kept without data; what is typed stays when something is to be mended")
    func comments() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = "/arbete/lamna/2013-04/synpunkter"
        #expect(try await anna.get(path).value("svarande-epost") == "anna@uppsala.se")
        let long = String(repeating: "a", count: 1_001)
        let refused = try await anna.post(path, ["text-insatser": long, "text-avslutsorsaker": "Bra koder."])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.read.contains("Texten är 1 001 tecken. Korta den till högst 1 000."))
        #expect(refused.read.contains("Bra koder.") && refused.text.contains(long))
        #expect(try await anna.post(path, ["text-insatser": ""]).status == .unprocessableContent)
        let done = try await anna.post(path, ["text-avslutsorsaker": "Bra koder.", "svarande-namn": "Anna Ek"])
        #expect(try await anna.follow(done).read.contains("Tack! Synpunkterna är sparade."))
        let kept = try #require(try await site.house.register.comments(collection: site.collection.id).first)
        #expect(kept.texts == ["avslutsorsaker": "Bra koder."] && kept.respondent == ["namn": "Anna Ek"])
    }

    @Test("A question gets an answer, and is the municipality's own")
    func ask() async throws {
        let site = try await MunicipalityPagesSite()
        let (anna, dan) = (try await site.signedIn("anna"), try await site.signedIn("dan"))
        let path = "/arbete/var-kommun/fragor"
        let refused = try await anna.post(path + "/ny", ["amne": "codes", "fraga": ""])
        #expect(refused.status == .unprocessableContent)
        let asked = try await anna.post(path + "/ny", ["amne": "codes", "fraga": "Räknas SFI?"])
        #expect(asked.location == path + "/1?klart=ja")
        _ = try await site.house.collecting.answer(1, text: "Nej.", author: "Lisa Nord", at: site.now)
        #expect(try await anna.get("/arbete").read.contains("Svar på frågan om koder och begrepp"))
        #expect(try await anna.get(path + "/1").read.contains("Räknas SFI?"))
        #expect(try await anna.post(path + "/1", ["fraga": "Inte ens yrkesinriktad?"]).location == path + "/1?klart=ja")
        _ = try await anna.post(path + "/1", ["fraga": "Inte ens yrkesinriktad?"])
        #expect(try await site.house.collecting.question(1).entries.count == 3)
        let lines = try await site.house.log.events(LogFilter(acts: [.asked]), limit: 9)
        #expect(try lines.map(\.actor) == Array(repeating: site.person("anna").actor, count: 2))
        #expect(try await dan.get(path + "/1").status == .notFound)
        #expect(try await dan.get(path).read.contains("Ni har inte ställt några frågor än."))
    }

    @Test("Trying a file leaves no trace in the collection")
    func tryFile() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let real = try await anna.check(ReasonsFile.wrong.sent()).path
        let (path, page) = try await anna.check(ReasonsFile.right.sent(), at: "/arbete/testa")
        #expect(page.read.contains("Det här är ett test. Inget lämnas in."))
        #expect(!page.text.contains("lamna-in"))
        #expect(try await anna.post(path + "/lamna-in").location == path)
        #expect(try await site.house.register.deliveries().isEmpty)
        #expect(try await anna.get(real).title == "Fel: 3 fel i filen")
    }

    @Test("A delivery taken back is kept with its reason, and the one before counts again")
    func withdraw() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        _ = try await anna.post(try await anna.check(ReasonsFile.right.sent()).path + "/lamna-in")
        var changed = ReasonsFile.right
        changed.rows[0].reason = "5"
        changed.rows.append(("21", "2"))
        site.wait(60)
        _ = try await anna.post(try await anna.check(changed.sent()).path + "/lamna-in")
        let second = "/arbete/leveranser/2013-04-0380-2"
        let difference = try await anna.get(second + "/skillnad/1")
        #expect(difference.read.contains("+1 hushåll, 1 ändrade."))
        #expect(difference.read.contains("Avslutsorsak hushållet: 1 → 5"))
        let cecilia = try await site.signedIn("cecilia")
        #expect(!(try await cecilia.get(second + "/skillnad/1").read.contains("→")))
        #expect(try await anna.post(second + "/dra-tillbaka", ["skal": ""]).status == .unprocessableContent)
        #expect(try await anna.post(second + "/dra-tillbaka", ["skal": "Fel fil"]).location == second)
        #expect(try await anna.post(second + "/dra-tillbaka", ["skal": "Fel fil"]).location == second)
        let page = try await anna.get(second)
        #expect(page.read.contains("Anna Ek drog tillbaka leveransen") && page.read.contains("Fel fil"))
        let list = try await anna.get("/arbete/leveranser?lage=tillbakadragen")
        #expect(list.read.contains("2013-04-0380-2") && !list.text.contains("2013-04-0380-1<"))
        #expect(try await anna.get("/arbete/leveranser/2013-04-0380-1").read.contains("Väntar på granskning"))
    }

    @Test("A returned delivery comes first on the start page, with what the authority says")
    func returned() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        _ = try await anna.post(try await anna.check(ReasonsFile.right.sent()).path + "/lamna-in")
        let number = try #require(DeliveryNumber("2013-04-0380-1"))
        try await site.house.review.return(
            number, message: "Kod 12 på alla rader?\nSe efter.", by: "Lisa Nord", at: site.now)
        let start = try await anna.get("/arbete")
        #expect(start.read.contains("Återlämnad") && start.text.contains("Kod 12 på alla rader?<br>Se efter."))
        #expect(start.read.contains("Lämna på nytt för april"))
        #expect(try await anna.get("/arbete/leveranser/2013-04-0380-1").read.contains("Kod 12 på alla rader?"))
        // The file was right: unchanged, it is a new delivery that waits for review; pressed twice it is one.
        let again = try await anna.check(ReasonsFile.right.sent()).path + "/lamna-in"
        for _ in 0..<2 {
            #expect(try await anna.post(again).location?.hasPrefix("/arbete/leveranser/2013-04-0380-2") == true)
        }
        #expect(try await anna.get("/arbete/leveranser/2013-04-0380-2").read.contains("Väntar på granskning"))
        #expect(try await !anna.get("/arbete").read.contains("Återlämnad"))
        #expect(try await site.house.register.deliveries().count == 2)
    }

    @Test("The template is filled in with municipality and month; every page can be read in English")
    func template() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let file = try await anna.get("/arbete/lamna/2013-04/mall/insatser")
        #expect(file.bytes.starts(with: Array("PK".utf8)))
        #expect(file["Content-Disposition"]?.contains("insatser-0380-2013-04.xlsx") == true)
        #expect(try await anna.get("/arbete/lamna/2013-04/mall/annat").status == .notFound)
        for path in ["", "/lamna/2013-04", "/lamna/2013-04/filen", "/leveranser", "/hjalp", "/testa", "/ar/2013"] {
            let page = try await anna.get("/arbete\(path)?sprak=en")
            #expect(page.text.contains("lang=\"en\"") && !page.read.contains(" och "), "\(path)")
        }
    }
}
