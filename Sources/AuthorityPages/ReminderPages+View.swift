import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    /// A reminder that is being written.
    func reminder(_ writing: ReminderWriting) -> Document {
        let month = writing.draft.month
        let whom = municipalities(writing.previews.count)
        return document(
            say("Påminnelse till \(whom)", "Reminder to \(whom)"),
            over: "\(say(writing.collection.title)) · \(month.fullName(language))",
            back: Link(
                say("Insamling \(month.fullName(.sv))", "Collecting \(month.fullName(.en))"), .collecting(month)),
            errors: writing.errors
        ) {
            """
            \(path["klart"] == "mall"
                ? notice(.ok, isNews: true, say(
                    "Texten är sparad. Nya påminnelser börjar med den, även kalenderns.",
                    "The text is saved. New reminders begin with it, those of the calendar too.")) : nil)\
            \(exceptions(writing))\
            \(form(to: Path.collecting(month).reminders) { fields(writing) })
            """
        }
    }

    private func fields(_ writing: ReminderWriting) -> HTML {
        let (draft, errors) = (writing.draft, writing.errors)
        let words = ReminderText.placeholders.map { "{\($0)}" }.joined(separator: ", ")
        return """
            \(writing.previews.map { hiddenField(Place.municipality, $0.municipality.code) })\
            \(hiddenField(ReminderWriting.key, draft.formKey ?? ""))\
            \(field(
                ReminderWriting.subject, say("Ämne", "Subject"), value: draft.text.subject,
                length: CollectingText.subject.limit, errors: errors))\
            \(textArea(
                ReminderWriting.text, say("Text", "Text"), value: draft.text.text,
                hint: say(
                    "\(words) fylls i för varje kommun.",
                    "Municipalities are written to in Swedish. \(words) are filled in for each of them."),
                rows: 14, length: CollectingText.reminder.limit, errors: errors))\
            \(preview(writing))\
            <p>\(say(
                "Den som hinner lämna före utskicket får ingen påminnelse.",
                "Whoever delivers before it is sent is not reminded."))</p>
            \(actions(
                writing.sent.isEmpty ? .empty : button(
                    say("Skicka \(reminders(writing.sent.count))", "Send \(reminders(writing.sent.count))"),
                    name: ReminderWriting.act, value: ReminderWriting.send),
                button(
                    say("Spara texten som mall", "Save the text as template"), .link, name: ReminderWriting.act,
                    value: ReminderWriting.save)))
            """
    }

    /// The mail as one municipality gets it. Its button is the first of the form, so that Enter shows and does not send.
    private func preview(_ writing: ReminderWriting) -> HTML? {
        guard let shown = writing.shownPreview else { return nil }
        let choices = writing.sent + (shown.outcome.isSent ? [] : [shown])
        let options = choices.map { Option($0.municipality.code, $0.municipality.name) }
        return """
            <div class="row-of-fields">\(select(
                ReminderWriting.preview, say("Förhandsvisa", "Preview"), options, selected: shown.municipality.code))\
            \(button(say("Visa", "Show"), .secondary, name: ReminderWriting.act, value: "visa"))</div>
            \(writing.errors.isEmpty ? letter(shown) : nil)\
            \(writing.sent.isEmpty ? nil : details(
                say("Visa alla mottagare", "Show all recipients") + " (\(number(writing.sent.count)))"
            ) { recipients(writing.sent) })\
            \(writing.unsent.isEmpty ? nil : details(
                say("Får inget mejl", "Get no mail") + " (\(number(writing.unsent.count)))"
            ) { without(writing.unsent) })
            """
    }

    private func recipients(_ sent: [ReminderPreview]) -> HTML {
        table(
            say("Mottagare", "Recipients"), sent,
            [
                Column(say("Kommun", "Municipality"), .rowHeader) { "\($0.municipality.name)" },
                Column(say("Till", "To")) { "\($0.addresses.joined(separator: ", "))" },
            ], isCaptionUnseen: true, empty: "")
    }

    private func without(_ unsent: [ReminderPreview]) -> HTML {
        table(
            say("Får inget mejl", "Get no mail"), unsent,
            [
                Column(say("Kommun", "Municipality"), .rowHeader) { "\($0.municipality.name)" },
                Column(say("Varför", "Why")) { "\(self.why($0.outcome))" },
            ], isCaptionUnseen: true, empty: "")
    }

    /// Why no mail goes to a municipality.
    private func why(_ outcome: ReminderOutcome) -> String {
        switch outcome {
        case .noAddress:
            say("Saknar både kontaktperson och registrator", "Has neither a contact person nor a registrar")
        case .answered: say("Har redan lämnat", "Has delivered already")
        case .sent, .sentToRegistrar, .declined, .extended, .notOwing: say(outcome.title)
        }
    }

    private func letter(_ shown: ReminderPreview) -> HTML {
        let whom =
            shown.outcome.isSent
            ? say("Till \(shown.addresses.joined(separator: ", "))", "To \(shown.addresses.joined(separator: ", "))")
            : say(
                "Får inget mejl: \(why(shown.outcome).lowercased()).",
                "Gets no mail: \(why(shown.outcome).lowercased()).")
        return panel(shown.text.subject) {
            """
            <p class="secondary-text">\(whom)</p>
            <p>\(lines(shown.text.text.trimmingSuffix { $0.isNewline }))</p>
            """
        }
    }

    /// Those that are reminded in another way than by mail to a person, or not at all.
    private func exceptions(_ writing: ReminderWriting) -> HTML {
        let lines = ReminderOutcome.allCases.compactMap { outcome -> (Tone, String)? in
            let names = writing.names(outcome)
            guard !names.isEmpty, outcome != .sent else { return nil }
            let list = names.count > 12 ? "" : ": " + names.joined(separator: ", ")
            return (outcome == .noAddress ? .warning : .info, "\(words(outcome, names.count))\(list).")
        }
        guard !lines.isEmpty else { return .empty }
        let isGrave = lines.contains { $0.0 == .warning }
        return notice(isGrave ? .warning : .info) {
            """
            <ul>\(lines.map { "<li>\($0.1)</li>\n" as HTML })</ul>\
            \(isGrave && viewer?.menu.contains { $0.path == .people } == true
                ? "<p>\(link(say("Lägg till kontaktpersoner", "Add contact persons"), .people))</p>" as HTML : nil)
            """
        }
    }

    private func words(_ outcome: ReminderOutcome, _ count: Int) -> String {
        let whom = municipalities(count)
        return switch outcome {
        case .sent: say("\(whom) får påminnelsen", "\(whom) will be reminded")
        case .sentToRegistrar:
            say(
                "\(whom) saknar kontaktperson, påminnelsen går till registratorn",
                "\(whom) without a contact person: the reminder goes to the registrar")
        case .noAddress:
            say(
                "\(whom) saknar både kontaktperson och registrator och får ingen påminnelse",
                "\(whom) without contact person and registrar: no reminder is sent")
        case .answered:
            say("\(whom) har redan lämnat och påminns inte", "\(whom) delivered already: no reminder is sent")
        case .declined: say("\(whom) avstår och påminns inte", "\(whom) declining: no reminder is sent")
        case .extended: say("\(whom) har anstånd och påminns inte", "\(whom) with more time: no reminder is sent")
        case .notOwing:
            say("\(whom) ska inte lämna och påminns inte", "\(whom) owing nothing: no reminder is sent")
        }
    }

    func municipalities(_ count: Int) -> String {
        self.count(count, sv: ("kommun", "kommuner"), en: ("municipality", "municipalities"))
    }

    func reminders(_ count: Int) -> String {
        self.count(count, sv: ("påminnelse", "påminnelser"), en: ("reminder", "reminders"))
    }
}
