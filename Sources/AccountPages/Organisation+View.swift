import Accounts
import Frame
import Markup
import Vocabulary

/// An organisation as those who manage its people see it.
struct OrganisationState {
    let place: OrganisationPlace
    let people: [Person]
    let settings: OrganisationSettings
    let maySeeKeys: Bool
    let mayChangeDomains: Bool

    var isMunicipality: Bool { place.organisation != .authority }
    /// Whether nobody there can invite others.
    var lacksCoordinator: Bool { isMunicipality && !isAnybody(.active) { $0.roles.contains(.coordinator) } }
    /// Whether nobody has been chosen to have reminders.
    var lacksContact: Bool { isMunicipality && !isAnybody(.active, \.isContact) }
    /// Whether somebody has been asked to be coordinator.
    var awaitsCoordinator: Bool { isAnybody(.invited) { $0.roles.contains(.coordinator) } }

    private func isAnybody(_ status: Person.Status, _ isMeant: (Person) -> Bool) -> Bool {
        people.contains { $0.status == status && isMeant($0) }
    }
}

extension Page {
    /// The people of an organisation and what can be done for them.
    func organisation(_ state: OrganisationState) -> Document {
        let place = state.place
        let crumbs = place.isEverybodys ? [Link(say("Användare", "Users"), .people)] : []
        return document(name(of: place.organisation), crumbs: crumbs) {
            """
            \(peopleNews)\
            \(state.lacksCoordinator ? noCoordinator(state) : state.lacksContact ? noContact : nil)\
            \(peopleTable(place, state.people))\
            \(actions(buttonLink(inviteTitle(place), to: place.invite)))
            <h2>\(state.isMunicipality ? say("Om kommunen", "About the municipality")
                : say("Om myndigheten", "About the authority"))</h2>
            \(facts(about(state)))\
            <ul>\(links(state).map { "<li>\(link($0.title, $0.path))</li>\n" as HTML })</ul>
            """
        }
    }

    private func about(_ state: OrganisationState) -> [(name: String, value: HTML)] {
        let domains = state.settings.domains
        let change = link(
            say("Ändra", "Change"), state.place.domains, about: say("e-postdomäner", "mail domains"))
        var facts: [(name: String, value: HTML)] = [
            (
                say("E-postdomäner", "Mail domains"),
                """
                \(domains.isEmpty ? say("Ingen ännu", "None yet") : domains.joined(separator: ", "))\
                \(state.mayChangeDomains ? " · \(change)" as HTML : nil)
                """
            )
        ]
        if state.isMunicipality {
            facts.append((say("Registrator", "Registrar"), "\(state.settings.registrar ?? say("Ingen", "None"))"))
        }
        let language = state.settings.language == .sv ? "Svenska" : "English"
        facts.append((say("Språk i brev", "Language of letters"), "\(language)"))
        return facts
    }

    private func links(_ state: OrganisationState) -> [Link] {
        let place = state.place
        let details =
            state.isMunicipality
            ? say("Ändra registrator och språk", "Change registrar and language")
            : say("Ändra språk", "Change language")
        let keys = state.isMunicipality && state.maySeeKeys ? [Link(say("API-nycklar", "API keys"), place.keys)] : []
        let log = Path.log.with("organisation", place.isEverybodys ? place.organisation.code : nil)
        return [Link(details, place.details)] + keys + [Link(eventsTitle, log)]
    }

    private var peopleNews: HTML? {
        let words: Localized? =
            switch path["klart"] {
            case "inbjuden":
                Localized(
                    sv: "Inbjudan är skickad. Länken i den gäller i sju dagar.",
                    en: "The invitation has been sent. Its link is good for seven days.")
            case "borttagen":
                Localized(sv: "Inbjudan är borttagen.", en: "The invitation has been withdrawn.")
            case "domaner": Localized(sv: "E-postdomänerna är ändrade.", en: "The mail domains have been changed.")
            case "uppgifter": Localized(sv: "Uppgifterna är ändrade.", en: "The details have been changed.")
            default: nil
            }
        return words.map { notice(.ok, isNews: true, say($0)) }
    }

    private func noCoordinator(_ state: OrganisationState) -> HTML {
        let invite = state.place.invite.with("roll", Role.coordinator.rawValue)
        let text: HTML =
            state.awaitsCoordinator
            ? "\(say("En är inbjuden men har inte svarat än.", "One is invited but has not answered."))"
            : link(say("Bjud in en samordnare", "Invite a coordinator"), invite)
        return notice(.warning, title: say("Det finns ingen samordnare", "There is no coordinator")) {
            "<p>\(text)</p>"
        }
    }

    private var noContact: HTML {
        notice(
            .info,
            say(
                "Ingen är vald till kontaktperson, så påminnelser går till samordnarna. Välj någon i listan.",
                "Nobody is chosen as contact person, so reminders go to the coordinators. Choose somebody in the list.")
        )
    }

    private func peopleTable(_ place: OrganisationPlace, _ people: [Person]) -> HTML {
        let order = { (person: Person) in (person.status.place, person.displayName.lowercased()) }
        return table(
            say("Personer", "People"), people.sorted { order($0) < order($1) },
            [
                Column(say("Namn", "Name"), .rowHeader) { person in
                    """
                    \(self.link(person.displayName, place.person(person.id)))\
                    \(person.name.isEmpty ? nil : "<br><span class=\"secondary-text\">\(person.email)</span>" as HTML)
                    """
                },
                Column(say("Roller", "Roles")) { "\(self.titles(of: $0.rolesInOrder))" },
                Column(say("Kontaktperson", "Contact person")) { person in
                    "\(person.isContact && person.status == .active ? self.say("Ja", "Yes") : "–")"
                },
                Column(say("Läge", "State")) { self.tag($0.status.tag) },
                Column(say("Loggade in senast", "Last signed in")) { person in
                    "\(person.lastSignedInAt.map { self.date($0) } ?? "–")"
                },
            ], empty: say("Här finns inga personer ännu.", "There are no people here yet."))
    }

    /// Whom to ask, for those who do not manage people.
    func contacts(_ contacts: Contacts) -> Document {
        document(name(of: contacts.organisation)) {
            """
            <p>\(say(
                "De här kan bjuda in kollegor eller får påminnelser för er.",
                "These invite colleagues, or get reminders for you."))</p>
            \(table(
                say("Kontaktpersoner", "Contact persons"), contacts.people,
                [
                    Column(say("Namn", "Name"), .rowHeader) { "\($0.name)" },
                    Column(say("E-postadress", "E-mail address")) { "<a href=\"mailto:\($0.email)\">\($0.email)</a>" },
                    Column(say("Roller", "Roles")) { contact in
                        "\(self.titles(of: Role.allCases.filter(contact.roles.contains)))"
                    },
                ], empty: say("Ni har ingen kontaktperson. Kontakta oss.", "You have no contact person. Contact us.")))\
            <p>\(link(eventsTitle, .log))</p>
            """
        }
    }
}

extension OrganisationPlace {
    /// Whether it is one among all, as the authority sees it.
    var isEverybodys: Bool { Path.people.holds(path) }
}

extension Person.Status {
    fileprivate var place: Int {
        switch self {
        case .active: 0
        case .invited: 1
        case .deactivated: 2
        }
    }

    /// How it stands with an account.
    var tag: Tag {
        switch self {
        case .active: Tag(Localized(sv: "Aktiv", en: "Active"), .tick, .ok)
        case .invited: Tag(Localized(sv: "Inbjuden", en: "Invited"), .mail, .info)
        case .deactivated: Tag(Localized(sv: "Avstängd", en: "Deactivated"), .none, .plain)
        }
    }
}
