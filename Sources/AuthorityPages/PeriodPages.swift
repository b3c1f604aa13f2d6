import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Vocabulary
import Web

// The dates of a month: seen by all who follow the collection, changed with a reason that is kept.

extension AuthorityPages {
    func addPeriod(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.monthPattern.period.route) { _, context in
            try await context.require(.oversee, of: .authority)
            let (collection, period) = try await period(context)
            return context.page.period(
                collection, period, PeriodAnswers(period), mayPlan: context.may(.plan, of: .authority))
        }
        routes.post(Path.monthPattern.period.route, use: changePeriod)
    }

    private func period(_ context: PortalContext) async throws -> (Definitions.Collection, Period) {
        let month = try context.month()
        let collection = try house.collection(of: month)
        return (collection, try await house.collecting.period(collection.id, month))
    }

    private func changePeriod(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.plan, of: .authority)
        let (collection, period) = try await period(context)
        let (page, answers) = (context.page, PeriodAnswers(try await Form.read(request)))
        var errors = FormErrors()
        if answers.change == nil {
            errors.add(PeriodAnswers.kind, page.say("Välj vad du vill göra.", "Choose what to do."))
        }
        if answers.change == .prolong, answers.until == nil {
            errors.add(PeriodAnswers.day, page.say("Välj den nya sista dagen.", "Choose the new last day."))
        }
        if answers.reason.isEmpty {
            errors.add(PeriodAnswers.why, page.say("Skriv varför.", "Write why."))
        }
        if errors.isEmpty, let kind = answers.kind {
            do throws(CollectingError) {
                try await house.collecting.change(
                    collection.id, period.month, kind, reason: answers.reason, by: person.actor, at: context.now)
                return .see(Path.collecting(period.month).period.with("klart", "ja").text)
            } catch {
                var field = PeriodAnswers.why
                if case .dueNotLater = error { field = PeriodAnswers.day }
                guard let found = FormErrors(error, at: field, on: page) else { throw error }
                errors = found
            }
        }
        return page.period(collection, period, answers, mayPlan: true, errors).response
    }
}
