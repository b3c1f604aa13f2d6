import Accounts
import Foundation
import Frame
import Hummingbird
import Markup
import SQLiteStorage
import Secrets
import TestSupport
import Testing
import Vocabulary
import Web

/// A site with nothing but the frame, and a page for each thing that the frame decides.
struct FrameFixture {
    static let uppsala = Organisation(code: "0380") ?? .authority
    static let knivsta = Organisation(code: "0330") ?? .authority

    let folder: TemporaryFolder
    let site: Site
    let router: Router<PortalContext>

    struct Fault: Error {}

    init() async throws {
        folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.url.path)
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: "http://127.0.0.1", sealingKey: .random()))
        site = Site(
            accounts: accounts, origin: try #require(Origin("http://127.0.0.1")), isDemonstration: true,
            host: Host(name: "Provmyndigheten", email: "statistik@example.se"), now: { SamplePage.now })
        router = site.router()
        Self.add(to: router)
    }

    private static func add(to router: Router<PortalContext>) {
        router.get("arbete/prov") { _, context in SamplePage.document(context.language) }
        router.get("kvitto") { _, _ in SamplePage.receipt() }
        router.get("fel") { _, _ -> Response in throw Fault() }
        router.get("stangt") { _, _ -> Response in
            throw PageError.closed(until: Localized(sv: "kl. 13", en: "1 p.m."))
        }
        router.get("for-stor") { _, _ -> Response in throw WebError.fileTooLarge(limit: 20_000_000, sent: 34_100_000) }
        router.get("vantar") { _, context in
            context.page.document("Filen kontrolleras", refresh: 3) { context.page.progress("Filen kontrolleras") }
        }
        router.post(Path.keepWorking.route) { _, context in
            _ = try context.person()
            return context.page.document("Du är fortfarande inloggad") { "" }
        }
        router.get("arbete/kommun/:code") { _, context in
            let organisation = Organisation(code: try context.parameter("code")) ?? .authority
            let person = try await context.require(.seeDeliveries, of: organisation)
            return context.page.document("Hej \(person.name)") { "<p>\(organisation.code)</p>" }
        }
        router.post("arbete/kommun/:code") { _, context in
            try await context.require(.deliver, of: Organisation(code: try context.parameter("code")) ?? .authority)
            return Response.see(Path.start.text)
        }
    }

    /// What the browser of somebody who has signed in keeps: Anna Ek at Uppsala.
    func session(_ roles: Set<Role> = [.reporter]) async throws -> Token {
        _ = try await site.accounts.changeDomains(
            of: Self.uppsala, to: ["uppsala.se"], by: .commandLine, at: SamplePage.now)
        let client = Client(address: "192.0.2.7", description: "Firefox, Windows")
        let link = try await site.accounts.invitationLink(
            Invitee(email: "anna.ek@uppsala.se", organisation: Self.uppsala, roles: roles), at: SamplePage.now)
        let joining = Joining(name: "Anna Ek", password: "tre gröna hästar på isen", factor: .mail, language: .sv)
        let step = try await site.accounts.join(
            Token(String(link.split(separator: "/").last ?? "")), joining, from: client, at: SamplePage.now)
        guard case .joined(let welcome) = step else { throw Fault() }
        return welcome.token
    }
}
