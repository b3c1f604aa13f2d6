import Definitions
import Foundation
import TestSupport
import Testing
import Vocabulary

/// A collection is data: this one has nothing but files.
@Suite("A second collection")
struct SecondCollectionTests {
    let library: DefinitionLibrary
    let collection: Definitions.Collection
    let table: Definitions.Table

    init() throws {
        library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Tests/Fixtures/collections").path)
        collection = try library.collection("skuldradgivning-2014")
        table = try collection.knownTable("arenden")
    }

    @Test("is found, loaded and without fault")
    func loads() {
        #expect(library.collections == ["skuldradgivning-2014"])
        #expect(library.lint() == [])
        #expect(collection.version == 3)
        #expect(collection.form == nil)
        #expect(
            table.fields.map(\.type) == [
                .month, .municipality, .runningNumber(width: 3, maxDigits: 5), .code(list: "kontakt"),
                .integer(minimum: 0, maximum: 200), .mark(days: false), .text(maxLength: 80),
            ])
        #expect(table.fields.filter(\.required).map(\.name) == ["manad", "kommun", "kontakt"])
    }

    @Test("judges each month by the codes of its time")
    func validity() throws {
        let list = try #require(collection.codeList("kontakt"))
        let (january, february) = (try #require(Month(iso: "2014-01")), try #require(Month(iso: "2014-02")))
        #expect(list.code(3, in: january)?.label.sv == "Telefax")
        #expect(list.code(3, in: february)?.label.sv == "Video")
        #expect(list.code(3, in: january.previous)?.label.sv == "Telefax")
        #expect(list.code(4, in: january) == nil)
    }

    @Test("brings texts of its own, and keeps those of the catalogue")
    func texts() {
        let swedish = MessageCatalogue.load(.sv, rules: table.rules)
        #expect(swedish.message("B01", ["row": "7"]).message == "Rad 7: det finns en anteckning utan skuldsanering.")
        #expect(
            swedish.message("R20", ["row": "7", "field": "antalet timmar"]).message == "Rad 7: antalet timmar saknas.")
        #expect(MessageCatalogue.load(.en, rules: table.rules).name("B01") == "A note without debt restructuring")
        #expect(MessageCatalogue.load(.sv).name("B01") == "B01")
    }

    @Test("is described, in both languages")
    func described() {
        let swedish = FileDescription(of: collection, .sv).markdown
        for part in [
            "# Filbeskrivning: Budget- och skuldrådgivning 2014", "| 3 | Ärende | `nr` | siffror, högst 5 |",
            "heltal 0–200",
            "| B01 | varning |", "| 3 | Telefax |", "till 2014-01", "från 2014-02", "2014-03-10, 2014-03-14",
        ] {
            #expect(swedish.contains(part), "\(part)")
        }
        #expect(
            FileDescription(of: collection, .en).markdown.contains(
                "| B01 | warning | A note without debt restructuring |"))
    }

    @Test("becomes a Table Schema that says what its fields hold")
    func schema() throws {
        struct Schema: Decodable {
            struct Field: Decodable {
                struct Constraints: Decodable, Equatable {
                    var required: Bool?
                    var pattern: String?
                    var minimum, maximum, maxLength: Int?
                    var `enum`: [Int]?
                }
                var name, title, type: String
                var constraints: Constraints?
            }
            var fields: [Field]
            var missingValues: [String]
            var primaryKey: [String]?
        }
        let json = TableSchema(of: collection, .en).json(table)
        let schema = try JSONDecoder().decode(Schema.self, from: Data(json.utf8))
        #expect(
            schema.fields.map(\.type) == ["yearmonth", "string", "string", "integer", "integer", "string", "string"])
        #expect(schema.fields.map(\.title) == table.fields.map(\.title.en))
        #expect(schema.fields[2].constraints?.pattern == "[0-9]{3,5}")
        #expect(schema.fields[3].constraints == .init(required: true, enum: [1, 2, 3, 3]))
        #expect(schema.fields[4].constraints == .init(minimum: 0, maximum: 200))
        #expect(schema.fields[5].constraints?.pattern == "X")
        #expect(schema.fields[6].constraints == .init(maxLength: 80))
        #expect(schema.missingValues == [""] && schema.primaryKey == nil)
    }

    @Test("has a template")
    func template() throws {
        let bytes = try Template.workbook(
            collection, table, municipality: Municipality(code: "0580"), month: Month(iso: "2014-02"), .sv)
        #expect(bytes.starts(with: Array("PK".utf8)))
    }
}
