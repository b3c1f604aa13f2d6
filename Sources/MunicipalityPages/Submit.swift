import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Intake
import Register
import Vocabulary
import Web

// Answering what the warnings ask, and delivering.

extension MunicipalityPages {
    func addSubmit(to routes: some RouterMethods<PortalContext>) {
        routes.post(DraftPlace(":token").submit.route, use: submit)
    }

    private func submit(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .deliver)
        let form = try await Form.read(request)
        // Once more gives the same receipt, whatever is sent with it.
        if let elsewhere = draft.elsewhere { return .see((draft.isSubmitted ? elsewhere.receipt : elsewhere).text) }
        guard draft.isOpen, draft.purpose == .delivery,
            case .checked(let checked) = try await house.intake.state(of: draft.id, language: context.language),
            checked.isApproved
        else { return .see(Path.draft(draft.id.text).text) }
        if let month = draft.month { try await house.receives(draft.collection, month, draft.municipality, context) }
        let answers = Answers(form, AskedTogether.all(checked.questions), context.page)
        guard answers.errors.isEmpty else {
            return try await result(context, ResultForm(errors: answers.errors, answers: answers.typed))
        }
        let sender = Sender(try context.person())
        return try await context.answering(draft) { () async throws(IntakeError) in
            if answers.hasNo {
                _ = try await house.intake.answer(draft.id, answers.confirmations, language: context.language)
                return Path.draft(draft.id.text).with(ResultNews.name, ResultNews.mend.rawValue)
            }
            let receipts = try await house.intake.submit(
                draft.id, answers: answers.confirmations, by: sender, at: context.now)
            return receipts.first.map { Path.delivery($0.number).receipt } ?? .deliveries
        }
    }
}

extension Path {
    /// The page of a delivery just after it was made: says so on top.
    var receipt: Path { with("kvitto", "ja") }
    /// Whether it is.
    var isReceipt: Bool { self["kvitto"] != nil }
}

/// What was answered to the warnings.
struct Answers {
    private(set) var errors = FormErrors()
    private(set) var typed: [String: ResultForm.Typed] = [:]
    private(set) var confirmations: [Submission.Confirmation] = []
    /// Whether something is to be mended in the file after all.
    private(set) var hasNo = false

    init(_ form: Form, _ asked: [AskedTogether], _ page: Page) {
        let most = Intake.Limits().text
        for (number, question) in asked.enumerated() {
            let (answer, comment) = ("svar-\(question.id)", "kommentar-\(question.id)")
            let text = (form[comment] ?? "").trimmingBlanks
            let isRight: Bool? = form[answer].flatMap { $0 == "ja" ? true : $0 == "nej" ? false : nil }
            typed[question.id] = ResultForm.Typed(isRight: isRight, comment: text)
            switch isRight {
            case true?: confirmations += question.confirmations(text)
            case false?: hasNo = true
            case nil:
                errors.add(
                    answer,
                    page.say(
                        "Svara ja eller nej på fråga \(number + 1).", "Answer yes or no to question \(number + 1)."))
            }
            if IdentityNumber.looksLikeOne(in: text) {
                errors.add(comment, page.identityNumber)
                typed[question.id]?.comment = ""
            } else if text.count > most {
                errors.add(comment, page.tooLong(text.count, most))
            }
        }
    }
}

extension Page {
    /// That a typed text seems to point out somebody; it is never repeated.
    var identityNumber: String {
        say(
            "Det ser ut som ett personnummer i texten. Skriv utan uppgifter om enskilda.",
            "There seems to be an identity number in the text. Write without data about individuals.")
    }

    /// That a typed text is longer than it may be.
    func tooLong(_ length: Int, _ limit: Int) -> String {
        say(
            "Texten är \(number(length)) tecken. Korta den till högst \(number(limit)).",
            "The text is \(number(length)) characters. Shorten it to at most \(number(limit)).")
    }
}
