import AccessLog
import Collecting
import Foundation
import Frame
import HTTPTypes
import Outbox
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Questions at the authority", .fewAtATime)
struct AuthorityPagesQuestionTests {
    @Test("A question that waits is found, answered and told of, and then no longer waits")
    func answer() async throws {
        let site = try await ReviewPagesSite()
        let id = try await site.ask("Räknas SFI <som> kurs?").id
        let lisa = try await site.signedIn("lisa")
        let list = try await lisa.get("/arbete/fragor")
        #expect(list.read.contains("Väntar på svar 1 Besvarade 0 Avslutade 0 Alla 1"))
        #expect(list.text.contains("<a href=\"/arbete/fragor/\(id)\">Räknas SFI &lt;som&gt; kurs?</a>"))
        let page = try await lisa.get("/arbete/fragor/\(id)")
        #expect(page.title == "Fråga om koder och begrepp")
        #expect(page.text.contains("<a href=\"/arbete/insamling/2013-04/0380\">Uppsala</a>"))
        let before = try await site.house.outbox.records(.waiting).count
        let sent = try await lisa.post("/arbete/fragor/\(id)", ["svar": "Nej.", "antal": "1"])
        #expect(try await lisa.follow(sent).read.contains("Svaret är skickat."))
        #expect(try await site.house.outbox.records(.waiting).count == before + 1)
        #expect(try await lisa.get("/arbete/fragor").read.contains("Ingen fråga väntar på svar."))
        #expect(try await site.log(.municipality(site.uppsala)).last == "Lisa answer \(id)")
        #expect(try await site.house.log.events(limit: 1).first?.actor == "Lisa Nord <lisa@myndighet.example>")
        #expect(try await site.house.collecting.question(id).entries.last?.author == "Lisa Nord")
    }

    @Test("An answer to what has changed meanwhile is not sent before that has been read")
    func stale() async throws {
        let site = try await ReviewPagesSite()
        let id = try await site.ask("Räknas SFI?").id
        let (lisa, maj) = (try await site.signedIn("lisa"), try await site.signedIn("maj"))
        _ = try await maj.post("/arbete/fragor/\(id)", ["svar": "Ja.", "antal": "1"])
        let refused = try await lisa.post("/arbete/fragor/\(id)", ["svar": "Nej, aldrig.", "antal": "1"])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.read.contains("Maj Berg Ja."))
        #expect(refused.text.contains(">\nNej, aldrig.</textarea>"))
        #expect(try await site.house.collecting.question(id).entries.count == 2)
        #expect(
            try await lisa.post("/arbete/fragor/\(id)", ["svar": " ", "antal": "2"]).read.contains(
                "Skriv en text först."))
    }

    @Test("A question is closed without an answer")
    func close() async throws {
        let site = try await ReviewPagesSite()
        let id = try await site.ask("Tack!").id
        let lisa = try await site.signedIn("lisa")
        let closed = try await lisa.post("/arbete/fragor/\(id)/avsluta")
        #expect(try await lisa.follow(closed).read.contains("Frågan är avslutad."))
        #expect(try await lisa.get("/arbete/fragor?visa=avslutade").read.contains("Tack!"))
    }

    @Test(
        "The list is narrowed by topic and municipality",
        arguments: [("?sok=uppsala", true), ("?sok=0330", false), ("?amne=codes", true), ("?amne=file", false)])
    func narrows(query: String, isFound: Bool) async throws {
        let site = try await ReviewPagesSite()
        _ = try await site.ask("Räknas SFI?")
        let list = try await site.signedIn("lisa").get("/arbete/fragor\(query)")
        #expect(list.read.contains("Räknas SFI?") == isFound)
        #expect(list.read.contains("Väntar på svar \(isFound ? 1 : 0)"))
    }

    @Test("The week's summary shows what was asked and said, and the mail without what was written")
    func week() async throws {
        let site = try await ReviewPagesSite()
        _ = try await site.ask("Räknas SFI?")
        let page = try await site.signedIn("lisa").get("/arbete/fragor/vecka/2013-W20")
        #expect(page.title == "Frågor vecka 20 2013")
        #expect(page.read.contains("1 ny fråga 1 väntar på svar"))
        #expect(page.read.contains("Koder och begrepp april 2013 1"))
        let mail = try #require(page.read.firstRange(of: "Frågor och svar vecka 20 2013: Testinsamling 2013"))
        #expect(page.read[mail.upperBound...].contains("Nya frågor: 1 - Koder och begrepp, april 2013: 1"))
        #expect(!page.read[mail.upperBound...].contains("SFI"))
    }
}
