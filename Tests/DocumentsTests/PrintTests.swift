@testable import Documents
import Foundation
import Markup
import TestSupport
import Testing

@Suite("A report as PDF", .fewAtATime, .enabled(if: Python.isPresent, "\(Python.absence)"))
struct PrintTests {
    @Test("is tagged as PDF/UA-1 wants it, and says the key figures")
    func checklist() async throws {
        let texts = [
            "23 887 841 kr", "2 160 hushåll", "654 personer", "336 hushåll", "2 045 hushåll", "Uppgift saknas",
            "Minskning: −727 477 kr (−3,0 %)", "Påhittade uppgifter. Rapporten visar inga verkliga förhållanden.",
            "Utkast",
            "Barn & unga <b>ökar</b> *inte* | #1", "Skriven av Anna Ek för rapporten juli 2023.", "chain ladder",
            "27 mnkr", "2022 (nytt", "manuellt sammanfört", "54 (42 %)", "Diagram 13. ",
        ]
        #expect(try Made.check("pdf", [await Made.file(.pdf).path] + texts) == "")
    }

    @Test("has the pages, tags and words that WeasyPrint gives it without our ways around it")
    func same() throws {
        let folder = try TemporaryFolder()
        let (program, page) = (folder.file("print.py"), folder.file("page.html"))
        try DocumentAssets.text("print.py").write(to: program, atomically: true, encoding: .utf8)
        try ReportHTML(SampleReport.report, medium: .paper).printed.text.write(
            to: page, atomically: true, encoding: .utf8)
        #expect(try Made.check("same", [program.path, page.path]) == "")
    }

    @Test("is printed by several at a time, each its own")
    func together() async throws {
        let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 { group.addTask { try await Made.press.make(.pdf, of: SampleReport.report).count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(sizes).count == 1 && sizes.count == 6)
    }
}
