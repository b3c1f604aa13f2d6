import Collecting
import Definitions
import Foundation
import Frame
import HTTPTypes
import Intake
import Register
import Review
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Reviewing deliveries on the pages", .fewAtATime)
struct ReviewPagesDecisionTests {
    @Test("The queue shows what waits, oldest first, with the reasons to look, and can be narrowed")
    func queue() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let all = try await lisa.get("/arbete/granska")
        #expect(all.deliveries == ["2013-03-0330-1", "2013-04-0380-1", "2013-04-0330-1"])
        #expect(all.words.contains("3 leveranser väntar, äldst först"))
        // Late and large against the month before, with a free text; warned, described, corrected.
        #expect(all.row("2013-03-0330-1").contains("Fritext (1) Sen"))
        #expect(all.row("2013-04-0380-1").contains("Varningar (3) Fritext (3) Stor förändring Rättad på sidan (1)"))
        #expect(all.row("2013-04-0330-1").contains("12 –"))
        #expect(try await lisa.get("/arbete/granska?manad=2013-03").deliveries == ["2013-03-0330-1"])
        #expect(try await lisa.get("/arbete/granska?skal=rattade").deliveries == ["2013-04-0380-1"])
        #expect(try await lisa.get("/arbete/granska?skal=inget").deliveries == ["2013-04-0330-1"])
        let none = try await lisa.get("/arbete/granska?manad=2013-03&skal=rattade")
        #expect(none.deliveries.isEmpty && none.words.contains("Ingen av dem som väntar stämmer med urvalet."))
    }

    @Test("An extension moves the day from which a delivery is late")
    func extended() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let until = try #require(Day(iso: "2013-05-31"))
        _ = try await site.house.collecting.extend(
            site.collection.id, site.march, site.knivsta, until: until, reason: "Nytt system", by: "Lisa", at: site.now)
        let lisa = try await site.signedIn("lisa")
        #expect(!(try await lisa.get("/arbete/granska")).row("2013-03-0330-1").contains("Sen"))
        #expect((try await lisa.get("/arbete/granska/2013-03-0330-1")).words.contains("Sista dag 31 maj 2013"))
    }

    @Test("A delivery shows all that a decision rests on, and that it was seen is logged")
    func delivery() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let page = try await site.signedIn("lisa").get("/arbete/granska/2013-04-0380-1")
        let words = page.words
        #expect(words.contains("Granska Uppsala, april 2013 Väntar på granskning"))
        #expect(words.contains("Nummer 2 av 3 i kön."))
        #expect(words.contains("Arbetsfrämjande insatser: 40 hushåll i mars, nu 9."))
        // Households, measure 0 and measure 8 against March; a warning with its answer; a text and where it belongs.
        #expect(words.contains("Hushåll 40 9 −31 (−78 %) 0 Ingen insats 40 6 −34 (−85 %)"))
        #expect(words.contains("8 Övrig/-a insats/-er 0 3 +3"))
        #expect(
            words.contains(
                "Antalet hushåll är 9. Förra månaden var det 40 (−78 procent). 9 Uppgifterna stämmer: Många har börjat arbeta."
            ))
        #expect(words.contains("SFI 2 Utanför modellen Placera") && words.contains("Validering 1 – Placera"))
        // Row 10 had no measure: it was marked on the page.
        #expect(words.contains("D10 Registerledare 0 tom X Anna Ek, 7 maj 2013 kl. 9.01"))
        #expect(words.contains("Varningar 3"))
        #expect(try await site.log(.municipality(site.uppsala)).last == "Lisa see-findings 2013-04-0380-1")
    }

    @Test("The files can be fetched from there as they came and with marks, which the municipality sees in its log")
    func files() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.get("/arbete/granska/2013-04-0380-1")
        let places = page.text.matches(of: /href="(\/arbete\/leveranser\/[^"]+)"/).map { String($0.output.1) }
        #expect(places.count == 2)
        for place in places {
            let file = try await lisa.get(place)
            #expect(file.status == .ok && file.bytes.count > 100, "\(place)")
        }
        let logged = try await site.log(.municipality(site.uppsala)).suffix(2)
        #expect(logged.allSatisfy { $0 == "Lisa fetch-file 2013-04-0380-1" })
    }

    @Test("Approving leads to the next in the same part of the queue")
    func approve() async throws {
        let site = try await ReviewPagesSite()
        let numbers = try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.get("/arbete/granska/2013-04-0380-1?manad=2013-04")
        #expect(page.text.contains("action=\"/arbete/granska/2013-04-0380-1/godkann?manad=2013-04\""))
        let answer = try await lisa.post("/arbete/granska/2013-04-0380-1/godkann?manad=2013-04", ["sett": ""])
        #expect(answer.location == "/arbete/granska/2013-04-0330-1?manad=2013-04&klart=2013-04-0380-1")
        #expect(try await site.house.review.state(of: numbers[2]).isApproved)
        let next = try await lisa.follow(answer)
        #expect(next.words.contains("Uppsala, april 2013: Du godkände leveransen 16 maj 2013 kl. 9.40."))
        let last = try await lisa.post("/arbete/granska/2013-04-0330-1/godkann?manad=2013-04", ["sett": ""])
        #expect(last.location == "/arbete/granska?manad=2013-04&klart=2013-04-0330-1")
        #expect(try await lisa.get("/arbete/granska").deliveries == ["2013-03-0330-1"])
    }

    @Test("Of two who decide at once the second is told, and undoes nothing")
    func twoReviewers() async throws {
        let site = try await ReviewPagesSite()
        let number = try await site.fill()[3]
        let (lisa, maj) = (try await site.signedIn("lisa"), try await site.signedIn("maj"))
        _ = try await maj.post("/arbete/granska/\(number)/godkann", ["sett": ""])
        let late = try await lisa.post(
            "/arbete/granska/\(number)/aterlamna", ["sett": "", "meddelande": "Lämna om.", "steg": "skicka"])
        #expect(late.location == "/arbete/granska/\(number)?inte-sparat=ja")
        let page = try await lisa.follow(late)
        #expect(page.words.contains("Ditt beslut är inte sparat Maj Nord godkände") == false)
        #expect(page.words.contains("Ditt beslut är inte sparat Maj Berg godkände leveransen 16 maj 2013 kl. 9.40."))
        let history = try await site.house.review.history(of: number)
        #expect(history.count == 1 && history[0].state.isApproved)
        // Whoever has seen that decision may change it.
        let seen = try #require(page.text.firstMatch(of: /name="sett" value="(\d+)"/)).output.1
        let changed = try await lisa.post(
            "/arbete/granska/\(number)/aterlamna",
            ["sett": String(seen), "meddelande": "Lämna om.", "steg": "skicka"])
        #expect(changed.location?.contains("klart=") == true)
        #expect(try await site.house.review.state(of: number).isReturned)
    }

    @Test("What counts no longer is not decided on")
    func superseded() async throws {
        let site = try await ReviewPagesSite()
        let number = try await site.fill()[3]
        let lisa = try await site.signedIn("lisa")
        let newer = try await site.deliver(site.quiet(13), site.knivsta, site.april, at: "2013-05-16T07:00:00Z")
        let answer = try await lisa.post("/arbete/granska/\(number)/godkann", ["sett": ""])
        #expect(answer.location == "/arbete/granska/\(number)?inte-sparat=ja")
        let page = try await lisa.follow(answer)
        #expect(page.words.contains("Kommunen har lämnat en nyare. Granska \(newer)"))
        #expect(!page.text.contains("/godkann") && page.words.contains("Alla leveranser för månaden"))
    }

    @Test(
        "A delivery is not returned without words that help",
        arguments: [
            ("  ", "Skriv vad kommunen ska ändra."),
            (String(repeating: "x", count: 1_001), "Meddelandet är 1001 tecken. Korta det till högst 1000."),
            ("Rad 3, 19121212-1212.", "Det ser ut som ett personnummer."),
        ])
    func unhelpful(_ message: String, _ words: String) async throws {
        let site = try await ReviewPagesSite()
        let number = try await site.fill()[3]
        let lisa = try await site.signedIn("lisa")
        let answer = try await lisa.post(
            "/arbete/granska/\(number)/aterlamna", ["sett": "", "meddelande": message, "steg": "skicka"])
        #expect(answer.status == .unprocessableContent && answer.text.contains("<title>Fel: "))
        #expect(answer.words.contains(words))
        #expect(try await site.house.review.history(of: number).isEmpty)
    }

    @Test("What the municipality will see is shown first; then it is returned, and the municipality sees it")
    func giveBack() async throws {
        let site = try await ReviewPagesSite()
        let number = try await site.fill()[2]
        let lisa = try await site.signedIn("lisa")
        let message = "Antalet är <halverat>.\nHar alla enheter lämnat?"
        let preview = try await lisa.post(
            "/arbete/granska/\(number)/aterlamna", ["sett": "", "meddelande": message])
        #expect(
            preview.status == .ok && preview.text.contains("Antalet är &lt;halverat&gt;.<br>Har alla enheter lämnat?"))
        #expect(preview.words.contains("Mejl går till Anna Ek."))
        #expect(try await site.house.review.history(of: number).isEmpty)
        let sent = try await lisa.post(
            "/arbete/granska/\(number)/aterlamna", ["sett": "", "meddelande": message, "steg": "skicka"])
        #expect(sent.location?.hasPrefix("/arbete/granska/2013-04-0330-1") == true)
        let theirs = try await site.signedIn("anna").get("/arbete/leveranser/\(number)")
        #expect(theirs.text.contains("Antalet är &lt;halverat&gt;.<br>Har alla enheter lämnat?"))
        #expect(try await site.log(.municipality(site.uppsala)).contains("Lisa return \(number)"))
    }

    @Test("That there was nothing to report is reviewed like a delivery")
    func nothing() async throws {
        let site = try await ReviewPagesSite()
        let receipt = try await site.house.intake.nothingToReport(
            collection: site.collection.id, tables: site.collection.tables.map(\.id), municipality: site.uppsala,
            month: site.april, by: Sender(id: "1", name: "Anna Ek"), at: site.now)
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.get("/arbete/granska/\(receipt.number)")
        #expect(page.words.contains("Arbetsfrämjande insatser: inget att rapportera"))
        #expect(page.words.contains("Inget särskilt att titta på.") && !page.words.contains("Jämfört med månaden före"))
        let answer = try await lisa.post("/arbete/granska/\(receipt.number)/godkann", ["sett": ""])
        #expect(answer.location == "/arbete/granska?klart=\(receipt.number)")
    }

    @Test("What is approved without anyone looking can be changed, and it is seen by whom")
    func setting() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        #expect(try await lisa.get("/arbete/granska/automatiskt").words.contains("Ingen har ändrat."))
        let saved = try await lisa.post(
            "/arbete/granska/automatiskt", ["automatiskt": "pa", "stoppas-av": "varningar", "stoppas-av": "sena"])
        let page = try await lisa.follow(saved)
        #expect(page.words.contains("Inställningen är sparad. 1 leverans som väntar godkänns inom en minut."))
        let setting = try await site.house.review.automaticApproval(collection: site.collection.id)
        #expect(setting == AutomaticApproval(isOn: true, blocking: [.confirmedWarnings, .late]))
        let maj = try await site.signedIn("maj").get("/arbete/granska/automatiskt")
        #expect(maj.words.contains("16 maj 2013 kl. 9.40 Lisa Nord: På."))
        _ = try await site.house.review.approveAutomatically(
            in: site.collection, at: site.now, due: try await site.house.lastDays(of: site.collection))
        site.wait(10)
        #expect(try await lisa.get("/arbete/granska").deliveries == ["2013-03-0330-1", "2013-04-0380-1"])
    }
}

extension Answer {
    /// The deliveries that a queue leads to, in its order.
    fileprivate var deliveries: [String] {
        let main = text.split(separator: "<tbody").dropFirst().first ?? ""
        return main.matches(of: /\/arbete\/granska\/(\d{4}-\d\d-\d{4}-\d+)/).map { String($0.output.1) }
    }

    /// What is read in the row of a queue that leads to a delivery.
    fileprivate func row(_ number: String) -> String {
        let row = text.split(separator: "<tr").first {
            $0.contains("/arbete/granska/\(number)") && $0.contains("</th>")
        }
        return String(row ?? "").replacing(/<[^>]*>/, with: " ").replacing("\u{a0}", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
