import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    func period(
        _ collection: Definitions.Collection, _ period: Period, _ answers: PeriodAnswers, mayPlan: Bool,
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let month = period.month
        return document(
            say("Period \(month.fullName(.sv))", "Period \(month.fullName(.en))"), over: say(collection.title),
            tag: Tag(period.state(on: today)),
            crumbs: [
                Link(say("Insamling", "Collecting"), .collecting), Link(capital(month), .collecting(month)),
            ], errors: errors
        ) {
            """
            \(path["klart"] == nil ? nil : notice(.ok, isNews: true, say("Perioden är ändrad.", "The period has been changed.")))\
            \(facts(dates(of: period)))\
            <p>\(link(say("Påminnelser som har skickats", "Reminders that have been sent"), Path.collecting(month).reminders))</p>
            \(mayPlan ? form(period, answers, errors) : nil)\
            \(changes(period))
            """
        }
    }

    private func dates(of period: Period) -> [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [
            (say("Öppnar", "Opens"), "\(date(period.opens))"),
            (say("Sista dag", "Last day"), "\(period.due.textWithWeekday(language))"),
            (
                say("Påminnelser", "Reminders"),
                "\(period.reminders.isEmpty ? "–" : period.reminders.map { date($0) }.joined(separator: ", "))"
            ),
        ]
        if let reviewed = period.reviewed {
            facts.append((say("Granskat senast", "Reviewed by"), "\(date(reviewed))"))
        }
        let closes = period.closes.map { date($0) } ?? say("När ni stänger", "When you close")
        facts.append((say("Sena svar tas emot till och med", "Late answers are received until"), "\(closes)"))
        if let closed = period.closed {
            facts.append((say("Stängd för hand", "Closed by hand"), "\(date(closed))"))
        }
        return facts
    }

    private func form(_ period: Period, _ answers: PeriodAnswers, _ errors: FormErrors) -> HTML {
        let usual = PeriodAnswers.Change.usual(period.state(on: today))
        let options = PeriodAnswers.Change.allCases.map { Option($0.rawValue, say($0.title), hint: say($0.hint)) }
        return form(to: Path.collecting(period.month).period) {
            """
            <h2>\(say("Ändra perioden", "Change the period"))</h2>
            \(radios(
                PeriodAnswers.kind, say("Vad vill du göra?", "What do you want to do?"), options,
                selected: (answers.change ?? usual).rawValue, errors: errors))\
            \(field(
                PeriodAnswers.day, say("Ny sista dag", "New last day"), .date, value: answers.day,
                hint: say("Bara när du förlänger.", "Only when you prolong."), isShort: true, errors: errors))\
            \(textArea(
                PeriodAnswers.why, say("Varför?", "Why?"), value: answers.reason,
                hint: say(
                    "Står i listan här under.", "Is shown in the list below."),
                rows: 3, length: CollectingText.reason.limit, errors: errors))\
            \(actions(button(say("Ändra perioden", "Change the period"))))
            """
        }
    }

    private func changes(_ period: Period) -> HTML {
        """
        <h2>\(say("Ändringar", "Changes"))</h2>
        \(period.changes.isEmpty
            ? "<p>\(say("Datumen är de som insamlingen har bestämt.", "The dates are those of the collection."))</p>\n"
            : timeline(period.changes.reversed().map { change in
                (at: change.at, text: "<strong>\(words(change.kind))</strong> \(who(change.by)). \(change.reason)" as HTML)
            }))
        """
    }

    private func words(_ kind: PeriodChange.Kind) -> String {
        switch kind {
        case .opened: say("Öppnad.", "Opened.")
        case .prolonged(let day): say("Förlängd till \(date(day)).", "Prolonged until \(date(day)).")
        case .closed: say("Stängd.", "Closed.")
        }
    }
}

extension PeriodAnswers.Change {
    /// What is most likely to be done.
    fileprivate static func usual(_ state: PeriodState) -> Self {
        switch state {
        case .notYetOpen, .closed: .open
        case .open: .prolong
        case .pastDue: .close
        }
    }

    fileprivate var title: Localized {
        switch self {
        case .prolong: Localized(sv: "Förläng", en: "Prolong")
        case .close: Localized(sv: "Stäng", en: "Close")
        case .open: Localized(sv: "Öppna", en: "Open")
        }
    }

    fileprivate var hint: Localized {
        switch self {
        case .prolong:
            Localized(
                sv: "Sista dag blir senare för alla. Påminnelser som inte har gått flyttas lika långt.",
                en: "The last day is moved for all. Reminders not yet sent are moved as far.")
        case .close:
            Localized(
                sv: "Inget mer tas emot, utom från den som har anstånd.",
                en: "Nothing more is received, but from those who have more time.")
        case .open:
            Localized(
                sv: "Kommunerna kan lämna från och med nu.", en: "Municipalities can deliver from now on.")
        }
    }
}
