import AccessLog
import Foundation
import Publication
import Register
import Review
import TestSupport
import Testing
import Vocabulary

@Suite("Free texts and where they belong", .fewAtATime)
struct FreeTextTests {
    private let described: [[String: String]] = [
        ["reg_8": "X", "med_0": "X", "ovrig_text": "SFI "],
        ["reg_8": "3", "med_8": "X", "ovrig_text": "\"sfi.\""],
        ["reg_8": "X", "reg_2": "X", "ovrig_text": "Individuell  coachning"],
        ["med_8": "X", "reg_0": "X", "ovrig_text": "Individuell coachning"],
        ["reg_8": "X", "ovrig_text": "Validering"],
    ]

    @Test("Texts that say the same stand together, with who, where, how many and what the definition suggests")
    func groups() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(described)])
        try await fixture.deliver([fixture.file([described[0]], "insatser", fixture.knivsta)])
        let groups = try await fixture.review.freeTexts(in: fixture.collection)
        #expect(groups.map(\.wording.description) == ["sfi", "individuell coachning", "validering"])
        #expect(groups.map(\.households) == [3, 2, 1])
        #expect(groups.map(\.suggestion) == [.outsideModel, .code(2), nil])
        let sfi = try #require(groups.first)
        #expect(sfi.text == "SFI" && sfi.municipalities == [fixture.knivsta, fixture.uppsala])
        let uppsala = sfi.texts.filter { $0.municipality == fixture.uppsala }
        #expect(uppsala.map(\.roles) == [["registerledare"], ["registerledare", "medsokande"]])
        #expect(
            try await fixture.review.freeTexts(in: fixture.collection, months: fixture.april...fixture.april).isEmpty)
    }

    @Test("A decision stands beside the text, can be changed and taken back, and its history stays")
    func decisions() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(described)])
        let before = try await fixture.review.freeTexts(in: fixture.collection).flatMap(\.texts)
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let (table, wording) = ("insatser", Wording("  VALIDERING!"))
        try await fixture.review.recode(
            wording, of: table, in: fixture.collection, to: .stays, reason: "Egen insats.", by: "Bo Ek", at: time)
        try await fixture.review.recode(
            wording, of: table, in: fixture.collection, to: .code(1), by: "Lisa Nu", at: time)
        #expect(try await fixture.review.recodings(collection: fixture.id).map(\.target) == [.code(1)])
        let group = try await fixture.review.freeTexts(in: fixture.collection).first { $0.wording == wording }
        #expect(group?.recoding?.by == "Lisa Nu" && group?.text == "Validering")
        try await fixture.review.undoRecoding(wording, of: table, in: fixture.collection, by: "Bo Ek", at: time)
        #expect(try await fixture.review.recodings(collection: fixture.id).isEmpty)
        let history = try await fixture.review.recodingHistory(wording, of: table, collection: fixture.id)
        #expect(history.map(\.target) == [.stays, .code(1), nil])
        #expect(
            history.map(\.reason) == ["Egen insats.", "", ""] && history.map(\.by) == ["Bo Ek", "Lisa Nu", "Bo Ek"])
        #expect(try await fixture.review.freeTexts(in: fixture.collection).flatMap(\.texts) == before)
        let log = try await AccessLog(fixture.database).events(about: .authority)
        #expect(log.map(\.act) == [.recoded, .recoded, .recoded])
        #expect(!log.contains { $0.subject.lowercased().contains("valid") })
    }

    @Test("Only texts that have come, codes of other measures and decisions that hold can be decided on")
    func refusals() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(described)])
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let review = fixture.review
        for code in [0, 8, 9] {
            await #expect {
                try await review.recode(
                    Wording("sfi"), of: "insatser", in: fixture.collection, to: .code(code), by: "Bo Ek", at: time)
            } throws: {
                if case ReviewError.noSuchCode(code, known: [1, 2, 3, 4, 5, 6, 7]) = $0 { true } else { false }
            }
        }
        await #expect(throws: ReviewError.self) {
            try await review.recode(
                Wording("mentor"), of: "insatser", in: fixture.collection, to: .stays, by: "Bo Ek", at: time)
        }
        await #expect(throws: ReviewError.self) {
            try await review.recode(
                Wording("sfi"), of: "insatser", in: fixture.collection, to: .stays, reason: "Se 640823-3234",
                by: "Bo Ek", at: time)
        }
        await #expect(throws: ReviewError.self) {
            try await review.undoRecoding(Wording("sfi"), of: "insatser", in: fixture.collection, by: "Bo Ek", at: time)
        }
        #expect(try await review.recodings(collection: fixture.id).isEmpty)
    }

    @Test("Marks move to the code decided, once a person, and those outside the model go")
    func counts() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(described)])
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        func after() async throws -> RecodedCounts {
            try #require(try await fixture.review.recodedCounts(in: fixture.collection).first)
        }
        let untouched = try await after()
        #expect(untouched.describedCode == 8 && untouched.undecided == 6)
        #expect(untouched.codes.allSatisfy { $0.before == $0.after })
        #expect(untouched[8]?.before == [4, 2] && untouched[2]?.before == [1, 0])
        for (wording, target) in [
            (Wording("SFI"), Recoding.Target.outsideModel), (Wording("individuell coachning"), .code(2)),
        ] {
            try await fixture.review.recode(
                wording, of: "insatser", in: fixture.collection, to: target, by: "Bo Ek", at: time)
        }
        let counts = try await after()
        // SFI takes three marks from code 8; coaching two, of which one person had code 2 already.
        #expect(counts[8]?.before == [4, 2] && counts[8]?.after == [1, 0])
        #expect(counts[2]?.after == [1, 1] && counts[0]?.after == [1, 1])
        #expect(counts.undecided == 1 && counts.leftWithout == 3)
        let table = counts.table(fixture.collection, .sv)
        #expect(table.cell("8 Övrig/-a insats/-er", "before") == .count(6))
        #expect(table.cell("8 Övrig/-a insats/-er", "after") == .count(1))
        #expect(table.cell("8 Övrig/-a insats/-er", "change") == .text("−5"))
    }

    @Test(
        "What does not change a text's meaning does not part it from the others",
        arguments: [
            ("SFI", "sfi"), (" Sfi – ", "sfi"), ("«x»", "«x»"), ("Praktik  (halvtid).", "praktik (halvtid)"),
            ("...", ""),
            ("IDE\u{301}", "id\u{e9}"), ("-5 dagar", "5 dagar"),
        ])
    func wording(_ text: String, _ folded: String) {
        // Byte for byte, as a database compares.
        #expect(Array(Wording(text).description.utf8) == Array(folded.utf8))
        #expect(Wording(folded).description == folded)
    }
}
