import Definitions
import Demonstration
import Foundation
import Publication
import Register
import SQLiteStorage
import Statistics
import TestSupport
import Testing
import Vocabulary

@testable import Commands

/// The demonstration through the real path: files written, judged, kept in a register, counted.
@Suite struct DemonstrationTests {
    @Test func `what municipalities deliver becomes the tables of the report`() async throws {
        let folder = try TemporaryFolder()
        let library = try DefinitionLibrary.embedded()
        let collection = try library.collection("testinsamling-2013")
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let population = try #require(library.text("population/2012-11-01.csv").flatMap { Population($0) })
        let demonstration = try Demonstration(collection, population: population.municipalities)
        var told: [String] = []
        let run = DemonstrationRun(
            collection: collection, register: register, folder: folder.file("filer"), language: .sv,
            tell: { told.append($0) })
        try await run.deliver(demonstration)

        let context = try await TableContext.read(
            collection, library, register, kinds: TableKind.allCases, language: .sv, warning: nil)
        expectPrintedFigures(context)
        try expectToldFigures(context.tally)
        let comparison = PublishedComparison(context)
        #expect(comparison.differences.isEmpty)
        #expect(comparison.compared == 67)

        // Every fault was found, and nothing of the refused files was kept.
        #expect(told.count { $0.hasPrefix("Inte godkänd") } == demonstration.deliveries.count { $0.fault != nil })
        #expect(!told.contains { $0.contains("195510152167") })
        let receipts = try await register.deliveries()
        #expect(receipts.count == demonstration.deliveries.count { $0.fault == nil })
        #expect(receipts.contains { !$0.confirmed.isEmpty })
        #expect(receipts.count { $0.supersedes != nil } == 1)
        #expect(try await register.declines(collection: collection.id).count == 86)
    }

    @Test func `a wrong figure is told`() throws {
        let collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        let comparison = PublishedComparison(TableContext(CollectionTally(collection), population: nil, language: .sv))
        #expect(comparison.differences.count == comparison.compared)
    }

    @Test func `the demonstration is the same every time`() throws {
        let library = try DefinitionLibrary.embedded()
        let collection = try library.collection("testinsamling-2013")
        let population = try #require(library.text("population/2012-11-01.csv").flatMap { Population($0) })
        let one = try Demonstration(collection, population: population.municipalities)
        let other = try Demonstration(collection, population: population.municipalities)
        #expect(one.deliveries.map(\.month) == other.deliveries.map(\.month))
        // Workbooks carry the time they were made; the text files must be the same bytes.
        let texts = [one, other].map { $0.deliveries.flatMap(\.files).filter { $0.name.hasSuffix(".csv") } }
        #expect(texts[0].count > 40)
        #expect(texts[0].map(\.bytes) == texts[1].map(\.bytes))
    }

    @Test func `tables are written in every form; several as CSV need a folder, a workbook a file`() throws {
        let folder = try TemporaryFolder()
        let collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        let context = TableContext(CollectionTally(collection), population: nil, language: .sv)
        let tables = TableKind.allCases.flatMap(context.tables)
        for format in TableFormat.allCases { try format.write(tables, .sv, to: folder.file("\(format)").path) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("csv").path)
        #expect(Set(names) == Set(TableKind.allCases.map { "tabell-\($0.rawValue).csv" }))
        for name in ["text", "xlsx", "json"] {
            #expect(try Data(contentsOf: folder.file(name)).count > 1000)
        }
        #expect(throws: Refusal.self) { try TableFormat.csv.write(tables, .sv, to: nil) }
        #expect(throws: Refusal.self) { try TableFormat.xlsx.write(tables, .sv, to: nil) }
    }

    @Test func `figures from a folder with made-up deliveries say so`() throws {
        let folder = try TemporaryFolder()
        #expect(DemonstrationMark.warning(in: folder.url, .sv) == nil)
        try DemonstrationMark.put(in: folder.url)
        #expect(DemonstrationMark.warning(in: folder.url, .sv)?.hasPrefix("PÅHITTADE UPPGIFTER") == true)
    }

    @Test("Made-up data go into a folder of their own, and are never served in earnest")
    func apart() throws {
        let folder = try TemporaryFolder()
        let refuse = { (isDemonstration: Bool) in
            try DemonstrationMark.refuseMixing(folder.url, isDemonstration: isDemonstration, .sv)
        }
        try refuse(true)
        try refuse(false)
        try Data("x".utf8).write(to: folder.file("underlag.sqlite"))
        try refuse(false)
        #expect(throws: Refusal.self) { try refuse(true) }
        try DemonstrationMark.put(in: folder.url)
        try refuse(true)
        #expect(throws: Refusal.self) { try refuse(false) }
    }
}
