import Checking
import Definitions
import Foundation
import Publication
import Statistics
import TestSupport
import Testing
import Vocabulary

@testable import Demonstration

/// The made-up rows, counted without any file in between.
@Suite struct DemonstrationPlanTests {
    @Test func `the tables of the made-up rows print what the report prints`() throws {
        expectPrintedFigures(try Self.context())
    }

    @Test func `the made-up rows agree with what the report tells in words`() throws {
        let tally = try Self.context().tally
        try expectToldFigures(tally)
        #expect(Answers.declines.count == 86)
        #expect(Set(Answers.declines.map(\.municipality)).isDisjoint(with: tally.participants))
    }

    @Test func `every participant takes part with as many of the four as Bilaga 3 marks`() throws {
        let dossier = try #require(Dossier.url("domain/data/seed_bilaga3.csv"), "the dossier of facts is not here")
        let lines = try String(contentsOf: dossier, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        #expect(lines.count == 72)
        for line in lines {
            let fields = line.split(separator: ",")
            let participant = Participant.all.first { $0.municipality.code == fields[0] }
            let marks = participant.map {
                [$0.measures, $0.measureComments, $0.reasons, $0.reasonComments].count { $0 }
            }
            #expect(marks == Int(fields[3]), "\(fields[1])")
        }
    }

    @Test func `every made-up household obeys the rules of the file`() throws {
        for rows in try Self.plan().0.rows.values.flatMap(\.values) {
            #expect(Set(rows.map(\.number)).count == rows.count)
            for row in rows {
                #expect(!row.marks[0].isEmpty)
                for marks in row.marks where marks[0] != nil { #expect(marks.count == 1) }
                #expect(row.marks.contains { $0[8] != nil } == !row.text.isEmpty)
            }
        }
        for row in try Self.plan().1.rows.values.flatMap(\.values).joined() {
            if let household = row.household, row.leader != nil || row.partner != nil {
                #expect(household == row.leader || household == row.partner)
            }
            if let leader = row.leader, let partner = row.partner, leader != partner { #expect(row.household != nil) }
        }
    }

    private static func plan() throws -> (MeasurePlan, ReasonPlan) {
        let library = try DefinitionLibrary.embedded()
        let months = try library.collection("testinsamling-2013").calendar.periods.map(\.month)
        let population = library.text("population/2012-11-01.csv").flatMap { Population($0) }?.municipalities ?? [:]
        return (
            MeasurePlan(Participant.all.filter(\.measures), population: population, months: months),
            try #require(ReasonPlan(Participant.all.filter(\.reasons), population: population, months: months))
        )
    }

    static func context() throws -> TableContext {
        let library = try DefinitionLibrary.embedded()
        let collection = try library.collection("testinsamling-2013")
        let population = try #require(library.text("population/2012-11-01.csv").flatMap { Population($0) })
        let (measures, reasons) = try plan()
        var tally = CollectionTally(collection)
        for (municipality, byMonth) in measures.rows {
            for (month, rows) in byMonth {
                let bytes = try columns(collection.tables[0], rows.map(\.cells)).encoded()
                try tally.marks[0].add(municipality, month, bytes.span)
            }
        }
        for (municipality, byMonth) in reasons.rows {
            for (month, rows) in byMonth {
                let bytes = try columns(collection.tables[1], rows.map(\.cells)).encoded()
                try tally.reasons[0].add(municipality, month, bytes.span)
            }
        }
        for comment in Answers.comments {
            for table in comment.texts.keys { tally.comments[table, default: []].insert(comment.municipality) }
        }
        return TableContext(tally, population: population, language: .sv)
    }

    /// Cells after month and municipality as typed columns.
    private static func columns(_ table: Definitions.Table, _ rows: [[String]]) -> Columns {
        let fields = table.fields.filter { $0.type != .month && $0.type != .municipality }
        return Columns(
            count: rows.count,
            columns: fields.enumerated().map { place, field in
                let cells = rows.map { $0[place] }
                switch field.type {
                case .mark, .code:
                    return Column(
                        name: field.name,
                        values: .bytes(cells.map { $0 == "X" ? Columns.cross : UInt8($0) ?? 0 }))
                case .text:
                    let dictionary = Set(cells).subtracting([""]).sorted()
                    return Column(
                        name: field.name,
                        values: .texts(
                            indices: cells.map { UInt32((dictionary.firstIndex(of: $0) ?? -1) + 1) },
                            dictionary: dictionary))
                default:
                    return Column(name: field.name, values: .words(cells.map { UInt32($0).map { $0 + 1 } ?? 0 }))
                }
            })
    }
}
