import Checking
import Definitions
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Indicators

@Suite("Adult education by school", .fewAtATime)
struct AdultEducationTests {
    private let august = SchoolTable.Kind.pupils(Day(number: 19_600))
    private let first = Date(timeIntervalSince1970: 1_693_900_000)
    private let later = Date(timeIntervalSince1970: 1_696_500_000)

    private func row(_ school: String, person: UInt64 = 0, count: Int = 0) -> SchoolRow {
        SchoolRow(school: school, kind: august, person: person, count: count)
    }

    private func tables(_ batches: [SchoolRow]...) -> [SchoolTable] {
        AdultEducation(
            batches.enumerated().map {
                AdultEducation.Batch(knownFrom: $0.offset == 0 ? first : later, rows: $0.element)
            }
        ).tables
    }

    @Test("a pupil at two schools, and twice at one, is one unique pupil")
    func unique() throws {
        let table = try #require(
            tables([
                row("Linvux", person: 1), row("Linvux", person: 2), row("linvux", person: 2), row("NTI", person: 2),
            ]).first)
        #expect(table.rows == [.init(school: "Linvux", count: 2), .init(school: "NTI", count: 1)])
        #expect(table.total == .unique(2))
        #expect(table.sumOfSchools == 3 && !table.isUniqueTheSum)
        #expect(table.note.sv.contains("1 fler"))
    }

    @Test("numbers give a sum, and numbers beside persons are in part one")
    func sums() {
        let sum = tables([row("Astar", count: 10), row("NTI", count: 20)])[0]
        #expect(sum.total == .sum(30) && sum.total.label.sv == "summa av skolorna" && !sum.isUniqueTheSum)
        #expect(sum.rows.map(\.school) == ["NTI", "Astar"])
        let mixed = tables([row("Astar", person: 1), row("Astar", person: 2), row("NTI", count: 20)])[0]
        #expect(mixed.total == .mixed(unique: 2, added: 20) && mixed.total.number == 22)
    }

    @Test("a unique total that is the sum of several schools is flagged; of one school it must be so")
    func flagged() {
        let two = tables([row("Astar", person: 1), row("NTI", person: 2)])[0]
        #expect(two.total == .unique(2) && two.isUniqueTheSum && two.note.sv.contains("lika många som summan"))
        #expect(!tables([row("Astar", person: 1)])[0].isUniqueTheSum)
    }

    @Test("a later delivery takes the place of what it repeats, a school at a time")
    func again() {
        let table = tables(
            [row("Astar", person: 1), row("Astar", person: 2), row("NTI", person: 3)],
            [row("ASTAR", person: 2), row("ASTAR", person: 4), row("ASTAR", person: 5)])[0]
        #expect(table.rows == [.init(school: "ASTAR", count: 3), .init(school: "NTI", count: 1)])
        #expect(table.total == .unique(4) && table.knownFrom == later)
        #expect(tables([row("Astar", count: 7)], [row("Astar", count: 7)])[0].total == .sum(7))
    }

    @Test("periods of any form; spellings of one period are one, its dates are its days")
    func periods() throws {
        func admitted(_ period: String, _ form: Int = 3) -> SchoolRow {
            SchoolRow(
                school: "Moa", kind: .admitted(form: form, period: period), days: SchoolRow.days(of: period), count: 1)
        }
        let found = tables([admitted("230609–230816")], [admitted("230609 - 230816"), admitted("period 4 2023", 1)])
        #expect(found.map(\.total) == [.sum(1), .sum(1)])
        #expect(
            found.map(\.kind) == [
                .admitted(form: 1, period: "period 4 2023"), .admitted(form: 3, period: "230609 - 230816"),
            ])
        let days = try #require(Day(iso: "2023-06-09"))...#require(Day(iso: "2023-08-16"))
        #expect(found.map(\.days) == [nil, days])
        #expect(SchoolRow.days(of: "20230609–20230816") == days)
        for odd in ["period 4 2023", "230816–230609", "231309–231416", "2023-06-09", "v 24–33", ""] {
            #expect(SchoolRow.days(of: odd) == nil, "\(odd)")
        }
    }

    @Test("the tables of the seed: 3 069 is the sum of its schools, and schools have one name in all tables")
    func seed() async throws {
        guard let url = Dossier.url("domain/data/linkoping_vux_seed.csv") else { return }
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", maxSplits: 10).map(String.init) }
        var (pupils, admitted) = ("skola;datum;person;antal\n", "skola;utbildning;period;fran;till;person;antal\n")
        for line in lines {
            let (table, school, count) = (line[0], line[line.count - 2], line[line.count - 1])
            if table.hasPrefix("Elever") { pupils += "\(school);2023-08-31;;\(count)\n" }
            if table.hasPrefix("Antagna enstaka") { admitted += "\(school);1;period 4 2023;;;;\(count)\n" }
            if table.hasPrefix("Antagna grund") { admitted += "\(school);3;230609–230816;;;;\(count)\n" }
        }
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let linköping = try #require(Municipality(code: "0580"))
        try await deliver([pupils, admitted], linköping, register)
        let tables = try await AdultEducation.read(of: linköping, from: register)
        let day = try #require(Day(iso: "2023-08-31"))
        #expect(
            tables.map(\.kind) == [
                .pupils(day), .admitted(form: 1, period: "period 4 2023"), .admitted(form: 3, period: "230609–230816"),
            ])
        #expect(tables.map(\.total) == [.sum(3_069), .sum(926), .sum(273)])
        #expect(tables[0].rows.prefix(3).map(\.school) == ["Linvux", "Astar", "Hermods"])
        #expect(tables[0].rows.first?.count == 1_514 && tables[0].rows.last == .init(school: "Iris Hadar", count: 14))
        #expect(tables.map { $0.rows.contains { $0.school == "InfoKomp" } } == [true, true, true])
        #expect(tables.map { $0.rows.contains { $0.school == "Moa" } } == [true, true, true])
        // Not the same but for case, so not the same school.
        #expect(tables[0].rows.contains { $0.school == "Agila Institutet" })
        #expect(tables[1].rows.contains { $0.school == "Agila" })
        let before = try await AdultEducation.read(
            of: linköping, from: register, asKnownAt: Date(timeIntervalSince1970: 1_693_000_000))
        #expect(before.isEmpty)
    }

    private func deliver(_ texts: [String], _ municipality: Municipality, _ register: Register) async throws {
        let collection = try DefinitionLibrary.embedded().collection("vux-elever")
        var request = CheckRequest(collections: [collection])
        request.keepsColumns = true
        request.municipality = municipality
        request.month = Month(iso: "2023-09")
        let files = texts.enumerated().map {
            InputFile(name: "vux\($0.offset).csv", bytes: FileBytes(Array($0.element.utf8)))
        }
        let checked = await Check.files(files, as: request)
        _ = try await register.submit(
            Submission(
                collection: collection.id, isIncrement: true, definitionVersion: collection.version,
                files: checked.map { Submission.File(name: $0.name, bytes: $0.bytes, verdicts: $0.verdicts) },
                sender: "Anna Ek", receivedAt: first))
    }
}
