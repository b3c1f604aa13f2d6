import AccessLog
import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Register
import Vocabulary
import Web

// One municipality: its last twelve months and all that has been said between it and the authority.

extension AuthorityPages {
    func addMunicipality(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.municipalityPattern.route) { _, context in
            let state = try await municipality(context)
            try await house.log.add(
                Event(
                    at: context.now, actor: try context.person().actor, organisation: .municipality(state.municipality),
                    act: .sawMunicipality, subject: state.month.iso))
            return context.page.municipality(state)
        }
        routes.post(Path.municipalityPattern.notes.route) { request, context in
            let municipality = try context.municipality()
            let person = try await context.require(.remind, of: .municipality(municipality))
            let text = try await Form.read(request)[MunicipalityState.note] ?? ""
            return try await mended(context, field: MunicipalityState.note, typed: text, "anteckning") {
                () throws(CollectingError) in
                try await house.collecting.note(text, about: municipality, by: person.actor, at: context.now)
            }
        }
        routes.post(Path.municipalityPattern.manager.route) { request, context in
            let municipality = try context.municipality()
            let person = try await context.require(.remind, of: .municipality(municipality))
            let email = try await Form.read(request)[MunicipalityState.manager] ?? ""
            return try await mended(context, field: MunicipalityState.manager, typed: email, "chef") {
                () throws(CollectingError) in
                try await house.collecting.setManager(
                    email.allSatisfy(\.isWhitespace) ? nil : email, of: municipality, by: person.actor, at: context.now)
            }
        }
    }

    /// Does `act` and leads back to the municipality's page, or shows it again with what is to be mended in `field`.
    private func mended(
        _ context: PortalContext, field: String, typed: String, _ done: String,
        _ act: () async throws(CollectingError) -> Void
    ) async throws -> Response {
        let (month, municipality) = try (context.month(), context.municipality())
        do throws(CollectingError) {
            try await act()
            return .see(Path.collecting(month, municipality).with("klart", done).at(done).text)
        } catch {
            guard let errors = FormErrors(error, at: field, on: context.page) else { throw error }
            var state = try await self.municipality(context)
            state.errors = errors
            state.typed[field] = typed
            return context.page.municipality(state).response
        }
    }

    private func municipality(_ context: PortalContext) async throws -> MunicipalityState {
        let municipality = try context.municipality()
        try await context.require(.oversee, of: .municipality(municipality))
        let (collecting, time) = (house.collecting, context.now)
        let month = try context.month()
        let collection = try house.collection(of: month)
        let overview = try await memory.overview(collection.id, month, at: time)
        var standings: [MonthStanding] = []
        for other in house.collections {
            standings += try await collecting.standings(other.id, of: municipality, at: time)
        }
        let own = standings.first { $0.period.month == month && $0.period.collection == collection.id }
        guard let own else { throw PageError.notFound }
        let (contacts, settings) = (
            try await house.accounts.contacts(of: municipality),
            try await house.accounts.organisation(.municipality(municipality))
        )
        return MunicipalityState(
            collection: collection, month: month, municipality: municipality, standing: own,
            population: overview.rows.first { $0.municipality == municipality }?.population,
            standings: MunicipalityState.latest(standings, until: month, today: context.page.today),
            deliveries: try await house.register.deliveries(
                DeliveryFilter(collection: collection.id, municipality: municipality)),
            contacts: contacts.people, registrar: settings.registrar,
            managerAddress: try await collecting.managers()[municipality],
            rounds: try await collecting.reminderRounds(collection.id, to: municipality),
            questions: try await collecting.questions(collection.id, municipality: municipality),
            decline: try await house.register.declines(collection: collection.id).first {
                $0.municipality == municipality
            },
            notes: try await collecting.notes(about: municipality),
            may: MunicipalityState.Rights(context, municipality))
    }
}
