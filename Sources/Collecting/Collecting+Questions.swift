import AccessLog
import Accounts
import Definitions
public import Foundation
import Register
import Storage
public import Vocabulary

extension Collecting {
    /// Asks the authority a question, which is told of it by mail. Throws when the text says nothing, is longer than
    /// 2,000 characters or has an identity number, or when the delivery is not the municipality's.
    ///
    /// - Parameter actor: who asks, as the access log has it; the author when `nil`.
    public func ask(_ new: NewQuestion, actor: String? = nil, at time: Date) async throws(CollectingError) -> Question {
        let collection = try self.collection(new.collection)
        let entry = NewEntry(
            isFromAuthority: false, author: new.author, actor: actor ?? new.author, email: new.email,
            language: new.language, text: try CollectingText.question.filled(new.text))
        let post = post(at: time)
        return try await write { transaction in
            if let number = new.delivery {
                let theirs = try transaction.arrivals(
                    collection: collection.id, months: number.month...number.month, municipality: new.municipality)
                guard theirs.contains(where: { $0.number == number }) else {
                    throw CollectingError.notTheirDelivery(number)
                }
            }
            let id = try transaction.identity(
                of: """
                    INSERT INTO question (collection, municipality, month, delivery, topic, status, asked_at)
                    VALUES (
                        \(collection.id), \(Int(new.municipality.number)),
                        \((new.month ?? new.delivery?.month).map { Int($0.index) }), \(new.delivery?.description),
                        \(new.topic.rawValue), \(Question.Status.waiting.rawValue), \(time)
                    )
                    RETURNING id
                    """)
            let question = try transaction.keep(entry, in: id, at: time)
            try post.sendToAuthority(
                .asked(collection, new.municipality, new.topic, link: post.address(.question(id))), collection,
                transaction)
            if let email = new.email {
                try post.send(
                    .questionReceived(collection, link: post.address(.question(id))), to: email, new.language,
                    transaction)
            }
            return question
        }
    }

    /// Asks on under a question, which then waits for the authority again.
    public func askOn(
        _ id: Int, text: String, author: String, actor: String? = nil, email: String?, language: Language = .sv,
        at time: Date
    ) async throws(CollectingError) -> Question {
        let entry = NewEntry(
            isFromAuthority: false, author: author, actor: actor ?? author, email: email, language: language,
            text: try CollectingText.question.filled(text))
        let (collections, post) = (collections, post(at: time))
        return try await write { transaction in
            let question = try transaction.keep(entry, in: id, at: time)
            if let collection = collections.first(where: { $0.id == question.collection }) {
                try post.sendToAuthority(
                    .asked(collection, question.municipality, question.topic, link: post.address(.question(id))),
                    collection, transaction)
            }
            return question
        }
    }

    /// Answers a question; whoever asked last is told by mail, or, when there is no address, the municipality's contacts.
    public func answer(
        _ id: Int, text: String, author: String, actor: String? = nil, at time: Date
    ) async throws(CollectingError) -> Question {
        let entry = NewEntry(
            isFromAuthority: true, author: author, actor: actor ?? author, email: nil, language: .sv,
            text: try CollectingText.question.filled(text))
        let (collections, post) = (collections, post(at: time))
        return try await write { transaction in
            let question = try transaction.keep(entry, in: id, at: time)
            guard let collection = collections.first(where: { $0.id == question.collection }) else { return question }
            let letter = Letter.answered(collection, link: post.address(.question(id)))
            if let asker = try transaction.asker(of: id) {
                try post.send(letter, to: asker.email, asker.language, transaction)
            } else {
                try post.send(letter, to: transaction.contacts(of: .municipality(question.municipality)), transaction)
            }
            return question
        }
    }

    /// Closes a question: nobody waits for anything.
    public func close(_ id: Int, by: String, at time: Date) async throws(CollectingError) -> Question {
        try await write { transaction in
            let question = try transaction.question(id)
            try transaction.execute(
                "UPDATE question SET status = \(Question.Status.closed.rawValue) WHERE id = \(id)")
            try transaction.log(
                Event(
                    at: time, actor: by, organisation: .municipality(question.municipality), act: .answered,
                    subject: "\(id)"))
            return try transaction.question(id)
        }
    }

    /// One question with all that has been said.
    public func question(_ id: Int) async throws(CollectingError) -> Question {
        try await read { try $0.question(id) }
    }

    /// The questions of a collection, newest first, as narrowed.
    public func questions(
        _ collection: String, municipality: Municipality? = nil, status: Question.Status? = nil
    ) async throws(CollectingError) -> [Question] {
        try await read { transaction in
            let place: SQL = municipality.map { "q.municipality = \(Int($0.number))" } ?? "1 = 1"
            let state: SQL = status.map { "q.status = \($0.rawValue)" } ?? "1 = 1"
            return try transaction.questions("q.collection = \(collection) AND \(place) AND \(state)").reversed()
        }
    }
}
