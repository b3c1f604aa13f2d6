public import Accounts
public import Foundation
public import Register
public import Statistics
public import Vocabulary

/// One municipality in the overview of a month.
public struct OverviewRow: Sendable {
    /// Whose row it is.
    public var municipality: Municipality
    /// Its inhabitants, if they are known.
    public var population: Int?
    /// What it owes; `nil` when it owes nothing and has answered all the same.
    public var duty: Duty?
    /// How it stands.
    public var standing: Standing
    /// Its last day to deliver in time.
    public var due: Day
    /// The extension that gave it that day, if any.
    public var dueExtension: DueExtension?
    /// Its latest delivery that is not taken back, if any.
    public var latest: Arrival?
    /// The tables of which something counts, by name.
    public var tables: [String]
    /// The newest file uploaded and not delivered, if any.
    public var pending: PendingFile?
    /// Its word that it does not take part, if it counts.
    public var decline: Decline?
    /// Whom it has for contacts; the first is the one to write to.
    public var contacts: [Contact]
    /// Where letters go when there is no contact, if it is known.
    public var registrar: String?
    /// How many reminders of the month have been sent to it.
    public var reminders: Int
    /// When the last of them was sent.
    public var lastReminder: Date?
    /// Of the up to twelve months of the collection before this one that it owed: for how many it has answered.
    public var history: Rate
}

/// A part of a whole, counted.
public struct Rate: Sendable, Equatable {
    /// How many of them.
    public var part: Int
    /// Of how many.
    public var whole: Int

    /// `part` of `whole`.
    public init(part: Int, whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// In per cent with one decimal; `nil` of nothing.
    public var share: Share? { Share(part, of: whole) }
}
