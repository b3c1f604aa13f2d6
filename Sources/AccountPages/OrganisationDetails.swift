import Accounts
import Frame
import Hummingbird
import Markup
import Vocabulary
import Web

// What an organisation says of itself: where to write when nobody is there, in which language, and its mail domains.

extension AccountPages {
    func details(_ request: Request, _ context: PortalContext) async throws -> Document {
        let place = try context.place()
        try await context.require(.managePeople, of: place.organisation)
        let settings = try await accounts.organisation(place.organisation)
        return context.page.details(place, registrar: settings.registrar ?? "", settings.language)
    }

    func changeDetails(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, caller) = try (context.place(), context.caller())
        try await context.require(.managePeople, of: place.organisation)
        let form = try await Form.read(request)
        let registrar = form["registrator"] ?? ""
        let language = form["sprak"].flatMap(Language.init(rawValue:)) ?? .sv
        do throws(AccountsError) {
            _ = try await accounts.changeOrganisation(
                place.organisation, registrar: registrar, language: language, by: caller, at: context.now)
            return .see(place.path.with("klart", "uppgifter").text)
        } catch {
            return try context.mend(error, at: AccountFields(email: "registrator")) {
                context.page.details(place, registrar: registrar, language, $0)
            }
        }
    }

    func domains(_ request: Request, _ context: PortalContext) async throws -> Document {
        let place = try context.place()
        try await context.require(.changeDomains, of: place.organisation)
        let settings = try await accounts.organisation(place.organisation)
        return context.page.domains(place, settings.domains.joined(separator: "\n"))
    }

    func changeDomains(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (place, caller) = try (context.place(), context.caller())
        try await context.require(.changeDomains, of: place.organisation)
        let typed = try await Form.read(request)["domaner"] ?? ""
        let domains = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        do throws(AccountsError) {
            _ = try await accounts.changeDomains(of: place.organisation, to: domains, by: caller, at: context.now)
            return .see(place.path.with("klart", "domaner").text)
        } catch {
            return try context.mend(error) { context.page.domains(place, typed, $0) }
        }
    }
}

extension Page {
    fileprivate func details(
        _ place: OrganisationPlace, registrar: String, _ language: Language, _ errors: FormErrors = FormErrors()
    ) -> Document {
        let isMunicipality = place.organisation != .authority
        return document(
            isMunicipality ? say("Registrator och språk", "Registrar and language") : say("Språk", "Language"),
            over: name(of: place.organisation), back: Link(name(of: place.organisation), place.path), errors: errors
        ) {
            form(to: place.details) {
                """
                \(isMunicipality ? field(
                    "registrator", say("Registratorns e-postadress", "The registrar's e-mail address"), .email,
                    value: registrar,
                    hint: say(
                        "Hit skriver vi när ni inte har någon kontaktperson.",
                        "We write here when you have no contact person."),
                    isOptional: true, autocomplete: "off", errors: errors) : nil)\
                \(radios(
                    "sprak", say("Språk i inbjudningar och brev", "Language of invitations and letters"),
                    [Option("sv", "Svenska"), Option("en", "English")], selected: language.rawValue))\
                \(actions(button(say("Spara", "Save"))))
                """
            }
        }
    }

    fileprivate func domains(
        _ place: OrganisationPlace, _ typed: String, _ errors: FormErrors = FormErrors()
    ) -> Document {
        document(
            say("E-postdomäner", "Mail domains"), over: name(of: place.organisation),
            back: Link(name(of: place.organisation), place.path), errors: errors
        ) {
            """
            <p>\(say(
                "Bara adresser i de här domänerna kan bjudas in. De som redan har ett konto behåller det.",
                "Only addresses in these domains can be invited. Those who have an account keep it."))</p>
            \(form(to: place.domains) {
                """
                \(textArea(
                    "domaner", say("Domäner", "Domains"), value: typed,
                    hint: say(
                        "En på varje rad, till exempel kommun.se. Det som slutar på .kommun.se räknas också dit.",
                        "One a line, for example municipality.se. What ends in .municipality.se belongs to it too."),
                    rows: 4, errors: errors))\
                \(actions(button(say("Spara", "Save"))))
                """
            })
            """
        }
    }
}
