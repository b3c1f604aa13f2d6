import Definitions
import Extraction
import Foundation
import Indicators
import Vocabulary

/// The events of a municipality as what the test collection is made of.
struct TestCollectionEvents {
    private let rows: EventRows
    private let firstKnown: [UInt64: Date]
    /// The day the month was first extracted.
    let extracted: Day

    init(_ history: EventHistory, extracted: Day) {
        rows = history.latest()
        firstKnown = history.enrolmentsFirstKnown()
        self.extracted = extracted
    }

    /// The measures of the month matched with assistance paid for it.
    func match(_ month: Month) -> LabourMatch {
        let homes = PaymentHomes(rows)
        var assistance: Set<LabourMatch.Assistance> = []
        for row in rows.payments where row.amount > 0 {
            let month = Day(row.purpose ?? row.date).month
            guard let household = Pseudonym(rawValue: homes.household(of: row, in: month)) else { continue }
            assistance.insert(.init(household: household, month: month))
        }
        return LabourMatch(
            month, assistance: assistance,
            coApplicants: rows.members.compactMap { row in
                guard row.role == 2, let household = Pseudonym(rawValue: row.household),
                    let person = Pseudonym(rawValue: row.person)
                else { return nil }
                return .init(household: household, person: person, from: Day(row.from), to: Day(open: row.to))
            },
            enrolments: rows.enrolments.compactMap { row in
                // Without an identity it is of somebody, but it cannot be said whom.
                guard let person = Pseudonym(rawValue: row.person == 0 ? row.key : row.person) else { return nil }
                let known = firstKnown[row.key].map { SwedishTime($0).day } ?? extracted
                return .init(
                    person: person, measure: row.measure == 0 ? nil : Int(row.measure), from: Day(row.from),
                    to: Day(open: row.to), known: known, record: Pseudonym(rawValue: row.key))
            },
            extracted: extracted)
    }

    /// The closures of applicants and co-applicants, of all months. Who is told as the household's child only, of whatever
    /// age, has no reason of its own.
    var closures: [TestCollectionFile.Closure] {
        let adults = Set(rows.members.lazy.filter { $0.role != 3 }.map(Member.init))
        let children = Set(rows.members.lazy.filter { $0.role == 3 }.map(Member.init)).subtracting(adults)
        return rows.closures.compactMap { row in
            guard !children.contains(Member(household: row.household, person: row.person)),
                let household = Pseudonym(rawValue: row.household), let person = Pseudonym(rawValue: row.person)
            else { return nil }
            return .init(household: household, person: person, month: Day(row.date).month, reason: Int(row.reason))
        }
    }
}

/// A person in a household.
private struct Member: Hashable {
    let household: UInt64
    let person: UInt64
}

extension Member {
    init(_ row: Members.Row) { self.init(household: row.household, person: row.person) }
}

extension Day {
    fileprivate init(_ number: Int32) { self.init(number: Int(number)) }
    fileprivate init?(open number: Int32) {
        guard number != .open else { return nil }
        self.init(number: Int(number))
    }
}
