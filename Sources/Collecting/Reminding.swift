import Accounts
import AccessLog
import Definitions
import Foundation
import Outbox
import Storage
import Vocabulary

/// Sends one round of reminders in its transaction, so that whoever answers before it is not reminded.
struct Reminding {
    let collection: Collection
    let text: ReminderText
    let facts: MonthFacts
    let contacts: [Organisation: Contacts]
    let managers: [Municipality: String]
    let post: Post
    /// Which of the calendar's reminders it is; `nil` = by hand.
    let ordinal: Int?

    init(
        _ collection: Collection, _ month: Month, _ text: ReminderText, ordinal: Int?, _ post: Post,
        _ transaction: any Transaction
    ) throws {
        self.collection = collection
        self.text = text
        self.post = post
        self.ordinal = ordinal
        facts = try MonthFacts(collection, month, transaction)
        contacts = try transaction.contacts()
        // From the third on, the manager has a copy.
        managers = ordinal ?? 0 >= 3 ? try transaction.managers() : [:]
    }

    private var month: Month { facts.period.month }
    private var today: Day { Day(post.at) }

    /// Those that still have something to do, by code.
    var awaited: [Municipality] {
        facts.municipalities.filter { facts.standing($0, today: today).status.isAwaited }
    }

    /// What would become of a reminder now.
    func preview(_ municipality: Municipality) -> ReminderPreview {
        let outcome = outcome(municipality)
        let theirs = contacts[.municipality(municipality)]
        let copy = [managers[municipality]].compactMap(\.self)
        return ReminderPreview(
            municipality: municipality, outcome: outcome,
            addresses: outcome.isSent ? (theirs?.addresses.map(\.email) ?? []) + copy : [],
            text: text.filled(
                municipality, month, due: facts.due(municipality), link: post.address(.deliver(month))))
    }

    private func outcome(_ municipality: Municipality) -> ReminderOutcome {
        let status = facts.standing(municipality, today: today).status
        if status.isAnswered { return .answered }
        if status == .declined { return .declined }
        if facts.obligations.duty(of: municipality, for: month) == nil { return .notOwing }
        // By hand, the authority has chosen to.
        if ordinal != nil, let more = facts.extensions[municipality], today <= more.until { return .extended }
        guard let theirs = contacts[.municipality(municipality)] else { return .noAddress }
        return theirs.people.isEmpty ? (theirs.registrar == nil ? .noAddress : .sentToRegistrar) : .sent
    }

    /// Queues the mails to `municipalities` and keeps what became of them under the round called `id`.
    func send(to municipalities: [Municipality], round id: Int, by: String, _ transaction: any Transaction) throws {
        for municipality in Set(municipalities).sorted() {
            let preview = preview(municipality)
            let number = Int(municipality.number)
            try transaction.execute(
                """
                INSERT INTO reminder (reminder_round, municipality, outcome)
                VALUES (\(id), \(number), \(preview.outcome.rawValue))
                """)
            for (position, address) in preview.addresses.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO reminder_address (reminder_round, municipality, position, address)
                    VALUES (\(id), \(number), \(position), \(address))
                    """)
                try transaction.queue(
                    Mail(
                        to: address, subject: preview.text.subject, text: preview.text.text, reason: "reminder",
                        usefulUntil: post.at.addingTimeInterval(Self.usefulFor)),
                    at: post.at)
            }
            guard preview.outcome.isSent else { continue }
            try transaction.log(
                Event(
                    at: post.at, actor: by, organisation: .municipality(municipality), act: .reminded,
                    subject: "\(collection.id) \(month.iso)"))
        }
    }

    /// Two days: one that could not be sent by then may be to somebody who has answered.
    private static let usefulFor: TimeInterval = 2 * 86_400
}
