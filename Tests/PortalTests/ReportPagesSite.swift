import AccessLog
import Accounts
import Checking
import Collecting
import Definitions
import Demonstration
import Documents
import Extraction
import Foundation
import Frame
import Hummingbird
import Intake
import MunicipalityPages
import Outbox
import Register
import ReportPages
import Reporting
import Review
import SQLiteStorage
import Secrets
import Tabular
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

/// The pages of reports on real rooms in a real database, with a small made-up municipality's exports taken in. It is
/// 6 December 2023, the day after November was extracted.
final class ReportPagesSite: Sendable {
    let folder: TemporaryFolder
    let house: House
    let rooms: ReportRooms
    private let responder: RouterResponder<PortalContext>
    private let people: [String: Person]

    static let now = Date(timeIntervalSince1970: 1_701_852_000)

    /// A site with what a small municipality has delivered, without programs for documents unless told otherwise.
    init(origin: String = "https://portal.test", press: PressSettings = ReportPagesSite.noPrograms) async throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: try await Self.prepared.value.url.appending(path: "registret"),
            to: folder.url.appending(path: "registret"))
        let database = try SQLiteDatabase(folder: folder.url.appending(path: "registret").path)
        let library = try DefinitionLibrary.embedded()
        let origin = try #require(Origin(origin))
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: origin.description, sealingKey: .random()))
        let register = try await Register(database)
        let linköping = Organisation.municipality(try #require(Municipality(code: "0580")))
        let uppsala = Organisation.municipality(try #require(Municipality(code: "0380")))
        let added = try await accounts.makeUp(
            [
                ("Maria Lind", linköping, Role.controller), ("Per Ahl", linköping, .controller),
                ("Sam Ek", linköping, .coordinator), ("Lena Ask", linköping, .reader),
                ("Una Berg", uppsala, .controller), ("Lisa Nord", .authority, .reviewer),
            ].map { name, organisation, role in
                let domain = organisation.municipality.map { "\($0.code).example" } ?? "myndighet.example"
                return MadeUpPerson(
                    name: name, email: "\(name.split(separator: " ")[0].lowercased())@\(domain)",
                    organisation: organisation, roles: [role])
            }, password: "tre gröna hästar på isen", at: Self.now)
        people = Dictionary(uniqueKeysWithValues: added.map { (String($0.email.prefix { $0 != "@" }), $0) })
        house = House(
            site: Site(accounts: accounts, origin: origin, now: { Self.now }), library: library, collections: [],
            register: register, intake: try await Intake(database, register: register, collections: []),
            review: try await Review(database, register: register),
            collecting: try await Collecting(database, collections: [], population: nil) { Path($0).text },
            log: try await AccessLog(database), outbox: try await Outbox(database),
            uploads: try UploadFolder(folder.url.appending(path: "uploads")))
        let post = ReportPost(origin: origin, library: library, now: house.site.now)
        rooms = ReportRooms(
            desk: try await ReportDesk(database, telling: post.tell), press: Press(press), now: { Self.now })
        responder = Self.router(house, rooms).buildResponder()
    }

    /// A press that finds no program, so that only the web page and the workbook are made.
    static var noPrograms: PressSettings {
        var settings = PressSettings(pythons: [])
        settings.pandoc = nil
        settings.rsvgConvert = nil
        return settings
    }

    /// The database with everything taken in, once for all tests.
    private static let prepared = Task { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.url.appending(path: "registret").path)
        let register = try await Register(database)
        let library = try DefinitionLibrary.embedded()
        let municipality = try #require(Municipality(code: "0580"))
        let key = PseudonymKey.random()
        for export in CaseSystems(municipality: municipality, size: 0.03).exports {
            let files = export.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) }
            let extracted = Extraction(try MappingLibrary(library).mapping(export.mapping), key: key)
                .map(files, today: export.extracted)
            _ = try await ExtractionDelivery(
                municipality: municipality, month: export.extracted.month, sender: "Verksamhetssystemen",
                receivedAt: export.extracted.start.addingTimeInterval(6 * 3_600)
            ).submit(extracted, as: try library.collection(extracted.collection), to: register)
        }
        return folder
    }

    private static func router(_ house: House, _ rooms: ReportRooms) -> Router<PortalContext> {
        let router = house.site.router()
        let pages = ReportPages(house, rooms)
        MunicipalityPages(house, beside: pages.startPanel).add(to: router)
        pages.add(to: router)
        return router
    }

    /// All that it answers to.
    func router() -> Router<PortalContext> { Self.router(house, rooms) }

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
            try person(name).id, from: Client(address: "192.0.2.7", description: "Firefox, Windows"), at: Self.now
        ).text
    }

    /// A browser in which nobody has.
    func nobody() -> TestClient { TestClient(responder, address: "192.0.2.7") }

    /// The address of the report of a month of 2023 in the workspace.
    static func work(_ month: String) -> String { "/arbete/rapporter/namndrapport-ekonomiskt-bistand/2023-\(month)" }

    /// Takes a step with the report of a month of 2023 as it stands.
    @discardableResult
    func take(
        _ step: String, of month: String, by client: TestClient, why: String = "", textsHold: String = "ja"
    ) async throws -> Answer {
        try await client.post(
            "\(Self.work(month))/\(step)",
            ["revision": try await revision(of: month), "skal": why, "galler": textsHold])
    }

    /// The revision of a report as it stands.
    func revision(of month: String) async throws -> String {
        let identity = ReportIdentity(
            kind: "namndrapport-ekonomiskt-bistand", municipality: try #require(Municipality(code: "0580")),
            month: try #require(Month(iso: "2023-\(month)")))
        return String(try #require(try await rooms.desk.work(identity)).revision)
    }

    /// Has Maria begin a report, lock and send it; Per approve it; and Maria publish it.
    func publish(_ month: String) async throws {
        let (maria, per) = (try await signedIn("maria"), try await signedIn("per"))
        _ = try await maria.post(Self.work(month) + "/borja")
        for (client, step) in [(maria, "las"), (maria, "skicka"), (per, "godkann"), (maria, "publicera")] {
            let answer = try await take(step, of: month, by: client)
            #expect(answer.location == Self.work(month), "\(step): \(answer.code)")
        }
    }
}

extension TestClient {
    /// Sends a form in which a name stands several times.
    func send(_ fields: [(String, String)], to path: String) async throws -> Answer {
        let body = fields.map { "\($0)=\($1)" }.joined(separator: "&")
        return try await send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(body.utf8))
    }
}
