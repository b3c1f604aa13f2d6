import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Secrets
import Vocabulary
import Web

// Reminding by hand: chosen on the list, written and seen here, sent, and kept in a log.

extension AuthorityPages {
    func addReminders(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.monthPattern.reminders.route, use: reminders)
        routes.post(Path.monthPattern.reminders.route, use: remind)
        routes.get(Path.monthPattern.reminders.under(":round").route, use: round)
    }

    private func reminders(_ request: Request, _ context: PortalContext) async throws -> Document {
        let chosen = context.path.values(Place.municipality).compactMap { Municipality(code: $0) }
        try await context.require(chosen.isEmpty ? .oversee : .remind, of: .authority)
        let month = try context.month()
        let collection = try house.collection(of: month)
        guard !chosen.isEmpty else {
            return context.page.reminders(
                collection, month, try await house.collecting.reminderRounds(collection.id, month))
        }
        let draft = ReminderDraft(
            collection: collection.id, month: month, municipalities: chosen,
            text: try await house.collecting.reminderText(collection.id, month, at: context.now),
            formKey: Token.random().text)
        return context.page.reminder(try await writing(draft, collection, context))
    }

    /// What is shown beside a reminder that is being written. A text that cannot be sent is shown without preview.
    private func writing(
        _ draft: ReminderDraft, _ collection: Definitions.Collection, _ context: PortalContext,
        shown: Municipality? = nil, errors: FormErrors = FormErrors()
    ) async throws -> ReminderWriting {
        var errors = errors
        var previews: [ReminderPreview] = []
        do throws(CollectingError) {
            previews = try await house.collecting.preview(draft, at: context.now)
        } catch {
            guard let found = FormErrors(error, at: error.reminderField, on: context.page) else { throw error }
            if errors.isEmpty { errors = found }
            // Who is to have it is known all the same.
            var usual = draft
            usual.text = try await house.collecting.reminderText(collection.id, draft.month, at: context.now)
            previews = try await house.collecting.preview(usual, at: context.now)
        }
        return ReminderWriting(
            collection: collection, draft: draft, previews: previews, shown: shown, errors: errors)
    }

    private func remind(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.remind, of: .authority)
        let month = try context.month()
        let collection = try house.collection(of: month)
        let form = try await Form.read(request)
        let path = Path.collecting(month).reminders
        let draft = ReminderDraft(
            collection: collection.id, month: month,
            municipalities: form.values(Place.municipality).compactMap { Municipality(code: $0) },
            text: ReminderText(
                subject: form[ReminderWriting.subject] ?? "", text: form[ReminderWriting.text] ?? ""),
            formKey: form[ReminderWriting.key])
        guard !draft.municipalities.isEmpty else { return .see(path.text) }
        do throws(CollectingError) {
            switch form[ReminderWriting.act] {
            case ReminderWriting.send:
                let round = try await house.collecting.remind(draft, by: person.actor, at: context.now)
                return .see(path.under(String(round.id)).with("klart", "ja").text)
            case ReminderWriting.save:
                let due = try await house.collecting.period(collection.id, month).due
                try await house.collecting.save(
                    draft.text, for: context.page.today > due ? .after : .before, collection.id, by: person.actor,
                    at: context.now)
                let codes = draft.municipalities.map(\.code)
                return .see(path.with(Place.municipality, each: codes).with("klart", "mall").text)
            default: break
            }
        } catch {
            guard let errors = FormErrors(error, at: error.reminderField, on: context.page) else { throw error }
            return context.page.reminder(try await writing(draft, collection, context, errors: errors)).response
        }
        let shown = form[ReminderWriting.preview].flatMap { Municipality(code: $0) }
        return context.page.reminder(try await writing(draft, collection, context, shown: shown)).response
    }

    private func round(_ request: Request, _ context: PortalContext) async throws -> Document {
        try await context.require(.oversee, of: .authority)
        let month = try context.month()
        let collection = try house.collection(of: month)
        guard let round = try await house.collecting.reminderRound(collection.id, context.number("round")),
            round.month == month
        else { throw PageError.notFound }
        return context.page.round(collection, round)
    }
}

extension CollectingError {
    /// The field of a reminder that it is about.
    fileprivate var reminderField: String {
        switch self {
        case .blank(.subject), .textTooLong(.subject, _, _), .identityNumber(in: .subject): ReminderWriting.subject
        default: ReminderWriting.text
        }
    }
}
