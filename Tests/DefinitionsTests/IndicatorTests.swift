import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Definitions

@Suite("The key figures of a report")
struct IndicatorTests {
    static let whole = """
        id: rapport
        title: {sv: Rapport, en: Report}
        systems:
          - {id: gammalt, name: Gammalt, to: 2022-09}
        indicators:
          - id: hushall
            area: assistance
            unit: hushåll
            systems: [gammalt]
            versions:
              - from: 2023-01
                title: {sv: Hushåll, en: Households}
                definition: {sv: Hushåll., en: Households.}
                population: withoutNewlyArrived
                rule: {kind: started, kinds: [1, 3]}
            breaks:
              - {from: 2022-11, to: 2022-12, effect: missing, text: {sv: Byte., en: Change.}}
        """

    @Test("are read as they say")
    func reads() throws {
        let (found, problems) = read(Self.whole)
        #expect(problems == [])
        let indicator = try #require(found?["hushall"])
        let version = try #require(indicator.versions.first)
        #expect(
            version.rule
                == .started(CaseSelection(kinds: [1, 3], targetGroups: [1]), gap: IndicatorRule.standardGap))
        #expect(indicator.breaks.map(\.effect) == [.missing])
        #expect(found?.systems.map(\.name) == ["Gammalt"])
    }

    @Test(
        "say at which line something cannot be meant",
        arguments: [
            ("kind: started", "kind: guessed", 15), ("kinds: [1, 3]", "years: 2", 15),
            ("kinds: [1, 3]", "kinds: [64]", 15),
            ("kinds: [1, 3]", "gap: 400", 15), ("area: assistance", "area: money", 7), ("[gammalt]", "[nytt]", 9),
            ("effect: missing", "effect: lost", 17), ("to: 2022-12", "to: 2022-10", 17),
            ("id: rapport", "id: annan", 1),
            ("rule: {kind: started, kinds: [1, 3]}", "rule: {kind: enrolled}", 15), ("unit: hushåll", "unit: hus", 8),
            (
                "population: withoutNewlyArrived\n        rule: {kind: started, kinds: [1, 3]}",
                "rule: {kind: children, of: x}", 14
            ),
            (
                "population: withoutNewlyArrived\n        rule: {kind: started, kinds: [1, 3]}",
                "rule: {kind: admitted, education: 64}", 14
            ),
            (
                "population: withoutNewlyArrived\n        rule: {kind: started, kinds: [1, 3]}",
                "rule: {kind: returnedShare, area: adultEducation}", 14
            ),
        ])
    func problems(old: String, new: String, line: Int) {
        let (_, problems) = read(Self.whole.replacing(old, with: new))
        #expect(problems.map(\.line) == [line], "\(problems)")
        #expect(problems.allSatisfy { !$0.message(.sv).isEmpty })
    }

    @Test("are no collection that is delivered, and are linted with them")
    func library() throws {
        let library = try DefinitionLibrary.embedded()
        #expect(
            library.indicatorCollections == ["namndrapport-ekonomiskt-bistand", "namndrapport-vuxenutbildning"])
        #expect(!library.collections.contains("namndrapport-ekonomiskt-bistand"))
        #expect(throws: DefinitionError.self) { try library.indicators("testinsamling-2013") }
        let faulty = try DefinitionLibrary(
            ["rapport/indicators.yaml": Self.whole.replacing("unit: hushåll", with: "unit: hus")], over: library)
        #expect(faulty.lint().map(\.file).contains("rapport/indicators.yaml"))
    }

    @Test("of adult education are counted by school, each education once")
    func adultEducation() throws {
        let library = try DefinitionLibrary.embedded()
        let collection = try library.indicators("namndrapport-vuxenutbildning")
        #expect(collection.indicators.allSatisfy { $0.area == .adultEducation && $0.unit == .persons && $0.isBySchool })
        #expect(
            collection.indicators.compactMap { $0.versions.last?.rule } == [
                .pupils, .admitted(to: 1), .admitted(to: 2), .admitted(to: 3),
            ])
        let educations = try #require(try library.collection("vux-elever").codeList("utbildning")?.codes)
        #expect(educations.map(\.value) == [1, 2, 3])
        #expect(try library.indicators("namndrapport-ekonomiskt-bistand").indicators.allSatisfy { !$0.isBySchool })
    }

    @Test("have all their keys and rules described in docs/indicators.md")
    func areDescribed() throws {
        var faulty = Self.whole.replacing("      - from: 2023-01", with: "      - zzz: 1\n        from: 2023-01")
        for each in ["{id: gammalt", "{from: 2022-11"] {
            faulty = faulty.replacing(each, with: "{zzz: 1, " + each.dropFirst())
        }
        faulty = faulty.replacing("    area: assistance", with: "    zzz: 1\n    area: assistance")
        faulty = faulty.replacing("id: rapport", with: "zzz: 1\nid: rapport")
        faulty = faulty.replacing("kind: started", with: "kind: guessed, zzz: 1")
        let known = read(faulty).1.compactMap { problem -> [String]? in
            switch problem.kind {
            case .unknownKey("zzz", let known): known
            case .unknownWord("kind", _, let known): known
            default: nil
            }
        }
        #expect(known.count == 7)
        let text = try String(contentsOf: Dossier.repository.appending(path: "docs/indicators.md"), encoding: .utf8)
        for key in Set(known.joined()) { #expect(text.contains("`\(key)`"), "\(key)") }
    }

    private func read(_ text: String) -> (IndicatorCollection?, [DefinitionProblem]) {
        var reader = IndicatorReader(
            files: .texts(["rapport/indicators.yaml": text], over: .embedded), folder: "rapport")
        return (reader.read(), reader.problems)
    }
}
