import AccessLog
import Checking
import Definitions
import Foundation
import Publication
import Register
import Review
import Storage
import Synchronization
import TestSupport
import Testing
import Vocabulary

@Suite("A changed definition tried on what has come", .fewAtATime)
struct RulePreviewTests {
    /// The definition with `text` in its measures put for another.
    private func changed(_ text: String, to other: String) throws -> Definitions.Collection {
        let library = try DefinitionLibrary.embedded()
        let measures = try #require(library.text("testinsamling-2013/insatser.yaml"))
        #expect(measures.contains(text))
        let files = ["insatser.yaml": measures.replacing(text, with: other)]
        return try #require(
            try ChangedDefinition(files: files, over: library, collection: "testinsamling-2013").collection)
    }

    /// Courses must be described.
    private func strict() throws -> Definitions.Collection {
        try changed(
            "with: [reg_8, med_8], field: ovrig_text, source: \"bilaga 2, kod 8\"}\n  - {id: R11",
            to: """
                with: [reg_3, reg_8, med_8], field: ovrig_text, source: ""}
                  - {id: R11
                """)
    }

    private func preview(
        _ fixture: ReviewFixture, _ changed: Definitions.Collection, months: ClosedRange<Month>? = nil
    ) async throws -> RulePreview {
        try await fixture.review.preview(
            changed, against: fixture.collection, months: months ?? fixture.march...fixture.april, by: "Bo Ek",
            at: try ReviewFixture.time("2013-05-05T08:00:00Z"))
    }

    @Test("The definition as it is changes nothing")
    func same() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([
            fixture.file([["reg_8": "X", "ovrig_text": "SFI"]]), fixture.file(fixture.closures(3), "avslutsorsaker"),
        ])
        let preview = try await preview(fixture, fixture.collection)
        #expect(preview.deliveries.map(\.rows) == [4] && preview.rowsAffected == 0)
        #expect(preview.deliveries.map(\.before) == [.approvedWithWarnings])
        #expect(preview.municipalities.isEmpty && preview.rules.isEmpty)
    }

    @Test("A harder rule: the rows it hits, and who would not have been approved")
    func newErrors() async throws {
        let fixture = try await ReviewFixture()
        let courses = [["reg_3": "X"], ["reg_3": "4", "reg_1": "X"], ["reg_1": "X"]]
        let uppsala = try await fixture.deliver([fixture.file(courses)])
        try await fixture.deliver([fixture.file(fixture.quiet(3), "insatser", fixture.knivsta)])
        let preview = try await preview(fixture, strict())
        #expect(preview.rows == 6 && preview.rowsAffected == 2 && preview.refused == uppsala)
        let change = try #require(preview.municipalities.first)
        #expect(preview.municipalities.count == 1 && change.municipality == fixture.uppsala)
        #expect(change.rules == [.init(rule: "R05", severity: .error, appeared: 2, vanished: 0)])
        #expect(change.deliveries.map(\.after) == [.notApproved])
        let table = preview.table(fixture.collection, .sv)
        #expect(table.cell("0380", "affected") == .count(2) && table.cell("0380", "R05-error-appeared") == .count(2))
        #expect(table.cell("0380", "outcome") == .text("godkänd → inte godkänd"))
    }

    @Test("A rule that weighs more loses its warnings and gains as many errors, on the same rows")
    func severity() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([
            fixture.file([["reg_8": "X", "ovrig_text": "SFI"], ["reg_8": "X", "ovrig_text": "Validering"]])
        ])
        let preview = try await preview(
            fixture, changed("- id: V03\n    severity: warning", to: "- id: V03\n    severity: error"))
        #expect(
            preview.rules == [
                .init(rule: "V03", severity: .error, appeared: 1, vanished: 0),
                .init(rule: "V03", severity: .warning, appeared: 0, vanished: 1),
            ])
        #expect(preview.rowsAffected == 1 && preview.refused.count == 1)
    }

    @Test("Deliveries are judged with the corrections they came with")
    func corrections() async throws {
        let fixture = try await ReviewFixture()
        var file = fixture.file([["reg_9": ""], ["reg_0": "X"]])
        file.corrections = [CellCorrection(CellPlace(row: 2, column: 6), text: "X")]
        let numbers = try await fixture.deliver([file])
        #expect(try await preview(fixture, fixture.collection).deliveries.map(\.before) == [.approved])
        #expect(try await preview(fixture, strict()).refused == numbers)
    }

    @Test("Of a file with several municipalities and months each is judged by its own rows")
    func sharedFile() async throws {
        let fixture = try await ReviewFixture()
        let numbers = try await fixture.deliverTogether([
            fixture.file([["reg_3": "X"], ["reg_0": "X"]]), fixture.file(fixture.quiet(2), "insatser", fixture.knivsta),
            fixture.file([["reg_3": "X"]], "insatser", fixture.uppsala, fixture.april),
        ])
        #expect(numbers.count == 3)
        let all = try await preview(fixture, strict())
        #expect(all.deliveries.map(\.number.description) == ["2013-03-0330-1", "2013-03-0380-1", "2013-04-0380-1"])
        #expect(all.deliveries.map(\.rows) == [2, 2, 1] && all.deliveries.map(\.rowsAffected) == [0, 1, 1])
        // Only one of those that came in the file is asked about.
        let april = try await preview(fixture, strict(), months: fixture.april...fixture.april)
        #expect(april.deliveries == Array(all.deliveries.suffix(1)))
        #expect(april.deliveries.map(\.before) == [.approved])
    }

    @Test("Only what counts is judged")
    func superseded() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file([["reg_3": "X"]])])
        let second = try await fixture.deliver([fixture.file(fixture.quiet(2))], at: "2013-04-05T07:00:00Z")
        #expect(try await preview(fixture, strict()).deliveries.map(\.number) == second)
    }

    @Test("A table that cannot be found by the changed definition is refused as a whole")
    func otherColumns() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([
            fixture.file(fixture.quiet(2)), fixture.file(fixture.closures(2), "avslutsorsaker"),
        ])
        let library = try DefinitionLibrary.embedded()
        let whole = try #require(library.text("testinsamling-2013/collection.yaml"))
            .replacing("tables: [insatser, avslutsorsaker]", with: "tables: [avslutsorsaker]")
            .replacing("table: insatser", with: "table: avslutsorsaker")
        let changed = try ChangedDefinition(
            files: ["collection.yaml": whole], over: library, collection: "testinsamling-2013")
        let preview = try await preview(fixture, try #require(changed.collection))
        let change = try #require(preview.deliveries.first)
        #expect(change.after == .notApproved && change.rules.map(\.appeared) == [1])
        // Nothing is said about rows that nobody could read.
        #expect(change.rowsAffected == 0 && change.rows == 4)
    }

    @Test("Nothing changes but the log, and how far it has come is told")
    func nothingChanges() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file([["reg_3": "X"]])])
        try await fixture.deliver([fixture.file(fixture.quiet(3), "insatser", fixture.knivsta)])
        let before = try await fixture.register.deliveries()
        let told = Mutex<[Int]>([])
        _ = try await fixture.review.preview(
            strict(), against: fixture.collection, months: fixture.march...fixture.march, by: "Bo Ek",
            at: try ReviewFixture.time("2013-05-05T08:00:00Z")
        ) { done, all in
            #expect(all == 2)
            told.withLock { $0.append(done) }
        }
        #expect(told.withLock { $0 } == [0, 1, 2])
        #expect(try await fixture.register.deliveries() == before)
        #expect(try await fixture.review.states(collection: fixture.id, month: fixture.march).isEmpty)
        let log = try await AccessLog(fixture.database).events(about: .authority)
        #expect(log.map(\.act) == [.previewedRules])
        #expect(log.first?.subject == "testinsamling-2013 1–1 2013-03–2013-03")
    }

    @Test("It can be called off")
    func cancelled() async throws {
        let fixture = try await ReviewFixture()
        try await fixture.deliver([fixture.file(fixture.quiet(2))])
        let (review, collection, month) = (fixture.review, fixture.collection, fixture.march)
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await review.preview(
                collection, against: collection, months: month...month, by: "Bo Ek", at: time)
        }
        await #expect {
            try await task.value
        } throws: {
            if case ReviewError.cancelled = $0 { true } else { false }
        }
    }

    @Test("A definition with problems, or files it does not use, cannot be tried")
    func lint() throws {
        let library = try DefinitionLibrary.embedded()
        let measures = try #require(library.text("testinsamling-2013/insatser.yaml"))
        func read(_ files: [String: String]) throws -> ChangedDefinition {
            try ChangedDefinition(files: files, over: library, collection: "testinsamling-2013")
        }
        let broken = try read(["insatser.yaml": measures.replacing("kind: countChange", with: "kind: countChanges")])
        #expect(broken.collection == nil && broken.problems.map(\.file) == ["testinsamling-2013/insatser.yaml"])
        let textless = try read(["insatser.yaml": measures.replacing("id: R12", with: "id: R99")])
        #expect(textless.collection == nil && textless.problems.map(\.kind) == [.noText(rule: "R99")])
        // What was changed comes first, though the other file is read before it.
        let ends = try #require(library.text("testinsamling-2013/collection.yaml"))
        let both = try read([
            "insatser.yaml": measures.replacing("kind: countChange", with: "kind: countChanges")
                .replacing("name: ovrig_text", with: "name: annan_text")
        ])
        #expect(both.problems.first?.file == "testinsamling-2013/insatser.yaml")
        // A few named values used again and again could grow without end.
        let bomb = (1...30).map { "n\($0): &n\($0) [\($0 == 1 ? "x" : "*n\($0 - 1), *n\($0 - 1)")]" }
        for (name, text) in [("insatser.yaml", measures), ("collection.yaml", ends)] {
            let grown = try read([name: text + "\n" + bomb.joined(separator: "\n") + "\n"])
            #expect(grown.collection == nil && grown.problems.first?.kind == .alias("n1"))
            #expect(grown.problems.first?.file == "testinsamling-2013/\(name)")
        }
        let deep = try read(["insatser.yaml": "id: " + String(repeating: "[", count: 500_000)])
        #expect(deep.collection == nil && deep.problems.first?.file == "testinsamling-2013/insatser.yaml")
        let misnamed = try read(["insatser (1).yaml": measures])
        #expect(misnamed.collection == nil && misnamed.unused == ["insatser (1).yaml"])
        #expect(try read([:]).collection?.version == 1)
        #expect(throws: DefinitionError.self) {
            try ChangedDefinition(files: [:], over: library, collection: "annan")
        }
    }
}
