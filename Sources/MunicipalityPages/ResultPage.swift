import Checking
import Definitions
import Frame
import Intake
import Register
import Secrets
import Tabular
import Vocabulary

/// What the page of a checked file shows.
struct ResultPage {
    let checked: CheckedDraft
    let collection: Definitions.Collection
    /// The last day for the month; `nil` in a test.
    let due: Day?
    /// The page's address, which says what is shown of the findings.
    let path: Path
    let may: Rights
    let form: ResultForm

    var draft: Draft { checked.draft }
    var place: DraftPlace { DraftPlace(draft.id.text) }
    var isTest: Bool { draft.purpose == .test }
    /// Whether the person can go on with it.
    var mayGoOn: Bool { isTest ? may.check : may.deliver }
    /// More findings than this are shown group by group first.
    static let mostUngrouped = 20

    /// What has just happened to the file.
    var news: ResultNews? { path[ResultNews.name].flatMap(ResultNews.init) }

    /// The month that decides which codes there are.
    func month(_ verdict: Verdict) -> Month? { verdict.month ?? draft.month }

    /// The table of a verdict.
    func table(_ verdict: Verdict) -> Definitions.Table? { collection.table(verdict.table) }

    /// The field of a cell such as "D14", and the code list it has to do with.
    func field(_ finding: Finding, in verdict: Verdict) -> (field: Field, codes: CodeList?)? {
        guard let cell = finding.cell, let column = CellRange.cell(cell.utf8)?.column,
            verdict.fields.indices.contains(column), let name = verdict.fields[column],
            let table = table(verdict), let place = table.index(of: name)
        else { return nil }
        let field = table.fields[place]
        return (field, field.codeList.flatMap { collection.codeList($0) })
    }
}

/// What has just happened to a file, as the address says.
enum ResultNews: String {
    /// Somebody put in another file, and this is it.
    case newFile = "fil"
    /// Somebody changed something while one was looking.
    case changed = "andrad"
    /// Corrections were kept.
    case corrected = "rattad"
    /// A correction was taken back.
    case undone = "angrad"
    /// One answered that a figure is wrong.
    case mend = "ratta"

    /// Its name in the address.
    static let name = "nytt"
}

/// What of the findings is shown, by the address.
struct Selection {
    let severity: Severity
    let column: (verdict: Int, column: Int)?
    let page: Int

    init(_ path: Path, usual: Severity) {
        severity = path[Self.severity].flatMap { word in Self.words.first { $0.value == word }?.key } ?? usual
        let parts = (path[Self.column] ?? "").split(separator: "-").compactMap { Int($0) }
        column = parts.count == 2 ? (parts[0] - 1, parts[1] - 1) : nil
        page = path["sida"].flatMap { Int($0) } ?? 1
    }

    static let severity = "visa"
    static let column = "kolumn"
    static let words: [Severity: String] = [.error: "fel", .warning: "varningar", .info: "upplysningar"]

    /// Whether the address asks for anything but what is shown at first.
    static func isNarrowed(_ path: Path) -> Bool { [severity, column, "sida"].contains { path[$0] != nil } }

    /// The word of a column in the address.
    static func word(_ column: LocatedColumn) -> String { "\(column.verdict + 1)-\(column.column.column + 1)" }
}

/// What was typed in the forms of the page, and what is to be mended in it.
struct ResultForm {
    var errors = FormErrors()
    /// Answers by the asked thing's id, so far.
    var answers: [String: Typed] = [:]

    struct Typed {
        var isRight: Bool?
        var comment: String
    }
}

/// Warnings that are asked about together: one, or many of the same rule.
struct AskedTogether {
    /// The name of its fields, the same as long as the question is.
    let id: String
    let questions: [WarningQuestion]

    /// So many of a rule are asked about one by one; more are answered at once.
    static let mostSingle = 5

    /// The questions as they are asked, in order.
    static func all(_ questions: [WarningQuestion]) -> [AskedTogether] {
        var groups: [[WarningQuestion]] = []
        for question in questions {
            let place = groups.firstIndex {
                $0[0].verdict.table == question.verdict.table && $0[0].finding.rule == question.finding.rule
            }
            if let place { groups[place].append(question) } else { groups.append([question]) }
        }
        return groups.flatMap { group in
            group.count > mostSingle ? [AskedTogether(group)] : group.map { AskedTogether([$0]) }
        }
    }

    private init(_ questions: [WarningQuestion]) {
        self.questions = questions
        let keys = questions.map { question in
            let finding = question.finding
            return [question.verdict.table, finding.rule, String(finding.ruleVersion), finding.subject]
                .joined(separator: "\u{1F}")
        }
        id = String(Digest.hexadecimal(keys.joined(separator: "\u{1E}")).prefix(12))
    }

    var first: WarningQuestion { questions[0] }
    /// How many warnings it stands for.
    var count: Int { questions.reduce(0) { $0 + $1.count } }
    /// The answer there is, when all of them have one.
    var answer: WarningQuestion.Answer? {
        questions.allSatisfy { $0.answer != nil } ? questions.first?.answer : nil
    }

    /// "Yes, the figures are right", with a reason or none. Of many, each keeps the reason it had when none is given.
    func confirmations(_ reason: String) -> [Submission.Confirmation] {
        questions.map { question in
            let kept = questions.count > 1 && reason.isEmpty ? question.answer?.reason ?? "" : reason
            return Submission.Confirmation(
                rule: question.finding.rule, table: question.verdict.table, subject: question.finding.subject,
                reason: kept)
        }
    }
}
