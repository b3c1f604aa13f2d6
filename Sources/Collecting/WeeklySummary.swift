public import Register
public import Vocabulary

/// What municipalities have asked and said in a week (*veckosammanställning*), as the survey unit of the seed sent it.
public struct WeeklySummary: Sendable, Equatable {
    /// The collection's id.
    public let collection: String
    /// The week, Swedish time.
    public let week: Week
    /// The questions asked, oldest first.
    public let questions: [Question]
    /// Those that do not take part and said so, by municipality.
    public let declines: [Decline]
    /// The comments sent on the collection, by municipality; the newest of each.
    public let comments: [Comments]
    /// The questions that still wait for an answer, whenever they were asked, oldest first.
    public let unanswered: [Question]

    /// The questions by what they are about and which month; `nil` = no month in particular. By topic, then month.
    public var groups: [QuestionGroup] {
        let counts = questions.reduce(into: [QuestionGroup.Key: Int]()) {
            $0[QuestionGroup.Key(topic: $1.topic, month: $1.month), default: 0] += 1
        }
        return counts.map { QuestionGroup(topic: $0.key.topic, month: $0.key.month, count: $0.value) }.sorted()
    }

    /// Whether nothing was asked or said, and nothing waits.
    public var isEmpty: Bool { questions.isEmpty && declines.isEmpty && comments.isEmpty && unanswered.isEmpty }
}

/// How many questions about one thing and month.
public struct QuestionGroup: Sendable, Equatable, Comparable {
    struct Key: Hashable {
        var topic: QuestionTopic
        var month: Month?
    }

    /// What they are about.
    public let topic: QuestionTopic
    /// The month, if they are about one.
    public let month: Month?
    /// How many.
    public let count: Int

    /// By topic, then month; those without a month last.
    public static func < (one: QuestionGroup, other: QuestionGroup) -> Bool { one.place < other.place }

    private var place: (Int, Int32) {
        (QuestionTopic.allCases.firstIndex(of: topic) ?? 0, month?.index ?? .max)
    }
}
