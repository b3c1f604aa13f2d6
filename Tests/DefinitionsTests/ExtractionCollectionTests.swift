import Definitions
import Testing
import Vocabulary

@Suite("The collections of extractions")
struct ExtractionCollectionTests {
    @Test("They are known and clean, but not among those that people deliver")
    func surveys() throws {
        let library = try DefinitionLibrary.embedded()
        #expect(library.lint() == [])
        #expect(try library.surveys().map(\.id) == ["testinsamling-2013"])
        for id in ["ekb-handelser", "vux-elever"] {
            let collection = try library.collection(id)
            #expect(collection.kind == .extraction)
            #expect(collection.calendar.periods.isEmpty && collection.form == nil)
            #expect(collection.tables.allSatisfy { !$0.examples.isEmpty })
        }
    }

    @Test("Codes of measures are those of the test collection")
    func measures() throws {
        let library = try DefinitionLibrary.embedded()
        let test = try library.collection("testinsamling-2013").codeList("insats")
        let own = try library.collection("ekb-handelser").codeList("insats")
        #expect(own?.codes.map(\.value) == Array(1...8))
        #expect(
            own?.codes.map(\.shortLabel.sv.localizedLowercasePrefix)
                == test?.codes.dropFirst().map(\.shortLabel.sv.localizedLowercasePrefix))
    }

    @Test("An ordered rule takes dates only, and what agrees is a code")
    func unsuited() throws {
        let library = try DefinitionLibrary.embedded()
        let path = "ekb-handelser/arenden.yaml"
        let text = try #require(library.text(path))
        for (rule, field) in [
            ("{id: R24, kind: ordered, field: slag, others: [till], source: x}", "slag"),
            ("{id: V04, kind: agrees, field: fran, with: [till], source: x}", "fran"),
        ] {
            let changed = text.replacing(
                "{id: R24, kind: ordered, field: fran, others: [till], source: uttaget}", with: rule)
            let problems = try DefinitionLibrary([path: changed], over: library).lint()
            #expect(problems.map(\.kind) == [.unsuitedField(rule: String(rule.dropFirst(5).prefix(3)), field: field)])
        }
    }
}

extension String {
    /// The first six letters, small: labels are shorter here than in the test collection.
    fileprivate var localizedLowercasePrefix: String { String(lowercased().prefix(6)) }
}
