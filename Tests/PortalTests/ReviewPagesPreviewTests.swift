import Definitions
import Foundation
import Frame
import HTTPTypes
import Review
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("Trying a changed definition on the pages", .fewAtATime)
struct ReviewPagesPreviewTests {
    static let page = "/arbete/register/prova"

    @Test("Uploaded files are tried in the background, and the result says who would be judged otherwise")
    func run() async throws {
        let site = try await ReviewPagesSite()
        let numbers = try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let measures = try #require(site.house.library.text("testinsamling-2013/insatser.yaml"))
        // A free text that the list knows is no longer a question but wrong.
        let changed = measures.replacing(
            "  - id: V03\n    severity: warning", with: "  - id: V03\n    severity: error")
        #expect(changed != measures)
        let begun = try await lisa.post(
            Self.page, ["kalla": "filer", "fran": "2013-03", "till": "2013-04"],
            files: [SentFile("filer", name: "C:\\Mina filer\\insatser.yaml", bytes: Array(changed.utf8))])
        let place = try #require(begun.location)
        let result = try await lisa.finished(place)
        #expect(result.words.contains("1 kommun bedöms annorlunda 2 av 74 rader berörs"))
        #expect(result.words.contains("1 av 4 leveranser bedöms annorlunda 1 godkänd skulle inte bli godkänd"))
        #expect(result.words.contains("Uppsala 1 av 2 2 av 49"))
        #expect(result.words.contains("April 2013: Godkänd med varningar → blir Inte godkänd"))
        #expect(result.words.contains("V03 fel: 2 nya") && result.words.contains("samma versionsnummer"))
        let csv = try await lisa.get("\(place)/resultat.csv")
        #expect(csv.text.contains("0380;Uppsala;2;1;49;2;godkänd med varningar → inte godkänd;2;0;0;1;0;2"))
        #expect(try await lisa.get("\(place)/resultat.xlsx").bytes.starts(with: Array("PK".utf8)))
        #expect(
            try await site.log(.authority).contains("Lisa preview-rules testinsamling-2013 1–1 2013-03–2013-04"))
        // Nothing has been changed.
        #expect(try await site.house.review.history(of: numbers[2]).isEmpty)
        #expect(try await lisa.get(Self.page).words.contains("version 1 → 1"))
        // It is kept for an hour.
        site.wait(3_601)
        #expect(try await site.signedIn("lisa").get(place).status == .conflict)
    }

    @Test("What is wrong in the files is said with file and line, and nothing is run")
    func problems() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let measures = try #require(site.house.library.text("testinsamling-2013/insatser.yaml"))
        let line =
            1
            + (measures.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("kind: countChange")
            } ?? 0)
        let wrong = measures.replacing("kind: countChange", with: "kind: raknaUpp")
        let answer = try await lisa.post(
            Self.page, ["kalla": "filer", "fran": "2013-03", "till": "2013-03"],
            files: [SentFile("filer", name: "insatser.yaml", bytes: Array(wrong.utf8))])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.words.contains("insatser.yaml \(line) kind kan inte vara raknaUpp."))
        #expect(try await !lisa.get(Self.page).words.contains("Prov den senaste timmen"))
    }

    @Test(
        "Files that are none of the definition's, no text, or missing are asked for again",
        arguments: [
            ("annan.yaml", Array("id: annan".utf8), "Definitionen använder inte annan.yaml."),
            ("insatser.yaml", [0xFF, 0xFE, 0x00], "En av filerna är inte text i UTF-8."),
            ("", [], "Välj de YAML-filer som är ändrade, eller den inbyggda definitionen."),
        ])
    func otherFiles(_ name: String, _ bytes: [UInt8], _ words: String) async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let answer = try await site.signedIn("lisa").post(
            Self.page, ["kalla": "filer", "fran": "2013-03", "till": "2013-03"],
            files: [SentFile("filer", name: name, bytes: bytes)])
        #expect(answer.status == .unprocessableContent && answer.words.contains(words))
    }

    @Test("The definition of the program can be tried without a file; months in the wrong order cannot")
    func embedded() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let wrong = try await lisa.post(
            Self.page, ["kalla": "inbyggd", "fran": "2013-04", "till": "2013-03"], files: [])
        #expect(wrong.status == .unprocessableContent && wrong.words.contains("Välj en första månad"))
        let begun = try await lisa.post(
            Self.page, ["kalla": "inbyggd", "fran": "2013-03", "till": "2013-04"], files: [])
        let result = try await lisa.finished(try #require(begun.location))
        #expect(result.words.contains("Inget bedöms annorlunda. 4 leveranser med 74 rader är prövade."))
        // What has ended is not called off.
        let late = try await lisa.post("\(try #require(begun.location))/avbryt")
        #expect(try await lisa.follow(late).words.contains("Inget bedöms annorlunda."))
    }
}
