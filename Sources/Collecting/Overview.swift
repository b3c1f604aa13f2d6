import Definitions
public import Foundation
import Statistics
public import Vocabulary

/// Who has answered and who is missing for a month of a collection (*insamlingsläget*), at a time.
public struct Overview: Sendable {
    /// The collection's id.
    public let collection: String
    /// The month with its dates.
    public let period: Period
    /// When it was drawn up.
    public let at: Date
    /// One for each municipality that owes figures or has answered all the same, by code.
    public let rows: [OverviewRow]
    /// How many of those that owe stand in each way.
    public let counts: [MonthStatus: Int]
    /// How many of those that owe have answered (*svarsandel*).
    public let answered: Rate
    /// The inhabitants of those that have answered (*täckning*).
    public let coverage: Coverage
    /// How many of those that owe have answered, county by county.
    public let counties: [(county: County, answered: Rate)]
    // Counted once for the many who look.
    private let shown: [OverviewFilter: Int]

    init(collection: String, period: Period, at: Date, rows: [OverviewRow], population: Population?) {
        self.collection = collection
        self.period = period
        self.at = at
        self.rows = rows
        let owing = rows.filter { $0.duty != nil }
        counts = owing.reduce(into: [:]) { $0[$1.standing.status, default: 0] += 1 }
        answered = Rate(part: owing.count(where: \.standing.status.isAnswered), whole: owing.count)
        coverage = Coverage(owing, population)
        counties = Self.counties(owing)
        shown = OverviewFilter.allCases.reduce(into: [:]) { $0[$1] = rows.count(where: $1.shows) }
    }

    /// The day it was drawn up.
    public var today: Day { Day(at) }

    /// How many rows each filter shows.
    public func count(_ filter: OverviewFilter) -> Int { shown[filter] ?? 0 }

    private static func counties(_ owing: [OverviewRow]) -> [(county: County, answered: Rate)] {
        var rates: [String: Rate] = [:]
        for row in owing {
            let code = String(row.municipality.code.prefix(2))
            rates[code, default: Rate(part: 0, whole: 0)].whole += 1
            if row.standing.status.isAnswered { rates[code, default: Rate(part: 0, whole: 0)].part += 1 }
        }
        return County.all.compactMap { county in rates[county.code].map { (county, $0) } }
    }

    /// The rows as narrowed, in order.
    ///
    /// - Parameters:
    ///   - search: The beginning of a word of the name or of the code, in any case; blank = all.
    public func rows(
        _ filter: OverviewFilter = .all, county: County? = nil, search: String = "",
        by order: OverviewOrder = .code, descending: Bool = false
    ) -> [OverviewRow] {
        let sought = search.trimmingBlanks.lowercased()
        let found = rows.filter { row in
            filter.shows(row) && (county.map { row.municipality.code.hasPrefix($0.code) } ?? true)
                && (sought.isEmpty || row.matches(sought))
        }
        let sorted = order.sorted(found)
        return descending ? sorted.reversed() : sorted
    }
}

/// How many inhabitants the answers of a month cover (*täckning*).
public struct Coverage: Sendable, Equatable {
    /// Inhabitants of the municipalities that have answered, as far as they are known.
    public let inhabitants: Rate
    /// How many that have answered have a number of inhabitants that is not known: the rate is then a least rate.
    public let unknown: Int

    /// The whole is the country's inhabitants, less those of municipalities known not to owe.
    init(_ owing: [OverviewRow], _ population: Population?) {
        let answered = owing.filter(\.standing.status.isAnswered)
        unknown = answered.count { $0.population == nil }
        let known = Set(owing.map(\.municipality))
        let exempt = population?.municipalities.reduce(0) { known.contains($1.key) ? $0 : $0 + $1.value } ?? 0
        inhabitants = Rate(
            part: answered.reduce(0) { $0 + ($1.population ?? 0) }, whole: (population?.nation ?? 0) - exempt)
    }
}

extension OverviewRow {
    fileprivate func matches(_ sought: String) -> Bool {
        if municipality.code.hasPrefix(sought) { return true }
        let name = municipality.name.lowercased()
        return name.hasPrefix(sought) || name.contains(" " + sought) || name.contains("-" + sought)
    }
}
