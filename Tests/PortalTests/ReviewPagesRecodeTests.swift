import Definitions
import Foundation
import Frame
import HTTPTypes
import Review
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Placing free texts on the pages", .fewAtATime)
struct ReviewPagesRecodeTests {
    @Test("Texts that say the same stand on one row, the most common first, with how many and where")
    func list() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let page = try await site.signedIn("lisa").get("/arbete/granska/koda-om")
        #expect(page.words.contains("2 texter att besluta om, vanligast först"))
        #expect(page.words.contains("SFI 2 Uppsala Utanför modellen Godta SFI Välj"))
        #expect(page.words.contains("Validering 2 Knivsta, Uppsala – Välj"))
        // The text is out of somebody's rows: it stands in no address.
        let addresses = page.text.matches(of: /(?:href|action)="([^"]+)"/).map { $0.output.1.lowercased() }
        #expect(addresses.contains { $0.contains("koda-om/") })
        #expect(!addresses.contains { $0.contains("sfi") || $0.contains("validering") })
        #expect(try await site.log(.authority).contains("Lisa see-findings testinsamling-2013 fritexter"))
    }

    @Test("One click takes the suggestion, another takes it back, and both stay in the history")
    func accept() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let key = try await lisa.key("SFI")
        let answer = try await lisa.post("/arbete/granska/koda-om/\(key)/godta?visa=obeslutade")
        #expect(answer.location == "/arbete/granska/koda-om?visa=obeslutade&klart=\(key)")
        let page = try await lisa.follow(answer)
        #expect(page.words.contains("SFI : Utanför modellen. Ångra") && page.words.contains("1 text att besluta om"))
        #expect(try await site.house.review.recodings(collection: site.collection.id).map(\.target) == [.outsideModel])
        // Taken twice, by somebody whose page is old.
        #expect(try await lisa.post("/arbete/granska/koda-om/\(key)/godta").status == .conflict)
        _ = try await lisa.post("/arbete/granska/koda-om/\(key)/angra")
        #expect(try await site.house.review.recodings(collection: site.collection.id).isEmpty)
        let history = try await lisa.get("/arbete/granska/koda-om/\(key)")
        #expect(history.words.contains("Lisa Nord: Ångrat, obeslutat igen"))
        #expect(history.words.contains("Lisa Nord: Utanför modellen"))
    }

    @Test("Another code can be chosen with a reason, and the counts before and after say what it does")
    func choose() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let key = try await lisa.key("Validering")
        let before = try await lisa.get("/arbete/granska/koda-om/effekt")
        #expect(before.words.contains("3 Kurs 0 0 0") && before.words.contains("8 Övrig/-a insats/-er 4 4 0"))
        let saved = try await lisa.post(
            "/arbete/granska/koda-om/\(key)", ["mal": "kod-3", "skal": "En kurs i <yrket>"])
        #expect(saved.status == .seeOther)
        let after = try await lisa.get("/arbete/granska/koda-om/effekt")
        #expect(after.words.contains("3 Kurs 0 2 +2") && after.words.contains("8 Övrig/-a insats/-er 4 2 −2"))
        #expect(after.words.contains("2 markeringar av kod 8 väntar på beslut."))
        let april = try await lisa.get("/arbete/granska/koda-om/effekt/omkodning.csv?manad=2013-04")
        #expect(april.text.contains("3 Kurs;0;1;") && april["Content-Disposition"]?.contains("2013-04.csv") == true)
        let page = try await lisa.get("/arbete/granska/koda-om/\(key)")
        #expect(page.text.contains("En kurs i &lt;yrket&gt;"))
        #expect(page.text.contains("value=\"kod-3\" checked"))
        #expect(page.words.contains("Knivsta mars 2013 Mars 2013 Validering Registerledare 1"))
    }

    @Test("Without a choice, or with an identity number in the reason, nothing is kept")
    func mistakes() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let key = try await lisa.key("Validering")
        let none = try await lisa.post("/arbete/granska/koda-om/\(key)", ["skal": "x"])
        #expect(none.status == .unprocessableContent && none.words.contains("Välj var texten hör hemma."))
        let number = try await lisa.post("/arbete/granska/koda-om/\(key)", ["mal": "kvar", "skal": "19121212-1212"])
        #expect(number.status == .unprocessableContent && number.text.contains("value=\"kvar\" checked"))
        #expect(try await lisa.get("/arbete/granska/koda-om/0123456789abcdef").status == .notFound)
        #expect(try await site.house.review.recodings(collection: site.collection.id).isEmpty)
    }
}

extension TestClient {
    /// What addresses call a free text.
    fileprivate func key(_ text: String) async throws -> String {
        let page = try await get("/arbete/granska/koda-om?visa=alla")
        let row = try #require(page.text.split(separator: "<tr").first { $0.contains(">\(text)</th>") })
        return String(try #require(row.firstMatch(of: /koda-om\/([0-9a-f]{16})/)).output.1)
    }
}
