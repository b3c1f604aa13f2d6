import Accounts
import Collecting
import Frame
import Markup
import Vocabulary

extension Page {
    /// Whom to write to, and who has a copy.
    func contacts(_ state: MunicipalityState) -> HTML {
        """
        <h2 id="chef">\(say("Kontakter", "Contacts"))</h2>
        \(table(
            say("Kontaktpersoner", "Contact persons"), state.contacts,
            [
                Column(say("Namn", "Name"), .rowHeader) { "\($0.name)" },
                Column(say("E-postadress", "E-mail address")) { "<a href=\"mailto:\($0.email)\">\($0.email)</a>" },
                Column(say("Roller", "Roles")) { contact in
                    "\(Role.allCases.filter(contact.roles.contains).map { self.say($0.title) }.joined(separator: ", "))"
                },
            ], isCaptionUnseen: true,
            empty: state.registrar == nil
                ? say(
                    "Kommunen har ingen kontaktperson och ingen registrator: påminnelser når ingen.",
                    "The municipality has no contact person and no registrar: reminders reach nobody.")
                : say(
                    "Kommunen har ingen kontaktperson. Påminnelser går till registratorn.",
                    "The municipality has no contact person. Reminders go to the registrar.")))\
        \(facts([
            (say("Registrator", "Registrar"), state.registrar.map { "<a href=\"mailto:\($0)\">\($0)</a>" } ?? "–"),
            (say("Chef", "Manager"), "\(state.managerAddress ?? "–")"),
        ]))\
        \(state.may.managePeople
            ? "<p>\(link(say("Kommunens användare", "The municipality's users"), .people.under(state.municipality.code)))</p>\n" as HTML : nil)\
        \(state.may.remind ? managerForm(state) : nil)
        """
    }

    private func managerForm(_ state: MunicipalityState) -> HTML {
        let field = MunicipalityState.manager
        return details(
            say("Ändra chef", "Change the manager"), isOpen: state.errors[field] != nil
        ) {
            form(to: Path.collecting(state.month, state.municipality).manager) {
                """
                \(self.field(
                    field, say("Chefens e-postadress", "The manager's e-mail address"), .email,
                    value: state.typed[field] ?? state.managerAddress,
                    hint: say(
                        "Får en kopia av kalenderns tredje påminnelse. Lämna tomt om ingen ska ha den.",
                        "Has a copy of the calendar's third reminder. Leave empty for nobody."),
                    autocomplete: "off", errors: state.errors))\
                \(button(say("Spara chef", "Save the manager"), .secondary))
                """
            }
        }
    }

    /// What the authority has noted, for itself.
    func notes(_ state: MunicipalityState) -> HTML {
        let field = MunicipalityState.note
        return """
            <h2 id="anteckning">\(say("Anteckningar", "Notes"))</h2>
            <p>\(say("Ses bara på myndigheten.", "Seen at the authority only."))</p>
            \(state.notes.isEmpty ? nil : timeline(state.notes.map { note in
                (at: note.at, text: "<strong>\(who(note.by))</strong><br>\(lines(note.text))" as HTML)
            }))\
            \(!state.may.remind ? nil : form(to: Path.collecting(state.month, state.municipality).notes) {
                """
                \(textArea(
                    field, say("Ny anteckning", "New note"), value: state.typed[field],
                    hint: say("Till exempel: Ringde i dag, de lämnar på fredag.", "For instance: Called today, they deliver on Friday."),
                    rows: 3, length: CollectingText.note.limit, errors: state.errors))\
                \(button(say("Spara anteckning", "Save the note"), .secondary))
                """
            })
            """
    }
}
