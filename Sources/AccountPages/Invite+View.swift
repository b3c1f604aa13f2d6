import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// Whom to invite, and to do what.
    func invite(
        _ place: OrganisationPlace, _ settings: OrganisationSettings, _ answers: InviteAnswers, mayChangeDomains: Bool,
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let asksDomain = mayChangeDomains && settings.domains.isEmpty
        return document(
            inviteTitle(place), over: name(of: place.organisation),
            back: Link(name(of: place.organisation), place.path), errors: errors
        ) {
            form(to: place.invite) {
                """
                \(asksDomain ? domainField(answers.domain, errors) : nil)\
                \(field("epost", say("E-postadress", "E-mail address"), .email, value: answers.email,
                    hint: addressHint(settings), autocomplete: "off", errors: errors))\
                \(roleChoice(of: place.organisation, selected: answers.roles,
                    legend: say("Vad ska personen göra?", "What is the person to do?"), errors: errors))\
                <p>\(say(
                    "Personen får ett mejl med en länk som gäller i sju dagar och fungerar en gång.",
                    "The person gets a mail with a link that is good for seven days and works once."))</p>
                \(actions(button(say("Skicka inbjudan", "Send the invitation"))))
                """
            }
        }
    }

    /// A coordinator invites colleagues; the authority invites others too.
    func inviteTitle(_ place: OrganisationPlace) -> String {
        place.isEverybodys
            ? say("Bjud in en person", "Invite a person") : say("Bjud in en kollega", "Invite a colleague")
    }

    private func addressHint(_ settings: OrganisationSettings) -> String? {
        guard !settings.domains.isEmpty else { return nil }
        let domains = settings.domains.map { "@\($0)" }.joined(separator: say(" eller ", " or "))
        return say("Den ska sluta på \(domains).", "It must end in \(domains).")
    }

    private func domainField(_ value: String, _ errors: FormErrors) -> HTML {
        field(
            "domaner", say("Organisationens e-postdomän", "The organisation's mail domain"), value: value,
            hint: say(
                "Det som står efter @ i adresserna, till exempel kommun.se. Bara sådana adresser kan bjudas in.",
                "What follows @ in addresses, for example municipality.se. Only such addresses can be invited."),
            autocomplete: "off", errors: errors)
    }

    /// The roles that can be had, each with what it means.
    func roleChoice(
        of organisation: Organisation, selected: Set<Role>, legend: String, isLarge: Bool = false, errors: FormErrors
    ) -> HTML {
        checkboxes(
            "roller", legend,
            Role.roles(of: organisation).map { Option($0.rawValue, say($0.title), hint: say($0.explanation)) },
            selected: Set(selected.map(\.rawValue)), isLarge: isLarge, errors: errors)
    }
}
