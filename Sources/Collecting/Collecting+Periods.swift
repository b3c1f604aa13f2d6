import AccessLog
import Accounts
import Definitions
public import Foundation
import Storage
public import Vocabulary

extension Collecting {
    /// The months of a collection as they stand, in order.
    public func periods(_ collection: String) async throws(CollectingError) -> [Period] {
        let collection = try self.collection(collection)
        return try await read { try $0.periods(collection) }
    }

    /// One month of a collection as it stands.
    public func period(_ collection: String, _ month: Month) async throws(CollectingError) -> Period {
        let collection = try self.collection(collection)
        return try await read { try $0.period(collection, month) }
    }

    /// Changes a period: opens, prolongs or closes it. A last day must be later than the one there is.
    @discardableResult
    public func change(
        _ collection: String, _ month: Month, _ kind: PeriodChange.Kind, reason: String = "", by: String, at time: Date
    ) async throws(CollectingError) -> Period {
        let collection = try self.collection(collection)
        let reason = try CollectingText.reason.checked(reason)
        return try await write { transaction in
            let period = try transaction.period(collection, month)
            if case .prolonged(let until) = kind, until <= period.due {
                throw CollectingError.dueNotLater(than: period.due)
            }
            try transaction.execute(
                """
                INSERT INTO period_change (collection, month, kind, day, reason, changed_by, changed_at)
                VALUES (
                    \(collection.id), \(Int(month.index)), \(kind.word), \(kind.day?.iso), \(reason), \(by), \(time)
                )
                """)
            try transaction.log(
                Event(
                    at: time, actor: by, organisation: .authority, act: .changedPeriod,
                    subject: "\(collection.id) \(month.iso) \(kind.word)"))
            return try transaction.period(collection, month)
        }
    }

    /// Gives one municipality more time for a month (*anstånd*), at most to the day the period closes, and tells its
    /// contacts.
    @discardableResult
    public func extend(
        _ collection: String, _ month: Month, _ municipality: Municipality, until: Day, reason: String, by: String,
        at time: Date
    ) async throws(CollectingError) -> DueExtension {
        let collection = try self.collection(collection)
        let reason = try CollectingText.reason.filled(reason)
        let post = post(at: time)
        return try await write { transaction in
            let period = try transaction.period(collection, month)
            let last = max(period.due, Day(time).advanced(by: -1))
            guard until > last else { throw CollectingError.dueNotLater(than: last) }
            if let closes = period.closes, until > closes { throw CollectingError.dueAfterClosing(closes) }
            try transaction.execute(
                """
                INSERT INTO due_extension (collection, month, municipality, day, reason, given_by, given_at)
                VALUES (
                    \(collection.id), \(Int(month.index)), \(Int(municipality.number)), \(until.iso), \(reason), \(by),
                    \(time)
                )
                """)
            try transaction.log(
                Event(
                    at: time, actor: by, organisation: .municipality(municipality), act: .extended,
                    subject: "\(collection.id) \(month.iso) \(until.iso)"))
            let letter = Letter.extended(
                collection, month, municipality, until: until, link: post.address(.deliver(month)))
            try post.send(letter, to: transaction.contacts(of: .municipality(municipality)), transaction)
            return DueExtension(municipality: municipality, until: until, reason: reason, by: by, at: time)
        }
    }

    /// The extensions that count for a month, by municipality.
    public func extensions(_ collection: String, _ month: Month) async throws(CollectingError) -> [DueExtension] {
        try await read { try $0.extensions(collection, month).values.sorted { $0.municipality < $1.municipality } }
    }
}

extension Transaction {
    func periods(_ collection: Collection) throws -> [Period] {
        var changes: [Month: [PeriodChange]] = [:]
        try forEach(
            """
            SELECT month, kind, day, reason, changed_by, changed_at FROM period_change
            WHERE collection = \(collection.id) ORDER BY id
            """
        ) { row in
            let day = row.optionalText(2).flatMap { Day(iso: $0) }
            guard let kind = PeriodChange.Kind(word: row.text(1), day: day) else { return }
            let month = Month(index: Int32(truncatingIfNeeded: row.integer(0)))
            changes[month, default: []].append(
                PeriodChange(kind: kind, reason: row.text(3), by: row.text(4), at: row.time(5)))
        }
        return collection.calendar.periods.compactMap { planned in
            Period(planned, of: collection, changes: changes[planned.month] ?? [])
        }
    }

    func period(_ collection: Collection, _ month: Month) throws -> Period {
        guard let period = try periods(collection).first(where: { $0.month == month }) else {
            throw CollectingError.noSuchPeriod(month)
        }
        return period
    }

    /// The newest extension of each municipality for a month.
    func extensions(_ collection: String, _ month: Month) throws -> [Municipality: DueExtension] {
        try extensions(collection, month...month)[month] ?? [:]
    }

    /// The newest extension of each municipality, by month.
    func extensions(
        _ collection: String, _ months: ClosedRange<Month>
    ) throws -> [Month: [Municipality: DueExtension]] {
        var extensions: [Month: [Municipality: DueExtension]] = [:]
        try forEach(
            """
            SELECT municipality, day, reason, given_by, given_at, month FROM due_extension
            WHERE collection = \(collection)
                AND month BETWEEN \(Int(months.lowerBound.index)) AND \(Int(months.upperBound.index))
            ORDER BY id
            """
        ) { row in
            guard let municipality = Municipality(number: row.integer(0)), let until = Day(iso: row.text(1)) else {
                return
            }
            let month = Month(index: Int32(truncatingIfNeeded: row.integer(5)))
            extensions[month, default: [:]][municipality] = DueExtension(
                municipality: municipality, until: until, reason: row.text(2), by: row.text(3), at: row.time(4))
        }
        return extensions
    }
}
