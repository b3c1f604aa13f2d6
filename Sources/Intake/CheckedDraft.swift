public import Checking
import Definitions
public import Register
public import Vocabulary

/// A draft with what came of checking it: everything that the page of the result shows.
public struct CheckedDraft: Sendable {
    /// The draft.
    public let draft: Draft
    let judgement: Judgement
    private let correctable: Int

    init(_ draft: Draft, _ judgement: Judgement, correctable: Int) {
        self.draft = draft
        self.judgement = judgement
        self.correctable = correctable
        questions = judgement.questions.map { question in
            var question = question
            if let own = draft.answers.last(where: { $0.answers(question) }) {
                question.answer = WarningQuestion.Answer(reason: own.reason, isRemembered: false)
            }
            return question
        }
    }

    /// The files with their verdicts, in the order given; without bytes when the draft is not kept.
    public var files: [CheckedFile] { judgement.files }
    /// All verdicts, in the order of the files.
    public var verdicts: [Verdict] { files.flatMap(\.verdicts) }
    /// The verdict (*besked*) on all of it together.
    public var outcome: Outcome { judgement.outcome }
    /// Households.
    public var rows: Int { judgement.rows }
    /// Findings that must be mended.
    public var errors: Int { judgement.errors }
    /// Findings to confirm or mend.
    public var warnings: Int { judgement.warnings }
    /// Findings that need nothing (*upplysningar*), repairs not counted.
    public var notes: Int { judgement.notes }
    /// The findings by rule, worst first: how many, on which rows first, and one of them.
    public var groups: [FindingGroup] { judgement.groups }
    /// What was mended while reading, by rule.
    public var repairs: [FindingGroup] { judgement.repairs }
    /// What the warnings ask, with the answers so far; a remembered one counts as an answer.
    public let questions: [WarningQuestion]
    /// The questions without an answer.
    public var unanswered: [WarningQuestion] { questions.filter { $0.answer == nil } }
    /// How its tables compare with the month before, and with what they would replace.
    public var comparisons: [TableComparison] { judgement.comparisons }
    /// The month the files are about, when it is another than was chosen (F08).
    public var otherMonth: Month? { verdicts.lazy.compactMap(\.otherMonth).first }
    /// Whether the files are kept; those with what looks like an identity number, or that are no tables, are not.
    public var isKept: Bool { judgement.mayBeKept && draft.isKept }
    /// Whether it can be submitted once every question is answered.
    public var isApproved: Bool { outcome != .notApproved }
    /// Whether it can be submitted now.
    public var maySubmit: Bool { draft.isOpen && draft.purpose == .delivery && isApproved && unanswered.isEmpty }
    /// Whether its errors are few enough to be corrected on the page, and stand in cells.
    public var mayCorrect: Bool {
        draft.isOpen && isKept && (1...correctable).contains(errors)
            && verdicts.contains { verdict in verdict.findings.of(.error).contains { $0.cell != nil } }
    }
}

extension Draft.Answer {
    /// Whether it is the answer to `question`.
    func answers(_ question: WarningQuestion) -> Bool {
        table == question.verdict.table && rule == question.finding.rule
            && ruleVersion == question.finding.ruleVersion && subject == question.finding.subject
    }
}
