import AccessLog
import Accounts
import Collecting
import Definitions
import Foundation
import Frame
import Hummingbird
import Intake
import MunicipalityPages
import Outbox
import Register
import Review
import SQLiteStorage
import Secrets
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

/// The municipality's pages on real rooms in a real database, with a clock that can be moved. It begins on Thursday
/// 16 May 2013 at 9.40, when April was being collected.
final class MunicipalityPagesSite: Sendable {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let house: House
    private let responder: RouterResponder<PortalContext>
    let collection: Definitions.Collection
    private let people: [String: Person]
    private let clock: Clock

    private final class Clock: Sendable {
        let time = Mutex(Date(timeIntervalSince1970: 1_368_690_000))
    }

    /// A site where a check is waited for as long as `patience`.
    init(patience: Duration = .seconds(60), origin: String = "https://portal.test") async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        let library = try DefinitionLibrary.embedded()
        collection = try library.collection("testinsamling-2013")
        let origin = try #require(Origin(origin))
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: origin.description, sealingKey: .random()))
        let register = try await Register(database)
        var limits = Intake.Limits()
        limits.patience = patience
        let intake = try await Intake(database, register: register, collections: [collection], limits: limits)
        let review = try await Review(database, register: register)
        let collecting = try await Collecting(database, collections: [collection], population: nil) { Path($0).text }
        let clock = Clock()
        self.clock = clock
        let uppsala = Organisation.municipality(try #require(Municipality(code: "0380")))
        let knivsta = Organisation.municipality(try #require(Municipality(code: "0330")))
        let madeUp = [
            ("Anna Ek", "uppsala.se", uppsala, Role.coordinator), ("Bo Ask", "uppsala.se", uppsala, .reporter),
            ("Cecilia Al", "uppsala.se", uppsala, .reader), ("Dan Lind", "knivsta.se", knivsta, .coordinator),
            ("Lisa Nord", "myndighet.example", .authority, .reviewer),
            ("Agnes Väst", "myndighet.example", .authority, .administrator),
        ].map { name, domain, organisation, role in
            MadeUpPerson(
                name: name, email: "\(name.split(separator: " ")[0].lowercased())@\(domain)",
                organisation: organisation, roles: [role])
        }
        let added = try await accounts.makeUp(
            madeUp, password: "tre gröna hästar på isen", at: clock.time.withLock { $0 })
        people = Dictionary(uniqueKeysWithValues: added.map { (String($0.email.prefix { $0 != "@" }), $0) })
        house = House(
            site: Site(accounts: accounts, origin: origin, now: { clock.time.withLock { $0 } }), library: library,
            collections: [collection], register: register, intake: intake, review: review, collecting: collecting,
            log: try await AccessLog(database), outbox: try await Outbox(database),
            uploads: try UploadFolder(folder.url.appending(path: "uploads")))
        responder = Self.router(house).buildResponder()
    }

    private static func router(_ house: House) -> Router<PortalContext> {
        let router = house.site.router()
        MunicipalityPages(house).add(to: router)
        return router
    }

    /// All that it answers to.
    func router() -> Router<PortalContext> { Self.router(house) }

    var now: Date { clock.time.withLock { $0 } }
    var uppsala: Municipality { get throws { try #require(Municipality(code: "0380")) } }

    /// Moves the clock to the morning of a day: "2013-05-21".
    func move(to day: String) throws {
        let start = try #require(Day(iso: day)).start
        clock.time.withLock { $0 = start.addingTimeInterval(9 * 3_600) }
    }

    func wait(_ seconds: TimeInterval) { clock.time.withLock { $0 += seconds } }

    /// Somebody made up, by the first name in small letters.
    func person(_ name: String) throws -> Person { try #require(people[name]) }

    /// A browser in which somebody has signed in.
    func signedIn(_ name: String) async throws -> TestClient {
        let client = nobody()
        client.replaceCookies([house.site.sessionCookie.name: try await session(name)])
        return client
    }

    /// What a browser keeps of somebody who has signed in.
    func session(_ name: String) async throws -> String {
        try await house.accounts.signIn(
            try person(name).id, from: Client(address: "192.0.2.7", description: "Firefox, Windows"), at: now
        ).text
    }

    /// A browser in which nobody has.
    func nobody() -> TestClient { TestClient(responder, address: "192.0.2.7") }

    /// What the log says, oldest first: who, what, to what.
    func log() async throws -> [String] {
        try await house.log.events().reversed().map { "\($0.actor) \($0.act.rawValue) \($0.subject)" }
    }
}

/// A made-up file of closure reasons, as text.
struct ReasonsFile {
    var month = "2013-04"
    var municipality = "0380"
    /// Running number, and the reason for the applicant and for the household.
    var rows: [(number: String, reason: String)] = (1...20).map { (String($0), String(($0 - 1) % 11 + 1)) }

    /// Without errors.
    static var right: ReasonsFile { ReasonsFile() }

    /// With code 13, which does not exist, on row 4, and no running number on row 6.
    static var wrong: ReasonsFile {
        var file = ReasonsFile()
        file.rows[2].reason = "13"
        file.rows[4].number = ""
        return file
    }

    var bytes: [UInt8] {
        let header =
            "Mätmånad;Länkommunkod;Löpnr;Avslutsorsak registerledare;Avslutsorsak medsökande;Avslutsorsak hushållet"
        let lines = rows.map { "\(month);\(municipality);\($0.number);\($0.reason);;\($0.reason)" }
        return Array(([header] + lines).joined(separator: "\n").utf8)
    }

    func sent(name: String = "avslut.csv") -> SentFile { SentFile("fil", name: name, type: "text/csv", bytes: bytes) }
}

/// A made-up file of measures whose free texts are asked about, as text.
struct MeasuresFile {
    /// Free texts of code 8, a household each.
    var texts: [String]

    var bytes: [UInt8] {
        let codes = (0...8).map { "Registerledare \($0)" } + (0...8).map { "Medsökande \($0)" }
        let header = (["Mätmånad", "Länkommunkod", "Löpnr"] + codes + ["Beskriv övrig insats"]).joined(separator: ";")
        let lines = texts.enumerated().map { place, text in
            (["2013-04", "0380", String(place + 1)] + Array(repeating: "", count: 8) + ["X"]
                + Array(repeating: "", count: 9) + [text]).joined(separator: ";")
        }
        return Array(([header] + lines).joined(separator: "\n").utf8)
    }

    func sent() -> SentFile { SentFile("fil", name: "insatser.csv", type: "text/csv", bytes: bytes) }
}

extension TestClient {
    /// Has a file checked for April, and opens the page of the result: its address and what stands on it.
    func check(_ file: SentFile, at path: String = "/arbete/lamna/2013-04") async throws -> (path: String, page: Answer)
    {
        let sent = try await post(path, files: [file])
        let location = try #require(sent.location, "\(sent.code) \(sent.read)")
        return (location, try await get(location))
    }
}

extension Answer {
    /// What is read on the page, without markup.
    var read: String {
        text.replacing(/<(script|style|title)[^>]*>[^<]*<\/(script|style|title)>/, with: " ")
            .replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("\u{a0}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The title of the page, without the service's name.
    var title: String {
        let title = text.firstMatch(of: /<title>([^<]*)<\/title>/)?.output.1 ?? ""
        return String(title.replacing(" – Lämna statistik", with: "").replacing("\u{a0}", with: " "))
    }

    /// The names of fields whose names begin so, in the order of the page.
    func fields(_ beginning: String) -> [String] {
        var names: [String] = []
        for match in text.matches(of: /name="([^"]*)"/) where match.output.1.hasPrefix(beginning) {
            if !names.contains(String(match.output.1)) { names.append(String(match.output.1)) }
        }
        return names
    }

    /// The value of the hidden or visible field called `name`.
    func value(_ name: String) -> String? {
        text.matches(of: /<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/).first { $0.output.1 == name }
            .map { String($0.output.2) }
    }
}
