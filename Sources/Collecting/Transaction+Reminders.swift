import Definitions
import Foundation
import Storage
import Vocabulary

/// A round of reminders about to be sent.
struct Round: Sendable {
    var collection: String
    var month: Month
    var ordinal: Int?
    var formKey: String?
    var text: ReminderText
    var by: String
    var at: Date
}

extension Transaction {
    /// Makes room for the round and gives its number; `nil` when it has been sent, by us or by another node.
    func begin(_ round: Round) throws -> Int? {
        try first(
            """
            INSERT INTO reminder_round (collection, month, ordinal, form_key, subject, body, sent_by, sent_at)
            VALUES (
                \(round.collection), \(Int(round.month.index)), \(round.ordinal), \(round.formKey),
                \(round.text.subject), \(round.text.text), \(round.by), \(round.at)
            )
            ON CONFLICT DO NOTHING RETURNING id
            """
        ) { $0.integer(0) }
    }

    /// Whether a reminder of the calendar has been sent.
    func hasRound(_ collection: String, _ month: Month, _ ordinal: Int) throws -> Bool {
        try first(
            """
            SELECT 1 FROM reminder_round
            WHERE collection = \(collection) AND month = \(Int(month.index)) AND ordinal = \(ordinal)
            """
        ) { _ in true } ?? false
    }

    func round(_ condition: SQL) throws -> ReminderRound {
        guard let round = try rounds(condition).first else {
            throw StorageError.failed(code: 0, message: "no round of reminders")
        }
        return round
    }

    /// The rounds for which `condition` holds, oldest first, with the reminders to all or to one.
    func rounds(_ condition: SQL, to municipality: Municipality? = nil) throws -> [ReminderRound] {
        let whom: SQL = municipality.map { "r.municipality = \(Int($0.number))" } ?? "1 = 1"
        var rounds: [ReminderRound] = []
        var places: [Int: Int] = [:]
        try forEach(
            """
            SELECT id, collection, month, ordinal, subject, body, sent_by, sent_at FROM reminder_round
            WHERE \(condition) ORDER BY id
            """
        ) { row in
            places[row.integer(0)] = rounds.count
            rounds.append(
                ReminderRound(
                    id: row.integer(0), collection: row.text(1),
                    month: Month(index: Int32(truncatingIfNeeded: row.integer(2))), ordinal: row.optionalInteger(3),
                    text: ReminderText(subject: row.text(4), text: row.text(5)), by: row.text(6), at: row.time(7),
                    reminders: []))
        }
        try forEach(
            """
            SELECT r.reminder_round, r.municipality, r.outcome, a.address
            FROM reminder r LEFT JOIN reminder_address a
                ON a.reminder_round = r.reminder_round AND a.municipality = r.municipality
            WHERE \(whom) AND r.reminder_round IN (SELECT id FROM reminder_round WHERE \(condition))
            ORDER BY r.reminder_round, r.municipality, a.position
            """
        ) { row in
            guard let place = places[row.integer(0)], let municipality = Municipality(number: row.integer(1)),
                let outcome = ReminderOutcome(rawValue: row.text(2))
            else { return }
            if rounds[place].reminders.last?.municipality != municipality {
                rounds[place].reminders.append(
                    ReminderRound.Reminder(municipality: municipality, outcome: outcome, addresses: []))
            }
            guard let address = row.optionalText(3) else { return }
            rounds[place].reminders[rounds[place].reminders.count - 1].addresses.append(address)
        }
        return rounds
    }

    /// How many reminders of a month each municipality has been sent, and when the last was.
    func reminderCounts(_ collection: String, _ month: Month) throws -> [Municipality: (count: Int, last: Date)] {
        var counts: [Municipality: (count: Int, last: Date)] = [:]
        try forEach(
            """
            SELECT r.municipality, COUNT(*), MAX(o.sent_at)
            FROM reminder r JOIN reminder_round o ON o.id = r.reminder_round
            WHERE o.collection = \(collection) AND o.month = \(Int(month.index))
                AND r.outcome IN (
                    \(ReminderOutcome.sent.rawValue), \(ReminderOutcome.sentToRegistrar.rawValue))
            GROUP BY r.municipality
            """
        ) { row in
            guard let municipality = Municipality(number: row.integer(0)) else { return }
            counts[municipality] = (row.integer(1), row.time(2))
        }
        return counts
    }

    /// The text reminders begin with.
    func reminderText(_ collection: Collection, _ phase: ReminderText.Phase) throws -> ReminderText {
        try first(
            """
            SELECT subject, body FROM reminder_template
            WHERE collection = \(collection.id) AND phase = \(phase.rawValue)
            """
        ) { ReminderText(subject: $0.text(0), text: $0.text(1)) } ?? .standard(collection, phase)
    }

    /// The managers whose copy goes with the calendar's later reminders.
    func managers() throws -> [Municipality: String] {
        var managers: [Municipality: String] = [:]
        try forEach("SELECT municipality, email FROM manager") { row in
            if let municipality = Municipality(number: row.integer(0)) { managers[municipality] = row.text(1) }
        }
        return managers
    }
}
