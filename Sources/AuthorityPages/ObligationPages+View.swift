import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    /// All municipalities with what they owe now.
    func obligations(_ choice: ObligationChoice) -> Document {
        let list = PageOfList(of: choice.rows.count, path)
        let month = choice.month.map { $0.fullName(language) } ?? ""
        return document(
            say("Uppgiftsskyldighet", "Obligations"), over: say(choice.collection.title),
            crumbs: [Link(say("Register", "Registry"), .registry)]
        ) {
            """
            <p>\(say(
                "Alla kommuner ska lämna om inget annat är beslutat. Här står vad som gäller för \(month).",
                "All municipalities owe figures unless something else has been decided. This is what holds for \(month)."))</p>
            \(choice.collections.count < 2 ? nil : tabs(say("Insamling", "Collection"), choice.collections.map { collection in
                Link(say(collection.title), Path.obligations.with(ObligationChoice.collection, collection.id))
            }, current: Path.obligations.with(ObligationChoice.collection, choice.collection.id)))\
            \(filterForm(say("Sök kommun", "Search municipality"), keeping: ["visa", ObligationChoice.collection]) {
                """
                \(field("sok", say("Kommun eller kod", "Municipality or code"), .search, value: choice.sought))\
                \(button(say("Sök", "Search"), .secondary))
                """
            })\
            \(chips(say("Visa", "Show"), ObligationChoice.View.allCases.map { view in
                Chip(
                    say(view.title), count: choice.count(view),
                    path.with("visa", view == .all ? nil : view.rawValue).with("sida", nil),
                    isCurrent: view == choice.view)
            }))\
            \(table(
                say("Kommuner och vad de ska lämna", "Municipalities and what they owe"), Array(choice.rows[list.range]),
                [
                    Column(say("Kod", "Code")) { "\($0.municipality.code)" },
                    Column(say("Kommun", "Municipality"), .rowHeader) { row in
                        self.link(
                            row.municipality.name,
                            Path.obligations(row.municipality).with(ObligationChoice.collection, choice.collection.id))
                    },
                    Column(say("Skyldighet", "Obligation")) { "\(self.words($0.duty?.units))" },
                    Column(say("Gäller", "Holds")) { "\($0.decision.map { self.span($0) } ?? "–")" },
                    Column(say("Varför", "Why")) { "\($0.decision?.reason ?? "–")" },
                ], empty: say("Ingen kommun stämmer med urvalet.", "No municipality matches.")))\
            \(pager(list, things: say("kommuner", "municipalities")))
            """
        }
    }

    /// One municipality's.
    func obligations(
        _ state: MunicipalityObligations, _ answers: ObligationAnswers, mayPlan: Bool,
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let name = state.municipality.name
        return document(
            say("Vad \(name) ska lämna", "What \(name) owes"), over: say(state.collection.title),
            crumbs: [
                Link(say("Register", "Registry"), .registry),
                Link(
                    say("Uppgiftsskyldighet", "Obligations"),
                    Path.obligations.with(ObligationChoice.collection, state.collection.id)),
            ], errors: errors
        ) {
            """
            \(path["klart"] == nil ? nil : notice(.ok, isNews: true, say("Beslutet är sparat.", "The decision has been saved.")))\
            \(table(
                say("Månad för månad", "Month by month"), state.months,
                [
                    Column(say("Månad", "Month"), .rowHeader) { "\(self.capital($0.month))" },
                    Column(say("Skyldighet", "Obligation")) { "\(self.words($0.duty?.units))" },
                ], empty: say("Insamlingen har inga månader.", "The collection has no months.")))\
            \(mayPlan ? form(state, answers, errors) : nil)\
            <h2>\(say("Beslut", "Decisions"))</h2>
            \(state.decisions.isEmpty
                ? "<p>\(say("Inget är beslutat. Kommunen ska lämna som alla andra.", "Nothing has been decided. The municipality owes figures like all others."))</p>\n"
                : timeline(state.decisions.map { decision in
                    (at: decision.at, text: "<strong>\(span(decision)): \(words(decision.owes ? decision.units : nil).uncapitalised).</strong> \(who(decision.by)). \(decision.reason)" as HTML)
                }))
            """
        }
    }

    private func form(_ state: MunicipalityObligations, _ answers: ObligationAnswers, _ errors: FormErrors) -> HTML {
        let months = state.months.map { Option($0.month.iso, $0.month.fullName(language)) }
        let path = Path.obligations(state.municipality).with(ObligationChoice.collection, state.collection.id)
        return form(to: path) {
            """
            <h2>\(say("Nytt beslut", "New decision"))</h2>
            \(radios(
                ObligationAnswers.owes, say("Ska kommunen lämna?", "Does the municipality owe figures?"),
                [Option("ja", say("Ja", "Yes")), Option("nej", say("Nej", "No"))],
                selected: answers.owes.map { $0 ? "ja" : "nej" }, errors: errors))\
            <div class="row-of-fields">\(select(
                ObligationAnswers.from, say("Från och med", "From"),
                [Option("", say("Från början", "From the beginning"))] + months, selected: answers.from, errors: errors))\
            \(select(
                ObligationAnswers.to, say("Till och med", "To"),
                [Option("", say("Tills vidare", "Without end"))] + months, selected: answers.to, errors: errors))</div>
            \(textArea(
                ObligationAnswers.units, say("Stadsdelar som lämnar var för sig", "Districts that each deliver"),
                value: answers.units,
                hint: say("En på varje rad. Lämna tomt om kommunen lämnar som en.", "One a line. Leave empty when the municipality delivers as one."),
                rows: 3, isOptional: true, errors: errors))\
            \(textArea(
                ObligationAnswers.reason, say("Varför?", "Why?"), value: answers.reason, rows: 3,
                length: CollectingText.reason.limit, errors: errors))\
            \(actions(button(say("Spara beslutet", "Save the decision"))))
            """
        }
    }

    /// "Ja", "Ja, för Centrum och Väster", "Nej".
    private func words(_ units: [String]?) -> String {
        guard let units else { return say("Ska inte lämna", "Owes nothing") }
        let names = units.joined(separator: ", ")
        return units.isEmpty
            ? say("Ska lämna", "Owes figures") : say("Ska lämna för \(names)", "Owes figures for \(names)")
    }

    /// "mars 2013 – tills vidare".
    private func span(_ decision: ObligationDecision) -> String {
        let from = decision.from.map { $0.fullName(language) } ?? say("Från början", "From the beginning")
        let to = decision.to.map { $0.fullName(language) } ?? say("tills vidare", "without end")
        return "\(from) – \(to)"
    }
}

extension ObligationChoice.View {
    fileprivate var title: Localized {
        switch self {
        case .all: Localized(sv: "Alla", en: "All")
        case .exempt: Localized(sv: "Ska inte lämna", en: "Owing nothing")
        case .units: Localized(sv: "Lämnar per stadsdel", en: "Delivering by district")
        case .decided: Localized(sv: "Med beslut", en: "With a decision")
        }
    }
}
