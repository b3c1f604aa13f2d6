import Checking
import Definitions
import Demonstration
import Foundation
import Register
import Review
import Statistics
import Tabular
import TestSupport
import Testing
import Vocabulary

/// The 72 municipalities of the made-up collection, whose sums are those that the report of 2013 prints.
@Suite("Review of a whole collection", .fewAtATime)
struct WholeCollectionTests {
    private let time = Date(timeIntervalSince1970: 1_370_000_000)

    /// Delivered once: what one test decides is of no matter to the others.
    private static let delivered = Task { try await deliverAll() }

    private static func deliverAll() async throws -> ReviewFixture {
        let fixture = try await ReviewFixture()
        let population = try DefinitionLibrary.embedded().text("population/2012-11-01.csv").flatMap { Population($0) }
        let demonstration = try Demonstration(fixture.collection, population: population?.municipalities ?? [:])
        for delivery in demonstration.deliveries where delivery.fault == nil {
            try await fixture.deliver(
                delivery.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) },
                at: delivery.month == fixture.march ? "2013-04-10T07:00:00Z" : "2013-05-10T07:00:00Z")
        }
        return fixture
    }

    @Test("Every delivery that counts waits or is approved; the report's marks of code 8 move where decided")
    func queueAndRecoding() async throws {
        let fixture = try await Self.delivered.value
        let review = fixture.review
        let current = try await fixture.register.deliveries().filter { $0.parts.contains(where: \.isCurrent) }
        let waiting = try await review.waiting(in: fixture.collection)
        #expect(Set(waiting.map(\.receipt.number)) == Set(current.map(\.number)))
        let approved = try await review.approveAutomatically(in: fixture.collection, at: time)
        let left = try await review.waiting(in: fixture.collection)
        #expect(!approved.isEmpty && approved.count + left.count == current.count)
        #expect(left.allSatisfy { !$0.reasons.isEmpty })

        let groups = try await review.freeTexts(in: fixture.collection)
        let before = try #require(try await review.recodedCounts(in: fixture.collection).first)
        #expect(before.codes.dropFirst().map(\.totalBefore) == Published2013.measures)
        #expect(Set(groups.flatMap(\.municipalities)).count == Published2013.withOther)
        for group in groups {
            guard let target = group.suggestion else { continue }
            try await review.recode(
                group.wording, of: group.table, in: fixture.collection, to: target, by: "Bo Ek", at: time)
        }
        let after = try #require(try await review.recodedCounts(in: fixture.collection).first)
        #expect(after.codes.map(\.totalBefore) == before.codes.map(\.totalBefore))
        // Those that nobody has decided on are all that is left of code 8.
        let undecided = groups.filter { $0.suggestion == nil }.flatMap(\.texts).reduce(0) {
            $0 + $1.households * $1.roles.count
        }
        #expect(undecided > 0 && after[8]?.totalAfter == undecided && after.undecided == undecided)
    }

    @Test(
        "A package has every row that counts, and every file that came",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func export() async throws {
        let fixture = try await Self.delivered.value
        let path = fixture.folder.file("paket.zip").path
        let package = try await fixture.review.export(
            fixture.collection, month: fixture.march, scope: .everything, to: path, by: "Bo Ek", at: time)
        let receipts = try await fixture.register.deliveries(
            DeliveryFilter(collection: fixture.id, month: fixture.march))
        #expect(package.deliveries == receipts.map(\.number))
        let found = try Python.run(
            """
            import hashlib, json, sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); m = json.loads(z.read('manifest.json'))
            assert all(hashlib.sha256(z.read(f['path'])).hexdigest() == f['sha256'] for f in m['files'])
            print(*[len(z.read(f'checked/{t}.csv').split(b'\\r\\n')) - 2 for t in ('insatser', 'avslutsorsaker')])
            print(*sorted(f['sha256'] for f in m['files'] if f['path'].startswith('raw/')))
            """, path
        ).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let rows = ["insatser", "avslutsorsaker"].map { table in
            receipts.flatMap(\.parts).filter { $0.table == table && $0.isCurrent }.reduce(0) { $0 + $1.rows }
        }
        #expect(found.first == rows.map(String.init))
        #expect(found.last == Set(receipts.flatMap(\.files).map(\.sha256)).sorted())
    }

    @Test("Judged once more as they came, all deliveries are judged as they were")
    func preview() async throws {
        let fixture = try await Self.delivered.value
        let preview = try await fixture.review.preview(
            fixture.collection, against: fixture.collection, months: fixture.march...fixture.april, by: "Bo Ek",
            at: time)
        #expect(preview.deliveries.allSatisfy { !$0.isChanged && $0.before != .notApproved })
        let rows = try await fixture.register.deliveries().filter { $0.parts.contains(where: \.isCurrent) }
            .flatMap(\.parts).reduce(0) { $0 + $1.rows }
        #expect(preview.rows == rows)
    }
}
