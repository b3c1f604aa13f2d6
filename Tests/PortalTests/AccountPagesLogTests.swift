import AccessLog
import Accounts
import Foundation
import HTTPTypes
import SQLiteStorage
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("The access log on the pages", .fewAtATime)
struct AccountPagesLogTests {
    @Test("A municipality reads its own lines, and that it did is one of them")
    func own() async throws {
        let site = try await AccountPagesSite()
        let bo = try await site.signedIn("bo")
        let uppsala = try site.person("bo").organisation
        let page = try await bo.get("/arbete/handelser")
        #expect(page.words.contains("Bo Ask <bo@uppsala.se>".replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
        #expect(!page.words.contains("dan@knivsta.se"))
        #expect(!page.text.contains("name=\"organisation\"") && !page.text.contains("name=\"person\""))
        #expect(try await site.log(uppsala).last == "see-log: sida 1")
        #expect(try await bo.get("/arbete/handelser").words.contains("Läste händelser"))
    }

    @Test("Lines are narrowed by kind, person and day, and a name cannot be smuggled into the search")
    func narrowed() async throws {
        let site = try await AccountPagesSite()
        let (anna, boID) = (try await site.signedIn("anna"), try site.person("bo").id)
        _ = try await site.signedIn("bo")
        let byPerson = try await anna.get("/arbete/handelser?person=\(boID)&vad=inloggning")
        #expect(byPerson.words.contains("bo@uppsala.se") && byPerson.words.contains("Loggade in"))
        // Anna's own sign-in is of the kind but not by Bo.
        #expect(try byPerson.rows() == 1)
        #expect(try await anna.get("/arbete/handelser?vad=inloggning").rows() == 2)
        #expect(try await anna.get("/arbete/handelser?fran=2026-09-08").rows() == 0)
        #expect(try await anna.get("/arbete/handelser?fran=2026-09-07&till=2026-09-07&vad=inloggning").rows() == 2)
        #expect(try await anna.get("/arbete/handelser?till=2026-09-06").rows() == 0)
        #expect(try await anna.get("/arbete/handelser?fran=igar&vad=ditt&person=x").status == .ok)
        let dan = try site.person("dan").id
        #expect(try await anna.get("/arbete/handelser?person=\(dan)&vad=inloggning").rows() == 2)
    }

    @Test(
        "A name is sought as it is written, and its signs mean nothing else",
        arguments: [("Åsa", 1), ("ASA@UPPSALA", 1), ("öberg <", 1), ("%", 0), ("_sa", 0), ("!", 0), ("asa", 2)])
    func sought(who: String, count: Int) async throws {
        let folder = try TemporaryFolder()
        let log = try await AccessLog(SQLiteDatabase(folder: folder.url.path))
        for (place, actor) in ["Åsa Öberg <asa.oberg@uppsala.se>", "Bo <asa@uppsala.se>", "öberg <o>"].enumerated() {
            try await log.add(
                Event(
                    at: Date(timeIntervalSince1970: Double(place)), actor: actor, organisation: .authority,
                    act: .signedIn, subject: ""))
        }
        let found = try await log.events(LogFilter(who: who), limit: 10)
        #expect(found.count == count)
    }

    @Test("A long log has pages")
    func paged() async throws {
        let site = try await AccountPagesSite()
        let anna = try await site.signedIn("anna")
        let log = try await AccessLog(site.database)
        let organisation = try site.person("anna").organisation
        for number in 1...60 {
            try await log.add(
                Event(
                    at: site.now, actor: "Lisa Nord", organisation: organisation, act: .sawDelivery,
                    subject: "\(number)"))
        }
        let first = try await anna.get("/arbete/handelser?vad=lasning")
        #expect(try first.rows() == 50 && first.words.contains("Visar 1–50 av 60 händelser."))
        #expect(first.text.contains("href=\"/arbete/handelser?vad=lasning&amp;sida=2\""))
        #expect(try await anna.get("/arbete/handelser?vad=lasning&sida=2").rows() == 10)
    }

    @Test("The administrator sees all, or one organisation's, and a refusal in words")
    func all() async throws {
        let site = try await AccountPagesSite()
        let agnes = try await site.signedIn("agnes")
        _ = try await site.signedIn("dan").get("/arbete/register/anvandare/0380/bjud-in")
        let all = try await agnes.get("/arbete/handelser")
        #expect(all.words.contains("Alla organisationer") && all.words.contains("hantera personer"))
        let knivsta = try await agnes.get("/arbete/handelser?organisation=0330&vad=inloggning")
        #expect(try knivsta.rows() == 1)
        #expect(try await site.signedIn("lisa").get("/arbete/handelser").words.contains("Myndigheten"))
        #expect(try await agnes.get("/arbete/handelser?organisation=9999").status == .notFound)
    }

    @Test("A review reaches as far as the page that was read, is signed once, and stands in the log")
    func review() async throws {
        let site = try await AccountPagesSite()
        let agnes = try await site.signedIn("agnes")
        site.wait(60)
        let page = try await agnes.get("/arbete/handelser/granska")
        #expect(page.words.contains("Loggen är inte granskad än.") && page.words.contains("Inloggning"))
        let read = try #require(page.text.firstMatch(of: /name="till" value="([^"]+)"/)).output.1
        #expect(read == "2026-09-07T07:01:00Z")
        site.wait(600)
        _ = try await site.signedIn("dan")
        let bad = try await agnes.post(
            "/arbete/handelser/granska", ["till": String(read), "anteckning": "Anna 19121212-1212"])
        #expect(bad.status == .unprocessableContent && bad.text.contains("id=\"anteckning-error\""))
        site.wait(60)
        let answer = try await agnes.post(
            "/arbete/handelser/granska", ["till": String(read), "anteckning": "Inget att anmärka på."])
        let after = try await agnes.follow(answer)
        #expect(after.words.contains("Granskningen är sparad.") && after.words.contains("Inget att anmärka på."))
        #expect(after.words.contains("granskad till och med 7 september 2026 kl. 9.01"))
        // Dan's came after the page had been read, so it is still to be gone through.
        #expect(after.words.contains("loggade in 1"))
        #expect(try await site.log(.authority).contains("review-log: 2026-09-07T07:01:00Z"))
        let twice = try await agnes.post("/arbete/handelser/granska", ["till": String(read), "anteckning": ""])
        #expect(twice.status == .conflict)
        // Nobody signs for what is to come.
        let ahead = try await agnes.post("/arbete/handelser/granska", ["till": "2099-01-01T00:00:00Z"])
        #expect(ahead.status == .seeOther)
        let reviews = try await AccessLog(site.database).reviews()
        #expect(reviews.map(\.until).max() == site.now)
    }
}

extension Answer {
    /// Rows of the first table.
    fileprivate func rows() throws -> Int {
        guard let table = text.firstMatch(of: /<tbody[^>]*>([\s\S]*?)<\/tbody>/) else { return 0 }
        return table.output.1.matches(of: /<tr/).count
    }
}
