public import Foundation
import Vocabulary

/// What is counted of adult education (*vuxenutbildning*): its deliveries, and the tables by school they give.
public struct AdultEducation: Sendable {
    /// One delivery.
    public struct Batch: Sendable {
        /// When its extract was made, and its rows thereby known.
        public let knownFrom: Date
        /// What it held.
        public let rows: [SchoolRow]

        /// A delivery from its parts.
        public init(knownFrom: Date, rows: [SchoolRow]) { (self.knownFrom, self.rows) = (knownFrom, rows) }
    }

    /// The tables, pupils before admissions and the newest days first; admissions also by education and period.
    public let tables: [SchoolTable]

    /// Counts deliveries, the first known first. What a delivery says of a school on a day, or in a period, takes the place
    /// of what earlier ones said of it, so that the same pupils delivered again are not counted twice.
    public init(_ batches: [Batch]) {
        var found: [SchoolTable.Kind: Counted] = [:]
        for batch in batches {
            for (kind, rows) in Dictionary(grouping: batch.rows, by: { $0.kind.sameSpelling }) {
                found[kind, default: Counted()].take(rows, batch.knownFrom)
            }
        }
        let spelling = Self.spelling(batches)
        tables = found.values.compactMap { $0.table(spelling) }.sorted { one, other in
            one.order.lexicographicallyPrecedes(other.order)
        }
    }

    /// Of each school, the spelling to show: that of the newest delivery, in a table of pupils before one of admissions.
    private static func spelling(_ batches: [Batch]) -> [String: String] {
        var spelling: [String: String] = [:]
        for isPupils in [true, false] {
            for row in batches.reversed().lazy.flatMap(\.rows) where row.kind.isPupils == isPupils {
                let key = row.school.sameSpelling
                if spelling[key] == nil { spelling[key] = row.school }
            }
        }
        return spelling
    }

    /// What the newest delivery of each school says.
    private struct Counted {
        var kind: SchoolTable.Kind?
        var knownFrom = Date.distantPast
        var schools: [String: [SchoolRow]] = [:]

        mutating func take(_ rows: [SchoolRow], _ time: Date) {
            kind = rows.last?.kind
            knownFrom = time
            schools.merge(Dictionary(grouping: rows) { $0.school.sameSpelling }) { $1 }
        }

        func table(_ spelling: [String: String]) -> SchoolTable? {
            guard let kind else { return nil }
            var everybody: Set<UInt64> = []
            var (added, isNumbersOnly) = (0, true)
            var days: ClosedRange<Int>?
            let rows = schools.map { key, rows in
                let persons = Set(rows.lazy.map(\.person).filter { $0 != 0 })
                let number = rows.reduce(0) { $0 + ($1.person == 0 ? $1.count : 0) }
                everybody.formUnion(persons)
                added += number
                if !persons.isEmpty { isNumbersOnly = false }
                for each in rows.compactMap(\.days) {
                    let (first, last) = (each.lowerBound.number, each.upperBound.number)
                    days = min(first, days?.lowerBound ?? first)...max(last, days?.upperBound ?? last)
                }
                return SchoolTable.Row(school: spelling[key] ?? key, count: persons.count + number)
            }
            let total: SchoolTotal =
                isNumbersOnly
                ? .sum(added) : added == 0 ? .unique(everybody.count) : .mixed(unique: everybody.count, added: added)
            return SchoolTable(
                kind: kind, days: days.map { Day(number: $0.lowerBound)...Day(number: $0.upperBound) },
                rows: rows.sorted { ($1.count, $0.school) < ($0.count, $1.school) }, total: total, knownFrom: knownFrom)
        }
    }
}

extension SchoolTable.Kind {
    fileprivate var isPupils: Bool { if case .pupils = self { true } else { false } }

    /// The same for periods that differ in spelling only.
    fileprivate var sameSpelling: Self {
        switch self {
        case .pupils: self
        case .admitted(let form, let period): .admitted(form: form, period: period.sameSpelling)
        }
    }
}

extension SchoolTable {
    /// What tables are ordered by.
    fileprivate var order: [String] {
        // Later days have smaller numbers; without days last.
        let late = String(days.map { 1_000_000 - $0.upperBound.number } ?? 9_999_999)
        return switch kind {
        case .pupils: ["0", late]
        case .admitted(let form, let period): ["1", String(form), late, period]
        }
    }
}
