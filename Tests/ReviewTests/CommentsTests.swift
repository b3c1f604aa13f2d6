import AccessLog
import Definitions
import Foundation
import Publication
import Register
import Review
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("Comments by subject", .fewAtATime)
struct CommentsTests {
    private func fixture() async throws -> ReviewFixture {
        let fixture = try await ReviewFixture()
        let form = try #require(fixture.collection.form)
        for (municipality, texts) in [
            (fixture.uppsala, ["insatser": "=SUMMA(A1)", "avslutsorsaker": "Bra."]),
            (fixture.knivsta, ["insatser": "Kod 0 är oklar; förklara."]),
        ] {
            try await fixture.register.comment(
                Comments(
                    collection: fixture.id, municipality: municipality, texts: texts,
                    respondent: ["namn": "Anna Ek", "telefon": "018-12 34 56"], sender: "Anna Ek",
                    receivedAt: try ReviewFixture.time("2013-04-04T07:00:00Z")), form: form)
        }
        return fixture
    }

    @Test("By subject and municipality, without those who wrote them")
    func subjects() async throws {
        let fixture = try await fixture()
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let compiled = try await fixture.review.compiledComments(on: fixture.collection, by: "Bo Ek", at: time)
        #expect(compiled.map(\.subject) == ["insatser", "avslutsorsaker"])
        #expect(compiled.first?.comments.map(\.municipality) == [fixture.knivsta, fixture.uppsala])
        #expect(compiled.flatMap(\.comments).allSatisfy { $0.respondent.isEmpty })
        let csv = try #require(compiled.first?.table(fixture.collection, .sv).csv())
        let text = String(decoding: csv, as: UTF8.self)
        #expect(text.contains("0330;Knivsta;\"Kod 0 är oklar; förklara.\";2013-04-04 9.00"))
        #expect(text.contains("0380;Uppsala;'=SUMMA(A1);") && !text.contains("Anna"))
        let workbook = try StatisticalTable.workbook(compiled.map { $0.table(fixture.collection, .sv) }, .sv)
        let sheets = try WorkbookReader(FileBytes(workbook), limits: ReadingLimits()).sheets.map(\.name)
        #expect(sheets.count == 2 && Set(sheets).count == 2)
        #expect(
            try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala)).map(\.act) == [
                .commented
            ])
    }

    @Test("Who wrote them is taken out only when asked for, and that is logged for each")
    func respondents() async throws {
        let fixture = try await fixture()
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let compiled = try await fixture.review.compiledComments(
            on: fixture.collection, respondents: true, by: "Bo Ek", at: time)
        let table = try #require(compiled.last).table(fixture.collection, .sv)
        #expect(table.columns.map(\.title).suffix(2) == ["Namn", "Tel."])
        #expect(table.cell("0380", "respondent-namn") == .text("Anna Ek"))
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.map(\.act) == [.exported, .commented])
    }
}
