import AccessLog
import Accounts
import Foundation
import Definitions
import Frame
import Hummingbird
import Vocabulary
import Web

// The access log: an organisation's own lines for its people, all lines for those who review them.

extension AccountPages {
    func addLog(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.log.route, use: events)
        addLogReview(to: routes)
    }

    private func events(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await require(context)
        var choice = LogChoice(context.path, isOfAll: context.may(.reviewLog, of: .authority), own: person.organisation)
        // Only those who manage people choose among them: the address has a number, never a name.
        if context.may(.managePeople, of: choice.organisation ?? .authority) {
            choice.people = try await accounts.people(
                of: choice.organisation ?? .authority, by: .person(person), at: context.now)
        }
        let filter = choice.filter
        let list = PageOfList(of: try await log.counts(filter).values.reduce(0, +), context.path)
        let events = try await log.events(filter, offset: list.range.lowerBound, limit: list.size)
        try await log.add(
            Event(
                at: context.now, actor: person.actor, organisation: choice.organisation ?? .authority, act: .sawLog,
                subject: choice.organisation == nil ? "alla" : "sida \(list.number)"))
        return context.page.log(choice, events, list)
    }

    /// Lets through those who may read what the address asks for: one organisation's log, or all.
    private func require(_ context: PortalContext) async throws -> Person {
        guard let code = context.path["organisation"], !code.isEmpty else {
            return context.may(.reviewLog, of: .authority)
                ? try await context.require(.reviewLog, of: .authority) : try await context.require(.seeLog)
        }
        guard let organisation = Organisation(code: code) else { throw PageError.notFound }
        return try await context.require(.seeLog, of: organisation)
    }
}

/// Which lines are asked for.
struct LogChoice {
    /// Whether the reader may see the log of all.
    let isOfAll: Bool
    /// Whose lines; those of all when `nil`.
    let organisation: Organisation?
    let group: LogGroup?
    let person: Person.ID?
    let from: Day?
    let until: Day?
    /// The page of the organisation's people, when it is a municipality's own log.
    let home: OrganisationPlace?
    /// The people that can be chosen among.
    var people: [Person] = []

    init(_ path: Path, isOfAll: Bool, own: Organisation) {
        self.isOfAll = isOfAll
        organisation = path["organisation"].flatMap { Organisation(code: $0) } ?? (isOfAll ? nil : own)
        home =
            own == .authority
            ? nil : OrganisationPlace(organisation: own, path: .ourMunicipality)
        group = path["vad"].flatMap(LogGroup.init(rawValue:))
        person = path["person"].flatMap { Int($0) }
        from = path["fran"].flatMap { Day(iso: $0) }
        until = path["till"].flatMap { Day(iso: $0) }
    }

    var filter: LogFilter {
        LogFilter(
            about: organisation, acts: group?.acts,
            who: people.first { $0.id == person }?.email ?? "", since: from?.start,
            before: until?.advanced(by: 1).start)
    }
}
