import Accounts
import Collecting
import Definitions
import Foundation
import Frame
import Hummingbird
import Vocabulary
import Web

// Who owes figures (*uppgiftsskyldighet*), from when and to when, and for which parts.

extension AuthorityPages {
    func addObligations(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.obligations.route) { _, context in
            try await context.require(.oversee, of: .authority)
            let collection = try collection(context)
            return context.page.obligations(
                ObligationChoice(
                    context.path, collection, house.collections,
                    try await house.collecting.obligations(collection.id), today: context.page.today))
        }
        let one = Path.obligations.under(":municipality")
        routes.get(one.route) { _, context in
            let municipality = try context.municipality()
            try await context.require(.oversee, of: .municipality(municipality))
            return context.page.obligations(
                try await obligations(of: municipality, context), ObligationAnswers(),
                mayPlan: context.may(.plan, of: .municipality(municipality)))
        }
        routes.post(one.route, use: decide)
    }

    /// The collection that the address asks for, else the newest.
    private func collection(_ context: PortalContext) throws(PageError) -> Definitions.Collection {
        guard let id = context.path[ObligationChoice.collection] else {
            guard let first = house.collections.first else { throw .notFound }
            return first
        }
        return try house.collection(id)
    }

    private func obligations(
        of municipality: Municipality, _ context: PortalContext
    ) async throws -> MunicipalityObligations {
        let collection = try collection(context)
        let all = try await house.collecting.obligations(collection.id)
        return MunicipalityObligations(
            collection: collection, municipality: municipality,
            decisions: all.decisions.filter { $0.municipality == municipality }.reversed(),
            months: collection.calendar.periods.map { ($0.month, all.duty(of: municipality, for: $0.month)) })
    }

    private func decide(_ request: Request, _ context: PortalContext) async throws -> Response {
        let municipality = try context.municipality()
        let person = try await context.require(.plan, of: .municipality(municipality))
        let answers = ObligationAnswers(try await Form.read(request))
        let state = try await obligations(of: municipality, context)
        let errors: FormErrors
        if let owes = answers.owes {
            do throws(CollectingError) {
                try await house.collecting.decide(
                    state.collection.id, [municipality], owes: owes, units: answers.unitNames,
                    from: Month(iso: answers.from), to: Month(iso: answers.to), reason: answers.reason,
                    by: person.actor, at: context.now)
                return .see(
                    Path.obligations(municipality).with(ObligationChoice.collection, state.collection.id)
                        .with("klart", "ja").text)
            } catch {
                guard let found = FormErrors(error, at: error.obligationField, on: context.page) else { throw error }
                errors = found
            }
        } else {
            errors = FormErrors(
                ObligationAnswers.owes,
                context.page.say("Välj om kommunen ska lämna.", "Choose whether the municipality owes figures."))
        }
        return context.page.obligations(state, answers, mayPlan: true, errors).response
    }
}

extension CollectingError {
    /// The field of a decision that it is about.
    fileprivate var obligationField: String {
        switch self {
        case .monthsOutOfOrder: ObligationAnswers.to
        case .blank(.unit), .textTooLong(.unit, _, _), .identityNumber(in: .unit): ObligationAnswers.units
        default: ObligationAnswers.reason
        }
    }
}

/// The municipalities with what they owe now, narrowed as an address says.
struct ObligationChoice {
    struct Row {
        let municipality: Municipality
        /// What it owes for the month; `nil` = nothing.
        let duty: Duty?
        /// The decision that says so; `nil` = nothing has been decided.
        let decision: ObligationDecision?
    }

    enum View: String, CaseIterable {
        case all = "alla"
        case exempt = "ska-inte-lamna"
        case units = "stadsdelar"
        case decided = "beslut"

        func holds(_ row: Row) -> Bool {
            switch self {
            case .all: true
            case .exempt: row.duty == nil
            case .units: row.duty?.units.isEmpty == false
            case .decided: row.decision != nil
            }
        }
    }

    static let collection = "insamling"

    let collection: Definitions.Collection
    /// Those to choose among.
    let collections: [Definitions.Collection]
    /// The month that is looked at: the newest that has opened.
    let month: Month?
    let view: View
    let sought: String
    private let found: [Row]

    init(
        _ path: Path, _ collection: Definitions.Collection, _ collections: [Definitions.Collection],
        _ obligations: Obligations, today: Day
    ) {
        self.collection = collection
        self.collections = collections
        view = path["visa"].flatMap(View.init(rawValue:)) ?? .all
        let sought = (path["sok"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.sought = sought
        let periods = collection.calendar.periods
        let month = periods.last { $0.opens <= today.iso }?.month ?? periods.first?.month
        self.month = month
        let newest = Dictionary(grouping: obligations.decisions.reversed(), by: \.municipality)
        found = Municipality.all.filter { $0.answers(to: sought.lowercased()) }.map { municipality in
            Row(
                municipality: municipality, duty: month.flatMap { obligations.duty(of: municipality, for: $0) },
                decision: newest[municipality]?.first)
        }
    }

    var rows: [Row] { found.filter(view.holds) }
    func count(_ view: View) -> Int { found.count(where: view.holds) }
}

extension Municipality {
    fileprivate func answers(to sought: String) -> Bool {
        sought.isEmpty || code.hasPrefix(sought) || name.lowercased().contains(sought)
    }
}

/// What one municipality owes for each month, and the decisions behind it.
struct MunicipalityObligations {
    let collection: Definitions.Collection
    let municipality: Municipality
    /// Newest first.
    let decisions: [ObligationDecision]
    let months: [(month: Month, duty: Duty?)]
}

/// What has been filled in about what a municipality owes.
struct ObligationAnswers {
    var owes: Bool?
    var units = ""
    var from = ""
    var to = ""
    var reason = ""

    static let owes = "lamnar"
    static let units = "stadsdelar"
    static let from = "fran"
    static let to = "till"
    static let reason = "skal"

    init() {}

    init(_ form: Form) {
        owes = ["ja": true, "nej": false][form[Self.owes] ?? ""]
        units = form[Self.units] ?? ""
        from = form[Self.from] ?? ""
        to = form[Self.to] ?? ""
        reason = form[Self.reason] ?? ""
    }

    /// One a line.
    var unitNames: [String] {
        units.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
