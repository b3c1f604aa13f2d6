import Definitions
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("The test collection of 2013")
struct TestCollectionTests {
    let collection: Definitions.Collection

    init() throws {
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
    }

    private func table(_ id: String) throws -> Definitions.Table { try #require(collection.table(id)) }

    @Test("has the fields of the file descriptions, in their order")
    func fields() throws {
        let codes = (0...8).map(String.init)
        #expect(
            try table("insatser").fields.map(\.name)
                == ["manad", "kommun", "lopnr"] + codes.map { "reg_" + $0 } + codes.map { "med_" + $0 } + ["ovrig_text"]
        )
        #expect(
            try table("avslutsorsaker").fields.map(\.name)
                == ["manad", "kommun", "lopnr", "avslut_reg", "avslut_med", "avslut_hushall"])
    }

    @Test("takes days for measures, only X for no measure, and 200 characters of text")
    func types() throws {
        let insatser = try table("insatser")
        for field in insatser.fields where field.code != nil {
            #expect(field.type == .mark(days: field.code != 0), "\(field.name)")
            #expect(field.codeList == "insats")
        }
        #expect(insatser.fields.last?.type == .text(maxLength: 200))
        #expect(try table("avslutsorsaker").fields.suffix(3).allSatisfy { $0.type == .code(list: "avslutsorsak") })
    }

    @Test(
        "labels its codes as the published tables do",
        .enabled(if: Dossier.url("domain/data/seed_tabell2.csv") != nil, "the dossier ../shared is absent"))
    func labels() throws {
        let reasons = try #require(collection.codeList("avslutsorsak"))
        let url = try #require(Dossier.url("domain/data/avslutsorsaker_test2013.csv"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        // The published table prints a dash where the code list had a hyphen.
        #expect(
            reasons.codes.map { "\($0.value),\($0.label.sv.replacing(" – ", with: " - "))" } == lines.map(String.init))
    }

    @Test("is collected when the report says")
    func calendar() throws {
        let march = try #require(Month(iso: "2013-03").flatMap { collection.calendar.period($0) })
        let april = try #require(Month(iso: "2013-04").flatMap { collection.calendar.period($0) })
        #expect((march.opens, march.due) == ("2013-04-02", "2013-04-22"))
        #expect((april.opens, april.due) == ("2013-05-02", "2013-05-20"))
        #expect(march.reminders + april.reminders == ["2013-04-15", "2013-05-13"])
        #expect(collection.calendar.periods.count == 2)
        // Week 22 was the last to answer in; the answers had been reviewed in weeks 19 and 24.
        #expect([march.closes, april.closes] == ["2013-06-02", "2013-06-02"])
        #expect([march.reviewed, april.reviewed] == ["2013-05-06", "2013-06-10"])
        #expect(collection.contact?.email == "uls@scb.se")
    }

    @Test("reminds on Mondays of weeks 16 and 20")
    func reminders() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let weeks = try collection.calendar.periods.flatMap(\.reminders).map { reminder in
            let date = try Date(reminder + "T00:00:00Z", strategy: .iso8601)
            return calendar.dateComponents([.weekOfYear, .weekday], from: date)
        }
        #expect(weeks.map(\.weekOfYear) == [16, 20])
        #expect(weeks.map(\.weekday) == [2, 2])
    }

    @Test("asks for two comments of at most 1,000 characters, one a table")
    func form() throws {
        let form = try #require(collection.form)
        #expect(form.texts.map(\.maxLength) == [1000, 1000])
        #expect(form.texts.map(\.table) == collection.tables.map(\.id))
        #expect(form.respondent.map(\.id) == ["kommun", "namn", "befattning", "enhet", "epost", "telefon"])
    }

    @Test("uses the rules the instructions imply, on the right fields")
    func rules() throws {
        let insatser = try table("insatser")
        func names(_ places: [Int]) -> [String] { places.map { insatser.fields[$0].name } }
        var seen: [String] = []
        for rule in insatser.rules {
            seen.append(rule.id)
            switch rule.kind {
            case .exclusive(let field, let others):
                let prefix = insatser.fields[field].name.prefix(4)
                #expect(insatser.fields[field].code == 0)
                #expect(names(others) == (1...8).map { "\(prefix)\($0)" })
            case .requires(let with, let field), .onlyWith(let field, let with):
                #expect(names(with) == ["reg_8", "med_8"] && names([field]) == ["ovrig_text"])
            case .atLeastOne(let fields):
                #expect(names(fields) == (0...8).map { "reg_\($0)" })
            case .mixedVolume(let fields):
                #expect(fields.allSatisfy { insatser.fields[$0].code ?? 0 > 0 } && fields.count == 16)
            case .freeText(_, let known):
                #expect(known.filter { $0.code != nil }.count == 3)
            default: break
            }
        }
        #expect(seen == ["R06", "R02", "R12", "R04", "R04", "R05", "R11", "V02", "V05", "V03"])
    }

    @Test("requires month, municipality and running number of every row")
    func required() throws {
        for table in collection.tables {
            #expect(table.fields.filter(\.required).map(\.name) == ["manad", "kommun", "lopnr"])
        }
    }
}
