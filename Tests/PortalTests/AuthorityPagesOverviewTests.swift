import Collecting
import Definitions
import Foundation
import Frame
import Register
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Who is missing", .fewAtATime)
struct AuthorityPagesOverviewTests {
    private static let april = "/arbete/insamling/2013-04"

    /// Uppsala and Knivsta have delivered for March and April; Borås declines, with a reason that begins a formula.
    private func site() async throws -> ReviewPagesSite {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let boras = try #require(Municipality(code: "1490"))
        try await site.house.register.decline(
            Decline(
                collection: site.collection.id, municipality: boras, reason: "=1+1 personer; byter system",
                sender: "Ola", receivedAt: site.now - 86_400))
        return site
    }

    @Test("The start page says who is missing and what waits, and each leads there")
    func start() async throws {
        let site = try await site()
        _ = try await site.ask("Räknas SFI?")
        let lisa = try await site.signedIn("lisa")
        let start = try await lisa.follow(try await lisa.get("/arbete"))
        #expect(start.title == "Insamling")
        #expect(start.read.contains("287 saknas för april 2013"))
        // The parts make the whole.
        let sum = "290 kommuner: 2 har svarat · 287 saknas · 0 har fel eller är återlämnade · 1 avstår"
        #expect(start.read.contains("April 2013, " + sum))
        // Knivsta's March and April, Uppsala's April.
        #expect(start.read.contains("3 leveranser väntar på granskning"))
        #expect(start.read.contains("1 obesvarad fråga"))
        #expect(start.read.contains("0 mejl som inte gick fram"))
        for path in ["\(Self.april)#lista", "/arbete/granska", "/arbete/fragor", "/arbete/register/mejl"] {
            #expect(start.text.contains("href=\"\(path)\""), "\(path)")
        }
        #expect(start.read.contains("April 2013 Öppen 2 maj 2013 20 maj 2013 2 av 290 (1 %) 287"))
        #expect(start.read.contains("Mars 2013 Efter sista dag"))
    }

    @Test("The list opens with those that have not delivered, and each chip says how many it shows")
    func chips() async throws {
        let page = try await site().signedIn("lisa").get(Self.april)
        #expect(page.read.contains("Ej lämnade, april 2013: 287 kommuner"))
        for chip in [
            "Ej lämnade 287", "Fel eller återlämnade 0", "Väntar på granskning 2", "Sena 0", "Avstår 1", "Alla 290",
        ] {
            #expect(page.read.contains(chip), "\(chip)")
        }
        #expect(page.read.contains("2 av 290 kommuner har svarat (1 %)"))
        #expect(page.read.contains("Sista dag är 20 maj 2013. I dag är det 16 maj: 4 dagar kvar."))
        #expect(!page.codes.contains("0380"))
    }

    @Test(
        "The list is narrowed and sorted as the address says",
        arguments: [
            ("?visa=alla&lan=03", ["0305", "0319", "0330", "0331", "0360", "0380", "0381", "0382"]),
            ("?visa=alla&lan=03&sortera=-kommun", ["0382", "0319", "0380", "0360", "0330", "0305", "0331", "0381"]),
            ("?visa=vantar", ["0330", "0380"]), ("?visa=avstar", ["1490"]), ("?visa=alla&sok=upps", ["0380"]),
            ("?visa=alla&lan=14&sok=148", ["1480", "1481", "1482", "1484", "1485", "1486", "1487", "1488", "1489"]),
            ("?sok=uppsala", []), ("?visa=okand&sok=0115", ["0115"]),
        ])
    func narrows(query: String, codes: [String]) async throws {
        let page = try await site().signedIn("lisa").get(Self.april + query)
        #expect(page.codes == codes)
    }

    @Test("All on the list are ticked by a link, and no others")
    func ticks() async throws {
        let lisa = try await site().signedIn("lisa")
        let before = try await lisa.get(Self.april + "?lan=03")
        #expect(before.read.contains("Välj alla 6 på listan"))
        #expect(!before.text.contains(" checked"))
        let after = try await lisa.get(Self.april + "?lan=03&valda=alla")
        #expect(after.text.split(separator: " checked ").count - 1 == 6)
        #expect(after.read.contains("6 kommuner är valda. Välj ingen"))
    }

    @Test("The list as a file is the list on the page, safe to open, and fetching it is logged")
    func files() async throws {
        let site = try await site()
        let lisa = try await site.signedIn("lisa")
        let file = try await lisa.get(Self.april + "/lista.csv?visa=avstar")
        #expect(file["Content-Disposition"]?.contains("insamling-2013-04-avstar.csv") == true)
        let lines = file.text.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix("1490;Borås;Västra Götalands län;Avstår;") == true)
        #expect(lines.last?.hasSuffix(";\"'=1+1 personer; byter system\"") == true)
        let book = try await lisa.get(Self.april + "/lista.xlsx?lan=03")
        #expect(book.bytes.starts(with: Array("PK".utf8)))
        #expect(
            try await site.log(.authority).suffix(2) == [
                "Lisa export insamling-2013-04-avstar", "Lisa export insamling-2013-04-ej-lamnade",
            ])
    }

    @Test("What is done on these pages is seen at once; what comes in, within seconds")
    func memory() async throws {
        let site = try await site()
        let lisa = try await site.signedIn("lisa")
        #expect(try await lisa.get(Self.april).read.contains("Ej lämnade 287"))
        let habo = try #require(Municipality(code: "0305"))
        try await site.deliver(site.quiet(3), habo, site.april, at: "2013-05-16T07:00:00Z")
        #expect(try await lisa.get(Self.april).read.contains("Ej lämnade 287"))
        site.wait(4)
        #expect(try await lisa.get(Self.april).read.contains("Ej lämnade 286"))
        _ = try await lisa.post(
            "/arbete/register/uppgiftsskyldighet/0319", ["lamnar": "nej", "skal": "Har inga hushåll."])
        #expect(try await lisa.get(Self.april).read.contains("Ej lämnade 285"))
    }

    @Test("The chart says how far it has come beside the month before, and has its table")
    func chart() async throws {
        let site = try await site()
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.get(Self.april)
        // Knivsta's March came after the fifteenth day.
        #expect(page.read.contains("1 % av kommunerna har svarat, mot 1 % för mars efter lika många dagar"))
        #expect(page.read.contains("15 16 maj 2013 2 1"))
        #expect(page.text.contains("<svg"))
        #expect(try await lisa.get("/arbete/insamling/2013-03").read.contains("1 % av kommunerna har svarat Andel"))
    }

    @Test("A municipality's page has its months, deliveries, contacts and reasons, and seeing it is logged")
    func municipality() async throws {
        let site = try await site()
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.get(Self.april + "/0330")
        #expect(page.title == "Knivsta (0330)")
        #expect(page.read.contains("April 2013 Godkänd 20 maj 2013 2013-04-0330-1 , 8 maj 2013"))
        #expect(page.read.contains("Mars 2013 Godkänd Sen 22 april 2013 2013-03-0330-1 , 6 maj 2013"))
        #expect(page.text.contains("href=\"/arbete/leveranser/2013-04-0330-1\""))
        #expect(page.read.contains("Kommunen har ingen kontaktperson och ingen registrator"))
        #expect(try await site.log(.municipality(site.knivsta)).last == "Lisa see-municipality 2013-04")
        #expect(try await lisa.get(Self.april + "/0380").read.contains("Anna Ek anna@uppsala.se Samordnare"))
        let boras = try await lisa.get(Self.april + "/1490")
        #expect(boras.read.contains("Avstår Ola, 15 maj 2013: =1+1 personer; byter system"))
    }
}

extension Answer {
    /// The municipalities of the list, in its order.
    fileprivate var codes: [String] {
        text.matches(of: /type="checkbox" name="kommun" value="([0-9]{4})"/).map { String($0.output.1) }
    }
}
