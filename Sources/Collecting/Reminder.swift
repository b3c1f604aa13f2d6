public import Foundation
public import Vocabulary

/// A reminder to be sent by hand.
public struct ReminderDraft: Sendable {
    /// The collection's id.
    public var collection: String
    /// The month it is about.
    public var month: Month
    /// Whom to remind.
    public var municipalities: [Municipality]
    /// What to say.
    public var text: ReminderText
    /// A word made with the form: the same form sent twice reminds once. `nil` = no such protection.
    public var formKey: String?

    /// A draft from its parts.
    public init(
        collection: String, month: Month, municipalities: [Municipality], text: ReminderText, formKey: String? = nil
    ) {
        self.collection = collection
        self.month = month
        self.municipalities = municipalities
        self.text = text
        self.formKey = formKey
    }
}

/// What became of a reminder to one municipality.
public enum ReminderOutcome: String, CaseIterable, Sendable {
    /// Sent to its contacts.
    case sent
    /// Sent to its registrar, as it has no contact person.
    case sentToRegistrar = "sent-to-registrar"
    /// Not sent: it has no contact person and no registrar is known (*saknar kontaktperson*).
    case noAddress = "no-address"
    /// Not sent: it had answered (*hann lämna*).
    case answered
    /// Not sent: it does not take part.
    case declined
    /// Not sent: it has more time.
    case extended
    /// Not sent: it owes nothing.
    case notOwing = "not-owing"

    /// Whether a mail was queued.
    public var isSent: Bool { self == .sent || self == .sentToRegistrar }

    /// What users read.
    public var title: Localized {
        switch self {
        case .sent: Localized(sv: "Skickad", en: "Sent")
        case .sentToRegistrar: Localized(sv: "Skickad till registrator", en: "Sent to the registrar")
        case .noAddress: Localized(sv: "Saknar kontaktperson", en: "No contact person")
        case .answered: Localized(sv: "Hade lämnat", en: "Had delivered")
        case .declined: Localized(sv: "Avstår", en: "Declines")
        case .extended: Localized(sv: "Har anstånd", en: "Has more time")
        case .notOwing: Localized(sv: "Ska inte lämna", en: "Owes nothing")
        }
    }
}

/// A reminder as it would be sent to one municipality now.
public struct ReminderPreview: Sendable {
    /// To whom.
    public var municipality: Municipality
    /// What would become of it.
    public var outcome: ReminderOutcome
    /// Where it would go; nowhere when it is not sent.
    public var addresses: [String]
    /// What it would say.
    public var text: ReminderText
}

/// Reminders sent together, and what became of each (*utskick*).
public struct ReminderRound: Sendable, Equatable {
    /// Its number.
    public var id: Int
    /// The collection's id.
    public var collection: String
    /// The month it is about.
    public var month: Month
    /// Which of the calendar's reminders it is, from 1; `nil` = by hand.
    public var ordinal: Int?
    /// What it says, with words in braces.
    public var text: ReminderText
    /// Who sent it; for the calendar's, the collection.
    public var by: String
    /// When, to the second.
    public var at: Date
    /// What became of it, by municipality.
    public var reminders: [Reminder]

    /// What became of the reminder to one municipality.
    public struct Reminder: Sendable, Equatable {
        /// To whom.
        public var municipality: Municipality
        /// What became of it.
        public var outcome: ReminderOutcome
        /// Where it went.
        public var addresses: [String]
    }

    /// How many reminders had each outcome.
    public func count(_ outcome: ReminderOutcome) -> Int { reminders.count { $0.outcome == outcome } }
}
