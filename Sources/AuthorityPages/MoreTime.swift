import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Vocabulary
import Web

// More time (*anstånd*), for one municipality or for those chosen on the list.

extension AuthorityPages {
    func addMoreTime(to routes: RouterGroup<PortalContext>) {
        for pattern in [Path.monthPattern.moreTime, Path.municipalityPattern.moreTime] {
            routes.get(pattern.route) { _, context -> Document in
                let asked = try await moreTime(context, context.path.values(Place.municipality))
                return context.page.moreTime(asked, MoreTimeAnswers(asked.period, today: context.page.today))
            }
            routes.post(pattern.route, use: giveMoreTime)
        }
    }

    private func moreTime(_ context: PortalContext, _ codes: [String]) async throws -> MoreTime {
        let single = context.parameters.get("municipality") == nil ? nil : try context.municipality()
        let chosen = single.map { [$0] } ?? Set(codes.compactMap { Municipality(code: $0) }).sorted()
        try await context.require(.extend, of: single.map(Organisation.municipality) ?? .authority)
        let month = try context.month()
        let collection = try house.collection(of: month)
        return MoreTime(
            collection: collection, period: try await house.collecting.period(collection.id, month),
            municipalities: chosen, given: try await house.collecting.extensions(collection.id, month),
            isOfOne: single != nil)
    }

    private func giveMoreTime(_ request: Request, _ context: PortalContext) async throws -> Response {
        let form = try await Form.read(request)
        let (page, answers) = (context.page, MoreTimeAnswers(form))
        let asked = try await moreTime(context, form.values(Place.municipality))
        let person = try context.person()
        guard let until = answers.until else {
            let words = page.say("Välj den nya sista dagen.", "Choose the new last day.")
            return page.moreTime(asked, answers, FormErrors(MoreTimeAnswers.day, words)).response
        }
        do throws(CollectingError) {
            for municipality in asked.municipalities {
                try await house.collecting.extend(
                    asked.collection.id, asked.period.month, municipality, until: until, reason: answers.reason,
                    by: person.actor, at: context.now)
            }
        } catch {
            var field = MoreTimeAnswers.why
            switch error {
            case .dueNotLater, .dueAfterClosing: field = MoreTimeAnswers.day
            default: break
            }
            guard let errors = FormErrors(error, at: field, on: page) else { throw error }
            return page.moreTime(asked, answers, errors).response
        }
        return .see(asked.after.with("klart", "anstand").text)
    }
}

/// Who is to have more time for a month.
struct MoreTime {
    let collection: Definitions.Collection
    let period: Period
    let municipalities: [Municipality]
    /// The extensions there are.
    let given: [DueExtension]
    /// Whether it is asked for from the page of a municipality.
    let isOfOne: Bool

    /// Where the form is sent.
    var path: Path { back.moreTime }
    /// Where it was chosen.
    var back: Path {
        guard isOfOne, let first = municipalities.first else { return .collecting(period.month) }
        return .collecting(period.month, first)
    }
    /// Where it is seen when it is given.
    var after: Path { isOfOne ? back : back.with(MonthChoice.filterName, OverviewFilter.missing.word) }
}

/// What has been filled in about more time.
struct MoreTimeAnswers {
    var day: String
    var reason: String

    static let day = "dag"
    static let why = "skal"

    /// As the form begins: a week more than there is, as far as the period goes.
    init(_ period: Period, today: Day) {
        let week = max(period.due, today).advanced(by: 7)
        day = min(week, period.closes ?? week).iso
        reason = ""
    }

    init(_ form: Form) {
        day = form[Self.day] ?? ""
        reason = form[Self.why] ?? ""
    }

    var until: Day? { Day(iso: day) }
}
