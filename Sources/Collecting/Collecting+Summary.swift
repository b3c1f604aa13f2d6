import Definitions
import Foundation
import Register
import Storage
public import Vocabulary

extension Collecting {
    /// What municipalities asked and said in a week.
    public func summary(_ collection: String, _ week: Week) async throws(CollectingError) -> WeeklySummary {
        let collection = try self.collection(collection)
        return try await read { try $0.summary(collection.id, week) }
    }

    /// What the authority is mailed about a week, to be read beside its page.
    public func mail(
        _ summary: WeeklySummary, _ language: Language
    ) throws(CollectingError) -> (subject: String, text: String) {
        let letter = Letter.summary(try collection(summary.collection), summary, link: address(.questions))
        return (letter.subject[language], letter.text[language])
    }

    /// Sends the summary of the week before to the authority, from seven on Monday morning, once however many nodes ask.
    ///
    /// It is sent for the weeks that a period is open or past due, and for others when there is something to tell.
    func sendWeeklySummaries(at time: Date) async throws(CollectingError) -> [WeeklySummary] {
        let now = SwedishTime(time)
        guard now.day.weekday > 1 || now.hour >= 7 else { return [] }
        let (week, post) = (Week(now.day).previous, post(at: time))
        var sent: [WeeklySummary] = []
        for collection in collections {
            let name = "summary \(collection.id) \(week.iso)"
            if try await read({ try $0.hasLetter(name) }) { continue }
            let summary = try await write { transaction -> WeeklySummary? in
                let summary = try transaction.summary(collection.id, week)
                let isRunning = try transaction.periods(collection).contains { $0.runs(in: week) }
                guard isRunning || !summary.isEmpty else { return nil }
                let letter = Letter.summary(collection, summary, link: post.address(.questions))
                return try post.once(name, transaction) {
                    try post.sendToAuthority(letter, collection, transaction)
                } ? summary : nil
            }
            if let summary { sent.append(summary) }
        }
        return sent
    }
}

extension Period {
    /// Whether deliveries were received on some day of the week. One without an end runs a month after its last day.
    fileprivate func runs(in week: Week) -> Bool {
        let last = closed ?? closes ?? due.advanced(by: 30)
        return opens <= week.sunday && week.monday <= last
    }
}

extension Transaction {
    fileprivate func summary(_ collection: String, _ week: Week) throws -> WeeklySummary {
        let (start, end) = (week.monday.start, week.next.monday.start)
        let inWeek = { (time: Date) in start <= time && time < end }
        return WeeklySummary(
            collection: collection, week: week,
            questions: try questions(
                "q.collection = \(collection) AND q.asked_at >= \(start) AND q.asked_at < \(end)"),
            declines: try declines(collection: collection).filter { inWeek($0.receivedAt) },
            comments: try comments(collection: collection).filter { inWeek($0.receivedAt) },
            unanswered: try questions(
                "q.collection = \(collection) AND q.status = \(Question.Status.waiting.rawValue)"))
    }
}
