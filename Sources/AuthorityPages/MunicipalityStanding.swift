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

/// All that the page of a municipality shows.
struct MunicipalityState {
    /// What may be done; what it leads to asks again.
    struct Rights {
        let remind, extend, seeDeliveries, managePeople, plan: Bool

        init(_ context: PortalContext, _ municipality: Municipality) {
            let may = { context.may($0, of: .municipality(municipality)) }
            remind = may(.remind)
            extend = may(.extend)
            seeDeliveries = may(.seeDeliveries)
            managePeople = may(.managePeople)
            plan = may(.plan)
        }
    }

    let collection: Definitions.Collection
    let month: Month
    let municipality: Municipality
    let standing: MonthStanding
    let population: Int?
    /// The last twelve months, newest first, of all collections.
    let standings: [MonthStanding]
    /// Of the collection, newest first.
    let deliveries: [Receipt]
    let contacts: [Contact]
    let registrar: String?
    let managerAddress: String?
    let rounds: [ReminderRound]
    let questions: [Question]
    let decline: Decline?
    let notes: [MunicipalityNote]
    let may: Rights
    var errors = FormErrors()
    /// What was filled in and is to be mended, by field.
    var typed: [String: String] = [:]

    init(
        collection: Definitions.Collection, month: Month, municipality: Municipality, standing: MonthStanding,
        population: Int?, standings: [MonthStanding], deliveries: [Receipt], contacts: [Contact], registrar: String?,
        managerAddress: String?, rounds: [ReminderRound], questions: [Question], decline: Decline?,
        notes: [MunicipalityNote], may: Rights
    ) {
        self.collection = collection
        self.month = month
        self.municipality = municipality
        self.standing = standing
        self.population = population
        self.standings = standings
        self.deliveries = deliveries.sorted { $0.receivedAt > $1.receivedAt }
        self.contacts = contacts
        self.registrar = registrar
        self.managerAddress = managerAddress
        self.rounds = rounds
        self.questions = questions
        self.decline = decline
        self.notes = notes
        self.may = may
    }

    static let note = "anteckning-text"
    static let manager = "chef-epost"

    /// The twelve months up to `month`, and those after it that have opened; newest first.
    static func latest(_ standings: [MonthStanding], until month: Month, today: Day) -> [MonthStanding] {
        standings.filter { $0.period.opens <= today && $0.period.month.index > month.index - 12 }
            .sorted { ($0.period.month, $0.period.collection) > ($1.period.month, $1.period.collection) }
    }
}
