import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Markup
import Register
import Review
import Vocabulary
import Web

// "What do I do now, and until when?"

extension MunicipalityPages {
    func addStart(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.start.route, use: start)
    }

    private func start(_ request: Request, _ context: PortalContext) async throws -> Response {
        // The address is everybody's; the authority's people have pages of their own to begin with.
        guard try context.person().organisation != .authority else {
            return .see((context.may(.oversee, of: .authority) ? Path.collecting : .people).text)
        }
        let desk = try await context.desk(.seeDeliveries)
        let panel = try await panel(context)
        let may = Rights(context, desk)
        var work: [StartPage.Work] = []
        // Whoever makes reports of figures that others deliver has nothing to do in a collection.
        let makesReports = context.may(.writeReport, of: .municipality(desk.municipality)) && !may.deliver
        for collection in makesReports ? [] : house.collections {
            let standings = try await house.collecting.standings(
                collection.id, of: desk.municipality, at: context.now)
            work.append(
                StartPage.Work(
                    collection: collection, standings: standings, messages: try await messages(standings),
                    answered: try await house.collecting.questions(
                        collection.id, municipality: desk.municipality, status: .answered)))
        }
        return context.page.start(StartPage(desk: desk, work: work, may: may, panel: panel)).response
    }

    /// What the authority said when it returned something, by month.
    private func messages(_ standings: [MonthStanding]) async throws -> [Month: String] {
        var messages: [Month: String] = [:]
        for standing in standings where standing.standing.status == .returned {
            guard let number = standing.latest?.number,
                case .returned(let message, _, _) = try await house.review.state(of: number)
            else { continue }
            messages[standing.period.month] = message
        }
        return messages
    }
}

/// Which buttons a page shows; what they do asks again.
struct Rights: Sendable {
    let deliver, check, withdraw, decline, comment, ask, seeRows, fetch, invite: Bool

    init(_ context: PortalContext, of municipality: Municipality) {
        let may = { context.may($0, of: .municipality(municipality)) }
        deliver = may(.deliver)
        check = may(.check)
        withdraw = may(.withdraw)
        decline = may(.decline)
        comment = may(.comment)
        ask = may(.ask)
        seeRows = may(.seeRows)
        fetch = may(.fetchFile)
        invite = may(.managePeople)
    }

    init(_ context: PortalContext, _ desk: Desk) { self.init(context, of: desk.municipality) }
}

/// What the start page shows.
struct StartPage {
    /// One collection's.
    struct Work {
        let collection: Definitions.Collection
        let standings: [MonthStanding]
        /// What the authority said when it returned something, by month.
        let messages: [Month: String]
        /// Questions with answers.
        let answered: [Question]
    }

    let desk: Desk
    let work: [Work]
    let may: Rights
    /// What another room says.
    let panel: HTML?
}

extension [MonthStanding] {
    /// Those with something to do about them: what can still be in time first, by its last day, then what is late.
    var due: [MonthStanding] {
        let due = filter(\.isDue)
        return due.filter { !$0.state.isLate } + due.filter(\.state.isLate).reversed()
    }
}

extension MonthStanding {
    /// Whether the municipality has something to do about the month today.
    var isDue: Bool { duty != nil && state.receives && standing.status.isAwaited }
}
