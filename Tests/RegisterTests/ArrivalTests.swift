import Foundation
import Register
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

@Suite("Deliveries in brief", .fewAtATime)
struct ArrivalTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    @Test("say the same of each delivery as its receipt does")
    func sameAsReceipts() async throws {
        let (uppsala, knivsta) = (fixture.uppsala, fixture.knivsta)
        _ = try await fixture.submit("1", [fixture.verdict("insatser"), fixture.verdict("avslutsorsaker")])
        let second = try await fixture.submit("2", [fixture.verdict("insatser", households: [(1, 1)])])
        _ = try await fixture.submit("3", [fixture.verdict("insatser", knivsta)])
        _ = try await fixture.submit("4", [fixture.verdict("insatser", uppsala, fixture.april)])
        _ = try await fixture.register.nothingToReport(
            collection: "test", definitionVersion: 1, tables: ["insatser"], municipality: knivsta,
            month: fixture.april, sender: "Bo Ek")
        let number = try #require(second.first).number
        _ = try await fixture.register.withdraw(number, reason: "Fel fil", sender: "Anna Ek")
        let (database, months) = (fixture.database, fixture.march...fixture.april)
        let arrivals = try await database.read { try $0.arrivals(collection: "test", months: months) }
        let receipts = try await fixture.register.deliveries()
        #expect(arrivals.map(\.number) == receipts.map(\.number))
        #expect(arrivals.map(\.kind) == receipts.map(\.kind))
        #expect(arrivals.map(\.receivedAt) == receipts.map(\.receivedAt))
        #expect(arrivals.map(\.isWithdrawn) == receipts.map { $0.withdrawal != nil })
        #expect(
            arrivals.map { $0.parts.map { "\($0.table) \($0.rows) \($0.outcome) \($0.isCurrent)" } }
                == receipts.map { $0.parts.map { "\($0.table) \($0.rows) \($0.outcome) \($0.isCurrent)" } })
        // Uppsala's second of March is taken back, so its first counts again.
        #expect(arrivals.map(\.isCurrent) == [true, true, false, true, true])
        let narrowed = try await database.read {
            try $0.arrivals(collection: "test", months: months, municipality: knivsta)
        }
        #expect(narrowed == arrivals.filter { $0.number.municipality == knivsta })
        let delivered = try await database.read {
            try $0.delivered(collection: "test", months: months).map { "\($0.municipality.code) \($0.month.iso)" }
        }
        #expect(delivered == ["0330 2013-03", "0380 2013-03", "0330 2013-04", "0380 2013-04"])
    }
}
