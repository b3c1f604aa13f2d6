import Accounts
import Collecting
import Definitions
import Demonstration
import Foundation
import Frame
import Outbox
import Portal
import Register
import ReportPages
import Reporting
import Review
import Statistics
import Transfer
import Vocabulary

/// The portal's demonstration: the made-up collection of 2013 as it stood on a Thursday in May, when April was being
/// collected and its last day was near.
struct PortalDemonstration {
    let settings: DemonstrationSettings
    private let folder: URL
    private let library: DefinitionLibrary
    private let collection: Collection

    /// When the demonstration begins: 16 May 2013, 9.40 in Sweden.
    private static let beginning = Date(timeIntervalSince1970: 1_368_690_000)

    /// A demonstration in `folder`: one that was begun there before goes on.
    init(folder: URL, library: DefinitionLibrary) throws {
        self.folder = folder
        self.library = library
        collection = try library.collection("testinsamling-2013")
        guard let table = collection.table("insatser"), let month = collection.calendar.periods.last?.month,
            let uppsala = Municipality(code: "0380")
        else { throw DemonstrationError.otherCollection(collection.id) }
        let files = try [true, false].map { try PracticeFile.make(table, uppsala, month, isFaulty: $0) }
        settings = DemonstrationSettings(
            clockShift: Self.beginning.timeIntervalSince(try DemonstrationMark.begun(in: folder)),
            reportClockShift: ReportDemonstration.beginning.timeIntervalSince(try DemonstrationMark.begun(in: folder)),
            warning: Demonstration.warning, mailbox: try DemonstrationMailbox(folder: folder.appending(path: "post")),
            people: Self.people,
            files: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }),
            filesAbout: Localized(
                sv: "De gäller \(uppsala.name), \(month.fullName(.sv)). I den ena är tolv rader fel på olika sätt.",
                en:
                    "They are for \(uppsala.name), \(month.fullName(.en)). In one of them twelve rows are wrong in different ways."
            ))
    }

    private static let password = "prova underlag 2013"

    private static let people = [
        DemonstrationPerson(
            name: "Anna Ek",
            task: Localized(sv: "lämnar uppgifter för Uppsala", en: "delivers for Uppsala"),
            email: "anna.ek@uppsala.example", password: password),
        DemonstrationPerson(
            name: "Bo Ek", task: Localized(sv: "läser vad Uppsala har lämnat", en: "reads what Uppsala has delivered"),
            email: "bo.ek@uppsala.example", password: password),
        DemonstrationPerson(
            name: "Lisa Norén",
            task: Localized(
                sv: "granskar och påminner på myndigheten", en: "reviews and reminds at the authority"),
            email: "lisa.noren@myndigheten.example", password: password),
        DemonstrationPerson(
            name: "Karin Holm",
            task: Localized(sv: "är administratör på myndigheten", en: "is administrator at the authority"),
            email: "karin.holm@myndigheten.example", password: password),
        DemonstrationPerson(
            name: "Maria Lind",
            task: Localized(
                sv: "är controller i Linköping och gör rapporter till nämnden",
                en: "is a controller in Linköping and makes reports to the committee"),
            email: "maria.lind@linkoping.example", password: password),
        DemonstrationPerson(
            name: "Per Ahl",
            task: Localized(
                sv: "granskar och godkänner Linköpings rapporter", en: "reviews and approves Linköping's reports"),
            email: "per.ahl@linkoping.example", password: password),
    ]

    private static let roles: [String: (Organisation, Set<Role>)] = {
        let uppsala = Municipality(code: "0380").map(Organisation.municipality) ?? .authority
        let linköping = Municipality(code: "0580").map(Organisation.municipality) ?? .authority
        return [
            "anna.ek@uppsala.example": (uppsala, [.coordinator, .reporter]),
            "bo.ek@uppsala.example": (uppsala, [.reader]),
            "maria.lind@linkoping.example": (linköping, [.controller]),
            "per.ahl@linkoping.example": (linköping, [.controller]),
            "lisa.noren@myndigheten.example": (.authority, [.reviewer, .publisher]),
            "karin.holm@myndigheten.example": (.authority, [.administrator]),
        ]
    }()

    /// Makes everything up in an empty register; leaves one that has people as it is.
    ///
    /// - Parameter desk: One that writes to nobody: what is made up happened long ago.
    func prepare(_ portal: Portal, desk: ReportDesk, _ language: Language) async throws {
        let house = portal.house
        guard try await house.accounts.contacts().isEmpty else { return }
        print(
            Localized(
                sv: "Hittar på en insamling och nämndrapporter …", en: "Making up a collection and committee reports …"
            )[language])
        let people = try await join(house)
        let reports = ReportDemonstration(
            library: library, register: house.register, rooms: portal.reports.with(desk),
            maker: people["maria.lind@linkoping.example"], reviewer: people["per.ahl@linkoping.example"])
        async let made: Void = reports.prepare()
        try await deliver(house, language)
        try await ask(house)
        try await made
    }

    /// Somebody in each municipality but three, and those one can sign in as.
    private func join(_ house: House) async throws -> [String: Person] {
        let named = settings.people.compactMap { person in
            Self.roles[person.email].map { organisation, roles in
                MadeUpPerson(
                    name: person.name, email: person.email, organisation: organisation, roles: roles,
                    isContact: roles.contains(.coordinator))
            }
        }
        let others = Municipality.all.filter { municipality in
            !Self.withoutContact.contains(municipality.code)
                && !named.contains { $0.isContact && $0.organisation == .municipality(municipality) }
        }
        .map { municipality in
            MadeUpPerson(
                name: "Påhittad samordnare, \(municipality.name)",
                email: "statistik.\(municipality.code)@\(Self.domain(.municipality(municipality)))",
                organisation: .municipality(municipality), roles: [.coordinator], isContact: true)
        }
        let people = try await house.accounts.makeUp(
            named + others, password: Self.password, at: Self.beginning.addingTimeInterval(-60 * 86_400))
        return Dictionary(people.map { ($0.email, $0) }) { first, _ in first }
    }

    private static let withoutContact: Set<String> = ["0117", "1421", "2521"]

    private static func domain(_ organisation: Organisation) -> String {
        guard let municipality = organisation.municipality else { return "myndigheten.example" }
        let plain = municipality.name.lowercased()
            .map { ["å": "a", "ä": "a", "ö": "o", " ": "-"][$0].map(Character.init) ?? $0 }
        return String(plain) + ".example"
    }

    /// What had come in by then, with the reminders and the review of those weeks in between.
    private func deliver(_ house: House, _ language: Language) async throws {
        let population = library.text("population/2012-11-01.csv").flatMap { Population($0) }
        let demonstration = try Demonstration(collection, population: population?.municipalities ?? [:])
        let run = DemonstrationRun(
            collection: collection, register: house.register, folder: folder.appending(path: "filer"),
            language: language, tell: { _ in })
        let now = house.site.now()
        try await run.deliver(demonstration, until: now, waiting: Municipality(code: "0380"))
        try await house.review.approveAutomatically(in: collection, at: now.addingTimeInterval(-3_600))
        for period in collection.calendar.periods {
            for day in period.reminders.compactMap({ Day(iso: $0) }) where day.start < now {
                let morning = day.start.addingTimeInterval(8 * 3_600)
                _ = try await house.collecting.runScheduled(at: morning)
                try await send(house, at: morning)
            }
        }
    }

    /// Mail goes the same day, not when the demonstration begins.
    private func send(_ house: House, at time: Date) async throws {
        guard let sender = MailAddress(house.site.host.email) else { return }
        while try await house.outbox.deliver(with: settings.mailbox, from: sender, at: time).sent > 0 {}
    }

    /// One question answered, one that waits.
    private func ask(_ house: House) async throws {
        let now = house.site.now()
        guard let uppsala = Municipality(code: "0380"), let knivsta = Municipality(code: "0330") else { return }
        let answered = try await house.collecting.ask(
            NewQuestion(
                collection: collection.id, municipality: uppsala, topic: .codes,
                text: "Räknas SFI som en arbetsfrämjande insats?",
                author: "Anna Ek", email: "anna.ek@uppsala.example"),
            at: now.addingTimeInterval(-9 * 86_400))
        _ = try await house.collecting.answer(
            answered.id,
            text: "Nej, allmän SFI räknas inte. En yrkesinriktad språkkurs som tydligt ska leda till arbete är kod 3.",
            author: "Lisa Norén", at: now.addingTimeInterval(-8 * 86_400))
        _ = try await house.collecting.ask(
            NewQuestion(
                collection: collection.id, municipality: knivsta, topic: .codes,
                text: "Vilken kod gäller när hushållet inte har hörts av på tre månader?",
                author: "Påhittad samordnare, Knivsta", email: "statistik.0330@knivsta.example"),
            at: now.addingTimeInterval(-86_400))
    }
}
