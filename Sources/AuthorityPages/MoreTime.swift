import Accounts
import Collecting
import Definitions
import Foundation
import Frame
import Hummingbird
import Markup
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
            if case .dueNotLater = error { field = MoreTimeAnswers.day }
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

    /// As the form begins: a week more than there is.
    init(_ period: Period, today: Day) {
        day = max(period.due, today).advanced(by: 7).iso
        reason = ""
    }

    init(_ form: Form) {
        day = form[Self.day] ?? ""
        reason = form[Self.why] ?? ""
    }

    var until: Day? { Day(iso: day) }
}

extension Page {
    func moreTime(_ asked: MoreTime, _ answers: MoreTimeAnswers, _ errors: FormErrors = FormErrors()) -> Document {
        let month = asked.period.month
        let whom =
            asked.municipalities.count == 1
            ? asked.municipalities[0].name
            : count(asked.municipalities.count, sv: ("kommun", "kommuner"), en: ("municipality", "municipalities"))
        let back = asked.isOfOne ? whom : capital(month)
        return document(
            asked.municipalities.isEmpty
                ? say("Anstånd för \(month.fullName(.sv))", "More time for \(month.fullName(.en))")
                : say(
                    "Ge \(whom) anstånd för \(month.fullName(.sv))", "Give \(whom) more time for \(month.fullName(.en))"
                ),
            over: say(asked.collection.title), back: Link(back, asked.back), errors: errors
        ) {
            asked.municipalities.isEmpty
                ? notice(
                    .info,
                    say("Välj först en eller flera kommuner på listan.", "First choose municipalities on the list."))
                : moreTimeForm(asked, answers, errors)
        }
    }

    private func moreTimeForm(_ asked: MoreTime, _ answers: MoreTimeAnswers, _ errors: FormErrors) -> HTML {
        let chosen = Set(asked.municipalities)
        let had = asked.given.filter { chosen.contains($0.municipality) }
        return """
            <p>\(dates(asked.period)) \(say(
                "Kontaktpersonerna får mejl om den nya dagen. Det som lämnas i tid till dess räknas inte som sent.",
                "The contact persons are told of the new day by mail. What is delivered by then does not count as late."))</p>
            \(had.isEmpty ? nil : "<ul>\(had.map(line))</ul>" as HTML)\
            \(asked.municipalities.count == 1 ? nil : details(say("Visa kommunerna", "Show the municipalities"), isOpen: asked.municipalities.count <= 10) {
                "<ul>\(asked.municipalities.map { "<li>\($0.name)</li>" as HTML })</ul>"
            })\
            \(form(to: asked.path) {
                """
                \(asked.isOfOne ? nil : asked.municipalities.map { hiddenField(Place.municipality, $0.code) }.joined())\
                \(field(
                    MoreTimeAnswers.day, say("Ny sista dag", "New last day"), .date, value: answers.day, isShort: true,
                    errors: errors))\
                \(textArea(
                    MoreTimeAnswers.why, say("Varför?", "Why?"), value: answers.reason,
                    hint: say("Står på kommunens sida i insamlingen.", "Is shown on the municipality's page of the collection."),
                    rows: 3, length: CollectingText.reason.limit, errors: errors))\
                \(actions(button(say("Ge anstånd", "Give more time")), link(say("Avbryt", "Cancel"), asked.back)))
                """
            })
            """
    }

    private func line(_ given: DueExtension) -> HTML {
        """
        <li>\(given.municipality.name) \(say("har redan anstånd till", "has more time already, until")) \
        \(date(given.until)): \(given.reason)</li>
        """
    }
}
