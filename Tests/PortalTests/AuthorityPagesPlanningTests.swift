import Collecting
import Definitions
import Foundation
import Frame
import HTTPTypes
import Outbox
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Periods, more time, obligations and notes", .fewAtATime)
struct AuthorityPagesPlanningTests {
    private static let april = "/arbete/insamling/2013-04"

    @Test("A period is prolonged, closed and opened with a reason that is kept")
    func period() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let path = Self.april + "/period"
        let prolonged = try await lisa.post(path, ["gor": "forlang", "dag": "2013-05-24", "skal": "Fel i mallen."])
        let page = try await lisa.follow(prolonged)
        #expect(page.read.contains("Sista dag fredag 24 maj 2013"))
        #expect(page.read.contains("Förlängd till 24 maj 2013. Lisa Nord. Fel i mallen."))
        _ = try await lisa.post(path, ["gor": "stang", "skal": "Klart."])
        #expect(try await lisa.get("/arbete/insamling").read.contains("April 2013 Stängd"))
        _ = try await lisa.post(path, ["gor": "oppna", "skal": "En till."])
        #expect(try await lisa.get("/arbete/insamling").read.contains("April 2013 Öppen"))
        #expect(
            try await site.log(.authority).filter { $0.contains("change-period") } == [
                "Lisa change-period testinsamling-2013 2013-04 prolonged",
                "Lisa change-period testinsamling-2013 2013-04 closed",
                "Lisa change-period testinsamling-2013 2013-04 opened",
            ])
    }

    @Test(
        "A change of a period that lacks something is not made",
        arguments: [
            ["gor": "forlang", "dag": "2013-05-24"]: "Skriv varför.",
            ["gor": "forlang", "dag": "", "skal": "x"]: "Välj den nya sista dagen.",
            ["gor": "forlang", "dag": "2013-05-20", "skal": "x"]: "Välj en dag efter 20 maj 2013.",
            ["dag": "2013-05-24", "skal": "x"]: "Välj vad du vill göra.",
        ].sorted { $0.value < $1.value })
    func incomplete(form: [String: String], words: String) async throws {
        let site = try await ReviewPagesSite()
        let page = try await site.signedIn("lisa").fill(Self.april + "/period", form)
        #expect(page.status == .unprocessableContent)
        #expect(page.title.hasPrefix("Fel: "))
        #expect(page.read.contains(words))
        #expect(try await site.house.collecting.period(site.collection.id, site.april).changes.isEmpty)
    }

    @Test("More time is given to one or to several, whose contacts are told")
    func moreTime() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let one = try await lisa.post(Self.april + "/0380/anstand", ["dag": "2013-05-27", "skal": "Byter system."])
        let page = try await lisa.follow(one)
        #expect(page.read.contains("Kommunen har fått anstånd."))
        #expect(page.read.contains("Anstånd Till 27 maj 2013, av Lisa Nord. Byter system."))
        #expect(try await site.house.outbox.records(.waiting).map(\.reason) == ["extension"])
        let form = try await lisa.get(Self.april + "/anstand?kommun=0380&kommun=0330")
        #expect(form.title == "Ge 2 kommuner anstånd för april 2013")
        #expect(form.read.contains("Uppsala har redan anstånd till 27 maj 2013: Byter system."))
        _ = try await lisa.post(
            Self.april + "/anstand", ["kommun": "0380", "kommun": "0330", "dag": "2013-05-29", "skal": "Storhelg."])
        let extensions = try await site.house.collecting.extensions(site.collection.id, site.april)
        #expect(extensions.map { "\($0.municipality.code) \($0.until.iso)" } == ["0330 2013-05-29", "0380 2013-05-29"])
        let refused = try await lisa.post(Self.april + "/0380/anstand", ["dag": "2013-05-20", "skal": "x"])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.read.contains("Välj en dag efter 20 maj 2013."))
        let beyond = try await lisa.post(Self.april + "/0380/anstand", ["dag": "2013-06-03", "skal": "x"])
        #expect(beyond.status == .unprocessableContent)
        #expect(beyond.read.contains("Perioden tar emot uppgifter till och med 2 juni 2013."))
    }

    @Test("Who owes what is decided from month to month, by district where it applies")
    func obligations() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let path = "/arbete/register/uppgiftsskyldighet"
        _ = try await lisa.post(
            path + "/0180",
            ["lamnar": "ja", "stadsdelar": "Farsta\r\n Rinkeby-Kista \r\n", "fran": "2013-04", "skal": "Egna system."])
        let page = try await lisa.get(path + "/0180")
        #expect(page.read.contains("Mars 2013 Ska lämna April 2013 Ska lämna för Farsta, Rinkeby-Kista"))
        #expect(
            page.read.contains(
                "april 2013 – tills vidare: ska lämna för Farsta, Rinkeby-Kista. Lisa Nord. Egna system."))
        _ = try await lisa.post(path + "/0330", ["lamnar": "nej", "till": "2013-04", "skal": "Inga hushåll."])
        let list = try await lisa.get(path + "?visa=ska-inte-lamna")
        #expect(list.read.contains("0330 Knivsta Ska inte lämna Från början – april 2013 Inga hushåll."))
        #expect(list.read.contains("Alla 290 Ska inte lämna 1 Lämnar per stadsdel 1 Med beslut 2"))
        let refused = try await lisa.post(
            path + "/0330", ["lamnar": "ja", "fran": "2013-04", "till": "2013-03", "skal": "x"])
        #expect(refused.read.contains("Den sista månaden kommer före den första. Byt plats på dem."))
        #expect(try await lisa.post(path + "/0330", ["skal": "x"]).read.contains("Välj om kommunen ska lämna."))
        #expect(try await site.house.collecting.obligations(site.collection.id).decisions.count == 2)
    }

    @Test("What is noted about a municipality is kept, but never a person's number")
    func notes() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let kept = try await lisa.post(
            Self.april + "/0380/anteckningar", ["anteckning-text": "Ringde i dag.\r\nLovar fredag."])
        #expect(kept.location == "/arbete/insamling/2013-04/0380?klart=anteckning#anteckning")
        let page = try await lisa.get(Self.april + "/0380")
        #expect(page.text.contains("Ringde i dag.<br>Lovar fredag."))
        let refused = try await lisa.post(
            Self.april + "/0380/anteckningar", ["anteckning-text": "Gäller 19121212-1212"])
        #expect(refused.status == .unprocessableContent)
        #expect(try await site.house.collecting.notes(about: site.uppsala).count == 1)
        #expect(try await site.log(.municipality(site.uppsala)).contains("Lisa note 0380"))
    }

    @Test("The manager's address is set and taken away")
    func manager() async throws {
        let site = try await ReviewPagesSite()
        let lisa = try await site.signedIn("lisa")
        let path = Self.april + "/0380/chef"
        _ = try await lisa.post(path, ["chef-epost": "chef@uppsala.se"])
        #expect(try await site.house.collecting.managers() == [site.uppsala: "chef@uppsala.se"])
        let refused = try await lisa.post(path, ["chef-epost": "chefen"])
        #expect(refused.read.contains("Skriv en e-postadress, till exempel namn@kommun.se."))
        _ = try await lisa.post(path, ["chef-epost": " "])
        #expect(try await site.house.collecting.managers().isEmpty)
    }
}

extension TestClient {
    /// Sends a form whose fields are each there once.
    fileprivate func fill(_ path: String, _ form: [String: String]) async throws -> Answer {
        let body = form.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return try await send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(body.joined(separator: "&").utf8))
    }
}
