import Accounts
import Frame
import Vocabulary

/// Whose people are shown, and at which address: a municipality has its own at *Vår kommun*, the authority everybody's
/// at *Användare*.
struct OrganisationPlace {
    let organisation: Organisation
    /// The page of the people, under which the others stand.
    let path: Path

    /// Inviting somebody (*bjud in*).
    var invite: Path { path.under("bjud-in") }
    /// Registrar and language (*uppgifter*).
    var details: Path { path.under("uppgifter") }
    /// Mail domains (*e-postdomäner*).
    var domains: Path { path.under("domaner") }
    /// API keys (*API-nycklar*).
    var keys: Path { path.under("nycklar") }
    /// Making a key.
    var newKey: Path { keys.under("ny") }

    /// A person.
    func person(_ id: Person.ID) -> Path { path.under("personer", String(id)) }
    /// A key.
    func key(_ id: APIKey.ID) -> Path { keys.under(String(id)) }

    /// Both kinds of places, as the router knows them.
    static var patterns: [OrganisationPlace] {
        [.ourMunicipality, .people.under(":organisation")].map {
            OrganisationPlace(organisation: .authority, path: $0)
        }
    }
}

extension PortalContext {
    /// The place that the address is about: the organisation in it, or that of whoever has signed in.
    func place() throws(PageError) -> OrganisationPlace {
        guard let code = try? parameter("organisation") else {
            return OrganisationPlace(organisation: try person().organisation, path: .ourMunicipality)
        }
        guard let organisation = Organisation(code: code) else { throw .notFound }
        return OrganisationPlace(organisation: organisation, path: .people.under(organisation.code))
    }

    /// Whoever has signed in, as the one who does something.
    func caller() throws(PageError) -> Caller { .person(try person()) }
}
