import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Definitions

@Suite("Lint")
struct LintTests {
    /// A copy of the small collection with one text of one file replaced.
    private func problems(
        in file: String, replacing text: String, with other: String
    ) throws -> [DefinitionProblem] {
        let folder = try TemporaryFolder()
        let source = Dossier.repository.appending(path: "Tests/Fixtures/collections/skuldradgivning-2014")
        let copy = folder.file("skuldradgivning-2014")
        try FileManager.default.copyItem(at: source, to: copy)
        let url = copy.appending(path: file)
        let original = try String(contentsOf: url, encoding: .utf8)
        #expect(original.contains(text), "the fixture has changed")
        try original.replacing(text, with: other, maxReplacements: 1).write(to: url, atomically: true, encoding: .utf8)
        return try DefinitionLibrary(folder: folder.url.path).lint()
    }

    @Test(
        "points to the line and says what is wrong",
        arguments: [
            ("collection.yaml", "version: 3", "version: tre", 3, .wrongShape(key: "version", expected: .wholeNumber)),
            (
                "collection.yaml", "version: 3", "version: 0", 3,
                .outOfBounds(key: "version", value: 0, minimum: 1, maximum: 9999)
            ),
            (
                "collection.yaml", "id: skuldradgivning-2014", "id: annat", 2,
                .wrongIdentity(id: "annat", expected: "skuldradgivning-2014")
            ),
            ("collection.yaml", "authority: Exempelmyndigheten\n", "", 2, .missing(key: "authority")),
            (
                "collection.yaml", "month: 2014-02, opens", "month: 2014-00, opens", 21,
                .wrongShape(key: "month", expected: .month)
            ),
            ("collection.yaml", "due: 2014-02-17", "due: 2014-02-30", 20, .wrongShape(key: "due", expected: .date)),
            ("collection.yaml", "due: 2014-02-17", "due: 2014-02-01", 20, .datesOutOfOrder(month: "2014-01")),
            (
                "collection.yaml", "2014-03-14]", "2014-03-14], closes: 2014-03-16", 21,
                .datesOutOfOrder(month: "2014-02")
            ),
            ("collection.yaml", "2014-03-14]", "14 mars]", 21, .wrongShape(key: "reminders", expected: .date)),
            ("collection.yaml", ", validFrom: 2014-02", "", 17, .duplicate(key: "value", value: "3")),
            ("collection.yaml", "en: Visit", "fr: Visite", 14, .missing(key: "en")),
            ("arenden.yaml", "id: arenden", "id: ärenden", 1, .wrongIdentity(id: "ärenden", expected: "arenden")),
            (
                "arenden.yaml", "type: integer", "type: float", 11,
                .unknownWord(
                    key: "type", value: "float",
                    known: [
                        "month", "municipality", "runningNumber", "mark", "code", "text", "integer", "date", "amount",
                        "key", "term",
                    ])
            ),
            ("arenden.yaml", "list: kontakt", "list: kontakter", 10, .unknownName(key: "list", value: "kontakter")),
            ("arenden.yaml", "name: timmar", "name: kontakt", 11, .duplicate(key: "name", value: "kontakt")),
            ("arenden.yaml", "sv: Ärende,", "sv: Kommun,", 9, .duplicate(key: "aliases", value: "kommun")),
            ("arenden.yaml", "id: R20", "id: X01", 16, .noText(rule: "X01")),
            ("arenden.yaml", "type: integer", "type: municipality", 11, .duplicate(key: "type", value: "municipality")),
            (
                "arenden.yaml", "kind: onlyWith", "kind: never", 21,
                .unknownWord(
                    key: "kind", value: "never",
                    known: [
                        "required", "exclusive", "atLeastOne", "requires", "onlyWith", "unique", "agrees",
                        "mixedVolume", "shareChange", "countChange", "freeText", "ordered", "indicator",
                        "indicatorCode", "indicatorMonth", "indicatorBreak", "indicatorValue", "indicatorOnce",
                        "indicatorChange",
                    ])
            ),
            (
                "arenden.yaml", "field: anteckning", "field: anteckningar", 22,
                .unknownName(key: "field", value: "anteckningar")
            ),
            (
                "arenden.yaml", "severity: warning", "severity: fel", 20,
                .unknownWord(key: "severity", value: "fel", known: ["error", "warning", "info"])
            ),
            (
                "arenden.yaml", "id: R20, kind: required, field: kontakt",
                "id: R20, kind: agrees, field: kontakt, with: timmar", 16, .unsuitedField(rule: "R20", field: "timmar")
            ),
            (
                "arenden.yaml", "id: R20, kind: required, field: kontakt",
                "id: V01, kind: shareChange, field: kontakt, code: 9, points: 1, minimum: 1", 16,
                .unsuitedField(rule: "V01", field: "kontakt")
            ),
            (
                "arenden.yaml", "\"3\", \"2\", \"\", \"\"]", "\"4\", \"2\", \"\", \"\"]", 31,
                .exampleCell(row: 1, field: "kontakt", value: "4")
            ),
            ("arenden.yaml", "X, överenskommelse", "X", 32, .exampleLength(row: 2, count: 6, expected: 7)),
            ("arenden.yaml", "  many:", "  manyy:", 25, .missing(key: "many")),
        ] as [(String, String, String, Int, DefinitionProblem.Kind)])
    func findings(file: String, text: String, other: String, line: Int, kind: DefinitionProblem.Kind) throws {
        let problems = try problems(in: file, replacing: text, with: other)
        let expected = DefinitionProblem(file: "skuldradgivning-2014/" + file, line: line, kind: kind)
        #expect(problems.contains(expected), "\(problems)")
        for problem in problems {
            for language in Language.allCases {
                #expect(!problem.message(language).isEmpty && !problem.remedy(language).isEmpty)
            }
        }
    }

    @Test("says that a text is not YAML, and where")
    func notYAML() throws {
        let problems = try problems(in: "arenden.yaml", replacing: "unit: {sv: ärenden", with: "unit: {sv: [ärenden")
        #expect(problems.count == 1)
        #expect(problems.first?.file == "skuldradgivning-2014/arenden.yaml")
        guard case .notYAML = problems.first?.kind else {
            Issue.record("\(problems)")
            return
        }
    }

    @Test("tells that a key stands twice, and that a file is missing")
    func structure() throws {
        let twice = try problems(in: "collection.yaml", replacing: "source: påhittad", with: "source: a\nsource: b")
        #expect(twice.map(\.kind) == [.notYAML("duplicate key source")])
        let missing = try problems(in: "collection.yaml", replacing: "tables: [arenden]", with: "tables: [annan]")
        #expect(
            missing.first == DefinitionProblem(file: "skuldradgivning-2014/annan.yaml", line: 1, kind: .missingFile))
    }

    @Test("finds all problems at once")
    func allAtOnce() throws {
        let problems = try problems(
            in: "arenden.yaml", replacing: "type: integer, maximum: 200}",
            with: "type: integer, maximum: många, extra: 1}")
        #expect(problems.contains { $0.kind == .wrongShape(key: "maximum", expected: .wholeNumber) })
        #expect(problems.contains { if case .unknownKey("extra", _) = $0.kind { true } else { false } })
    }

    @Test("and loading survive a file cut anywhere", arguments: ["collection.yaml", "arenden.yaml"])
    func cut(file: String) throws {
        let folder = try TemporaryFolder()
        let source = Dossier.repository.appending(path: "Tests/Fixtures/collections/skuldradgivning-2014")
        let copy = folder.file("skuldradgivning-2014")
        try FileManager.default.copyItem(at: source, to: copy)
        let whole = try Data(contentsOf: source.appending(path: file))
        let library = try DefinitionLibrary(folder: folder.url.path)
        var accepted = 0
        for length in stride(from: 0, to: whole.count, by: 7) {
            try whole.prefix(length).write(to: copy.appending(path: file))
            if library.lint().isEmpty { accepted += 1 }
        }
        // A cut within the last, optional, parts leaves a definition that can be meant.
        #expect(accepted < whole.count / 14)
    }
}
