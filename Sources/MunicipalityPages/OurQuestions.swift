import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Register
import Vocabulary
import Web

// Asking the authority something, and reading what it answers.

extension MunicipalityPages {
    func addQuestions(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.ourQuestions.route) { _, context in
            let desk = try await context.desk(.seeDeliveries)
            let questions = try await ours(desk)
            return context.page.questions(questions, Rights(context, desk))
        }
        routes.get(Path.newQuestion.route) { _, context in
            let desk = try await context.desk(.ask)
            return context.page.ask(AskPage(house.collections, desk, context.path))
        }
        routes.post(Path.newQuestion.route, use: ask)
        let one = Path.ourQuestions.under(":question")
        routes.get(one.route) { _, context in
            let question = try await question(context, .seeDeliveries)
            return context.page.question(
                question, try house.collection(question.collection), Rights(context, of: question.municipality))
        }
        routes.post(one.route, use: askOn)
    }

    private func ours(_ desk: Desk) async throws -> [Question] {
        var questions: [Question] = []
        for collection in house.collections {
            questions += try await house.collecting.questions(collection.id, municipality: desk.municipality)
        }
        return questions.sorted { $0.id > $1.id }
    }

    /// The question of the address, which must be the municipality's.
    private func question(_ context: PortalContext, _ permission: Permission) async throws -> Question {
        let desk = try await context.desk(permission)
        do throws(CollectingError) {
            let question = try await house.collecting.question(try context.questionNumber())
            guard question.municipality == desk.municipality else { throw .noSuchQuestion(question.id) }
            return question
        } catch {
            if case .noSuchQuestion = error { throw PageError.notFound }
            throw error
        }
    }

    private func ask(_ request: Request, _ context: PortalContext) async throws -> Response {
        let desk = try await context.desk(.ask)
        let form = try await Form.read(request)
        var page = AskPage(house.collections, desk, context.path)
        page.read(form)
        guard let collection = page.collection else { throw PageError.notFound }
        if let error = context.page.fault(in: page.text, limit: CollectingText.question.limit) {
            if IdentityNumber.looksLikeOne(in: page.text) { page.text = "" }
            return context.page.ask(page, FormErrors("fraga", error)).response
        }
        let new = NewQuestion(
            collection: collection.id, municipality: desk.municipality, month: page.month, delivery: page.delivery,
            topic: page.topic, text: page.text, author: desk.person.displayName, email: desk.person.email,
            language: context.language)
        do throws(CollectingError) {
            let question = try await house.collecting.ask(new, actor: desk.person.actor, at: context.now)
            return .see(Path.ourQuestion(question.id).with("klart", "ja").text)
        } catch {
            if case .notTheirDelivery = error { throw PageError.notFound }
            throw error
        }
    }

    private func askOn(_ request: Request, _ context: PortalContext) async throws -> Response {
        let question = try await question(context, .ask)
        let person = try context.person()
        let text = (try await Form.read(request)["fraga"] ?? "").trimmingBlanks
        if let error = context.page.fault(in: text, limit: CollectingText.question.limit) {
            let kept = IdentityNumber.looksLikeOne(in: text) ? "" : text
            return context.page.question(
                question, try house.collection(question.collection), Rights(context, of: question.municipality),
                typed: kept, FormErrors("fraga", error)
            ).response
        }
        // The same words twice in a row are a button pressed twice.
        if question.entries.last.map({ $0.text == text && !$0.isFromAuthority }) != true {
            _ = try await house.collecting.askOn(
                question.id, text: text, author: person.displayName, actor: person.actor, email: person.email,
                language: context.language, at: context.now)
        }
        return .see(Path.ourQuestion(question.id).with("klart", "ja").text)
    }
}

extension Path {
    /// Asking something.
    static let newQuestion = Path.ourQuestions.under("ny")
}

extension PortalContext {
    /// The number of the question in the address; 0 is none.
    fileprivate func questionNumber() throws(CollectingError) -> Int {
        guard let number = parameters.get("question").flatMap({ Int($0) }) else { throw .noSuchQuestion(0) }
        return number
    }
}

/// What the page where something is asked shows.
struct AskPage {
    let desk: Desk
    let collection: Definitions.Collection?
    var topic = QuestionTopic.other
    var month: Month?
    var delivery: DeliveryNumber?
    var text = ""

    /// A page for a question about what the address says: `?leverans=` or `?manad=`.
    init(_ collections: [Definitions.Collection], _ desk: Desk, _ path: Path) {
        self.desk = desk
        month = path["manad"].flatMap { Month(iso: $0) }
        delivery = path["leverans"].flatMap { DeliveryNumber($0) }.flatMap {
            $0.municipality == desk.municipality ? $0 : nil
        }
        let about = delivery?.month ?? month
        collection =
            about.flatMap { month in collections.first { $0.calendar.period(month) != nil } } ?? collections.first
    }

    mutating func read(_ form: Form) {
        topic = form["amne"].flatMap { QuestionTopic(rawValue: $0) } ?? .other
        month = form["manad"].flatMap { Month(iso: $0) }
        text = (form["fraga"] ?? "").trimmingBlanks
    }
}
