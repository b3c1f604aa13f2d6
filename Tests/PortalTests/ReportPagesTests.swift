import Definitions
import Foundation
import Frame
import HTTPTypes
import Reporting
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Making a report to a committee", .fewAtATime)
struct ReportPagesTests {
    @Test("From the start page over two people to an address that everybody may read")
    func journey() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        let work = ReportPagesSite.work("11")
        let start = try await maria.get("/arbete")
        #expect(start.read.contains("November 2023 är klar att skapa"))
        #expect(start.read.contains("Uppgifterna är hämtade 5 december 2023."))
        #expect(start.read.contains("Start Rapporter Vår kommun Hjälp"))
        // Click 1: Skapa. Click 2: a form of it.
        #expect(try await maria.post(work + "/borja").location == work)
        let page = try await maria.get(work)
        #expect(page.title == "Nämndrapport november 2023" && page.text.contains("href=\"\(work)/fil/html\""))
        let form = try await maria.get(work + "/fil/html")
        #expect(form.status == .ok && form.read.contains("Nämndrapport november 2023"))
        #expect(form["Content-Disposition"]?.contains("namndrapport-0580-2023-11.html") == true)

        // Written, and shown in the preview.
        let place = "kommentar.utbetalt-bistand"
        let written = try await maria.post(
            work + "/texter",
            [
                "revision": try #require(page.value("revision")), "plats": "utbetalt-bistand", "gor": "spara",
                place: "Studerande söker i juni.", "rubrik.utbetalt-bistand": "Så gick det",
            ])
        #expect(written.location == work + "?sparat=utbetalt-bistand#diagram-utbetalt-bistand")
        let after = try await maria.get(work)
        #expect(after.read.contains("Diagram 1. Så gick det") && after.read.contains("Studerande söker i juni."))
        #expect(after.read.contains("Maria Lind"))

        // Locked, sent; not approved by herself; approved by the other; published.
        for (client, step) in [(maria, "las"), (maria, "skicka")] {
            let revision = try #require(try await client.get(work).value("revision"))
            _ = try await client.post("\(work)/\(step)", ["revision": revision])
        }
        let sent = try await maria.get(work)
        #expect(sent.read.contains("Det här är de som kan godkänna: Per Ahl."))
        #expect(!sent.text.contains("\(work)/godkann"))
        let revision = try #require(try await per.get(work).value("revision"))
        #expect(try await maria.post(work + "/godkann", ["revision": revision]).status == .conflict)
        #expect(try await per.post(work + "/godkann", ["revision": revision]).location == work)
        let approved = try #require(try await per.get(work).value("revision"))
        #expect(try await per.post(work + "/publicera", ["revision": approved]).location == work)

        let open = try await site.nobody().get("/rapporter/0580/2023-11")
        #expect(open.status == .ok && open.read.contains("Diagram 1. Så gick det"))
        #expect(open.read.contains("Webbsida") && open.read.contains("Publicerad 6 december 2023"))
        #expect(try await site.nobody().get("/rapporter").read.contains("Nämndrapport november 2023"))
        let file = try await site.nobody().get("/rapporter/0580/2023-11/namndrapport-0580-2023-11.html")
        let tag = try #require(file.headers[.eTag])
        #expect(file.headers[.cacheControl] == "public, max-age=300" && file.text.contains("Så gick det"))
        let again = try await site.nobody().get(
            "/rapporter/0580/2023-11/namndrapport-0580-2023-11.html", headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
    }

    @Test("A proposal that is sent along as it was shown does not become somebody's text")
    func proposalSentAlong() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        let work = ReportPagesSite.work("11")
        _ = try await maria.post(work + "/borja")
        let page = try await maria.get(work)
        // As it stood before a later extract changed it.
        _ = try await maria.post(
            work + "/texter",
            [
                "revision": try #require(page.value("revision")), "plats": "utbetalt-bistand",
                "visad-rubrik.utbetalt-bistand": "Som det var", "rubrik.utbetalt-bistand": "Som det var",
                "kommentar.utbetalt-bistand": "En kommentar.",
            ])
        let after = try await maria.get(work)
        #expect(after.text.contains("En kommentar.") && !after.text.contains("Som det var"))
        #expect(after.value("visad-rubrik.utbetalt-bistand") == after.value("rubrik.utbetalt-bistand"))
    }

    @Test("A text with an identity number is not kept and not repeated")
    func identityNumber() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        let work = ReportPagesSite.work("11")
        _ = try await maria.post(work + "/borja")
        let revision = try #require(try await maria.get(work).value("revision"))
        let answer = try await maria.post(
            work + "/texter",
            [
                "revision": revision, "plats": "tjansteskrivelse", "arende": "Gäller 811218-9876",
                "forslag": "Informationen noteras och läggs till handlingarna.",
            ])
        #expect(answer.status == .unprocessableContent && answer.title.hasPrefix("Fel:"))
        #expect(!answer.text.contains("811218") && answer.text.contains("läggs till handlingarna"))
    }

    @Test("Parts are left out and moved, the memo is written, and the next month begins from there")
    func choices() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        let (october, november) = (ReportPagesSite.work("10"), ReportPagesSite.work("11"))
        _ = try await maria.post(october + "/borja")
        let page = try await maria.get(october)
        let boxes = page.text.matches(of: /name="visa" value="([^"]*)"/).map { String($0.output.1) }
        #expect(boxes.contains("nyckeltal") && boxes.contains("tile.inskrivna") && boxes.contains("diagram.inskrivna"))
        let fields =
            [("kryssade", boxes.joined(separator: "+")), ("flytta", "upp.hushall")]
            + boxes.filter { $0 != "diagram.inskrivna" && $0 != "vuxenutbildning" }.map { ("visa", $0) }
        let before = try await maria.get(october + "/tjansteskrivelse").read
        #expect(try await maria.send(fields, to: october + "/innehall").location == october + "#innehall")
        // Of what is left out the memo proposes nothing, where it is written either.
        let after = try await maria.get(october + "/tjansteskrivelse").read
        let sentence = "Antalet inskrivna i arbetsmarknad var"
        #expect(before.contains(sentence) && !after.contains(sentence))
        let chosen = try await maria.get(october)
        #expect(!chosen.text.contains("id=\"diagram-inskrivna\"") && !chosen.text.contains("id=\"vuxenutbildning\""))
        let parts = chosen.text.matches(of: /class="report-part" id="([^"]*)"/).map { String($0.output.1) }
        #expect(parts.prefix(3) == ["nyckeltal", "hushall", "utbetalningar"])
        // Chosen on a page that was read before that: what was not touched there stays as it has become.
        _ = try await maria.send(
            [("kryssade", boxes.joined(separator: "+"))] + boxes.filter { $0 != "tile.inskrivna" }.map { ("visa", $0) },
            to: october + "/innehall")
        let later = try await maria.get(october)
        #expect(!later.text.contains("value=\"tile.inskrivna\" checked"))
        #expect(!later.text.contains("value=\"diagram.inskrivna\" checked"))
        #expect(later.text.contains("value=\"nyckeltal\" checked"))
        _ = try await maria.post(
            october + "/texter",
            ["revision": try #require(later.value("revision")), "plats": "tjansteskrivelse", "arende": "Vårt ärende."])

        _ = try await maria.post(november + "/borja")
        let next = try await maria.get(november)
        #expect(!next.text.contains("id=\"diagram-inskrivna\""))
        let memo = try await maria.get(november + "/tjansteskrivelse")
        #expect(memo.read.contains("Kvar från oktober 2023 Skriven av Maria Lind."))
        _ = try await maria.post(
            november + "/texter",
            [
                "revision": try #require(memo.value("revision")), "plats": "tjansteskrivelse",
                "arende": "Vårt ärende.", "gor": "behall:arende",
            ])
        let kept = try await maria.get(november + "/tjansteskrivelse")
        #expect(!kept.read.contains("Kvar från oktober 2023") && kept.text.contains("Vårt ärende."))
        _ = try await maria.post(
            november + "/texter",
            [
                "revision": try #require(kept.value("revision")), "plats": "tjansteskrivelse",
                "arende": "Vårt ärende.", "gor": "forslag:arende",
            ])
        #expect(try await !maria.get(november + "/tjansteskrivelse").text.contains("Vårt ärende."))
    }

    @Test("A report is given back with a reason, and a published one withdrawn and made anew")
    func back() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        let work = ReportPagesSite.work("11")
        let step = { (client: TestClient, step: String) in try await site.take(step, of: "11", by: client) }
        _ = try await maria.post(work + "/borja")
        _ = try await step(maria, "las")
        _ = try await step(maria, "skicka")
        let asked = try await per.get(work + "/lamna-tillbaka")
        let revision = try #require(asked.value("revision"))
        let blank = try await per.post(work + "/lamna-tillbaka", ["revision": revision, "skal": " "])
        #expect(blank.status == .unprocessableContent && blank.read.contains("Skriv varför."))
        #expect(
            try await per.post(work + "/lamna-tillbaka", ["revision": revision, "skal": "Rubrik 2 är fel."]).location
                == work)
        #expect(try await maria.get(work).read.contains("Per Ahl har lämnat tillbaka rapporten: Rubrik 2 är fel."))
        _ = try await step(maria, "skicka")
        _ = try await step(per, "godkann")
        _ = try await step(maria, "publicera")
        // Who approved it stands there, also while the next edition is made.
        let published = "publicerad 6 december 2023 av Maria Lind, godkänd 6 december 2023 av Per Ahl."
        #expect(try await maria.get(work).read.contains("Utgåva 1 är öppen för alla: " + published))
        let page = try await maria.get(work + "/dra-tillbaka")
        _ = try await maria.post(
            work + "/dra-tillbaka", ["revision": try #require(page.value("revision")), "skal": "Fel siffra för barn."])
        let gone = try await site.nobody().get("/rapporter/0580/2023-11")
        #expect(gone.status == .gone && gone.read.contains("Fel siffra för barn."))
        #expect(
            try await site.nobody().get("/rapporter/0580/2023-11/namndrapport-0580-2023-11.html").status == .notFound)
        #expect(try await step(maria, "ny-utgava").location == work)
        #expect(try await maria.get(work).read.contains("Utgåva 2."))
    }

    @Test("Without the program that makes a form the page says so, and the others are made and published")
    func missing() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        let work = ReportPagesSite.work("11")
        _ = try await maria.post(work + "/borja")
        let page = try await maria.get(work)
        #expect(!page.text.contains("/fil/pdf") && page.read.contains("spara som pdf i webbläsaren"))
        let answer = try await maria.get(work + "/fil/pdf")
        #expect(answer.status == .serviceUnavailable && answer.read.contains("spara som pdf i webbläsaren"))
        #expect(try await maria.get(work + "/fil/gif").status == .notFound)
        try await site.publish("11")
        #expect(try await !site.nobody().get("/rapporter/0580/2023-11").text.contains(".pdf"))
    }

    @Test("A month can be made from the first extract after its end, not before")
    func months() async throws {
        let site = try await ReportPagesSite()
        let municipality = try #require(Municipality(code: "0580"))
        for (day, latest) in [
            ("2023-01-04", nil), ("2023-01-06", "2022-12"), ("2023-09-04", "2023-07"), ("2023-09-06", "2023-08"),
            ("2023-12-31", "2023-11"),
        ] {
            let months = try await ReportMonths.read(
                of: municipality, kind: "namndrapport-ekonomiskt-bistand", library: site.house.library,
                register: site.house.register, at: try #require(Day(iso: day)).start)
            #expect(months?.months.first?.iso == latest, "\(day)")
            #expect(months?.months.last?.iso == (latest == nil ? nil : "2022-12"), "\(day)")
        }
    }

    @Test("A municipality without figures has nothing to make")
    func nothing() async throws {
        let site = try await ReportPagesSite()
        let una = try await site.signedIn("una")
        #expect(
            try await una.get("/arbete/rapporter").read.contains("Det finns inga uppgifter att göra rapporter av än."))
        #expect(try await una.post(ReportPagesSite.work("11") + "/borja").status == .notFound)
        // Nor is a month made before it has ended.
        let maria = try await site.signedIn("maria")
        #expect(try await maria.post(ReportPagesSite.work("12") + "/borja").status == .notFound)
    }
}
