import Collecting
import Frame
import Vocabulary

/// Which questions an address asks for.
struct QuestionChoice {
    /// `nil` = all.
    let status: Question.Status?
    let topic: QuestionTopic?
    let sought: String
    /// Those that topic and search leave.
    private let found: [Question]

    static let all = "alla"

    init(_ path: Path, _ questions: [Question]) {
        let word = path["visa"]
        status = word == Self.all ? nil : Question.Status.allCases.first { $0.word == word } ?? .waiting
        let topic = path["amne"].flatMap(QuestionTopic.init(rawValue:))
        let sought = (path["sok"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        (self.topic, self.sought) = (topic, sought)
        found = questions.filter { question in
            (topic == nil || question.topic == topic)
                && (sought.isEmpty || question.municipality.name.lowercased().contains(sought.lowercased())
                    || question.municipality.code.hasPrefix(sought))
        }
    }

    /// Those that wait longest first; others newest first.
    var questions: [Question] {
        let shown = found.filter { status == nil || $0.status == status }
        return shown.sorted { status == .waiting ? $0.askedAt < $1.askedAt : $0.askedAt > $1.askedAt }
    }

    func count(_ status: Question.Status?) -> Int { found.count { status == nil || $0.status == status } }
}

extension Question.Status {
    /// As addresses have it.
    var word: String {
        switch self {
        case .waiting: "vantar"
        case .answered: "besvarade"
        case .closed: "avslutade"
        }
    }

    /// As a tag.
    var tag: Tag {
        switch self {
        case .waiting: Tag(title, .clock, .warning)
        case .answered: Tag(title, .tick, .ok)
        case .closed: Tag(title, .none, .plain)
        }
    }
}
