import AccessLog
public import Definitions
public import Foundation
import Register
import Storage
import Vocabulary

extension Review {
    /// The comments on a collection by subject, in the form's order; subjects without comments are there, empty.
    ///
    /// - Parameter respondents: Whether to say who answers; that names were taken out is logged for each municipality.
    public func compiledComments(
        on collection: Definitions.Collection, respondents: Bool = false, by person: String, at time: Date
    ) async throws(ReviewError) -> [CommentsCompiled] {
        let id = collection.id
        let all = try await asked { (register) throws(RegisterError) in try await register.comments(collection: id) }
        if respondents, !all.isEmpty {
            try await write { transaction in
                for comments in all {
                    try transaction.log(
                        Event(
                            at: time, actor: person, organisation: .municipality(comments.municipality),
                            act: .exported, subject: "\(id) synpunkter"))
                }
            }
        }
        return (collection.form?.texts ?? []).map { subject in
            CommentsCompiled(
                subject: subject.id,
                comments: all.compactMap { comments in
                    comments.texts[subject.id].map { text in
                        CommentsCompiled.Comment(
                            municipality: comments.municipality, text: text, receivedAt: comments.receivedAt,
                            respondent: respondents ? comments.respondent : [:])
                    }
                })
        }
    }
}
