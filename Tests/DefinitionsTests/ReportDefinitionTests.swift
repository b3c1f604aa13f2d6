import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Definitions

@Suite("What a report has")
struct ReportDefinitionTests {
    private static let whole = """
        id: namndrapport-ekonomiskt-bistand
        title: {sv: Rapport, en: Report}
        committee: {sv: Nämnden, en: The committee}
        alsoFrom: [namndrapport-vuxenutbildning]
        parts:
          - id: tal
            heading: {sv: Tal, en: Figures}
            tiles: [inskrivna]
          - id: bilder
            heading: {sv: Bilder, en: Pictures}
            diagrams:
              - id: inskrivna
                shape: years
                series: {indicator: inskrivna, subject: {sv: antalet, en: the number}}
              - id: orsaker
                shape: bars
                series: {indicator: orsaker-till-avslut, subject: {sv: antalet, en: the number}}
                rest: [12]
                whole: {group: annan-forsorjning, text: {sv: har avslutats, en: left}}
                parts: [{codes: [1], text: {sv: har gått, en: went}}]
              - {id: antagna, shape: schools, figure: antagna-kurspaket}
          - id: sent
            heading: {sv: Sent, en: Late}
            lateRegistration: [utbetalt-bistand]
        memo:
          title: {sv: Skrivelse, en: Memo}
          proposal: {sv: Noteras., en: Noted.}
          matter: {sv: Rapport., en: Report.}
          areas:
            - id: allt
              heading: {sv: Allt, en: All}
              introduction: [{to: 2024-12, about: [sent], text: {sv: Byte., en: Change.}}]
              paragraphs: [[inskrivna], [orsaker, inskrivna]]
          basis: [{sv: Bilaga, en: Annex}]
        """

    @Test("is read as it says")
    func reads() throws {
        let (found, problems) = read(Self.whole)
        #expect(problems == [])
        let report = try #require(found)
        #expect(report.indicators == ["inskrivna", "orsaker-till-avslut", "utbetalt-bistand"])
        guard case .years(let series, 3) = report.diagrams[0].content else {
            Issue.record("no years")
            return
        }
        #expect(series.subject.sv == "antalet")
        let packages = try #require(report.diagrams[2].bySchool?.versions.first)
        #expect(packages.rule == .admitted(to: 2) && packages.title.sv == "Antagna till kurspaket")
        #expect(report.diagrams[0].bySchool == nil && report.diagrams[2].indicators.isEmpty)
        let paragraph = try #require(report.memo.areas.first?.introduction.first)
        let last = Month(index: 2024 * 12 + 11)
        #expect(paragraph.holds(in: last, showing: ["sent"]) && !paragraph.holds(in: last.next, showing: ["sent"]))
        #expect(!paragraph.holds(in: last, showing: ["bilder"]))
        #expect(report.memo.areas.first?.paragraphs == [["inskrivna"], ["orsaker", "inskrivna"]])
    }

    @Test(
        "says at which line something cannot be meant",
        arguments: [
            ("tiles: [inskrivna]", "tiles: [inskriven]", 8), ("shape: years", "shape: circle", 13),
            ("shape: years", "shape: stacked", 14),
            ("indicator: inskrivna", "indicator: okand", 14), ("figure: antagna-kurspaket", "figure: antagna", 21),
            ("figure: antagna-kurspaket", "figure: inskrivna", 21), (", figure: antagna-kurspaket", "", 21),
            ("tiles: [inskrivna]", "tiles: [antagna-kurspaket]", 8),
            ("alsoFrom: [", "alsoFrom: [okand, ", 4),
            ("alsoFrom: [", "alsoFrom: [namndrapport-ekonomiskt-bistand, ", 4),
            ("group: annan-forsorjning", "group: annan", 19), ("[inskrivna], [", "[orsak], [", 33),
            ("id: namndrapport-ekonomiskt-bistand", "id: annan", 1), ("codes: [1], ", "", 20),
            ("id: antagna", "id: orsaker", 21), ("to: 2024-12", "to: snart", 32),
            ("about: [sent]", "about: [tidigt]", 32),
        ])
    func problems(old: String, new: String, line: Int) {
        let (_, problems) = read(Self.whole.replacing(old, with: new, maxReplacements: 1))
        #expect(problems.map(\.line) == [line], "\(problems)")
        #expect(problems.allSatisfy { !$0.message(.sv).isEmpty })
    }

    @Test("is linted with the collections")
    func library() throws {
        let library = try DefinitionLibrary.embedded()
        #expect(library.reports == ["namndrapport-ekonomiskt-bistand"])
        #expect(try library.report("namndrapport-ekonomiskt-bistand").diagrams.count == 21)
        #expect(throws: DefinitionError.self) { try library.report("ekb-handelser") }
        let path = "namndrapport-ekonomiskt-bistand/report.yaml"
        let faulty = try DefinitionLibrary(
            [path: Self.whole.replacing("shape: years", with: "shape: circle")], over: library)
        #expect(faulty.lint().map(\.file) == [path])
    }

    @Test("is not read with figures of another report that cannot be meant, and they are told once")
    func faultyOthers() throws {
        let path = "namndrapport-vuxenutbildning/indicators.yaml"
        let text = try #require(DefinitionFiles.embedded.text(path))
        let faulty = try DefinitionLibrary(
            [path: text.replacing("education: 2", with: "education: 64")], over: .embedded())
        #expect(faulty.lint().map(\.file) == [path])
        #expect(throws: DefinitionError.self) { try faulty.report("namndrapport-ekonomiskt-bistand") }
    }

    @Test("draws of adult education what has a definition, and of indicators by month none that is by school")
    func bySchool() throws {
        let report = try DefinitionLibrary.embedded().report("namndrapport-ekonomiskt-bistand")
        #expect(
            report.diagrams.compactMap(\.bySchool).map(\.id) == [
                "elever-per-skola", "antagna-gymnasial", "antagna-kurspaket", "antagna-grundlaggande",
            ])
        let own = try DefinitionLibrary.embedded().indicators("namndrapport-vuxenutbildning")
        var reader = ReportReader(
            files: .texts(
                ["x/report.yaml": Self.whole.replacing("inskrivna", with: "antagna-kurspaket")], over: .embedded),
            folder: "x", indicators: own)
        _ = reader.read()
        #expect(
            reader.problems.filter { $0.kind == .unsuitedField(rule: "series", field: "antagna-kurspaket") }.count == 1)
    }

    @Test("has all its keys and shapes described in docs/reports.md")
    func areDescribed() throws {
        var faulty = Self.whole
        for each in ["{indicator: inskrivna", "{group:", "{codes:", "{to:"] {
            faulty = faulty.replacing(each, with: "{zzz: 1, " + each.dropFirst())
        }
        faulty = faulty.replacing("committee:", with: "zzz: 1\ncommittee:")
            .replacing("    tiles:", with: "    zzz: 1\n    tiles:")
            .replacing("        rest:", with: "        zzz: 1\n        rest:")
            .replacing("  proposal:", with: "  zzz: 1\n  proposal:")
            .replacing("      paragraphs: ", with: "      zzz: 1\n      paragraphs: ")
            .replacing("shape: years", with: "shape: circle")
        let known = read(faulty).1.compactMap { problem -> [String]? in
            switch problem.kind {
            case .unknownKey("zzz", let known): known
            case .unknownWord("shape", _, let known): known
            default: nil
            }
        }
        #expect(known.count >= 9)
        let text = try String(contentsOf: Dossier.repository.appending(path: "docs/reports.md"), encoding: .utf8)
        for key in Set(known.joined()) { #expect(text.contains("`\(key)`"), "\(key)") }
    }

    private func read(_ text: String) -> (ReportDefinition?, [DefinitionProblem]) {
        do {
            let library = try DefinitionLibrary.embedded()
            let id = "namndrapport-ekonomiskt-bistand"
            var reader = ReportReader(
                files: .texts(["\(id)/report.yaml": text], over: .embedded), folder: id,
                indicators: try library.indicators(id))
            return (reader.read(), reader.problems)
        } catch {
            return (nil, [])
        }
    }
}
