public import Vocabulary

/// What somebody does in an organisation (*roll*). One person can have several.
public enum Role: String, CaseIterable, Sendable {
    /// *Samordnare* at a municipality: delivers, and answers for who else may.
    case coordinator
    /// *Uppgiftslämnare* at a municipality.
    case reporter
    /// *Controller* at a municipality: makes reports to committees.
    case controller
    /// *Läsare* at a municipality.
    case reader
    /// *Granskare* at the authority.
    case reviewer
    /// *Publicerare* at the authority.
    case publisher
    /// *Administratör* at the authority.
    case administrator

    /// Whether it is a role at the authority; the others are roles at a municipality.
    public var isOfAuthority: Bool {
        switch self {
        case .coordinator, .reporter, .controller, .reader: false
        case .reviewer, .publisher, .administrator: true
        }
    }

    /// The roles that can be had in `organisation`.
    public static func roles(of organisation: Organisation) -> [Role] {
        allCases.filter { $0.isOfAuthority == (organisation == .authority) }
    }

    /// The role whose last holder an organisation cannot lose by itself: nobody could then invite another.
    static func lasting(of organisation: Organisation) -> Role {
        organisation == .authority ? .administrator : .coordinator
    }

    /// What the role is called.
    public var title: Localized {
        switch self {
        case .coordinator: Localized(sv: "Samordnare", en: "Coordinator")
        case .reporter: Localized(sv: "Uppgiftslämnare", en: "Reporter")
        case .controller: Localized(sv: "Controller", en: "Controller")
        case .reader: Localized(sv: "Läsare", en: "Reader")
        case .reviewer: Localized(sv: "Granskare", en: "Reviewer")
        case .publisher: Localized(sv: "Publicerare", en: "Publisher")
        case .administrator: Localized(sv: "Administratör", en: "Administrator")
        }
    }

    /// What somebody who has the role can do, in one line.
    public var explanation: Localized {
        switch self {
        case .coordinator:
            Localized(
                sv: "Lämnar uppgifter, bjuder in kollegor och skapar API-nycklar.",
                en: "Delivers, invites colleagues and makes API keys.")
        case .reporter:
            Localized(
                sv: "Kontrollerar, rättar och lämnar in uppgifter.", en: "Checks, corrects and delivers.")
        case .controller:
            Localized(
                sv: "Gör, granskar och publicerar nämndrapporter. Ser inga rader.",
                en: "Makes, reviews and publishes reports to committees. Sees no rows.")
        case .reader:
            Localized(
                sv: "Ser vad som är lämnat och kan ställa frågor, men inte lämna in eller hämta filer.",
                en: "Sees what has been delivered and can ask questions, but not deliver or fetch files.")
        case .reviewer:
            Localized(
                sv: "Följer insamlingen, påminner, granskar, kodar om och exporterar.",
                en: "Follows the collection, reminds, reviews, recodes and exports.")
        case .publisher:
            Localized(
                sv: "Följer insamlingen och publicerar tabeller. Ser inga enskilda rader.",
                en: "Follows the collection and publishes tables. Sees no single rows.")
        case .administrator:
            Localized(
                sv: "Bjuder in och stänger av personer, sköter organisationer och går igenom loggar. Ser inga rader.",
                en: "Invites and deactivates people, keeps organisations and reviews logs. Sees no rows.")
        }
    }
}
