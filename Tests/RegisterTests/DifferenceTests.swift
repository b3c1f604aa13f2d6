import Checking
import Definitions
import Register
import TestSupport
import Testing
import Vocabulary

@Suite("What changed between two deliveries", .fewAtATime)
struct DifferenceTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    private var collection: Collection {
        let empty = Localized(sv: "", en: "")
        let table = Table(
            id: "insatser", title: empty, description: empty, unit: empty, groups: [],
            fields: [
                Field(name: "lopnr", title: empty, type: .runningNumber(width: 4, maxDigits: 6)),
                Field(name: "reg_0", title: empty, type: .mark(days: true)),
            ], rules: [], examples: [])
        return Collection(
            id: "test", version: 1, title: empty, description: empty, authority: "", source: "", codeLists: [],
            tables: [table], form: nil, calendar: CollectionCalendar(periods: []))
    }

    @Test("Households added, removed and changed are told apart by running number, whatever the order of rows")
    func households() async throws {
        let first = try await fixture.submit(
            "ett", [fixture.verdict(households: [(1, 100), (2, 5), (3, 0), (4, 7)])])
        let second = try await fixture.submit(
            "två", [fixture.verdict(households: [(9, 1), (4, 7), (3, 12), (1, 0)])])
        let difference = try await fixture.register.difference(
            from: first[0].number, to: second[0].number, in: collection)
        let table = try #require(difference.tables.first)
        #expect(difference.tables.count == 1 && table.table == "insatser")
        #expect(table.added == [9])
        #expect(table.removed == [2])
        let changes = table.changed.flatMap { change in
            change.cells.map { "\(change.household) \($0.field): '\($0.before)' '\($0.after)'" }
        }
        #expect(changes == ["1 reg_0: 'X' ''", "3 reg_0: '' '12'"])
    }

    @Test("A table that only one of them has is not compared")
    func otherTable() async throws {
        let first = try await fixture.submit("ett", [fixture.verdict(), fixture.verdict("avslutsorsaker")])
        let second = try await fixture.submit("två", [fixture.verdict()])
        let difference = try await fixture.register.difference(
            from: first[0].number, to: second[0].number, in: collection)
        #expect(difference.tables.map(\.table) == ["insatser"])
        #expect(difference.tables.allSatisfy { $0.added.isEmpty && $0.removed.isEmpty && $0.changed.isEmpty })
    }

    @Test("A delivery that does not exist is named")
    func missing() async throws {
        let receipts = try await fixture.submit("ett", [fixture.verdict()])
        let number = DeliveryNumber(month: fixture.april, municipality: fixture.uppsala, sequence: 1)
        let error = await #expect(throws: RegisterError.self) {
            try await fixture.register.difference(from: receipts[0].number, to: number, in: collection)
        }
        guard case .noSuchDelivery(number) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
