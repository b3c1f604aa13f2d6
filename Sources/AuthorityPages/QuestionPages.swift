import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Vocabulary
import Web

// What municipalities ask. They have pages of their own about it; here all questions are answered.

extension AuthorityPages {
    func addQuestions(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.questions.route) { _, context -> Response in
            // The address stands in mails to both.
            guard try context.person().organisation == .authority else { return .see(Path.ourQuestions.text) }
            try await context.require(.oversee, of: .authority)
            var questions: [Question] = []
            for collection in house.collections {
                questions += try await house.collecting.questions(collection.id)
            }
            return context.page.questions(QuestionChoice(context.path, questions)).response
        }
        let one = Path.questions.under(":question")
        routes.get(one.route) { _, context -> Response in
            let id = try context.number("question")
            guard try context.person().organisation == .authority else { return .see(Path.ourQuestion(id).text) }
            try await context.require(.oversee, of: .authority)
            let question = try await house.collecting.question(id)
            return context.page.question(question, try await answer(to: question, context)).response
        }
        routes.post(one.route, use: answer)
        routes.post(one.under("avsluta").route) { _, context in
            let person = try await context.require(.answer, of: .authority)
            let id = try context.number("question")
            _ = try await house.collecting.close(id, by: person.actor, at: context.now)
            return Response.see(Path.question(id).with("klart", "avslutad").text)
        }
    }

    private func answer(to question: Question, _ context: PortalContext) async throws -> QuestionAnswer {
        let periods = try await memory.periods(question.collection, at: context.now)
        return QuestionAnswer(
            mayAnswer: context.may(.answer, of: .authority),
            month: question.month ?? periods.last { $0.opens <= context.page.today }?.month)
    }

    private func answer(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.answer, of: .authority)
        let id = try context.number("question")
        let form = try await Form.read(request)
        let question = try await house.collecting.question(id)
        var answer = try await answer(to: question, context)
        answer.text = form[QuestionAnswer.field] ?? ""
        // Somebody else may have answered, or the municipality asked on.
        guard form[QuestionAnswer.seen] == String(question.entries.count) else {
            answer.errors = FormErrors(
                QuestionAnswer.field,
                context.page.say(
                    "Någon har skrivit medan du skrev. Läs det nya och skicka sedan ditt svar.",
                    "Somebody has written meanwhile. Read it, and then send your answer."))
            return context.page.question(question, answer).response
        }
        do throws(CollectingError) {
            _ = try await house.collecting.answer(
                id, text: answer.text, author: person.displayName, actor: person.actor, at: context.now)
            return .see(Path.question(id).with("klart", "svarad").text)
        } catch {
            guard let errors = FormErrors(error, at: QuestionAnswer.field, on: context.page) else { throw error }
            answer.errors = errors
            return context.page.question(question, answer).response
        }
    }
}

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

/// An answer that is being written.
struct QuestionAnswer {
    let mayAnswer: Bool
    /// The month that the municipality's page opens with.
    let month: Month?
    var text = ""
    var errors = FormErrors()

    static let field = "svar"
    static let seen = "antal"
}
