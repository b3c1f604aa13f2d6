import AccessLog
import Foundation
import Register
import Storage
import Vocabulary

/// One thing to be said under a question.
struct NewEntry: Sendable {
    var isFromAuthority: Bool
    var author: String
    /// As the access log has it.
    var actor: String
    var email: String?
    var language: Language
    var text: String
}

extension Transaction {
    /// Adds to a question, with its line in the log; whoever did not speak has the turn.
    func keep(_ entry: NewEntry, in id: Int, at time: Date) throws -> Question {
        let before = try question(id)
        try execute(
            """
            INSERT INTO question_entry (question, from_authority, author, email, language, body, written_at)
            VALUES (
                \(id), \(entry.isFromAuthority ? 1 : 0), \(entry.author), \(entry.email), \(entry.language.rawValue),
                \(entry.text), \(time)
            )
            """)
        let status: Question.Status = entry.isFromAuthority ? .answered : .waiting
        try execute("UPDATE question SET status = \(status.rawValue) WHERE id = \(id)")
        try log(
            Event(
                at: time, actor: entry.actor, organisation: .municipality(before.municipality),
                act: entry.isFromAuthority ? .answered : .asked, subject: "\(id)"))
        return try question(id)
    }

    /// The question with this number, which must exist.
    func question(_ id: Int) throws -> Question {
        guard let question = try questions("q.id = \(id)").first else { throw CollectingError.noSuchQuestion(id) }
        return question
    }

    /// Where whoever asked last is to be told, and in what language; `nil` when there is no address.
    func asker(of id: Int) throws -> (email: String, language: Language)? {
        try first(
            """
            SELECT email, language FROM question_entry
            WHERE question = \(id) AND from_authority = 0 ORDER BY id DESC LIMIT 1
            """
        ) { row in
            row.optionalText(0).map { ($0, Language(rawValue: row.text(1)) ?? .sv) }
        } ?? nil
    }

    /// The questions for which `condition` holds, oldest first.
    func questions(_ condition: SQL) throws -> [Question] {
        var questions: [Question] = []
        try forEach(
            """
            SELECT q.id, q.collection, q.municipality, q.month, q.delivery, q.topic, q.status, q.asked_at,
                e.from_authority, e.author, e.body, e.written_at
            FROM question q LEFT JOIN question_entry e ON e.question = q.id
            WHERE \(condition) ORDER BY q.id, e.id
            """
        ) { row in
            if questions.last?.id != row.integer(0) {
                guard let question = Question(row) else { return }
                questions.append(question)
            }
            guard !row.isNull(8) else { return }
            questions[questions.count - 1].entries.append(
                Question.Entry(
                    isFromAuthority: row.integer(8) == 1, author: row.text(9), text: row.text(10), at: row.time(11)))
        }
        return questions
    }
}

extension Question {
    fileprivate init?(_ row: any Row) {
        guard let municipality = Municipality(number: row.integer(2)) else { return nil }
        self.init(
            id: row.integer(0), collection: row.text(1), municipality: municipality,
            month: row.optionalInteger(3).map { Month(index: Int32(truncatingIfNeeded: $0)) },
            delivery: row.optionalText(4).flatMap { DeliveryNumber($0) },
            topic: QuestionTopic(rawValue: row.text(5)) ?? .other, status: Status(rawValue: row.text(6)) ?? .waiting,
            askedAt: row.time(7), entries: [])
    }
}
