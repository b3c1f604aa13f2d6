import Definitions
import Foundation
import Indicators
import Testing
import Vocabulary

@testable import Reporting

/// A municipality made up by hand: so many households each month, all paid the same, extracted as Linköping's are.
struct MadeHistory {
    /// Households with a case and a payment, from January 2021 on.
    var households: [Int]
    /// Öre each is paid a month.
    var amount: Int64 = 1_000_000
    /// Payments of a month from December 2022 on that are decided after its extract, as a share of one in so many; 0 = none.
    var lateOneIn = 0

    static let first = month("2021-01")

    /// The deliveries: all of 2021–2022 on 5 January 2023, then one on the 5th of each month.
    var history: EventHistory {
        var deliveries: [Int: EventRows] = [:]
        for (place, count) in households.enumerated() {
            let month = Month(index: Self.first.index + Int32(place))
            let own = Self.extract(of: month)
            let day = Int32(Day(first: month).number)
            for household in 1...max(count, 1) where household <= count {
                let isLate = lateOneIn > 0 && household % lateOneIn == 0 && month >= Self.month("2022-12")
                let key = UInt64(place + 1) << 32 | UInt64(household)
                deliveries[isLate ? own + 1 : own, default: EventRows()].payments.append(
                    Payments.Row(
                        key: key, household: UInt64(household), date: day + 20, amount: amount, purpose: day))
                // A case a month: what was Treserva's is open whatever the right to assistance.
                let isOld = month < Self.month("2022-10")
                deliveries[own, default: EventRows()].cases.append(
                    Cases.Row(
                        key: key, household: UInt64(household), kind: isOld ? 3 : 1, unit: household % 7 == 0 ? 2 : 1,
                        from: day, to: day + Int32(month.days) - 1))
            }
        }
        let last = Self.extract(of: Month(index: Self.first.index + Int32(households.count) - 1))
        return EventHistory(
            deliveries.filter { $0.key <= last }.map { extract, rows in
                EventHistory.Batch(knownFrom: Self.time(extract), rows: rows)
            })
    }

    /// The report of the real definition, for `month`.
    func figures(_ month: String, history: EventHistory? = nil) throws -> ReportFigures {
        let library = try DefinitionLibrary.embedded()
        let kind = "namndrapport-ekonomiskt-bistand"
        let lists = try library.collection("ekb-handelser").codeLists
        return ReportFigures(
            ReportIdentity(
                kind: kind, municipality: try #require(Municipality(code: "0580")), month: Self.month(month)),
            definition: try library.report(kind), indicators: try library.indicators(kind),
            lists: Dictionary(uniqueKeysWithValues: lists.map { ($0.id, $0) }), history: history ?? self.history)
    }

    static func month(_ iso: String) -> Month { Month(iso: iso) ?? Month(index: 0) }

    static func day(_ iso: String) -> Int32 { Day(iso: iso).map { Int32($0.number) } ?? 0 }

    /// The month in which a month is extracted.
    private static func extract(of month: Month) -> Int { max(Int(month.next.index), Int(self.month("2023-01").index)) }

    static func time(_ extract: Int) -> Date {
        Day(first: Month(index: Int32(extract))).advanced(by: 4).start.addingTimeInterval(9 * 3600)
    }
}
