import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

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
