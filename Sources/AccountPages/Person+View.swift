import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// One person and what can be done about the account.
    func person(
        _ place: OrganisationPlace, _ person: Person, isSelf: Bool, roles: Set<Role>? = nil,
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let here = place.person(person.id)
        return document(
            person.displayName, over: name(of: place.organisation), tag: person.status.tag,
            back: Link(name(of: place.organisation), place.path), errors: errors
        ) {
            """
            \(personNews)\
            \(personFacts(person))\
            \(person.status == .invited ? invitation(here) : nil)\
            \(person.status == .deactivated ? deactivated(here) : rolesForm(person, roles ?? person.roles, here, errors))\
            \(person.status == .active ? contactForm(person, here) : nil)\
            \(person.status == .active && !isSelf ? closing(person, here) : nil)
            """
        }
    }

    private var personNews: HTML? {
        let words: Localized? =
            switch path["klart"] {
            case "roller": Localized(sv: "Rollerna är ändrade.", en: "The roles have been changed.")
            case "kontakt": Localized(sv: "Kontaktpersonen är ändrad.", en: "The contact person has been changed.")
            case "oppnad":
                Localized(sv: "Kontot är öppet igen.", en: "The account has been reactivated.")
            case "avstangd":
                Localized(
                    sv: "Kontot är avstängt. Personen är utloggad överallt.",
                    en: "The account has been deactivated. The person has been signed out everywhere.")
            case "koder":
                Localized(
                    sv: "Personen får nu koder med mejl, och är utloggad överallt.",
                    en: "The person now gets codes by mail, and has been signed out everywhere.")
            case "igen":
                Localized(
                    sv: "Inbjudan är skickad igen. Den gamla länken gäller inte längre.",
                    en: "The invitation has been sent again. The old link is no longer good.")
            default: nil
            }
        return words.map { notice(.ok, isNews: true, say($0)) }
    }

    private func personFacts(_ person: Person) -> HTML {
        var facts: [(name: String, value: HTML)] = [
            (say("E-postadress", "E-mail address"), "\(person.email)"),
            (say("Inbjuden", "Invited"), "\(date(person.createdAt))"),
        ]
        if person.status != .invited {
            let last = person.lastSignedInAt.map { time($0) } ?? say("Aldrig", "Never")
            facts.append((say("Loggade in senast", "Last signed in"), "\(last)"))
        }
        if let factor = person.factor {
            facts.append((say("Engångskoder", "One-time codes"), "\(say(factor.shortWords))"))
        }
        return self.facts(facts)
    }

    private func invitation(_ here: Path) -> HTML {
        """
        <h2>\(say("Inbjudan", "Invitation"))</h2>
        <p>\(say("Personen har inte svarat än.", "The person has not answered yet."))</p>
        \(actions(
            buttonForm(say("Skicka inbjudan igen", "Send the invitation again"), to: here.under("bjud-in-igen")),
            buttonForm(say("Ta bort inbjudan", "Withdraw the invitation"), .link, to: here.under("ta-bort"))))
        """
    }

    private func rolesForm(_ person: Person, _ roles: Set<Role>, _ here: Path, _ errors: FormErrors) -> HTML {
        form(to: here.under("roller")) {
            """
            \(roleChoice(of: person.organisation, selected: roles,
                legend: say("Vad ska personen göra?", "What is the person to do?"), isLarge: true, errors: errors))\
            \(actions(button(say("Spara roller", "Save roles"))))
            """
        }
    }

    private func contactForm(_ person: Person, _ here: Path) -> HTML? {
        guard person.organisation != .authority else { return nil }
        let path = here.under("kontaktperson")
        return """
            <h2>\(say("Kontaktperson", "Contact person"))</h2>
            <p>\(person.isContact
                ? say("Påminnelser och frågor går till personen.", "Reminders and questions go to the person.")
                : say(
                    "Som kontaktperson får personen påminnelser och frågor från oss. Ni kan ha flera.",
                    "A contact person gets reminders and questions from us. There can be several."))</p>
            \(actions(
                person.isContact
                    ? buttonForm(say("Ta bort som kontaktperson", "Remove as contact person"), to: path)
                    : buttonForm(say("Gör till kontaktperson", "Make contact person"), to: path,
                        fields: [("ja", "ja")])))
            """
    }

    private func closing(_ person: Person, _ here: Path) -> HTML {
        """
        \(person.factor != .app ? nil : """
            <h2>\(say("Om personen har tappat sin app", "If the person has lost the app"))</h2>
            <p>\(say(
                "Har personen inga reservkoder heller? Byt till koder med mejl. Försäkra dig först om att det är rätt person som ber om det.",
                "No recovery codes either? Change to codes by mail. First make sure that it is the right person who asks."))</p>
            \(actions(buttonForm(say("Byt till koder med mejl", "Change to codes by mail"), to: here.under("koder"))))
            """ as HTML)\
        <h2>\(say("Stäng av kontot", "Deactivate the account"))</h2>
        <p>\(say(
            "Personen loggas ut genast och kan inte logga in igen. Det personen har gjort finns kvar. Du kan öppna kontot igen.",
            "The person is signed out at once and cannot sign in again. What the person has done is kept. You can reactivate the account."))</p>
        \(actions(buttonForm(say("Stäng av kontot", "Deactivate the account"), .grave, to: here.under("stang-av"))))
        """
    }

    private func deactivated(_ here: Path) -> HTML {
        """
        <h2>\(say("Öppna kontot igen", "Reactivate the account"))</h2>
        <p>\(say(
            "Personen kan då logga in med samma lösenord och samma roller som förut.",
            "The person can then sign in with the same password and the same roles as before."))</p>
        \(actions(buttonForm(say("Öppna kontot igen", "Reactivate the account"), .primary, to: here.under("oppna"))))
        """
    }
}

extension SecondFactor {
    /// In a list of facts.
    fileprivate var shortWords: Localized {
        switch self {
        case .app: Localized(sv: "Från en app", en: "From an app")
        case .mail: Localized(sv: "Med mejl", en: "By mail")
        }
    }
}
