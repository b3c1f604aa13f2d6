import Accounts
import Definitions
public import Foundation
import Register
import Statistics
import Storage
public import Vocabulary

extension Collecting {
    /// How a month of a collection stands: a dozen queries, however many municipalities.
    public func overview(_ collection: String, _ month: Month, at time: Date) async throws(CollectingError) -> Overview
    {
        let (collection, population) = (try self.collection(collection), population)
        return try await read { transaction in
            let facts = try MonthFacts(collection, month, transaction)
            let contacts = try transaction.contacts()
            let reminders = try transaction.reminderCounts(collection.id, month)
            let history = try History(collection, before: month, facts.obligations, transaction)
            let rows = facts.municipalities.map { municipality in
                let standing = facts.standing(municipality, today: Day(time))
                let arrivals = facts.arrivals[municipality] ?? []
                let current = arrivals.flatMap(\.parts).filter(\.isCurrent)
                let theirs = contacts[.municipality(municipality)]
                return OverviewRow(
                    municipality: municipality, population: population?.municipalities[municipality],
                    duty: facts.obligations.duty(of: municipality, for: month), standing: standing,
                    due: facts.due(municipality), dueExtension: facts.extensions[municipality],
                    latest: arrivals.last { !$0.isWithdrawn }, tables: Set(current.map(\.table)).sorted(),
                    pending: facts.pending[municipality],
                    decline: standing.status == .declined ? facts.declines[municipality] : nil,
                    contacts: theirs?.people ?? [], registrar: theirs?.registrar,
                    reminders: reminders[municipality]?.count ?? 0, lastReminder: reminders[municipality]?.last,
                    history: history.rate(municipality))
            }
            return Overview(
                collection: collection.id, period: facts.period, at: time, rows: rows, population: population)
        }
    }

    /// How one municipality stands for the months of a collection, in order: what its year overview shows.
    public func standings(
        _ collection: String, of municipality: Municipality, at time: Date
    ) async throws(CollectingError) -> [MonthStanding] {
        let collection = try self.collection(collection)
        return try await read { transaction in
            let collected = try CollectionFacts(collection, only: municipality, transaction)
            let months = collected.periods.map(\.month)
            guard let first = months.min(), let last = months.max() else { return [] }
            return try collected.facts(of: first...last, only: municipality, transaction).map { facts in
                let period = facts.period
                let extended = facts.extensions[municipality]
                let arrivals = facts.arrivals[municipality] ?? []
                return MonthStanding(
                    period: period, duty: facts.obligations.duty(of: municipality, for: period.month),
                    standing: facts.standing(municipality, today: Day(time)), dueExtension: extended,
                    state: period.state(on: Day(time), extended: extended?.until),
                    latest: arrivals.last { !$0.isWithdrawn },
                    tables: Set(arrivals.flatMap(\.parts).filter(\.isCurrent).map(\.table)).sorted(),
                    pending: facts.pending[municipality])
            }
        }
    }
}

/// For which of the up to twelve months before one each municipality has answered.
private struct History {
    let months: [Month]
    let obligations: Obligations
    let answered: [Municipality: Set<Month>]

    init(
        _ collection: Collection, before month: Month, _ obligations: Obligations, _ transaction: any Transaction
    ) throws {
        self.obligations = obligations
        months = collection.calendar.periods.map(\.month).filter { $0 < month && $0.index >= month.index - 12 }
        guard let first = months.first, let last = months.last else {
            answered = [:]
            return
        }
        let delivered = try transaction.delivered(collection: collection.id, months: first...last)
        answered = Dictionary(grouping: delivered, by: \.municipality).mapValues { Set($0.map(\.month)) }
    }

    func rate(_ municipality: Municipality) -> Rate {
        let owed = months.filter { obligations.duty(of: municipality, for: $0) != nil }
        let theirs = answered[municipality] ?? []
        return Rate(part: owed.count(where: theirs.contains), whole: owed.count)
    }
}
