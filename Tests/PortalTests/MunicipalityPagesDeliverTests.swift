import Accounts
import Frame
import HTTPTypes
import Register
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Delivering a file", .fewAtATime)
struct MunicipalityPagesDeliverTests {
    @Test("A file without errors is delivered by two acts, and the receipt is its own however often one presses")
    func straight() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let start = try await anna.get("/arbete")
        #expect(start.read.contains("Lämna senast måndag 20 maj 2013 (4 dagar kvar)."))
        #expect(start.text.contains("href=\"/arbete/lamna/2013-04\""))
        #expect(try await anna.get("/arbete/lamna").location == "/arbete/lamna/2013-04")
        let (path, page) = try await anna.check(ReasonsFile.right.sent())
        #expect(page.title == "Filen är godkänd")
        #expect(page.read.contains("Inget är inlämnat ännu."))
        #expect(try await site.house.register.deliveries().isEmpty)
        let first = try await anna.post(path + "/lamna-in")
        let second = try await anna.post(path + "/lamna-in")
        #expect(first.location == "/arbete/leveranser/2013-04-0380-1?kvitto=ja")
        #expect(second.location == first.location)
        #expect(try await site.house.register.deliveries().count == 1)
        let receipt = try await anna.follow(first)
        #expect(receipt.title == "Uppgifterna för april 2013 är inlämnade")
        #expect(receipt.read.contains("16 maj 2013 kl. 9.40 · inlämnat av Anna Ek · 20 hushåll"))
        #expect(receipt.read.contains("Vi granskar uppgifterna senast 10 juni 2013."))
        #expect(receipt.read.contains(try #require(await site.house.register.deliveries().first?.checksum)))
        #expect(try await anna.get(path).location == "/arbete/leveranser/2013-04-0380-1")
        #expect(try await site.log().contains("Anna Ek <anna@uppsala.se> deliver 2013-04-0380-1"))
    }

    @Test("The delivered file comes back byte for byte, under a name of ours, and the log knows")
    func original() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = try await anna.check(ReasonsFile.right.sent(name: "C:\\Users\\anna\\avslut <maj>.csv")).path
        _ = try await anna.post(path + "/lamna-in")
        let file = try await anna.get("/arbete/leveranser/2013-04-0380-1/fil/1")
        #expect(file.bytes == ReasonsFile.right.bytes)
        #expect(file["Content-Disposition"]?.contains("2013-04-0380-1-1.csv") == true)
        let page = try await anna.get("/arbete/leveranser/2013-04-0380-1")
        #expect(page.text.contains("avslut &lt;maj&gt;.csv") && !page.text.contains("C:\\Users"))
        #expect(try await anna.get("/arbete/leveranser/2013-04-0380-1/fil/2").status == .notFound)
        #expect(try await site.log().contains("Anna Ek <anna@uppsala.se> fetch-file 2013-04-0380-1"))
    }

    @Test("Who has seen a delivery, and what was found in another's file, stands in the log, once an hour")
    func seen() async throws {
        let site = try await MunicipalityPagesSite()
        let (anna, bo) = (try await site.signedIn("anna"), try await site.signedIn("bo"))
        func log(_ who: String, _ act: String) async throws -> [String] {
            let actor = try site.person(who).actor
            return try await site.log().filter { $0.hasPrefix("\(actor) \(act) ") }
        }
        let path = try await anna.check(ReasonsFile.wrong.sent()).path
        for _ in 0..<3 { _ = try await bo.get(path) }
        #expect(try await log("anna", "see-findings").isEmpty)
        #expect(try await log("bo", "see-findings").map { $0.hasSuffix("see-findings 2013-04") } == [true])
        _ = try await anna.post(try await anna.check(ReasonsFile.right.sent()).path + "/lamna-in")
        let receipt = "/arbete/leveranser/2013-04-0380-1"
        for _ in 0..<3 { #expect(try await bo.get(receipt).status == .ok) }
        #expect(try await log("bo", "see-delivery").count == 1)
        site.wait(3_601)
        let later = try await site.signedIn("bo")
        for _ in 0..<2 { #expect(try await later.get(receipt).status == .ok) }
        #expect(try await log("bo", "see-delivery").count == 2)
    }

    @Test("No file is no reason to lose the page")
    func noFile() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let answer = try await anna.post("/arbete/lamna/2013-04", files: [SentFile("fil", name: "", bytes: [])])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.title == "Fel: Lämna uppgifter för april 2013")
        #expect(answer.read.contains("Välj en fil först."))
        #expect(answer.text.contains("href=\"#fil\""))
    }

    @Test("A file that is too large is refused with its size, on the page where it was chosen")
    func tooLarge() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let large = SentFile("fil", name: "stor.csv", bytes: Array(repeating: 59, count: 21 << 20))
        let answer = try await anna.post("/arbete/lamna/2013-04", files: [large])
        #expect(answer.status == .contentTooLarge)
        #expect(answer.read.contains("Filen är 22 MB. Den får vara högst 20 MB."))
    }

    @Test("Errors are said where they stand, with the codes, and can be mended in the file or on the page")
    func errors() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let (path, page) = try await anna.check(ReasonsFile.wrong.sent())
        #expect(page.title == "Fel: 3 fel i filen")
        #expect(page.read.contains("Filen är inte godkänd – 3 fel att rätta"))
        #expect(page.text.contains("href=\"#rad-4\"") && page.text.contains("id=\"rad-4\""))
        #expect(page.read.contains("Rad 4, kolumn D: avslutsorsaken är 13. Ange en kod 1–12."))
        #expect(page.read.contains("Visa koderna") && page.read.contains("9 Flyttat"))
        #expect(page.text.contains("href=\"\(path)/ratta\""))
        #expect(!page.read.contains("Lämna in uppgifterna"))
        // What is not approved cannot be delivered by a form of one's own.
        #expect(try await anna.post(path + "/lamna-in").location == path)
        #expect(try await site.house.register.deliveries().isEmpty)
        let copy = try await anna.get(path + "/markerad/1")
        #expect(copy.bytes.starts(with: Array("PK".utf8)))
        #expect(copy["Content-Disposition"]?.contains("markerad-0380-2013-04.xlsx") == true)
        let start = try await anna.get("/arbete")
        #expect(start.read.contains("har 3 fel att rätta. Inget är inlämnat."))
        #expect(start.text.contains("href=\"\(path)\""))
    }

    @Test("A hundred errors are said once, listed fifty at a time and narrowed to a column")
    func many() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        var file = ReasonsFile()
        file.rows = (1...60).map { (String($0), "13") }
        let (path, page) = try await anna.check(file.sent())
        #expect(page.title == "Fel: 120 fel i filen")
        #expect(page.read.contains("120 rader har en kod som inte finns i kodlistan."))
        #expect(page.read.contains("Visar 1–50 av 120 fel."))
        #expect(!page.text.contains("/ratta\""))
        #expect(try await anna.get(path + "/ratta").location == path)
        let rest = try await anna.get(path + "?visa=fel&kolumn=1-6&sida=2")
        #expect(rest.read.contains("Visar 51–60 av 60 fel."))
        #expect(rest.read.contains("F61") && !rest.read.contains("D61"))
    }

    @Test("Cells are corrected on the page, checked again, and can be taken back; the file stays as it came")
    func correct() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = try await anna.check(ReasonsFile.wrong.sent()).path
        let form = try await anna.get(path + "/ratta")
        #expect(form.read.contains("Rad 4 · löpnummer 3") && form.read.contains("13 (finns inte)"))
        let names = form.fields("c-")
        let both = try #require(names.filter { $0.hasPrefix("c-0-0-4-") }.count == 2 ? names : nil)
        let number = try #require(both.first { $0.hasPrefix("c-0-0-6-") })
        let version = try #require(form.value("version"))
        // An identity number is asked for again, and not shown.
        let refused = try await anna.post(path + "/ratta", ["version": version, number: "19121212-1212"])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.read.contains("Det ser ut som ett personnummer") && !refused.text.contains("1212"))
        let saved = try await anna.post(
            path + "/ratta", ["version": version, "c-0-0-4-3": "9", "c-0-0-4-5": "9", number: "77"])
        #expect(saved.location == path + "?nytt=rattad")
        let page = try await anna.follow(saved)
        #expect(page.title == "Filen är godkänd")
        #expect(page.read.contains("Avslutsorsak registerledare 13 9 Anna Ek"))
        // Sent once more the form is out of date, and nothing happens twice.
        #expect(
            try await anna.post(path + "/ratta", ["version": version, number: "78"]).location == path + "?nytt=andrad")
        let undone = try await anna.post(
            path + "/angra", ["version": "2", "fil": "0", "rad": "6", "kolumn": "2", "blad": ""])
        #expect(try await anna.follow(undone).title == "Fel: 1 fel i filen")
        let again = try await anna.post(path + "/ratta", ["version": "3", number: "77"])
        #expect(again.location == path + "?nytt=rattad")
        let receipt = try await anna.follow(try await anna.post(path + "/lamna-in"))
        #expect(receipt.read.contains("Rättat på sidan före inlämningen"))
        #expect(try await anna.get("/arbete/leveranser/2013-04-0380-1/fil/1").bytes == ReasonsFile.wrong.bytes)
    }

    @Test(
        "Forms of one's own making are answered, never by a fault of ours",
        arguments: [
            ("ratta", ["version": "1", "c-0-0-999-3": "9"]), ("ratta", ["version": "1", "c-7-0-4-3": "9"]),
            ("ratta", ["version": "1", "c-0-9-4-3": "9"]), ("ratta", ["version": "x"]),
            ("angra", ["version": "1", "fil": "0", "rad": "4", "kolumn": "3"]), ("angra", ["version": "1"]),
            ("manad", ["manad": "1999-01"]), ("manad", ["manad": "april"]), ("lamna-in", ["svar-abc": "ja"]),
        ])
    func strange(form: String, fields: [String: String]) async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = try await anna.check(ReasonsFile.wrong.sent()).path
        let body = fields.map { "\($0)=\($1)" }.joined(separator: "&")
        let answer = try await anna.send(
            .post, "\(path)/\(form)", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(body.utf8))
        #expect([303, 404].contains(answer.code), "\(answer.code)")
        #expect(try await anna.get(path).title == "Fel: 3 fel i filen")
    }

    @Test("A file for another month leads both ways out")
    func otherMonth() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        var file = ReasonsFile.right
        file.month = "2013-03"
        let (path, page) = try await anna.check(file.sent())
        #expect(page.read.contains("Filen gäller mars 2013 men du lämnar uppgifter för april 2013."))
        #expect(page.read.contains("Ja, kontrollera den för mars") && page.text.contains("href=\"#fil\""))
        let moved = try await anna.follow(try await anna.post(path + "/manad", ["manad": "2013-03"]))
        #expect(moved.title == "Filen är godkänd")
        #expect(moved.read.contains("Sista dag för mars var 22 april. Du kan fortfarande lämna in"))
    }

    @Test("What looks like an identity number is stopped, kept nowhere and said nowhere")
    func identityNumber() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        var file = ReasonsFile.right
        file.rows[3].number = "191212121212"
        let (path, page) = try await anna.check(file.sent())
        #expect(page.read.contains("Vi har inte sparat filen.") && page.read.contains("visas inte"))
        #expect(!page.text.contains("1212"))
        #expect(try await anna.get(path + "/markerad/1").status == .notFound)
        #expect(try await anna.get(path + "/ratta").location == path)
        #expect(try await anna.post(path + "/lamna-in").location == path)
    }

    @Test("Two at once: who works with the older file is led to the newer, and delivers nothing by mistake")
    func twoAtOnce() async throws {
        let site = try await MunicipalityPagesSite()
        let (anna, bo) = (try await site.signedIn("anna"), try await site.signedIn("bo"))
        let older = try await anna.check(ReasonsFile.right.sent()).path
        let newer = try await bo.check(ReasonsFile.wrong.sent()).path
        let answer = try await anna.post(older + "/lamna-in")
        #expect(answer.location == newer + "?nytt=fil")
        #expect(
            try await anna.follow(answer).read.contains(
                "Bo Ask laddade upp en ny fil kl. 9.40. Du ser den senaste. Inget är inlämnat ännu."))
        #expect(try await site.house.register.deliveries().isEmpty)
    }

    @Test("Putting a file away leaves nothing to do with it")
    func putAway() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = try await anna.check(ReasonsFile.right.sent()).path
        #expect(try await anna.post(path + "/avbryt").location == "/arbete")
        #expect(try await anna.get(path).title == "Filen är bortlagd")
        #expect(try await anna.post(path + "/lamna-in").location == path)
    }

    @Test("A check that takes time has a page that waits, says so, and can be left")
    func waiting() async throws {
        let site = try await MunicipalityPagesSite(patience: .zero)
        let anna = try await site.signedIn("anna")
        var file = ReasonsFile()
        file.rows = (1...20_000).map { (String($0), String($0 % 12 + 1)) }
        let sent = try await anna.post("/arbete/lamna/2013-04", files: [file.sent()])
        let path = try #require(sent.location)
        var page = try await anna.get(path)
        #expect(page["Refresh"] == "3" || page.title.hasPrefix("Filen"))
        while page["Refresh"] != nil {
            #expect(page.title == "Vi kontrollerar filen")
            #expect(page.text.contains("role=\"status\"") && page.read.contains("Du kan stänga sidan"))
            page = try await anna.get(path)
        }
        #expect(page.read.contains("20 000 hushåll"))
    }

    @Test("A month that has not opened or has closed receives nothing, and says whom to talk to")
    func closed() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let path = try await anna.check(ReasonsFile.right.sent()).path
        try site.move(to: "2013-06-10")
        let later = try await site.signedIn("anna")
        let page = try await later.get("/arbete/lamna/2013-04")
        #expect(page.read.contains("Stängd sedan 3 juni 2013.") && page.read.contains("uls@scb.se"))
        #expect(!page.text.contains("type=\"file\""))
        #expect(try await later.post("/arbete/lamna/2013-04", files: [ReasonsFile.right.sent()]).status == .conflict)
        #expect(try await later.post(path + "/lamna-in").status == .conflict)
        #expect(try await site.house.register.deliveries().isEmpty)
        #expect(try await later.get("/arbete/lamna").read.contains("Ingen insamling är öppen just nu."))
        try site.move(to: "2013-04-20")
        let early = try await site.signedIn("anna")
        #expect(try await early.get("/arbete/lamna/2013-04").read.contains("Öppnar 2 maj 2013."))
    }
}
