public import Definitions
public import Foundation
public import Publication
public import Vocabulary

/// The municipalities' comments on one subject (*synpunkter*), put together for those who change the model.
public struct CommentsCompiled: Sendable, Equatable {
    /// The text of the form they answer: "insatser".
    public let subject: String
    /// The newest comment of each municipality that wrote one, by municipality.
    public let comments: [Comment]

    /// What one municipality wrote.
    public struct Comment: Sendable, Equatable {
        /// Who wrote it.
        public let municipality: Municipality
        /// As written.
        public let text: String
        /// When it came, to the second.
        public let receivedAt: Date
        /// Who answers, line by its id in the form; empty unless asked for.
        public let respondent: [String: String]
    }

    /// The comments as a table to show and to save.
    public func table(_ collection: Definitions.Collection, _ language: Language) -> StatisticalTable {
        func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
        let title = collection.form?.texts.first { $0.id == subject }?.title[language] ?? subject
        let lines = (collection.form?.respondent ?? []).filter { line in
            comments.contains { $0.respondent[line.id] != nil }
        }
        return StatisticalTable(
            id: "comments-\(subject)",
            title: title + ". " + say("Kommunernas synpunkter", "The municipalities' comments"),
            columns: [
                .text("code", say("Kod", "Code")), .text("municipality", say("Kommun", "Municipality")),
                .text("text", say("Synpunkt", "Comment")), .text("received", say("Inkom", "Received")),
            ] + lines.map { .text("respondent-\($0.id)", $0.title[language]) },
            rows: comments.map { comment in
                StatisticalTable.Row(
                    [
                        .text(comment.municipality.code), .text(comment.municipality.name), .text(comment.text),
                        .text(SwedishTime(comment.receivedAt).short),
                    ] + lines.map { .text(comment.respondent[$0.id] ?? "") })
            },
            source: "\(collection.authority), \(collection.title[language])")
    }
}
