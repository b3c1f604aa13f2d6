import Checking
import Definitions
import Frame
import Intake
import Publication
import Register
import Vocabulary
import Web

/// What came of checking files, as a system is told.
struct CheckAnswer: Encodable, Sendable {
    let outcome: Outcome
    let rows: Int
    let errors: Int
    let warnings: Int
    let questions: [Question]
    let verdicts: [Verdict]
    /// As a person reads it.
    let text: String
    /// Where a person who has signed in sees the files; `nil` for a file that is only checked.
    let page: String?

    /// What a warning asks: whether the figures are right.
    struct Question: Encodable, Sendable {
        let rule: String
        let table: String
        let value: String?
        let count: Int
        let message: String
        let remedy: String
        let answered: Bool

        init(_ question: WarningQuestion) {
            let finding = question.finding
            rule = finding.rule
            table = question.verdict.table
            value = finding.value
            count = question.count
            message = finding.message
            remedy = finding.remedy
            answered = question.answer != nil
        }
    }

    /// What came of `checked`; `shown` are the verdicts that the text tells of, all unless told otherwise.
    init(
        _ checked: CheckedDraft, questions: [WarningQuestion]? = nil, of collection: Definitions.Collection,
        _ language: Language, origin: Origin
    ) {
        outcome = checked.outcome
        rows = checked.rows
        errors = checked.errors
        warnings = checked.warnings
        self.questions = (questions ?? checked.questions).map(Question.init)
        verdicts = checked.verdicts
        let isDelivery = checked.draft.purpose == .delivery
        // Whoever delivers is told what stops it, as the command line tells it.
        let told =
            isDelivery && outcome == .notApproved ? verdicts.filter { $0.outcome == .notApproved } : checked.verdicts
        text = VerdictText(language, collections: [collection]).text(told)
        page = isDelivery && checked.draft.isKept ? origin.description + Path.draft(checked.draft.id.text).text : nil
    }

    // The verdicts are written by themselves.
    private enum CodingKeys: String, CodingKey {
        case outcome = "verdict"
        case rows, errors, warnings, questions, text, page
    }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(outcome.rawValue, forKey: .outcome)
        try members.encode(rows, forKey: .rows)
        try members.encode(errors, forKey: .errors)
        try members.encode(warnings, forKey: .warnings)
        try members.encode(questions, forKey: .questions)
        try members.encode(text, forKey: .text)
        try members.encodeIfPresent(page, forKey: .page)
    }
}
