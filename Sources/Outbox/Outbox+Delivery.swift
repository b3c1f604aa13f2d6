public import Foundation
import Storage
public import Transfer

extension Outbox {
    /// What came of one round of sending.
    public struct Round: Sendable, Equatable {
        /// Mails that the next server has taken.
        public var sent = 0
        /// Mails that will be tried again later.
        public var postponed = 0
        /// Mails given up.
        public var failed = 0

        /// A round in which nothing happened.
        public init() {}
    }

    /// Sends mails whose time has come, the oldest first and at most `limit`, as `from`.
    ///
    /// Any number of processes may do this at once: a mail is claimed for a quarter of an hour before it is sent, so a
    /// mailer must give up sooner than that. A mail that may not pass now is tried again after 1, 4, 16 minutes, and so
    /// on to every fourth hour, for four days. When the server itself fails, the round ends. Throws `StorageError`.
    public func deliver(
        with mailer: any Mailer, from: MailAddress, replyTo: MailAddress? = nil, at start: Date, limit: Int = 100
    ) async throws -> Round {
        var round = Round()
        let stopwatch = ContinuousClock.now
        for _ in 0..<limit {
            // The caller's time, carried on: with many mails a round takes minutes.
            let time = start.addingTimeInterval((ContinuousClock.now - stopwatch) / .seconds(1))
            guard !Task.isCancelled, let mail = try await database.write({ try $0.claimMail(at: time) }) else { break }
            let outcome = await attempt(mail, with: mailer, from: from, replyTo: replyTo, at: time)
            // In a task of its own, to its end even when this one is cancelled: a mail that was sent must not go again.
            try await Task { try await database.write { try $0.note(outcome, of: mail, at: time) } }.value
            switch outcome {
            case .sent: round.sent += 1
            case .postponed: round.postponed += 1
            case .failed: round.failed += 1
            }
            if case .postponed(_, concernsAll: true) = outcome { break }
        }
        return round
    }

    private func attempt(
        _ mail: ClaimedMail, with mailer: any Mailer, from: MailAddress, replyTo: MailAddress?, at time: Date
    ) async -> ClaimedMail.Outcome {
        if let end = mail.usefulUntil, end < time { return .failed("expired") }
        guard let to = MailAddress(mail.recipient) else { return .failed("badAddress") }
        let message = MailMessage(
            from: from, to: to, replyTo: replyTo, subject: mail.subject, text: mail.text, date: mail.queuedAt,
            id: mail.key)
        do throws(TransferError) {
            try await mailer.send(message)
            return .sent
        } catch {
            let isTooOld = time.timeIntervalSince(mail.queuedAt) > Self.longestWait
            guard !error.isFinal, !isTooOld else { return .failed(error.word) }
            return .postponed(error.word, concernsAll: !error.concernsThisMail)
        }
    }

    private static let longestWait: TimeInterval = 4 * 86_400
}
