import Accounts
import Checking
import Collecting
import Definitions
import Foundation
import Intake
import Outbox
import Register
import Review
import SQLiteStorage
import Secrets
import Statistics
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary

/// A collection on a real SQLite file in a folder of its own, and what municipalities do in it.
struct CollectingFixture {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let register: Register
    let review: Review
    let accounts: Accounts
    let collecting: Collecting
    let intake: Intake
    let collection: Definitions.Collection
    /// The collection's.
    var id: String { collection.id }
    let population: Population?
    let uppsala: Municipality
    let knivsta: Municipality
    let boras: Municipality
    let march: Month
    let april: Month

    struct NoSuchPlace: Error {}

    /// Without population, the population of the seed.
    init(population text: String? = nil, patience: Duration = .seconds(30)) async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        register = try await Register(database)
        review = try await Review(database, register: register)
        accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: "https://statistik.example", sealingKey: .random()))
        let library = try DefinitionLibrary.embedded()
        collection = try library.collection("testinsamling-2013")
        population = (text ?? library.text("population/2012-11-01.csv")).flatMap { Population($0) }
        let collecting = try await Self.open(database, collection, population)
        self.collecting = collecting
        var limits = Intake.Limits()
        limits.patience = patience
        intake = try await Intake(database, register: register, collections: [collection], limits: limits) {
            try collecting.tellOfLateCheck($0, $1)
        }
        guard let uppsala = Municipality(code: "0380"), let knivsta = Municipality(code: "0330"),
            let boras = Municipality(code: "1490"), let march = Month(year: 2013, month: 3)
        else { throw NoSuchPlace() }
        (self.uppsala, self.knivsta, self.boras) = (uppsala, knivsta, boras)
        (self.march, april) = (march, march.next)
    }

    static func open(
        _ database: any Database, _ collection: Definitions.Collection, _ population: Population?
    ) async throws -> Collecting {
        try await Collecting(database, collections: [collection], population: population) { link in
            switch link {
            case .deliver(let month): "https://statistik.example/arbete/lamna/\(month.iso)"
            case .delivery(let number): "https://statistik.example/arbete/leveranser/\(number)"
            case .draft(let token): "https://statistik.example/arbete/utkast/\(token)"
            case .question(let id): "https://statistik.example/arbete/fragor/\(id)"
            case .questions: "https://statistik.example/arbete/fragor"
            }
        }
    }

    /// A time in Sweden: "2013-04-15 08:00" (summer time).
    static func time(_ text: String) throws -> Date {
        try Date(text.replacing(" ", with: "T") + ":00+02:00", strategy: .iso8601)
    }

    /// A delivery of one table, with warnings or without.
    @discardableResult
    func deliver(
        _ municipality: Municipality, _ month: Month? = nil, _ table: String = "insatser", warns: Bool = false,
        at time: String = "2013-04-04 09:31"
    ) async throws -> DeliveryNumber {
        let findings = Finding(
            rule: "V03", ruleVersion: 1, severity: .warning, value: "x", message: "Stämmer det?", remedy: "Kontrollera."
        )
        let verdict = Verdict(
            file: "fil.csv", collection: id, table: table, municipality: municipality, month: month ?? march, rows: 2,
            findings: .init(warns ? [findings] : []),
            columns: Columns(count: 2, columns: [Column(name: "lopnr", values: .words([2, 3]))]))
        let bytes = FileBytes(Array("\(municipality.code) \(table) \(time)".utf8))
        let receipts = try await register.submit(
            Submission(
                collection: id, definitionVersion: 1,
                files: [Submission.File(name: "fil.csv", bytes: bytes, verdicts: [verdict])], sender: "Anna Ek",
                confirmations: [Submission.Confirmation(rule: "V03")], receivedAt: Self.time(time)))
        return try #require(receipts.first).number
    }

    @discardableResult
    func nothing(_ municipality: Municipality, at time: String) async throws -> DeliveryNumber {
        try await register.nothingToReport(
            collection: id, definitionVersion: 1, tables: collection.tables.map(\.id), municipality: municipality,
            month: march, sender: "Anna Ek", receivedAt: Self.time(time)
        ).number
    }

    func decline(_ municipality: Municipality, at time: String) async throws {
        try await register.decline(
            Decline(
                collection: id, municipality: municipality, reason: "Vi har inte tid.", sender: "Bo Ek",
                receivedAt: Self.time(time)))
    }

    /// Puts in a file of closures, each for the reason given, without delivering it.
    func upload(
        _ municipality: Municipality, reasons: [String], purpose: Draft.Purpose = .delivery,
        at time: String = "2013-04-04 09:31"
    ) async throws -> Draft {
        let rows = reasons.enumerated().map { "2013-03;\(municipality.code);\($0 + 1);\($1);;\($1)" }
        let fields = collection.table("avslutsorsaker")?.fields.map(\.name).joined(separator: ";") ?? ""
        let text = ([fields] + rows).joined(separator: "\n") + "\n"
        let upload = Upload(
            collection: id, municipality: municipality, month: march, purpose: purpose,
            files: [InputFile(name: "hemligt namn.csv", bytes: FileBytes(Array(text.utf8)))])
        return try await intake.receive(upload, by: sender, at: Self.time(time))
    }

    var sender: Sender { Sender(id: "1", name: "Anna Ek", email: "anna@uppsala.se") }

    /// Somebody to write to, who can never sign in.
    func contact(_ email: String, _ organisation: Organisation, _ role: Role = .coordinator) async throws {
        let domain = String(email.split(separator: "@")[1])
        let start = try Self.time("2013-03-01 08:00")
        _ = try await accounts.changeDomains(of: organisation, to: [domain], by: .commandLine, at: start)
        _ = try await accounts.invitationLink(
            Invitee(email: email, organisation: organisation, roles: [role]), at: start)
        try await database.write {
            try $0.execute("UPDATE person SET name = 'Anna Ek', status = 'active' WHERE email = \(email)")
        }
    }

    func registrar(_ email: String, _ municipality: Municipality) async throws {
        _ = try await accounts.changeOrganisation(
            .municipality(municipality), registrar: email, language: .sv, by: .commandLine,
            at: Self.time("2013-03-01 08:00"))
    }

    struct Queued: Equatable {
        var to: String
        var subject: String
        var text: String
        var reason: String
    }

    /// The mails queued, oldest first.
    func mails(_ reason: String? = nil) async throws -> [Queued] {
        try await database.read { transaction in
            try transaction.all("SELECT recipient, subject, body, reason FROM outgoing_mail ORDER BY id") {
                Queued(to: $0.text(0), subject: $0.text(1), text: $0.text(2), reason: $0.text(3))
            }
        }.filter { reason == nil || $0.reason == reason }
    }

    func row(_ municipality: Municipality, at time: String, _ month: Month? = nil) async throws -> OverviewRow {
        let overview = try await collecting.overview(id, month ?? march, at: Self.time(time))
        return try #require(overview.rows.first { $0.municipality == municipality })
    }
}
