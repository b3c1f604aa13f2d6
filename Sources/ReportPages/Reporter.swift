import Accounts
import Definitions
import Foundation
import Frame
import Hummingbird
import Register
import Reporting
import Vocabulary
import Web

/// Who works with reports, and for which municipality.
struct Reporter: Sendable {
    let municipality: Municipality
    let person: Person

    /// The person as the desk knows it.
    var writer: ReportPerson { ReportPerson(person) }
}

extension PortalContext {
    /// Whoever has signed in at a municipality, if the person has `permission` over what is its own.
    func reporter(_ permission: Permission) async throws -> Reporter {
        let person = try await require(permission)
        guard let municipality = person.organisation.municipality else { throw PageError.notFound }
        return Reporter(municipality: municipality, person: person)
    }
}

/// Which buttons a page shows; what they do asks again.
struct ReportRights: Sendable {
    let write, approve, publish: Bool

    init(_ context: PortalContext, of municipality: Municipality) {
        let may = { context.may($0, of: .municipality(municipality)) }
        write = may(.writeReport)
        approve = may(.approveReport)
        publish = may(.publishReport)
    }
}

extension ReportPages {
    /// The page of a request, by the clock of reports.
    func page(_ context: PortalContext) -> Page {
        var page = context.page
        page.now = rooms.now()
        page.styleSheets = [PortalAssets.served.path("report.css")]
        return page
    }

    /// Which report an address names, of whoever has signed in.
    func identity(_ context: PortalContext, _ municipality: Municipality) throws -> ReportIdentity {
        let kind = try context.parameter("kind")
        guard house.library.reports.contains(kind), let month = Month(iso: try context.parameter("month")) else {
            throw PageError.notFound
        }
        return ReportIdentity(kind: kind, municipality: municipality, month: month)
    }

    /// The report an address names, which has been begun.
    func work(_ context: PortalContext, _ municipality: Municipality) async throws -> ReportWork {
        guard let work = try await rooms.desk.work(try identity(context, municipality)) else {
            throw PageError.notFound
        }
        return work
    }

    /// The months of a kind of report that there are figures for.
    func months(_ kind: String, of municipality: Municipality) async throws -> ReportMonths? {
        try await ReportMonths.read(
            of: municipality, kind: kind, library: house.library, register: house.register, at: rooms.now())
    }

    /// What a report is counted from: of a locked one what was known then.
    func figures(_ work: ReportWork) async throws -> ReportFigures {
        let (library, register, identity) = (house.library, house.register, work.identity)
        let known = work.knownUntil
        let stamp = try await months(identity.kind, of: identity.municipality)?.stamp ?? 0
        return try await rooms.shelf.figures(
            FigureShelf.Key(identity: identity, knownUntil: known, stamp: stamp)
        ) {
            try await ReportFigures.read(identity, library: library, register: register, lockedAt: known)
        }
    }

    /// A report as it stands, in Swedish as committees read it.
    func report(_ work: ReportWork, _ figures: ReportFigures, choices: ReportChoices? = nil) -> Report {
        Report(figures, of: work, choices: choices, warning: rooms.warning?.sv)
    }
}
