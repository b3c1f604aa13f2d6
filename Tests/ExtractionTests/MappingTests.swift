import Definitions
import Extraction
import Foundation
import TestSupport
import Testing
import Vocabulary

struct MappingTests {
    static let ids = ["accorda", "lifecare-api", "lifecare-csv", "treserva", "vux"]

    @Test func theMappingsAreInTheBinary() throws {
        #expect(try MappingLibrary(.embedded()).ids == Self.ids)
    }

    /// Every table and field a mapping makes is of its collection, so that the check can read it.
    @Test(arguments: ids) func aMappingMakesTablesOfItsCollection(_ id: String) throws {
        let library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)
        let mapping = try MappingLibrary(library).mapping(id)
        let collection = try library.collection(mapping.collection)
        let made = Extraction(mapping, key: .random()).headers
        #expect(!made.isEmpty)
        for (table, fields) in made {
            let own = try #require(collection.tables.first { $0.id == table })
            #expect(fields == own.fields.map(\.name), "\(table)")
        }
    }

    /// No column is both dropped and read.
    @Test(arguments: ids) func whatIsDroppedIsNotRead(_ id: String) throws {
        let mapping = try Doors.mapping(id)
        for source in mapping.sources {
            #expect(Set(source.drops).isDisjoint(with: source.recognise), "\(source.id)")
        }
    }

    @Test func problemsAreSaidWithTheirLines() {
        let text = """
            id: x
            version: 1
            system: X
            collection: ekb-handelser
            title: {sv: X, en: X}
            description: {sv: X, en: X}
            format: delimited
            sources:
              - id: A
                recognise: [Nr]
                rows:
                  - table: arenden
                    key: [=saknas]
                    fields:
                      hushall: {link: okänd, from: Nr}
                      slag: {kod: Typ}
            """
        do throws(ExtractionError) {
            _ = try MappingLibrary.mapping(text, file: "x.yaml")
            Issue.record("read")
        } catch {
            guard case .faultyMapping(let problems) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(Set(problems.map(\.line)) == [13, 15, 16])
        }
    }
}
