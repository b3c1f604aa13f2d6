public import Foundation

/// What the calendar and the clock had collecting do (*schemalagt arbete*).
public struct ScheduledWork: Sendable, Equatable {
    /// The calendar's reminders that were sent.
    public var reminders: [ReminderRound]
    /// The weekly summaries that were sent.
    public var summaries: [WeeklySummary]
    /// How many deliveries and decisions were written about.
    public var letters: Int

    /// Whether there was nothing to do.
    public var isEmpty: Bool { reminders.isEmpty && summaries.isEmpty && letters == 0 }
}

extension Collecting {
    /// Does what is due at `time`: reminders, weekly summaries, receipts and decisions by mail.
    ///
    /// To be called every minute or so, by as many nodes as there are: each thing is done once. What was missed while
    /// nobody called is done when somebody does, as long as it is of use.
    public func runScheduled(at time: Date) async throws(CollectingError) -> ScheduledWork {
        // Decisions come before receipts: what is approved at once needs no other mail.
        let decisions = try await sendDecisionLetters(at: time)
        let receipts = try await sendReceiptLetters(at: time)
        return ScheduledWork(
            reminders: try await sendDueReminders(at: time), summaries: try await sendWeeklySummaries(at: time),
            letters: decisions + receipts)
    }
}
