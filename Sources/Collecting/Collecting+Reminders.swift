import Definitions
public import Foundation
import Storage
public import Vocabulary

extension Collecting {
    /// The text that a reminder of a month begins with: the one saved, else the usual one, as the last day has passed or not.
    public func reminderText(
        _ collection: String, _ month: Month, at time: Date
    ) async throws(CollectingError) -> ReminderText {
        let collection = try self.collection(collection)
        return try await read { transaction in
            let due = try transaction.period(collection, month).due
            return try transaction.reminderText(collection, Day(time) > due ? .after : .before)
        }
    }

    /// Saves a text that reminders begin with from now on, those of the calendar too.
    public func save(
        _ text: ReminderText, for phase: ReminderText.Phase, _ collection: String, by: String, at time: Date
    ) async throws(CollectingError) {
        let (collection, text) = (try self.collection(collection), try text.checked())
        try await write { transaction in
            try transaction.execute(
                """
                INSERT INTO reminder_template (collection, phase, subject, body, saved_by, saved_at)
                VALUES (\(collection.id), \(phase.rawValue), \(text.subject), \(text.text), \(by), \(time))
                ON CONFLICT (collection, phase) DO UPDATE SET subject = excluded.subject, body = excluded.body,
                    saved_by = excluded.saved_by, saved_at = excluded.saved_at
                """)
        }
    }

    /// What would be sent now to each of the draft's municipalities, by code.
    public func preview(_ draft: ReminderDraft, at time: Date) async throws(CollectingError) -> [ReminderPreview] {
        let (collection, text, post) = (try self.collection(draft.collection), try draft.text.checked(), post(at: time))
        return try await read { transaction in
            let reminding = try Reminding(collection, draft.month, text, ordinal: nil, post, transaction)
            return Set(draft.municipalities).sorted().map { reminding.preview($0) }
        }
    }

    /// Reminds by hand: those of the draft's municipalities that have not answered or declined meanwhile.
    ///
    /// All is decided and queued in one transaction. A form that was sent before gives what it gave then.
    public func remind(
        _ draft: ReminderDraft, by: String, at time: Date
    ) async throws(CollectingError) -> ReminderRound {
        let (collection, text, post) = (try self.collection(draft.collection), try draft.text.checked(), post(at: time))
        return try await write { transaction in
            let round = try transaction.begin(
                Round(
                    collection: collection.id, month: draft.month, formKey: draft.formKey, text: text, by: by, at: time)
            )
            if let round {
                let reminding = try Reminding(collection, draft.month, text, ordinal: nil, post, transaction)
                try reminding.send(to: draft.municipalities, round: round, by: by, transaction)
                return try transaction.round("id = \(round)")
            }
            return try transaction.round("form_key = \(draft.formKey)")
        }
    }

    /// The reminders that have been sent about a month, newest first.
    public func reminderRounds(_ collection: String, _ month: Month) async throws(CollectingError) -> [ReminderRound] {
        try await read {
            try $0.rounds("collection = \(collection) AND month = \(Int(month.index))").reversed()
        }
    }

    /// One round of reminders; `nil` when there is none with that number in the collection.
    public func reminderRound(_ collection: String, _ id: Int) async throws(CollectingError) -> ReminderRound? {
        try await read { try $0.rounds("collection = \(collection) AND id = \(id)").first }
    }

    /// The rounds that had a municipality among those to remind, newest first, with what became of its reminder only.
    public func reminderRounds(
        _ collection: String, to municipality: Municipality
    ) async throws(CollectingError) -> [ReminderRound] {
        try await read { transaction in
            let number = Int(municipality.number)
            return try transaction.rounds(
                "collection = \(collection) AND id IN (SELECT reminder_round FROM reminder WHERE municipality = \(number))",
                to: municipality
            ).reversed()
        }
    }

    /// Sends the calendar's reminders whose day has come, each once however many nodes ask.
    ///
    /// They go from eight in the morning. One whose day was missed by more than a week, or whose follower's day has come
    /// too, is not sent: two at a time would help nobody.
    func sendDueReminders(at time: Date) async throws(CollectingError) -> [ReminderRound] {
        var rounds: [ReminderRound] = []
        let (now, post) = (SwedishTime(time), post(at: time))
        for collection in collections {
            for period in try await periods(collection.id) {
                guard let ordinal = period.dueReminder(at: now),
                    try await read({ try !$0.hasRound(collection.id, period.month, ordinal) })
                else { continue }
                let phase: ReminderText.Phase = now.day > period.due ? .after : .before
                let sent = try await write { transaction -> ReminderRound? in
                    let text = try transaction.reminderText(collection, phase)
                    let round = try transaction.begin(
                        Round(
                            collection: collection.id, month: period.month, ordinal: ordinal, text: text,
                            by: Self.automatic, at: time))
                    guard let round else { return nil }
                    let reminding = try Reminding(
                        collection, period.month, text, ordinal: ordinal, post, transaction)
                    try reminding.send(to: reminding.awaited, round: round, by: Self.automatic, transaction)
                    return try transaction.round("id = \(round)")
                }
                if let sent { rounds.append(sent) }
            }
        }
        return rounds
    }

    /// Who acts when nobody does, as the log has it.
    public static let automatic = "underlag"
}

extension Period {
    /// Which of the calendar's reminders is to be sent at `now`, from 1, if it has not been; `nil` = none.
    func dueReminder(at now: SwedishTime) -> Int? {
        guard state(on: now.day).receives else { return nil }
        let passed = reminders.enumerated().last { _, day in day < now.day || (day == now.day && now.hour >= 8) }
        guard let passed, now.day.days(since: passed.element) < 7 else { return nil }
        return passed.offset + 1
    }
}
