import Accounts
import Foundation
import Frame
import Hummingbird
import Secrets
import Vocabulary
import Web

// A municipality's API keys. A secret is the answer to the form that made it: it is shown once and kept nowhere.

extension AccountPages {
    func addKeys(to routes: RouterGroup<PortalContext>, at place: OrganisationPlace) {
        routes.get(place.keys.route, use: keys)
        routes.get(place.newKey.route) { _, context in
            let (place, _) = try await municipality(context, .makeKeys)
            return context.page.newKey(place, KeyAnswers())
        }
        routes.post(place.newKey.route, use: makeKey)
        routes.get(place.keys.under(":key").route) { _, context in
            let (place, key) = try await key(context)
            return context.page.revoke(place, key)
        }
        routes.post(place.keys.under(":key").route) { _, context in
            let (place, key) = try await key(context)
            _ = try await accounts.revoke(key.id, by: context.caller(), at: context.now)
            return Response.see(place.keys.with("klart", "sparrad").text)
        }
    }

    private func keys(_ request: Request, _ context: PortalContext) async throws -> Document {
        let (place, _) = try await municipality(context, .revokeKeys)
        let keys = try await accounts.keys(of: place.organisation, by: context.caller(), at: context.now)
        let people = try await accounts.people(of: place.organisation, by: context.caller(), at: context.now)
        return context.page.keys(
            place, keys, makers: Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            mayMake: context.may(.makeKeys, of: place.organisation))
    }

    private func makeKey(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, municipality) = try await municipality(context, .makeKeys)
        let caller = try context.caller()
        let answers = KeyAnswers(try await Form.read(request))
        do throws(AccountsError) {
            guard let days = answers.days else { throw .badExpiry }
            let (key, secret) = try await accounts.makeKey(
                for: municipality, name: answers.name, scopes: answers.scopes,
                expiresAt: context.now + TimeInterval(days) * 86_400, by: caller, at: context.now)
            return context.page.madeKey(place, key, secret: secret.text, server: site.origin.description).response
        } catch {
            return try context.mend(error) { context.page.newKey(place, answers, $0) }
        }
    }

    private func municipality(
        _ context: PortalContext, _ permission: Permission
    ) async throws -> (OrganisationPlace, Municipality) {
        let place = try context.place()
        try await context.require(permission, of: place.organisation)
        // The authority has no keys: it delivers nothing.
        guard let municipality = place.organisation.municipality else { throw PageError.notFound }
        return (place, municipality)
    }

    /// The key of the address, which must belong to its place and be in use.
    private func key(_ context: PortalContext) async throws -> (OrganisationPlace, APIKey) {
        let (place, _) = try await municipality(context, .revokeKeys)
        let id = try context.number("key")
        let keys = try await accounts.keys(of: place.organisation, by: context.caller(), at: context.now)
        guard let key = keys.first(where: { $0.id == id && $0.revokedAt == nil }) else { throw PageError.notFound }
        return (place, key)
    }
}

/// What has been filled in about a key.
struct KeyAnswers {
    var name = ""
    var scopes: Set<KeyScope> = [.submit]
    /// Days that it is good.
    var days: Int?

    /// The lives that can be chosen, in days.
    static let lives = [90, 365, 730]

    init() { days = 365 }

    init(_ form: Form) {
        name = form["namn"] ?? ""
        scopes = Set(form.values("behorighet").compactMap(KeyScope.init(rawValue:)))
        days = form["giltig"].flatMap(Int.init).flatMap { Self.lives.contains($0) ? $0 : nil }
    }
}
