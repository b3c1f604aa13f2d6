import Checking
import Foundation
import Register
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("Extractions add to each other", .fewAtATime)
struct IncrementTests {
    private static func submit(
        _ fixture: RegisterFixture, _ text: String, _ households: [(Int, UInt8)], _ month: Month? = nil,
        of municipality: Municipality? = nil, at time: String, extracted: String? = nil
    ) async throws -> Receipt {
        var submission = try fixture.submission(
            text, [fixture.verdict("arenden", municipality, month, households: households)], at: time)
        submission.isIncrement = true
        submission.extractedAt = try extracted.map { try Date($0, strategy: .iso8601) }
        return try #require(try await fixture.register.submit(submission).first)
    }

    /// When each part came, and its running numbers.
    private static func read(
        _ fixture: RegisterFixture, asKnownAt time: String? = nil, arrivedBy: String? = nil
    ) async throws -> [String] {
        try await parts(fixture, asKnownAt: time, arrivedBy: arrivedBy).map { part, numbers in
            part.receivedAt.formatted(.iso8601.year().month().day()) + ": "
                + numbers.map { String($0 - 1) }.joined(separator: " ")
        }
    }

    private static func parts(
        _ fixture: RegisterFixture, asKnownAt time: String? = nil, arrivedBy: String? = nil
    ) async throws -> [(StoredPart, [UInt32])] {
        try await fixture.register.reduceIncrements(
            collection: "test", table: "arenden", municipality: fixture.uppsala,
            asKnownAt: try time.map { try Date($0, strategy: .iso8601) },
            arrivedBy: try arrivedBy.map { try Date($0, strategy: .iso8601) }, into: []
        ) { found, part, bytes in
            guard case .words(let numbers)? = try Columns(segment: bytes)["lopnr"]?.values else { return }
            found.append((part, numbers))
        }
    }

    @Test("All parts come oldest first, whichever month they are of, and only those known then")
    func oldestFirst() async throws {
        let fixture = try await RegisterFixture()
        _ = try await Self.submit(fixture, "b", [(3, 1)], fixture.april, at: "2013-05-02T10:00:00Z")
        _ = try await Self.submit(fixture, "c", [(5, 1)], fixture.march, at: "2013-05-20T10:00:00Z")
        _ = try await Self.submit(fixture, "a", [(1, 1), (2, 2)], fixture.march, at: "2013-04-02T10:00:00Z")
        _ = try await Self.submit(
            fixture, "k", [(9, 1)], fixture.march, of: fixture.knivsta, at: "2013-04-02T10:00:00Z")
        #expect(try await Self.read(fixture) == ["2013-04-02: 1 2", "2013-05-02: 3", "2013-05-20: 5"])
        #expect(
            try await Self.read(fixture, asKnownAt: "2013-05-02T10:00:00Z") == ["2013-04-02: 1 2", "2013-05-02: 3"])
        #expect(try await Self.read(fixture, asKnownAt: "2013-04-01T00:00:00Z") == [])
    }

    @Test("An extract is known from the day it was made, however late it came; receipt and log have the time it came")
    func extractedEarlier() async throws {
        let fixture = try await RegisterFixture()
        let (came, made) = ("2013-06-03T08:00:00Z", "2013-04-05T12:00:00Z")
        _ = try await Self.submit(fixture, "a", [(1, 1)], at: "2013-05-02T10:00:00Z")
        let late = try await Self.submit(fixture, "b", [(2, 1)], at: came, extracted: made)
        #expect(try late.receivedAt == Date(came, strategy: .iso8601))
        #expect(try late.extractedAt == Date(made, strategy: .iso8601))
        // Older than what came before it, so it is merged before it.
        #expect(try await Self.read(fixture) == ["2013-06-03: 2", "2013-05-02: 1"])
        #expect(try await Self.read(fixture, asKnownAt: "2013-04-05T12:00:00Z") == ["2013-06-03: 2"])
        #expect(try await Self.read(fixture, asKnownAt: "2013-04-05T11:59:59Z") == [])
        #expect(
            try await Self.parts(fixture).map(\.0.knownFrom)
                == [made, "2013-05-02T10:00:00Z"].map { try Date($0, strategy: .iso8601) })
        let log = try await fixture.database.read {
            try $0.all("SELECT logged_at FROM access_event WHERE subject = \(late.number.description)") { $0.text(0) }
        }
        #expect(log == [came])
    }

    @Test("What is taken back no longer counts, but did at the time")
    func withdrawn() async throws {
        let fixture = try await RegisterFixture()
        let first = try await Self.submit(fixture, "a", [(1, 1)], at: "2013-04-02T10:00:00Z")
        _ = try await Self.submit(fixture, "b", [(2, 1)], at: "2013-04-03T10:00:00Z")
        _ = try await fixture.register.withdraw(
            first.number, reason: "fel uttag", sender: "Anna Ek",
            at: try Date("2013-04-04T10:00:00Z", strategy: .iso8601))
        #expect(try await Self.read(fixture) == ["2013-04-03: 2"])
        #expect(
            try await Self.read(fixture, asKnownAt: "2013-04-03T12:00:00Z") == ["2013-04-02: 1", "2013-04-03: 2"])
    }

    @Test(
        "What had arrived by a time is the same however old an extract that comes later, and whatever is withdrawn later"
    )
    func arrived() async throws {
        let fixture = try await RegisterFixture()
        let lock = "2013-04-03T12:00:00Z"
        let first = try await Self.submit(fixture, "a", [(1, 1)], at: "2013-04-02T10:00:00Z")
        _ = try await Self.submit(fixture, "b", [(2, 1)], at: "2013-04-05T10:00:00Z", extracted: "2013-03-05T12:00:00Z")
        #expect(try await Self.read(fixture, asKnownAt: lock) == ["2013-04-05: 2", "2013-04-02: 1"])
        #expect(try await Self.read(fixture, arrivedBy: lock) == ["2013-04-02: 1"])
        _ = try await fixture.register.withdraw(
            first.number, reason: "fel uttag", sender: "Anna Ek",
            at: try Date("2013-04-06T10:00:00Z", strategy: .iso8601))
        #expect(try await Self.read(fixture, arrivedBy: lock) == ["2013-04-02: 1"])
        #expect(try await Self.read(fixture, asKnownAt: lock, arrivedBy: "2013-04-07T00:00:00Z") == ["2013-04-05: 2"])
        #expect(try await Self.read(fixture) == ["2013-04-05: 2"])
    }

    @Test("The same bytes give the old receipt, also in another month; a withdrawn one can come again")
    func once() async throws {
        let fixture = try await RegisterFixture()
        let first = try await Self.submit(fixture, "a", [(1, 1)], fixture.march, at: "2013-04-02T10:00:00Z")
        _ = try await Self.submit(fixture, "b", [(2, 1)], fixture.march, at: "2013-04-03T10:00:00Z")
        let again = try await Self.submit(fixture, "a", [(1, 1)], fixture.april, at: "2013-05-02T10:00:00Z")
        #expect(again.number == first.number)
        _ = try await fixture.register.withdraw(
            first.number, reason: "fel", sender: "Anna Ek", at: try Date("2013-05-03T10:00:00Z", strategy: .iso8601))
        let anew = try await Self.submit(fixture, "a", [(1, 1)], fixture.april, at: "2013-05-04T10:00:00Z")
        #expect(anew.number != first.number && anew.supersedes == nil)
    }
}
