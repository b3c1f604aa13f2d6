import Foundation
import Outbox
import Reporting
import SQLiteStorage
import Storage
import TestSupport
import Testing
import WebTestSupport

@Suite("The mails about a report", .fewAtATime)
struct ReportPagesMailTests {
    /// What waits in the outbox about reports, the oldest first.
    private func mails(_ site: ReportPagesSite) async throws -> [(to: String, subject: String, text: String)] {
        let database = try SQLiteDatabase(folder: site.folder.url.appending(path: "registret").path)
        return try await database.read { transaction in
            try transaction.all(
                "SELECT recipient, subject, body FROM outgoing_mail WHERE reason LIKE 'report-%' ORDER BY id"
            ) { (to: $0.text(0), subject: $0.text(1), text: $0.text(2)) }
        }
    }

    @Test("Who may approve is told of what is sent, and its sender of what others did with it")
    func acts() async throws {
        let site = try await ReportPagesSite()
        let (maria, per) = (try await site.signedIn("maria"), try await site.signedIn("per"))
        _ = try await maria.post(ReportPagesSite.work("11") + "/borja")
        try await site.take("las", of: "11", by: maria)
        #expect(try await mails(site).isEmpty)
        try await site.take("skicka", of: "11", by: maria)
        let sent = try await mails(site)
        // Neither the sender nor those who only read, nor a controller elsewhere.
        #expect(sent.map(\.to) == ["per@0580.example"])
        #expect(sent.first?.subject == "Att granska: nämndrapport november 2023, Linköping")
        #expect(
            sent.first?.text == """
                Hej!

                Maria Lind har skickat rapporten för granskning. Läs den, och godkänn eller lämna tillbaka:
                https://portal.test\(ReportPagesSite.work("11"))

                --\u{20}
                Lämna statistik
                https://portal.test

                """)
        try await site.take("lamna-tillbaka", of: "11", by: per, why: "Rubrik 2 är fel.")
        try await site.take("skicka", of: "11", by: maria)
        try await site.take("godkann", of: "11", by: per)
        try await site.take("publicera", of: "11", by: per)
        let all = try await mails(site)
        #expect(
            all.map(\.to) == ["per@0580.example", "maria@0580.example", "per@0580.example"]
                + ["maria@0580.example", "maria@0580.example"])
        #expect(
            all.map { String($0.subject.prefix { $0 != ":" }) } == [
                "Att granska", "Återlämnad", "Att granska", "Godkänd", "Publicerad",
            ])
        #expect(all[1].text.contains("skrivit varför") && all.allSatisfy { !$0.text.contains("Rubrik 2") })
        #expect(all[4].text.contains("\nhttps://portal.test/rapporter/0580/2023-11\n"))
    }

    @Test("What is refused sends nothing, and nobody hears of what they did themselves")
    func none() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        _ = try await maria.post(ReportPagesSite.work("11") + "/borja")
        try await site.take("las", of: "11", by: maria)
        _ = try await maria.post(ReportPagesSite.work("11") + "/skicka", ["revision": "1"])
        #expect(try await mails(site).isEmpty)
        try await site.take("skicka", of: "11", by: maria)
        #expect(try await maria.get(ReportPagesSite.work("11") + "/lamna-tillbaka").title.hasPrefix("Ta tillbaka"))
        try await site.take("lamna-tillbaka", of: "11", by: maria, why: "För tidigt.")
        #expect(try await mails(site).count == 1)
    }

    @Test("A controller who is alone is told so before the report is sent to nobody")
    func alone() async throws {
        let site = try await ReportPagesSite()
        let maria = try await site.signedIn("maria")
        _ = try await maria.post(ReportPagesSite.work("11") + "/borja")
        try await site.take("las", of: "11", by: maria)
        let database = try SQLiteDatabase(folder: site.folder.url.appending(path: "registret").path)
        let isAlone = { () async throws in
            try await maria.get(ReportPagesSite.work("11")).read.contains("Ingen annan hos er kan godkänna rapporten.")
        }
        #expect(try await !isAlone())
        try await database.write { try $0.execute("UPDATE person SET status = 'deactivated' WHERE name = 'Per Ahl'") }
        #expect(try await isAlone())
    }
}
