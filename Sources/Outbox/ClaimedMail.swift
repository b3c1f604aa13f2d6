import Foundation
import Storage

/// A mail that this process, and for a while no other, may send.
struct ClaimedMail: Sendable {
    let id: Int
    let claim: String
    let recipient: String
    let subject: String
    let text: String
    let queuedAt: Date
    let usefulUntil: Date?
    let key: String
    /// How often it had been tried before.
    let tries: Int

    /// What came of sending it.
    enum Outcome: Sendable {
        case sent
        case postponed(String, concernsAll: Bool)
        case failed(String)
    }
}

extension Transaction {
    private static var claimLength: TimeInterval { 15 * 60 }

    /// Claims the mail that has waited the longest; `nil` when none is due.
    func claimMail(at time: Date) throws -> ClaimedMail? {
        let claim = UUID().uuidString
        // Said twice below for engines with several writers, where a row may be claimed between the two.
        let isDue: SQL =
            """
            state = \(MailState.waiting.rawValue) AND next_try_at <= \(time)
            AND (claimed_until IS NULL OR claimed_until < \(time))
            """
        return try first(
            """
            UPDATE outgoing_mail SET claim = \(claim), claimed_until = \(time.addingTimeInterval(Self.claimLength))
            WHERE id = (SELECT id FROM outgoing_mail WHERE \(isDue) ORDER BY next_try_at, id LIMIT 1) AND \(isDue)
            RETURNING id, recipient, subject, body, queued_at, useful_until, message_key, tries
            """
        ) { row in
            ClaimedMail(
                id: row.integer(0), claim: claim, recipient: row.text(1), subject: row.text(2), text: row.text(3),
                queuedAt: row.time(4), usefulUntil: row.optionalTime(5), key: row.text(6), tries: row.integer(7))
        }
    }

    /// Notes what came of a mail and lets go of it, unless the claim had run out and somebody else has it.
    func note(_ outcome: ClaimedMail.Outcome, of mail: ClaimedMail, at time: Date) throws {
        let change: SQL =
            switch outcome {
            case .sent:
                "state = \(MailState.sent.rawValue), finished_at = \(time), body = NULL, problem = NULL"
            case .failed(let problem):
                "state = \(MailState.failed.rawValue), finished_at = \(time), body = NULL, problem = \(problem)"
            case .postponed(let problem, _):
                "next_try_at = \(time.addingTimeInterval(Self.wait(after: mail.tries))), problem = \(problem)"
            }
        try execute(
            """
            UPDATE outgoing_mail SET \(change), tries = tries + 1, claim = NULL, claimed_until = NULL
            WHERE id = \(mail.id) AND claim = \(mail.claim)
            """)
    }

    /// How long to wait after so many tries: a minute, four times as long each time, at most four hours.
    private static func wait(after tries: Int) -> TimeInterval {
        (0..<min(tries, 4)).reduce(60) { wait, _ in min(wait * 4, 4 * 3_600) }
    }
}
