import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Vocabulary
import Web

// Who owes figures (*uppgiftsskyldighet*), from when and to when, and for which parts.

extension AuthorityPages {
    func addObligations(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.obligations.route) { _, context in
            try await context.require(.oversee, of: .authority)
            let collection = try collection(context)
            return context.page.obligations(
                ObligationChoice(
                    context.path, collection, house.collections,
                    try await house.collecting.obligations(collection.id), today: context.page.today))
        }
        let one = Path.obligations.under(":municipality")
        routes.get(one.route) { _, context in
            let municipality = try context.municipality()
            try await context.require(.oversee, of: .municipality(municipality))
            return context.page.obligations(
                try await obligations(of: municipality, context), ObligationAnswers(),
                mayPlan: context.may(.plan, of: .municipality(municipality)))
        }
        routes.post(one.route, use: decide)
    }

    /// The collection that the address asks for, else the newest.
    private func collection(_ context: PortalContext) throws(PageError) -> Definitions.Collection {
        guard let id = context.path[ObligationChoice.collection] else {
            guard let first = house.collections.first else { throw .notFound }
            return first
        }
        return try house.collection(id)
    }

    private func obligations(
        of municipality: Municipality, _ context: PortalContext
    ) async throws -> MunicipalityObligations {
        let collection = try collection(context)
        let all = try await house.collecting.obligations(collection.id)
        return MunicipalityObligations(
            collection: collection, municipality: municipality,
            decisions: all.decisions.filter { $0.municipality == municipality }.reversed(),
            months: collection.calendar.periods.map { ($0.month, all.duty(of: municipality, for: $0.month)) })
    }

    private func decide(_ request: Request, _ context: PortalContext) async throws -> Response {
        let municipality = try context.municipality()
        let person = try await context.require(.plan, of: .municipality(municipality))
        let answers = ObligationAnswers(try await Form.read(request))
        let state = try await obligations(of: municipality, context)
        let errors: FormErrors
        if let owes = answers.owes {
            do throws(CollectingError) {
                try await house.collecting.decide(
                    state.collection.id, [municipality], owes: owes, units: answers.unitNames,
                    from: Month(iso: answers.from), to: Month(iso: answers.to), reason: answers.reason,
                    by: person.actor, at: context.now)
                return .see(
                    Path.obligations(municipality).with(ObligationChoice.collection, state.collection.id)
                        .with("klart", "ja").text)
            } catch {
                guard let found = FormErrors(error, at: error.obligationField, on: context.page) else { throw error }
                errors = found
            }
        } else {
            errors = FormErrors(
                ObligationAnswers.owes,
                context.page.say("Välj om kommunen ska lämna.", "Choose whether the municipality owes figures."))
        }
        return context.page.obligations(state, answers, mayPlan: true, errors).response
    }
}

extension CollectingError {
    /// The field of a decision that it is about.
    fileprivate var obligationField: String {
        switch self {
        case .monthsOutOfOrder: ObligationAnswers.to
        case .blank(.unit), .textTooLong(.unit, _, _), .identityNumber(in: .unit): ObligationAnswers.units
        default: ObligationAnswers.reason
        }
    }
}
