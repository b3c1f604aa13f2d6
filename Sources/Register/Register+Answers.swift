import AccessLog
public import Definitions
import Foundation
public import Storage
public import Vocabulary

extension Register {
    /// Keeps a municipality's comments. Throws when a text is not of the form, says nothing or is longer than it
    /// allows, or has an identity number.
    public func comment(
        _ comments: Comments, form: CommentsForm, actor: String? = nil
    ) async throws(RegisterError) {
        try TypedText.sender.refuseIdentityNumber(comments.sender)
        for (id, text) in comments.texts {
            guard let known = form.texts.first(where: { $0.id == id }) else {
                throw .noSuchText(id, known: form.texts.map(\.id))
            }
            try TypedText.field(id).refuseBlank(text)
            try TypedText.field(id).refuseIdentityNumber(text)
            guard text.count <= known.maxLength else {
                throw .textTooLong(id, length: text.count, limit: known.maxLength)
            }
        }
        for (id, text) in comments.respondent {
            guard form.respondent.contains(where: { $0.id == id }) else {
                throw .noSuchText(id, known: form.respondent.map(\.id))
            }
            try TypedText.field(id).refuseIdentityNumber(text)
        }
        try await write { transaction in
            let id = try transaction.keepAnswer(
                .comment, comments.collection, comments.municipality, comments.sender, actor, comments.receivedAt)
            for (field, text) in comments.texts { try transaction.keep(text, field, role: "text", answer: id) }
            for (field, text) in comments.respondent {
                try transaction.keep(text, field, role: "respondent", answer: id)
            }
        }
    }

    /// Keeps a municipality's word that it does not take part. Throws when the reason says nothing or has an identity number.
    /// What is to be kept with it or not at all is done `alongside`.
    public func decline(
        _ decline: Decline, actor: String? = nil,
        alongside: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) async throws(RegisterError) {
        try TypedText.reason.refuseBlank(decline.reason)
        try TypedText.reason.refuseIdentityNumber(decline.reason)
        try TypedText.sender.refuseIdentityNumber(decline.sender)
        try await write { transaction in
            let id = try transaction.keepAnswer(
                .decline, decline.collection, decline.municipality, decline.sender, actor, decline.receivedAt)
            try transaction.keep(decline.reason, "", role: "reason", answer: id)
            try alongside(transaction)
        }
    }

    /// The newest comments of each municipality, by municipality.
    public func comments(collection: String) async throws(RegisterError) -> [Comments] {
        try await read { try $0.comments(collection: collection) }
    }

    /// The newest decline of each municipality, by municipality; what it has delivered since stands beside it.
    public func declines(collection: String) async throws(RegisterError) -> [Decline] {
        try await read { try $0.declines(collection: collection) }
    }
}

extension Transaction {
    /// The newest comments of each municipality, by municipality.
    public func comments(collection: String) throws -> [Comments] {
        try newestAnswers(.comment, collection).map { answer in
            Comments(
                collection: collection, municipality: answer.municipality, texts: answer.texts["text"] ?? [:],
                respondent: answer.texts["respondent"] ?? [:], sender: answer.sender, receivedAt: answer.receivedAt)
        }
    }

    /// The newest decline of each municipality, or of one, by municipality; what it has delivered since stands beside it.
    public func declines(collection: String, municipality: Municipality? = nil) throws -> [Decline] {
        try newestAnswers(.decline, collection, municipality).map { answer in
            Decline(
                collection: collection, municipality: answer.municipality, reason: answer.texts["reason"]?[""] ?? "",
                sender: answer.sender, receivedAt: answer.receivedAt)
        }
    }
}

private enum AnswerKind: String {
    case comment, decline

    var act: Act { self == .comment ? .commented : .declined }
}

private struct Answer {
    var municipality: Municipality
    var sender: String
    var receivedAt: Date
    /// By role and field.
    var texts: [String: [String: String]] = [:]
}

extension Transaction {
    fileprivate func keepAnswer(
        _ kind: AnswerKind, _ collection: String, _ municipality: Municipality, _ sender: String, _ actor: String?,
        _ time: Date
    ) throws -> Int {
        try log(
            Event(
                at: time, actor: actor ?? sender, organisation: .municipality(municipality), act: kind.act,
                subject: collection))
        return try identity(
            of: """
                INSERT INTO answer (collection, municipality, kind, sender, received_at)
                VALUES (
                    \(collection), \(Int(municipality.number)), \(kind.rawValue), \(sender), \(time)
                )
                RETURNING id
                """)
    }

    fileprivate func keep(_ text: String, _ field: String, role: String, answer: Int) throws {
        try execute(
            "INSERT INTO answer_text (answer, role, field, content) VALUES (\(answer), \(role), \(field), \(text))")
    }

    fileprivate func newestAnswers(
        _ kind: AnswerKind, _ collection: String, _ municipality: Municipality? = nil
    ) throws -> [Answer] {
        let place: SQL = municipality.map { "municipality = \(Int($0.number))" } ?? "1 = 1"
        var answers: [Answer] = []
        try forEach(
            """
            SELECT a.municipality, a.sender, a.received_at, t.role, t.field, t.content
            FROM answer a LEFT JOIN answer_text t ON t.answer = a.id
            WHERE a.id IN (
                SELECT MAX(id) FROM answer WHERE collection = \(collection) AND kind = \(kind.rawValue) AND \(place)
                GROUP BY municipality)
            ORDER BY a.municipality
            """
        ) { row in
            guard let municipality = Municipality(number: row.integer(0)) else { return }
            if answers.last?.municipality != municipality {
                answers.append(
                    Answer(
                        municipality: municipality, sender: row.text(1), receivedAt: row.time(2)))
            }
            guard !row.isNull(3) else { return }
            answers[answers.count - 1].texts[row.text(3), default: [:]][row.text(4)] = row.text(5)
        }
        return answers
    }
}
