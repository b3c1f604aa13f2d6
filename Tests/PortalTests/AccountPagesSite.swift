import AccessLog
import AccountPages
import Accounts
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import SQLiteStorage
import Secrets
import Storage
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

/// The account pages on real accounts in a real database, with a clock that can be moved.
final class AccountPagesSite: Sendable {
    static let password = "tre gröna hästar på isen"
    static let otherPassword = "fyra blåa cyklar i regnet"

    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let accounts: Accounts
    private let site: Site
    private let pages: AccountPages
    private let people: [String: Person]
    private let clock: Clock

    /// Stands still until it is moved.
    private final class Clock: Sendable {
        let time = Mutex(Date(timeIntervalSince1970: 1_788_764_400))  // Monday 7 September 2026, 9.00
    }

    struct Missing: Error {}

    /// A site where `methods` are the ways to sign in.
    init(
        origin: String = "https://portal.test", methods: (@Sendable (Accounts) -> [any SignInMethod])? = nil
    ) async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: origin, sealingKey: .random()))
        self.accounts = accounts
        let (clock, origin) = (Clock(), try #require(Origin(origin)))
        self.clock = clock
        let uppsala = Organisation.municipality(try #require(Municipality(code: "0380")))
        let knivsta = Organisation.municipality(try #require(Municipality(code: "0330")))
        let madeUp = [
            ("Anna Ek", "uppsala.se", uppsala, Role.coordinator), ("Bo Ask", "uppsala.se", uppsala, .reporter),
            ("Cecilia Al", "uppsala.se", uppsala, .reader), ("Eva Gran", "uppsala.se", uppsala, .reporter),
            ("Dan Lind", "knivsta.se", knivsta, .coordinator),
            ("Lisa Nord", "myndighet.example", .authority, .reviewer),
            ("Per Syd", "myndighet.example", .authority, .publisher),
            ("Agnes Väst", "myndighet.example", .authority, .administrator),
        ].map { name, domain, organisation, role in
            MadeUpPerson(
                name: name, email: "\(name.split(separator: " ")[0].lowercased())@\(domain)",
                organisation: organisation, roles: [role])
        }
        let time = clock.time.withLock { $0 }
        let added = try await accounts.makeUp(madeUp, password: Self.password, at: time)
        people = Dictionary(uniqueKeysWithValues: added.map { (String($0.email.prefix { $0 != "@" }), $0) })

        site = Site(accounts: accounts, origin: origin, now: { clock.time.withLock { $0 } })
        pages = AccountPages(site, log: try await AccessLog(database), methods: methods?(accounts))
    }

    /// All that the site answers to; what other rooms' pages answer is "hos andra".
    func router() -> Router<PortalContext> {
        let router = site.router()
        pages.add(to: router)
        for path in Self.elsewhere { router.get(RouterPath(path)) { _, _ in Response.text("hos andra") } }
        return router
    }

    /// Pages of other rooms that these lead to.
    static let elsewhere = ["/arbete", "/arbete/testa"]

    var now: Date { clock.time.withLock { $0 } }

    func wait(_ seconds: TimeInterval) { clock.time.withLock { $0 += seconds } }

    /// Somebody made up, by the first name in small letters.
    func person(_ name: String) throws -> Person { try #require(people[name]) }

    /// Nobody in particular.
    func nobody(address: String = "192.0.2.7") -> TestClient { TestClient(router().buildResponder(), address: address) }

    /// A browser in which somebody has signed in.
    func signedIn(_ name: String) async throws -> TestClient {
        let token = try await accounts.signIn(
            try person(name).id, from: Client(address: "192.0.2.7", description: "Firefox, Windows"), at: now)
        let client = nobody()
        client.replaceCookies(["__Host-session": token.text])
        return client
    }

    /// The mails queued to an address, oldest first.
    func mails(to email: String) async throws -> [String] {
        try await database.read { transaction in
            try transaction.all("SELECT body FROM outgoing_mail WHERE recipient = \(email) ORDER BY id") { $0.text(0) }
        }
    }

    /// The six digits of the latest mail to an address.
    func mailedCode(to email: String) async throws -> String {
        let text = try #require(try await mails(to: email).last)
        return String(try #require(text.firstMatch(of: /[0-9]{6}/)).output)
    }

    /// The path of the latest link mailed to an address.
    func mailedLink(to email: String) async throws -> String {
        let text = try #require(try await mails(to: email).last)
        let link = try #require(text.firstMatch(of: /https?:\/\/[^\/ ]+(\/(inbjudan|nytt-losenord)\/[^ \n]+)/))
        return String(link.output.1)
    }

    /// What the log says, oldest first: act and subject.
    func log(_ organisation: Organisation? = nil) async throws -> [String] {
        try await AccessLog(database).events(about: organisation).reversed().map { "\($0.act.rawValue): \($0.subject)" }
    }
}

extension Answer {
    /// What is read on the page, without markup.
    var words: String {
        text.replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing("\u{a0}", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
