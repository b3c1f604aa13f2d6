import Checking
import Definitions
import Foundation
import Intake
import Publication
import Register
import Review
import TestSupport
import Testing
import Vocabulary

@Suite("What delivering costs", .fewAtATime)
struct ResponseBurdenTests {
    @Test("Attempts, time and rules from the first file to submission and approval")
    func cases() async throws {
        let fixture = try await ReviewFixture()
        let intake = try await Intake(
            fixture.database, register: fixture.register, collections: [fixture.collection], limits: .patient)
        let anna = Sender(id: "1", name: "Anna Ek", email: "anna@exempel.se", actor: "Anna Ek")
        func upload(
            _ rows: [[String: String]], _ municipality: Municipality, _ time: String,
            _ purpose: Draft.Purpose = .delivery
        ) async throws -> Draft {
            try await intake.receive(
                Upload(
                    collection: fixture.id, municipality: municipality, month: fixture.march, purpose: purpose,
                    files: [fixture.file(rows, "insatser", municipality)]),
                by: anna, at: try ReviewFixture.time(time))
        }
        // A test of a file is no attempt to deliver.
        _ = try await upload([["lopnr": "1"], ["lopnr": "2"]], fixture.uppsala, "2013-04-03T06:00:00Z", .test)
        // Uppsala: two rows without a measure, then one, then right; submitted after an hour, approved after a day.
        _ = try await upload([["lopnr": "1"], ["lopnr": "2"]], fixture.uppsala, "2013-04-03T07:00:00Z")
        _ = try await upload([["lopnr": "1"], ["reg_0": "X"]], fixture.uppsala, "2013-04-03T07:30:00Z")
        let right = try await upload(fixture.quiet(2), fixture.uppsala, "2013-04-03T07:45:00Z")
        let receipt = try #require(
            try await intake.submit(right.id, by: anna, at: try ReviewFixture.time("2013-04-03T08:00:00Z")).first)
        try await fixture.review.approve(
            receipt.number, by: "Bo Ek", at: try ReviewFixture.time("2013-04-04T07:00:00Z"))
        // Knivsta: right at once, submitted after ten minutes, not looked at yet.
        let first = try await upload(fixture.quiet(2), fixture.knivsta, "2013-04-05T07:00:00Z")
        _ = try await intake.submit(first.id, by: anna, at: try ReviewFixture.time("2013-04-05T07:10:00Z"))

        let burden = try await fixture.review.burden(collection: fixture.id, months: fixture.march...fixture.april)
        #expect(burden.cases.map(\.municipality) == [fixture.knivsta, fixture.uppsala])
        #expect(burden.cases.map(\.attempts) == [1, 3] && burden.cases.map(\.errors) == [0, 3])
        #expect(
            burden.cases.map(\.untilSubmitted) == [600, 3_600] && burden.cases.map(\.untilApproved) == [nil, 86_400])
        #expect(burden.attempts == Quartiles([1, 3]) && burden.attempts?.median == 2)
        #expect(burden.untilApproved?.median == 86_400)
        let rule = try #require(burden.rules.first)
        #expect(burden.rules.count == 1 && rule.rule == "R12" && rule.table == "insatser" && rule.severity == .error)
        #expect(rule.findings == 3 && rule.attempts == 2 && rule.municipalities == 1)
        #expect(burden.of(fixture.knivsta).rules.isEmpty && burden.of(fixture.uppsala).attempts?.median == 3)
        let table = burden.table(fixture.collection, .sv)
        #expect(table.cell("0380", "attempts") == .count(3) && table.cell("0380", "untilSubmitted") == .count(60))
        #expect(table.cell("0330", "untilApproved") == .notApplicable && table.cell("", "errors") == .count(3))
    }

    private func only(_ fixture: ReviewFixture) async throws -> ResponseBurden.Case? {
        let burden = try await fixture.review.burden(collection: fixture.id, months: fixture.march...fixture.march)
        return burden.cases.first
    }

    @Test("A month that was returned is approved when the delivery that counts is")
    func returned() async throws {
        let fixture = try await ReviewFixture()
        let intake = try await Intake(
            fixture.database, register: fixture.register, collections: [fixture.collection], limits: .patient)
        let anna = Sender(id: "1", name: "Anna Ek", email: "anna@exempel.se", actor: "Anna Ek")
        var numbers: [DeliveryNumber] = []
        for (rows, hour) in [(2, "07"), (3, "12")] {
            let draft = try await intake.receive(
                Upload(
                    collection: fixture.id, municipality: fixture.uppsala, month: fixture.march,
                    files: [fixture.file(fixture.quiet(rows))]),
                by: anna, at: try ReviewFixture.time("2013-04-03T\(hour):00:00Z"))
            numbers += try await intake.submit(
                draft.id, by: anna, at: try ReviewFixture.time("2013-04-03T\(hour):30:00Z")
            ).map(\.number)
            guard numbers.count == 1, let number = numbers.first else { continue }
            try await fixture.review.return(
                number, message: "Ett hushåll saknas.", by: "Bo Ek", at: try ReviewFixture.time("2013-04-03T10:00:00Z"))
        }
        let waiting = try await only(fixture)
        #expect(waiting?.attempts == 2 && waiting?.untilSubmitted == 1_800 && waiting?.approvedAt == nil)
        let last = try #require(numbers.last)
        try await fixture.review.approve(last, by: "Bo Ek", at: try ReviewFixture.time("2013-04-03T13:00:00Z"))
        #expect(try await only(fixture)?.untilApproved == 6 * 3_600)
    }

    @Test(
        "Quartiles lie between numbers as Excel has them",
        arguments: [
            ([5.0], [5.0, 5, 5]), ([1, 2], [1.25, 1.5, 1.75]), ([4, 1, 3, 2], [1.75, 2.5, 3.25]),
            ([1, 2, 3, 4, 100], [2, 3, 4]),
        ])
    func quartiles(_ numbers: [Double], _ expected: [Double]) throws {
        let found = try #require(Quartiles(numbers))
        #expect([found.lower, found.median, found.upper] == expected)
        #expect(Quartiles([]) == nil)
    }
}

extension Intake.Limits {
    /// Limits that wait for a check however busy the machine is.
    fileprivate static var patient: Intake.Limits {
        var limits = Intake.Limits()
        limits.patience = .seconds(300)
        return limits
    }
}
