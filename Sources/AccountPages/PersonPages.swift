import Accounts
import Foundation
import Frame
import Hummingbird
import Vocabulary
import Web

// One person, for those who manage the organisation.

extension AccountPages {
    func addPeople(to routes: RouterGroup<PortalContext>, at person: Path) {
        routes.get(person.route) { _, context in
            let (place, person) = try await self.person(context)
            return context.page.person(place, person, isSelf: try context.person().id == person.id)
        }
        routes.post(person.under("roller").route, use: changeRoles)
        act(routes, person.under("kontaktperson"), "kontakt") { accounts, id, caller, time, form in
            _ = try await accounts.changeContact(id, to: form["ja"] != nil, by: caller, at: time)
        }
        act(routes, person.under("oppna"), "oppnad") { accounts, id, caller, time, _ in
            _ = try await accounts.reactivate(id, by: caller, at: time)
        }
        act(routes, person.under("koder"), "koder") { accounts, id, caller, time, _ in
            try await accounts.resetFactor(of: id, by: caller, at: time)
        }
        act(routes, person.under("bjud-in-igen"), "igen") { accounts, id, caller, time, _ in
            try await accounts.inviteAgain(id, by: caller, at: time)
        }
        routes.post(person.under("ta-bort").route, use: withdrawInvitation)
        routes.post(person.under("stang-av").route, use: deactivate)
    }

    private typealias Act = @Sendable (Accounts, Person.ID, Caller, Date, Form) async throws -> Void

    /// A button on the person's page that leads back to it.
    private func act(_ routes: RouterGroup<PortalContext>, _ path: Path, _ done: String, _ act: @escaping Act) {
        routes.post(path.route) { request, context in
            let (place, person) = try await self.person(context)
            try await act(accounts, person.id, context.caller(), context.now, try await Form.read(request))
            return Response.see(place.person(person.id).with("klart", done).text)
        }
    }

    /// The person of the address, who must belong to its place.
    private func person(_ context: PortalContext) async throws -> (OrganisationPlace, Person) {
        let place = try context.place()
        try await context.require(.managePeople, of: place.organisation)
        let person = try await accounts.person(context.number("person"), by: context.caller(), at: context.now)
        guard person.organisation == place.organisation else { throw PageError.notFound }
        return (place, person)
    }

    private func changeRoles(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, person) = try await person(context)
        let caller = try context.caller()
        let roles = Set(try await Form.read(request).values("roller").compactMap(Role.init(rawValue:)))
        do throws(AccountsError) {
            _ = try await accounts.changeRoles(of: person.id, to: roles, by: caller, at: context.now)
            return .see(place.person(person.id).with("klart", "roller").text)
        } catch {
            let isSelf = try context.person().id == person.id
            return try context.mend(error) { context.page.person(place, person, isSelf: isSelf, roles: roles, $0) }
        }
    }

    private func withdrawInvitation(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, person) = try await person(context)
        try await accounts.withdrawInvitation(of: person.id, by: context.caller(), at: context.now)
        return .see(place.path.with("klart", "borttagen").text)
    }

    private func deactivate(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, person) = try await person(context)
        let caller = try context.caller()
        do throws(AccountsError) {
            let keys = try await accounts.deactivate(person.id, by: caller, at: context.now)
            // Keys go on without their maker, so they are shown at once to whoever may stop them.
            guard !keys.isEmpty, context.may(.revokeKeys, of: place.organisation) else {
                return .see(place.person(person.id).with("klart", "avstangd").text)
            }
            return .see(place.keys.with("klart", "avstangd").text)
        } catch {
            return try context.mend(error) { context.page.person(place, person, isSelf: false, $0) }
        }
    }
}
