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
