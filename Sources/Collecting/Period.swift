public import Definitions
import Foundation
public import Vocabulary

/// One month of a collection as it stands: its dates, and what the authority has changed of them (*insamlingsperiod*).
public struct Period: Sendable, Equatable {
    /// The collection's id.
    public let collection: String
    /// The month collected (*mätmånad*).
    public let month: Month
    /// The first day to deliver.
    public private(set) var opens: Day
    /// The last day to deliver in time (*sista dag*).
    public private(set) var due: Day
    /// The days of the calendar's reminders, in order; they follow when the last day is moved.
    public private(set) var reminders: [Day]
    /// By when the authority has reviewed what came in time, if it says; it follows when the last day is moved.
    public private(set) var reviewed: Day?
    /// The last day that late deliveries are received; `nil` = until the authority closes.
    public private(set) var closes: Day?
    /// The day the authority closed it by hand, unless it has been opened since.
    public private(set) var closed: Day?
    /// Who to talk to when it is closed.
    public let contact: CollectionContact?
    /// What has been changed of the calendar, oldest first.
    public let changes: [PeriodChange]

    /// A period of `collection` with its changes, oldest first; `nil` when the calendar's dates cannot be read.
    init?(_ planned: CollectionPeriod, of collection: Collection, changes: [PeriodChange]) {
        guard let opens = Day(iso: planned.opens), let due = Day(iso: planned.due) else { return nil }
        self.collection = collection.id
        month = planned.month
        self.opens = opens
        self.due = due
        reminders = planned.reminders.compactMap { Day(iso: $0) }
        reviewed = planned.reviewed.flatMap { Day(iso: $0) }
        closes = planned.closes.flatMap { Day(iso: $0) }
        contact = collection.contact
        self.changes = changes
        for change in changes { apply(change) }
    }

    private mutating func apply(_ change: PeriodChange) {
        let day = Day(change.at)
        switch change.kind {
        case .opened:
            opens = min(opens, day)
            closed = nil
            if let last = closes, last < day { closes = nil }
        case .prolonged(let until):
            let moved = until.days(since: due)
            due = until
            reminders = reminders.map { $0.advanced(by: moved) }
            reviewed = reviewed?.advanced(by: moved)
            closes = closes.map { max($0, until) }
            closed = nil
        case .closed:
            closed = day
        }
    }

    /// How it stands on `day`, for a municipality whose extension, if it has one, ends on `extended`.
    public func state(on day: Day, extended: Day? = nil) -> PeriodState {
        let due = due(extended: extended)
        if day < opens, closed == nil { return .notYetOpen(opens: opens) }
        // An extension is a promise: it holds when the period has closed.
        if let extended, day <= extended { return .open(due: due) }
        if let closed, day >= closed { return .closed(since: closed, contact: contact) }
        if day <= due { return .open(due: due) }
        if let closes, day > closes { return .closed(since: closes.advanced(by: 1), contact: contact) }
        return .pastDue(due: due, closes: closes)
    }

    /// The last day to deliver in time for a municipality whose extension, if it has one, ends on `extended`.
    public func due(extended: Day?) -> Day { max(due, extended ?? due) }
}

/// How a period stands on a day.
public enum PeriodState: Sendable, Equatable {
    /// *Öppnar …*
    case notYetOpen(opens: Day)
    /// *Öppen*: deliver by `due`.
    case open(due: Day)
    /// *Sista dag har passerat*: late deliveries are received, to `closes` if that is decided.
    case pastDue(due: Day, closes: Day?)
    /// *Stängd*: talk to `contact`.
    case closed(since: Day, contact: CollectionContact?)

    /// Whether deliveries are received.
    public var receives: Bool {
        switch self {
        case .open, .pastDue: true
        case .notYetOpen, .closed: false
        }
    }
}
