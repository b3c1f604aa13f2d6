import AccessLog
import Accounts
import Collecting
public import Definitions
import Documents
import Foundation
public import Frame
import Hummingbird
import Intake
public import Logging
import Outbox
import Register
public import ReportPages
import Reporting
import Review
import ServiceLifecycle
import Statistics
public import Storage
import Vocabulary
import Web

/// The portal (*Lämna statistik*): every page and the machine interface, served over one database.
public struct Portal: Sendable {
    /// The rooms it is made of.
    public let house: House
    /// The rooms that reports to committees are made in.
    public let reports: ReportRooms
    let settings: PortalSettings
    let logger: Logger

    /// Opens the rooms in `database` and the folders they need. Nothing is served yet.
    public init(
        _ database: any Database, library: DefinitionLibrary, settings: PortalSettings, logger: Logger
    ) async throws {
        guard let origin = settings.visited else { throw PortalError.address(settings.address) }
        let shift = settings.demonstration?.clockShift ?? 0
        let collections = try library.surveys().sorted { one, other in
            let (first, second) = (one.calendar.periods.last?.month, other.calendar.periods.last?.month)
            return first == second ? one.id < other.id : (first?.index ?? 0) > (second?.index ?? 0)
        }
        let register = try await Register(database)
        let accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: origin.description, sealingKey: settings.sealingKey))
        let review = try await Review(database, register: register)
        let collecting = try await Collecting(
            database, collections: collections,
            population: library.text("population/2012-11-01.csv").flatMap { Population($0) },
            address: { origin.description + Path($0).text })
        let intake = try await Intake(
            database, register: register, collections: collections,
            afterLateCheck: { try collecting.tellOfLateCheck($0, $1) })
        self.house = House(
            site: Site(
                accounts: accounts, origin: origin, proxies: settings.proxies,
                isDemonstration: settings.demonstration != nil, host: settings.host,
                now: { Date().addingTimeInterval(shift) }),
            library: library, collections: collections, register: register, intake: intake, review: review,
            collecting: collecting, log: try await AccessLog(database), outbox: try await Outbox(database),
            uploads: try UploadFolder(settings.folder.appending(path: "uploads")))
        let reportShift = settings.demonstration?.reportClockShift ?? 0
        self.reports = ReportRooms(
            desk: try await ReportDesk(
                database, telling: ReportPost(origin: origin, library: library, now: house.site.now).tell),
            press: Press(settings.press), warning: settings.demonstration?.warning,
            now: { Date().addingTimeInterval(reportShift) })
        self.settings = settings
        self.logger = logger
    }

    /// Serves until the process is told to stop, and then finishes what it has begun.
    public func run(started: @escaping @Sendable () async -> Void) async throws {
        var application = Application(
            router: router(), server: .site(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address, port: settings.port), serverName: nil),
            onServerRunning: { _ in await started() },
            logger: logger)
        application.addServices(
            Jobs(house: house, mailer: settings.mailer, sender: settings.sender, logger: logger))
        try await application.runService()
    }
}

/// Why a portal cannot be served.
public enum PortalError: Error, Sendable {
    /// Not an address to listen to.
    case address(String)
}
