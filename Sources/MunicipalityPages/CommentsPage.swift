import Accounts
import Definitions
import Frame
import Hummingbird
import Intake
import Register
import Vocabulary
import Web

// The comments form of a collection, with or without data.

extension MunicipalityPages {
    func addComments(to routes: some RouterMethods<PortalContext>) {
        let path = Path.deliver.under(":month", "synpunkter")
        routes.get(path.route) { _, context in
            let page = try await self.commentsPage(context)
            return context.page.comments(page, typed: page.kept)
        }
        routes.post(path.route, use: comment)
    }

    private func commentsPage(_ context: PortalContext) async throws -> CommentsPage {
        let desk = try await context.desk(.comment)
        let month = try context.month()
        let collection = try house.collection(of: month)
        guard let form = collection.form else { throw PageError.notFound }
        let earlier = try await house.register.comments(collection: collection.id)
            .first { $0.municipality == desk.municipality }
        return CommentsPage(desk: desk, collection: collection, month: month, form: form, earlier: earlier)
    }

    private func comment(_ request: Request, _ context: PortalContext) async throws -> Response {
        let page = try await commentsPage(context)
        let form = try await Form.read(request)
        var typed: [String: String] = [:]
        var errors = FormErrors()
        for (name, limit) in page.fields {
            let text = (form[name] ?? "").trimmingBlanks
            if IdentityNumber.looksLikeOne(in: text) {
                errors.add(name, context.page.identityNumber)
                continue
            }
            typed[name] = text
            if let limit, text.count > limit { errors.add(name, context.page.tooLong(text.count, limit)) }
        }
        let texts = page.texts(typed)
        if errors.isEmpty, texts.isEmpty, let first = page.form.texts.first {
            errors.add(
                CommentsPage.text(first.id),
                context.page.say("Skriv något i minst ett av fälten.", "Write something in at least one of the fields.")
            )
        }
        guard errors.isEmpty else { return context.page.comments(page, typed: typed, errors).response }
        try await house.intake.comment(
            collection: page.collection.id, municipality: page.desk.municipality, texts: texts,
            respondent: page.respondent(typed), by: page.desk.sender, at: context.now)
        return .see(Path.comments(page.month).with("klart", "ja").text)
    }
}

/// What the page with the comments form shows.
struct CommentsPage {
    let desk: Desk
    let collection: Definitions.Collection
    let month: Month
    let form: CommentsForm
    /// What the municipality has said before, if anything.
    let earlier: Comments?

    /// A line about who answers is at most this long.
    static let lineLength = 200

    /// The name of a text in the form.
    static func text(_ id: String) -> String { "text-\(id)" }
    /// The name of a line about who answers.
    static func line(_ id: String) -> String { "svarande-\(id)" }

    /// The names of all fields, with how long each may be.
    var fields: [(name: String, limit: Int?)] {
        form.texts.map { (Self.text($0.id), $0.maxLength) }
            + form.respondent.map { (Self.line($0.id), Self.lineLength) }
    }

    /// What was said before, as it is filled in; who answers is whoever has signed in until somebody else is said.
    var kept: [String: String] {
        var kept: [String: String] = [:]
        for (id, text) in earlier?.texts ?? [:] { kept[Self.text(id)] = text }
        for (id, text) in earlier?.respondent ?? [:] { kept[Self.line(id)] = text }
        if earlier == nil {
            kept[Self.line("namn")] = desk.person.name
            kept[Self.line("epost")] = desk.person.email
        }
        return kept
    }

    /// Those of the texts that say something, by id.
    func texts(_ typed: [String: String]) -> [String: String] {
        pick(form.texts.map(\.id)) { typed[Self.text($0)] }
    }

    /// Those of the lines that say something, by id.
    func respondent(_ typed: [String: String]) -> [String: String] {
        pick(form.respondent.map(\.id)) { typed[Self.line($0)] }
    }

    private func pick(_ ids: [String], _ text: (String) -> String?) -> [String: String] {
        Dictionary(
            ids.compactMap { id in text(id).flatMap { $0.isEmpty ? nil : (id, $0) } }, uniquingKeysWith: { $1 })
    }
}
