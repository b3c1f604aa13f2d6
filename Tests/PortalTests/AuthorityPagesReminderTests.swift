import Collecting
import Foundation
import Frame
import HTTPTypes
import Outbox
import TestSupport
import Testing
import Transfer
import Vocabulary
import WebTestSupport

@Suite("Reminding by hand", .fewAtATime)
struct AuthorityPagesReminderTests {
    private static let path = "/arbete/insamling/2013-04/paminnelser"

    private func subjects(_ site: ReviewPagesSite) async throws -> [String] {
        try await site.house.outbox.records(.waiting).map { "\($0.to): \($0.subject)" }
    }

    @Test("A reminder is written, seen as each gets it, sent to those that can have it, and kept")
    func whole() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let form = try await lisa.get(Self.path + "?kommun=0380&kommun=0330")
        #expect(form.title == "Påminnelse till 2 kommuner")
        #expect(
            form.read.contains("1 kommun saknar både kontaktperson och registrator och får ingen påminnelse: Knivsta."))
        #expect(form.read.contains("Till anna@uppsala.se Hej! Vi har inte fått in Uppsalas uppgifter för april 2013."))
        #expect(form.read.contains("Skicka 1 påminnelse"))
        let key = try #require(form.value("nyckel"))

        let shown = try await lisa.post(
            Self.path,
            [
                "kommun": "0330", "kommun": "0380", "nyckel": key, "amne": "Snart {datum}", "text": "Hej {kommun}!",
                "visa": "0330", "gor": "visa",
            ])
        #expect(shown.status == .ok)
        #expect(
            shown.read.contains(
                "Snart 20 maj 2013 Får inget mejl: saknar både kontaktperson och registrator. Hej Knivsta!"))
        #expect(shown.value("nyckel") == key)
        #expect(try await subjects(site).isEmpty)

        let send: KeyValuePairs = [
            "kommun": "0330", "kommun": "0380", "nyckel": key, "amne": "Snart {datum}", "text": "Hej {kommun}!",
            "gor": "skicka",
        ]
        let sent = try await lisa.post(Self.path, send)
        let again = try await lisa.post(Self.path, send)
        #expect(sent.status == .seeOther && sent.location == again.location)
        #expect(try await subjects(site) == ["anna@uppsala.se: Snart 20 maj 2013"])

        let page = try await lisa.follow(sent)
        #expect(page.title == "1 påminnelse är skickad")
        #expect(page.read.contains("Knivsta Saknar kontaktperson – Uppsala Skickad anna@uppsala.se"))
        #expect(page.read.contains("Av Lisa Nord "))
        let log = try await lisa.get(Self.path)
        #expect(log.read.contains("Skriven för hand Lisa Nord 1 0 1"))
        #expect(try await lisa.get("/arbete/insamling/2013-04?visa=alla&sok=0380").read.contains("1 (16 maj)"))
        #expect(
            try await lisa.get("/arbete/insamling/2013-04/0380").read.contains("april 2013 Skriven för hand Skickad"))
        #expect(try await site.log(.municipality(site.uppsala)).contains { $0.hasPrefix("Lisa remind") })
    }

    @Test("Whoever delivers while it is written is not reminded")
    func skips() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        #expect(try await lisa.get(Self.path + "?kommun=0380").read.contains("Skicka 1 påminnelse"))
        try await site.deliver(site.quiet(3), site.uppsala, site.april, at: "2013-05-16T07:00:00Z")
        let sent = try await lisa.post(
            Self.path, ["kommun": "0380", "amne": "Hej", "text": "Hej {kommun}!", "gor": "skicka"])
        #expect(try await lisa.follow(sent).read.contains("0 påminnelser är skickade Inte skickade: 1."))
        #expect(try await subjects(site).isEmpty)
        let form = try await lisa.get(Self.path + "?kommun=0380")
        #expect(form.read.contains("1 kommun har redan lämnat och påminns inte: Uppsala."))
        #expect(!form.read.contains("Skicka 0"))
    }

    @Test(
        "What cannot be sent is said, and what was written is kept",
        arguments: [
            ("", "Hej {kommun}!", "Skriv ett ämne."),
            ("Hej", "Hej {namn}!", "{namn} står inte för något."),
            ("Hej", "Hej 19121212-1212!", "Det ser ut som ett personnummer i texten."),
        ])
    func refuses(subject: String, text: String, words: String) async throws {
        let site = try await ReviewPagesSite()
        let page = try await site.signedIn("lisa").post(
            Self.path, ["kommun": "0380", "amne": subject, "text": text, "gor": "skicka"])
        #expect(page.status == .unprocessableContent)
        #expect(page.title.hasPrefix("Fel: "))
        #expect(page.read.contains(words))
        #expect(page.text.contains(">\n\(text)</textarea>"))
        #expect(try await subjects(site).isEmpty)
    }

    @Test("A text saved is what the next reminder begins with")
    func template() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let saved = try await lisa.post(
            Self.path, ["kommun": "0380", "amne": "Eget ämne", "text": "Egen text", "gor": "mall"])
        let page = try await lisa.follow(saved)
        #expect(page.read.contains("Texten är sparad."))
        #expect(page.value("amne") == "Eget ämne")
        #expect(try await lisa.get(Self.path + "?kommun=0330").value("amne") == "Eget ämne")
        #expect(try await subjects(site).isEmpty)
    }

    @Test("All 290 fit in the form and in the address")
    func all() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let codes = Municipality.all.map { "kommun=\($0.code)" }.joined(separator: "&")
        let form = try await lisa.get("\(Self.path)?\(codes)")
        #expect(form.title == "Påminnelse till 290 kommuner")
        #expect(form.text.matches(of: /type="hidden" name="kommun"/).count == 290)
        #expect("\(Self.path)?\(codes)".utf8.count < 4_000)
    }

    @Test("Mail that reached nobody is counted on the start page, and told of with why")
    func failed() async throws {
        let site = try await ReviewPagesSite()
        _ = try await site.house.collecting.remind(site.draft([site.uppsala]), by: "Lisa Nord", at: site.now)
        let sender = try #require(MailAddress("statistik@example.se"))
        _ = try await site.house.outbox.deliver(with: Refusing(), from: sender, at: site.now)
        let lisa = try await site.signedIn("lisa")
        #expect(try await lisa.get("/arbete/insamling").read.contains("1 mejl som inte gick fram"))
        let page = try await lisa.get("/arbete/register/mejl")
        #expect(page.read.contains("anna@uppsala.se Påminnelse"))
        #expect(page.read.contains("Mottagarens server tar inte emot det (550 5.1.1)."))
    }
}

/// A server that knows no recipient.
private struct Refusing: Mailer {
    func send(_ message: MailMessage) async throws(TransferError) { throw .refused(reply: "550 5.1.1") }
}
