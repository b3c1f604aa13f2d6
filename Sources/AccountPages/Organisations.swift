import Accounts
import Frame
import Hummingbird
import Vocabulary
import Web

// An organisation's people: the same pages for a coordinator at home and for the authority everywhere.

extension AccountPages {
    func addOrganisations(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.people.route, use: everybody)
        for place in OrganisationPlace.patterns {
            routes.get(place.path.route, use: organisation)
            routes.get(place.invite.route, use: invitationForm)
            routes.post(place.invite.route, use: invite)
            routes.get(place.details.route, use: details)
            routes.post(place.details.route, use: changeDetails)
            routes.get(place.domains.route, use: domains)
            routes.post(place.domains.route, use: changeDomains)
            addPeople(to: routes, at: place.path.under("personer", ":person"))
            addKeys(to: routes, at: place)
        }
    }

    private func everybody(_ request: Request, _ context: PortalContext) async throws -> Document {
        try await context.require(.managePeople, of: .authority)
        let people = try await accounts.people(by: context.caller(), at: context.now)
        return context.page.everybody(Everybody(people, context.path))
    }

    private func organisation(_ request: Request, _ context: PortalContext) async throws -> Document {
        let place = try context.place()
        guard context.may(.managePeople, of: place.organisation) else {
            try await context.require(.seeLog, of: place.organisation)
            guard let municipality = place.organisation.municipality else { throw PageError.notFound }
            return context.page.contacts(try await accounts.contacts(of: municipality))
        }
        let people = try await accounts.people(of: place.organisation, by: context.caller(), at: context.now)
        let settings = try await accounts.organisation(place.organisation)
        return context.page.organisation(
            OrganisationState(
                place: place, people: people, settings: settings,
                maySeeKeys: context.may(.revokeKeys, of: place.organisation),
                mayChangeDomains: context.may(.changeDomains, of: place.organisation)))
    }

    private func invitationForm(_ request: Request, _ context: PortalContext) async throws -> Document {
        let place = try context.place()
        try await context.require(.managePeople, of: place.organisation)
        let settings = try await accounts.organisation(place.organisation)
        let roles = context.path["roll"].flatMap(Role.init(rawValue:)).map { [$0] }
        return context.page.invite(
            place, settings, InviteAnswers(roles: Set(roles ?? [])),
            mayChangeDomains: context.may(.changeDomains, of: place.organisation))
    }

    private func invite(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, caller) = try (context.place(), context.caller())
        try await context.require(.managePeople, of: place.organisation)
        let answers = InviteAnswers(try await Form.read(request))
        let settings = try await accounts.organisation(place.organisation)
        let mayChangeDomains = context.may(.changeDomains, of: place.organisation)
        do throws(AccountsError) {
            // The first of an organisation is invited together with its domain.
            if mayChangeDomains, settings.domains.isEmpty {
                _ = try await accounts.changeDomains(
                    of: place.organisation, to: [answers.domain], by: caller, at: context.now)
            }
            _ = try await accounts.invite(
                Invitee(email: answers.email, organisation: place.organisation, roles: answers.roles), by: caller,
                at: context.now)
            return .see(place.path.with("klart", "inbjuden").text)
        } catch {
            let settings = try await accounts.organisation(place.organisation)
            return try context.mend(error) {
                context.page.invite(place, settings, answers, mayChangeDomains: mayChangeDomains, $0)
            }
        }
    }
}

/// What has been filled in about somebody to invite.
struct InviteAnswers {
    var email = ""
    var roles: Set<Role>
    var domain = ""

    init(roles: Set<Role>) { self.roles = roles }

    init(_ form: Form) {
        email = form["epost"] ?? ""
        roles = Set(form.values("roller").compactMap(Role.init(rawValue:)))
        domain = form["domaner"] ?? ""
    }
}
