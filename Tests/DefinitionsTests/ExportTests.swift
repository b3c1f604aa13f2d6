import Definitions
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("What is exported")
struct ExportTests {
    let collection: Definitions.Collection

    init() throws {
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
    }

    @Test(
        "keeps docs/rules.md as the definitions say; else run: underlag definitions export --format rules -o docs/rules.md"
    )
    func rules() throws {
        let written = try String(contentsOf: Dossier.repository.appending(path: "docs/rules.md"), encoding: .utf8)
        #expect(try RuleDocumentation.markdown(.embedded(), .sv) == written)
    }

    @Test("describes every field, code, rule and date", arguments: Language.allCases)
    func fileDescription(language: Language) {
        let text = FileDescription(of: collection, language).markdown
        for table in collection.tables {
            for field in table.fields {
                #expect(text.contains("| \(field.title[language]) | `\(field.name)` | \(field.allowed(language))"))
            }
            for rule in table.rules { #expect(text.contains("| \(rule.id) | \(rule.severity.title[language]) |")) }
        }
        for code in collection.codeLists.flatMap(\.codes) {
            #expect(text.contains("| \(code.value) | \(code.label[language]) |"))
        }
        for period in collection.calendar.periods {
            #expect(text.contains("| \(period.month.fullName(language)) | \(period.opens) | \(period.due) |"))
        }
        #expect(!text.contains("*max*") && !text.contains("{"))
    }

    @Test(
        "is a Data Package by which other tools find faults",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func dataPackage() throws {
        let folder = try TemporaryFolder()
        try TableSchema(of: collection, .sv).dataPackage.write(
            to: folder.file("datapackage.json"), atomically: true, encoding: .utf8)
        let measures = collection.tables[0].fields.map(\.name).joined(separator: ";")
        let blanks = String(repeating: ";", count: 17)
        try """
        \(measures)
        2013-03;0180;0001;X;\(blanks)
        2013-03;0180;0002;;32\(blanks)
        2013-03;0180;0001;X;\(blanks)
        """.write(to: folder.file("insatser.csv"), atomically: true, encoding: .utf8)
        try """
        manad;kommun;lopnr;avslut_reg;avslut_med;avslut_hushall
        2013-03;0180;0001;1;;1
        2013-03;180;0002;12;;13
        """.write(to: folder.file("avslutsorsaker.csv"), atomically: true, encoding: .utf8)
        let found = try Python.run(
            """
            import sys
            try:
                from frictionless import Package
            except ImportError:
                print("no frictionless"); sys.exit()
            report = Package(sys.argv[1]).validate()
            for task in report.tasks:
                for error in task.errors:
                    print(task.name, getattr(error, "row_number", "-"), getattr(error, "field_name", "-"), error.type)
            """, folder.file("datapackage.json").path)
        guard found != "no frictionless\n" else { return }
        #expect(
            found.split(separator: "\n") == [
                "insatser 3 reg_1 constraint-error", "insatser 4 - primary-key",
                "avslutsorsaker 3 kommun constraint-error", "avslutsorsaker 3 avslut_hushall constraint-error",
            ])
    }
}
