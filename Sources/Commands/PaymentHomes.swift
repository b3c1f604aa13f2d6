import Indicators
import Vocabulary

/// Which household a payment belongs to, told with its payee (docs/indicators.md, *Whose a payment is*).
struct PaymentHomes {
    private struct Stay {
        let household: UInt64
        let from: Int32
        let to: Int32

        func touches(_ days: ClosedRange<Int32>) -> Bool { from <= days.upperBound && days.lowerBound <= to }
    }

    /// By household, when it has cases with a right to assistance.
    private var cases: [UInt64: [Stay]]
    /// By person, the households it is an adult in.
    private var homes: [UInt64: [Stay]] = [:]

    init(_ rows: EventRows) {
        cases = Dictionary(
            grouping: rows.cases.lazy.filter { $0.kind != 2 }.map {
                Stay(household: $0.household, from: $0.from, to: $0.to)
            }, by: \.household)
        for row in rows.members {
            let from = row.role == 3 ? max(row.from, row.adult) : row.from
            homes[row.person, default: []].append(Stay(household: row.household, from: from, to: row.to))
        }
    }

    /// The payee's own household where that has a case open in the month, otherwise the one that has and in which the payee
    /// is an adult on the day, or else some day of the month; the payee's own when there is none.
    func household(of payment: Payments.Row, in month: Month) -> UInt64 {
        let days = Int32(Day(first: month).number)...Int32(Day(first: month.next).number - 1)
        func isOpen(_ household: UInt64) -> Bool { cases[household]?.contains { $0.touches(days) } ?? false }
        guard !isOpen(payment.household) else { return payment.household }
        let homes = homes[payment.household] ?? []
        let then = homes.filter { $0.touches(payment.date...payment.date) } + homes.filter { $0.touches(days) }
        return then.first { isOpen($0.household) }?.household ?? payment.household
    }
}
