import Frame
import HTTPTypes
import Reporting
import TestSupport
import Testing
import WebTestSupport

@Suite("What is written in a report", .fewAtATime)
struct ReportPagesTextsTests {
    private let work = ReportPagesSite.work("11")
    private static let comment = "kommentar.utbetalt-bistand"

    /// A text as a form sends it that was read when `shown` stood there.
    private func form(
        _ text: String, shown: String, revision: String, keeping choice: String = ""
    ) -> KeyValuePairs<String, String> {
        [
            "revision": revision, "plats": "utbetalt-bistand", "visad-\(Self.comment)": shown, Self.comment: text,
            "valj-\(Self.comment)": choice, "gor": "spara",
        ]
    }

    @Test("Whoever comes second with the same text sees both, and either can be chosen", arguments: ["min", "sparad"])
    func conflict(_ choice: String) async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        _ = try await maria.post(work + "/borja")
        let revision = try await site.revision(of: "11")
        #expect(
            try await per.post(work + "/texter", form("Pers text", shown: "", revision: revision)).status == .seeOther)
        let second = try await maria.post(work + "/texter", form("Marias text", shown: "", revision: revision))
        #expect(second.status == .conflict && second.read.contains("Per Ahl ändrade rapporten"))
        #expect(
            second.read.contains("Per Ahl har sparat en annan text medan du skrev: Pers text Vilken text ska gälla för")
        )
        #expect(second.text.contains("Marias text</textarea>"))
        #expect(second.value("visad-\(Self.comment)") == "Pers text")
        // Nothing has been saved over the other's.
        #expect(try await !per.get(work).text.contains("Marias text"))
        let chosen = try await maria.post(
            work + "/texter",
            form(
                "Marias text", shown: "Pers text", revision: try #require(second.value("revision")), keeping: choice))
        #expect(chosen.status == .seeOther)
        let page = try await per.get(work)
        let (stands, gone) = choice == "min" ? ("Marias text", "Pers text") : ("Pers text", "Marias text")
        #expect(page.text.contains(stands + "</textarea>") && !page.text.contains(gone + "</textarea>"))
        // A step on what was read before is not taken.
        let step = try await maria.post(work + "/las", ["revision": revision])
        #expect(step.status == .conflict && step.read.contains("ändrade rapporten"))
    }

    @Test("Two who write different texts at the same time need not know of each other")
    func beside() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        _ = try await maria.post(work + "/borja")
        let revision = try await site.revision(of: "11")
        for (client, changed, text) in [(per, "arende", "Pers ärende."), (maria, "forslag", "Marias förslag.")] {
            let answer = try await client.post(
                work + "/texter",
                [
                    "revision": revision, "plats": "tjansteskrivelse", "visad-namnd": "", "namnd": "",
                    "visad-\(changed)": "Som det var", changed: text,
                ])
            #expect(answer.status == (changed == "arende" ? .seeOther : .conflict), "\(changed)")
        }
        // The fields that were not touched were sent along.
        let page = try await maria.get(work + "/tjansteskrivelse")
        let shown = try #require(page.value("visad-forslag"))
        let answer = try await maria.post(
            work + "/texter",
            [
                "revision": revision, "plats": "tjansteskrivelse", "visad-arende": "Som det var",
                "arende": "Som det var", "visad-forslag": shown, "forslag": "Marias förslag.",
            ])
        #expect(answer.status == .seeOther)
        let memo = try await per.get(work + "/tjansteskrivelse")
        #expect(memo.text.contains("Pers ärende.</textarea>") && memo.text.contains("Marias förslag.</textarea>"))
    }

    @Test("What is typed when the report has gone on can be copied; an identity number is not repeated")
    func tooLate() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        _ = try await maria.post(work + "/borja")
        let revision = try await site.revision(of: "11")
        try await site.take("las", of: "11", by: per)
        try await site.take("skicka", of: "11", by: per)
        let late = try await maria.post(work + "/texter", form("Marias text", shown: "", revision: revision))
        #expect(late.status == .conflict && late.read.contains("Per Ahl tog rapporten vidare"))
        #expect(late.read.contains("kommentar Marias text"))
        let number = try await maria.post(work + "/texter", form("Gäller 811218-9876", shown: "", revision: revision))
        #expect(!number.text.contains("811218"))
    }

    @Test("Texts from the last report are asked about when it is sent, and ticking says that they hold")
    func kept() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        let october = ReportPagesSite.work("10")
        _ = try await maria.post(october + "/borja")
        _ = try await maria.post(
            october + "/texter",
            [
                "revision": "1", "plats": "utbetalt-bistand", Self.comment: "Studerande söker.",
                "rubrik.inskrivna": "Färre", "arende": "Vårt ärende.",
            ])
        _ = try await maria.post(work + "/borja")
        // What is left out is not asked about.
        let boxes = try await maria.get(work).text.matches(of: /name="visa" value="([^"]*)"/).map {
            String($0.output.1)
        }
        _ = try await maria.send(
            [("kryssade", boxes.joined(separator: "+"))]
                + boxes.filter { $0 != "diagram.inskrivna" }.map { ("visa", $0) },
            to: work + "/innehall")
        try await site.take("las", of: "11", by: maria)
        let locked = try await maria.get(work)
        #expect(locked.read.contains("De här texterna är oförändrade sedan en tidigare rapport:"))
        #expect(locked.read.contains("Utbetalt ekonomiskt bistånd, kommentar (skriven för oktober 2023)"))
        #expect(locked.read.contains("Tjänsteskrivelsen, ärende (skriven för oktober 2023)"))
        #expect(!locked.read.contains("Inskrivna i arbetsmarknad, rubrik"))
        let unticked = try await site.take("skicka", of: "11", by: maria, textsHold: "")
        #expect(unticked.status == .unprocessableContent && unticked.title.hasPrefix("Fel:"))
        #expect(unticked.text.contains("href=\"#galler\"") && unticked.text.contains("id=\"galler\""))
        #expect(try await site.take("skicka", of: "11", by: maria).location == work)
        let sent = try await maria.get(work)
        #expect(sent.read.contains("Utbetalt ekonomiskt bistånd, kommentar: gäller fortfarande"))
        // Given back it is not asked again.
        try await site.take("lamna-tillbaka", of: "11", by: try await site.signedIn("per"), why: "Se rubrik 2.")
        #expect(try await !maria.get(work).text.contains("name=\"galler\""))
    }

    @Test("The history says who changed what, from what to what")
    func history() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        _ = try await maria.post(work + "/borja")
        for (client, text, shown) in [(maria, "Först.", ""), (per, "Sedan.", "Först.")] {
            _ = try await client.post(
                work + "/texter", form(text, shown: shown, revision: try await site.revision(of: "11")))
        }
        let page = try await maria.get(work)
        #expect(
            page.read.contains(
                "Per Ahl ändrade i rapporten. Utbetalt ekonomiskt bistånd, kommentar Före Först. Efter Sedan."))
        #expect(page.read.contains("Före ingen egen text Efter Först."))
        _ = try await maria.send(
            [("kryssade", "nyckeltal+efterregistrering"), ("flytta", "upp.hushall"), ("visa", "nyckeltal")],
            to: work + "/innehall")
        let chosen = try await maria.get(work)
        #expect(chosen.read.contains("Avsnittens ordning") && chosen.read.contains("Efterregistrering: utelämnas"))
    }
}
