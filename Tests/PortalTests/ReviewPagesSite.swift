import AccessLog
import Accounts
import AuthorityPages
import Checking
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
import Tabular
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

/// The authority's pages on real rooms in a real database, in May 2013, with deliveries that came through the intake.
struct ReviewPagesSite {
    let folder: TemporaryFolder
    let house: House
    let router: Router<PortalContext>
    let collection: Definitions.Collection
    let signingKey = SigningKey.random()
    let uppsala: Municipality
    let knivsta: Municipality
    let march: Month
    let april: Month
    private let people: [String: Person]
    private let clock: Clock

    /// Stands still until it is moved.
    private final class Clock: Sendable {
        let time = Mutex(Date(timeIntervalSince1970: 1_368_690_000))  // Thursday 16 May 2013, 9.40
    }

    init(origin: String = "https://portal.test") async throws {
        folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.url.path)
        let clock = Clock()
        self.clock = clock
        uppsala = try #require(Municipality(code: "0380"))
        knivsta = try #require(Municipality(code: "0330"))
        march = try #require(Month(year: 2013, month: 3))
        april = march.next
        let library = try DefinitionLibrary.embedded()
        collection = try library.collection("testinsamling-2013")
        let visited = try #require(Origin(origin))
        let register = try await Register(database)
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: visited.description, sealingKey: .random()))
        let review = try await Review(database, register: register)
        house = House(
            site: Site(accounts: accounts, origin: visited, now: { clock.time.withLock { $0 } }), library: library,
            collections: [collection], register: register,
            intake: try await Intake(database, register: register, collections: [collection]), review: review,
            collecting: try await Collecting(database, collections: [collection], population: nil) { _ in "" },
            log: try await AccessLog(database), outbox: try await Outbox(database),
            uploads: try UploadFolder(folder.url.appending(path: "uploads")))
        let madeUp: [(String, String, Organisation, Role)] = [
            ("Anna Ek", "anna@uppsala.se", .municipality(uppsala), .coordinator),
            ("Cecilia Al", "cecilia@uppsala.se", .municipality(uppsala), .reader),
            ("Lisa Nord", "lisa@myndighet.example", .authority, .reviewer),
            ("Maj Berg", "maj@myndighet.example", .authority, .reviewer),
            ("Per Syd", "per@myndighet.example", .authority, .publisher),
            ("Agnes Väst", "agnes@myndighet.example", .authority, .administrator),
        ]
        let added = try await accounts.makeUp(
            madeUp.map { name, email, organisation, role in
                MadeUpPerson(
                    name: name, email: email, organisation: organisation, roles: [role],
                    isContact: role == .coordinator)
            }, password: "tre gröna hästar på isen", at: clock.time.withLock { $0 })
        people = Dictionary(uniqueKeysWithValues: added.map { (String($0.email.prefix { $0 != "@" }), $0) })
        router = house.site.router()
        AuthorityPages(house, signingKey: signingKey).add(to: router)
        MunicipalityPages(house).add(to: router)
    }

    var now: Date { clock.time.withLock { $0 } }

    func wait(_ seconds: TimeInterval) { clock.time.withLock { $0 += seconds } }

    func nobody() -> TestClient { TestClient(router.buildResponder(), address: "192.0.2.7") }

    /// A browser in which somebody has signed in, by the first name in small letters.
    func signedIn(_ name: String) async throws -> TestClient {
        let client = nobody()
        client.replaceCookies(["__Host-session": try await token(name)])
        return client
    }

    func token(_ name: String) async throws -> String {
        let person = try #require(people[name])
        return try await house.accounts.signIn(
            person.id, from: Client(address: "192.0.2.7", description: "Firefox, Windows"), at: now
        ).text
    }

    /// What the log says of an organisation, oldest first: who, act and subject.
    func log(_ organisation: Organisation) async throws -> [String] {
        try await house.log.events(about: organisation).reversed().map { event in
            "\(event.actor.prefix { $0 != " " }) \(event.act.rawValue) \(event.subject)"
        }
    }

    // MARK: Deliveries

    /// A file of the table of measures, a household a line: its cells by field.
    func file(_ households: [[String: String]], _ municipality: Municipality, _ month: Month) -> InputFile {
        let fields = collection.table("insatser")?.fields ?? []
        var lines = [fields.map(\.title.sv).joined(separator: ";")]
        for (place, cells) in households.enumerated() {
            let own = ["manad": month.iso, "kommun": municipality.code, "lopnr": String(place + 1)]
            let cells = cells.merging(own) { given, _ in given }
            lines.append(fields.map { cells[$0.name] ?? "" }.joined(separator: ";"))
        }
        return InputFile(name: "insatser.csv", bytes: FileBytes(Array((lines.joined(separator: "\n") + "\n").utf8)))
    }

    /// `count` households whose applicant had no measure.
    func quiet(_ count: Int) -> [[String: String]] { Array(repeating: ["reg_0": "X"], count: count) }

    /// Households whose applicant had a measure described as `texts`.
    func described(_ texts: String...) -> [[String: String]] { texts.map { ["reg_8": "X", "ovrig_text": $0] } }

    /// Uploads, mends the cells of `edits`, answers all warnings with `reason` and submits, as a person of the
    /// municipality does on the pages.
    @discardableResult
    func deliver(
        _ households: [[String: String]], _ municipality: Municipality, _ month: Month, at time: String,
        edits: [(row: Int, field: String, text: String)] = [], reason: String = ""
    ) async throws -> DeliveryNumber {
        let at = try Date(time, strategy: .iso8601)
        let sender = Sender(id: "1", name: "Anna Ek", email: "anna@uppsala.se")
        let draft = try await house.intake.receive(
            Upload(
                collection: collection.id, municipality: municipality, month: month,
                files: [file(households, municipality, month)]), by: sender, at: at)
        if !edits.isEmpty {
            let fields = try #require(collection.table("insatser")).fields
            let cells = try edits.map { edit in
                let column = try #require(fields.firstIndex { $0.name == edit.field })
                return CellEdit(
                    file: 0, CellCorrection(CellPlace(row: edit.row + 1, column: column), text: edit.text))
            }
            _ = try await house.intake.correct(draft.id, cells, by: sender, at: at + 60)
        }
        var answers: [Submission.Confirmation] = []
        if case .checked(let checked) = try await house.intake.state(of: draft.id, language: .sv) {
            answers = checked.questions.map { Submission.Confirmation(rule: $0.finding.rule, reason: reason) }
        }
        let receipts = try await house.intake.submit(draft.id, answers: answers, by: sender, at: at + 600)
        return try #require(receipts.first).number
    }

    /// What the pages are tried on: Uppsala's March, which is approved, and April, with warnings answered, free texts and
    /// a corrected cell; Knivsta's March, which came late, and April, in which nothing stands out.
    @discardableResult
    func fill() async throws -> [DeliveryNumber] {
        let first = try await deliver(quiet(40), uppsala, march, at: "2013-04-04T07:00:00Z")
        try await house.review.approve(first, by: "Lisa Nord <lisa@myndighet.example>", at: now - 30 * 86_400)
        let late = try await deliver(
            quiet(12) + described("Validering"), knivsta, march, at: "2013-05-06T07:00:00Z")
        let special = try await deliver(
            quiet(5) + described("SFI", "sfi.", "Validering") + [[:]], uppsala, april, at: "2013-05-07T07:00:00Z",
            edits: [(row: 9, field: "reg_0", text: "X")], reason: "Många har börjat arbeta.")
        let plain = try await deliver(quiet(12), knivsta, april, at: "2013-05-08T07:00:00Z")
        return [first, late, special, plain]
    }
}
