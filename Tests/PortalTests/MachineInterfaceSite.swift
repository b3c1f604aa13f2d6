import AccessLog
import Accounts
import Checking
import Collecting
import Definitions
import Dispatch
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Intake
import MachineInterface
import Outbox
import Register
import Review
import SQLiteStorage
import Secrets
import Tabular
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

/// The interface for machines on real rooms in a real database, on 16 May 2013 when April was being collected.
struct MachineInterfaceSite: Sendable {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let house: House
    let limits: MachineInterface.Limits
    let responder: RouterResponder<PortalContext>
    let march: Month
    let april: Month
    let uppsala: Municipality
    let knivsta: Municipality
    let now = Date(timeIntervalSince1970: 1_368_690_000)

    /// A site in `folder`; one that was there before goes on.
    init(
        _ folder: TemporaryFolder? = nil, patience: Duration = .seconds(30),
        limits: MachineInterface.Limits = .generous
    ) async throws {
        self.folder = try folder ?? TemporaryFolder()
        database = try SQLiteDatabase(folder: self.folder.url.path)
        self.limits = limits
        march = try #require(Month(iso: "2013-03"))
        april = try #require(Month(iso: "2013-04"))
        uppsala = try #require(Municipality(code: "0380"))
        knivsta = try #require(Municipality(code: "0330"))
        let library = try DefinitionLibrary.embedded()
        let collections = [try library.collection("testinsamling-2013")]
        let origin = try #require(Origin("https://portal.test"))
        let register = try await Register(database)
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: origin.description, sealingKey: .random()))
        let review = try await Review(database, register: register)
        let collecting = try await Collecting(database, collections: collections, population: nil) { _ in "" }
        var intakeLimits = Intake.Limits()
        intakeLimits.patience = patience
        let intake = try await Intake(database, register: register, collections: collections, limits: intakeLimits)
        let time = now
        house = House(
            site: Site(accounts: accounts, origin: origin, now: { time }), library: library, collections: collections,
            register: register, intake: intake, review: review, collecting: collecting,
            log: try await AccessLog(database), outbox: try await Outbox(database),
            uploads: try UploadFolder(self.folder.url.appending(path: "uploads")))
        responder = Self.router(house, limits).buildResponder()
    }

    private static func router(_ house: House, _ limits: MachineInterface.Limits) -> Router<PortalContext> {
        let router = house.site.router()
        MachineInterface(house, limits: limits).add(to: router)
        return router
    }

    /// All that it answers to.
    func router() -> Router<PortalContext> { Self.router(house, limits) }

    /// What `ask` is answered while no check begins.
    func whileBusy(_ ask: () async throws -> Answer) async throws -> Answer {
        try await house.intake.pausingChecks(ask)
    }

    /// A key's secret.
    func key(
        _ scopes: Set<KeyScope>, of municipality: Municipality? = nil, name: String = "Treserva, nattjobb",
        days: Double = 90
    ) async throws -> (key: APIKey, secret: String) {
        let made = try await house.accounts.makeKey(
            for: municipality ?? uppsala, name: name, scopes: scopes, expiresAt: now + days * 86_400, by: .commandLine,
            at: now)
        return (made.key, made.secret.text)
    }

    /// A case system with a key, or with none.
    func system(_ secret: String?) -> System {
        System(client: TestClient(responder, fields: [:]), secret: secret, folder: folder)
    }

    /// A case system of Uppsala that may deliver.
    func delivering(_ name: String = "Treserva, nattjobb") async throws -> System {
        system(try await key([.submit], name: name).secret)
    }

    /// What the log says, oldest first.
    func log() async throws -> [String] {
        try await house.log.events().reversed().map { "\($0.actor) \($0.act.rawValue) \($0.subject)" }
    }
}

extension MachineInterface.Limits {
    /// Limits that no test meets.
    static var generous: MachineInterface.Limits {
        var limits = MachineInterface.Limits()
        limits.requests = Allowance(1_000_000, in: 60)
        limits.files = Allowance(1_000_000, in: 60)
        limits.wrongKeys = Allowance(1_000_000, in: 60)
        return limits
    }
}

/// A case system as it asks.
struct System: Sendable {
    let client: TestClient
    let secret: String?
    /// The site's, which is there as long as somebody asks.
    let folder: TemporaryFolder

    func fields(_ others: [String: String] = [:]) -> HTTPFields {
        var fields = HTTPFields()
        if let secret { fields[.authorization] = "Bearer \(secret)" }
        for (name, value) in others { if let name = HTTPField.Name(name) { fields[name] = value } }
        return fields
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await client.send(.get, "/api/v1/\(path)", headers: fields(headers))
    }

    func post(
        _ path: String, _ body: [UInt8], as type: String? = "text/csv", _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = fields(headers)
        fields[.contentType] = type
        return try await client.send(.post, "/api/v1/\(path)", headers: fields, body: body)
    }

    func post(
        _ path: String, files: [SentFile], confirmations: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = SentFile.body(fields: confirmations.map { [("confirmations", $0)] } ?? [], files: files)
        return try await post(path, body, as: SentFile.contentType, headers)
    }
}

extension Answer {
    /// The JSON of the answer.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    /// The kind of a problem.
    func problem() throws -> String {
        #expect(self["Content-Type"] == "application/problem+json")
        let type = try #require(try json()["type"] as? String)
        #expect(type.hasPrefix("https://portal.test/api#"))
        return String(try #require(type.split(separator: "#").last))
    }
}

extension Program {
    /// What came of running a program to its end, waited for on a thread that the site it asks does not need.
    static func result(_ url: URL, _ arguments: [String]) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try outcome(url, arguments) }) }
        }
    }
}

/// Files of measures for Uppsala.
enum Measures {
    /// The rows each given by its filled cells: "reg_1=X|lopnr=0001".
    static func csv(_ rows: [String], month: String = "2013-04") -> [UInt8] {
        let names =
            ["manad", "kommun", "lopnr"] + (0...8).map { "reg_\($0)" } + (0...8).map { "med_\($0)" } + ["ovrig_text"]
        var writer = CSVWriter()
        writer.row(names)
        for (number, row) in rows.enumerated() {
            var cells = ["manad": month, "kommun": "0380", "lopnr": String(1_001 + number)]
            for cell in row.split(separator: "|") {
                let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                cells[String(parts[0])] = String(parts[1])
            }
            writer.row(names.map { cells[$0] ?? "" })
        }
        return writer.bytes
    }

    /// A file that is right.
    static func right(_ count: Int = 5, mark: String = "X", month: String = "2013-04") -> [UInt8] {
        csv(Array(repeating: "reg_1=\(mark)", count: count), month: month)
    }

    /// A file with two errors.
    static let faulty = csv(["reg_1=ja", "reg_0=X|reg_1=X", "reg_1=X"])
    /// A file with a free text that is asked about (V03).
    static let asking = csv(["reg_1=X", "reg_8=X|ovrig_text=SFI"])
    /// A test number of the Tax Agency's.
    static let identityNumber = "195510152167"
}
