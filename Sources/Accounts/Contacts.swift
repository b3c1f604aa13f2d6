public import Storage
public import Vocabulary

/// Whom to write to about an organisation's deliveries (*kontaktpersoner*).
public struct Contacts: Sendable, Equatable {
    /// Whose.
    public let organisation: Organisation
    /// The people, the first of whom is *the* contact; nobody when the organisation has no person to write to.
    public let people: [Contact]
    /// Where to write when there is nobody, "registrator@uppsala.se".
    public let registrar: String?
    /// The language of the organisation, for the registrar.
    public let language: Language

    /// The addresses to write to: of the people, else of the registrar, else none.
    public var addresses: [(email: String, language: Language)] {
        people.isEmpty ? registrar.map { [($0, language)] } ?? [] : people.map { ($0.email, $0.language) }
    }
}

/// Somebody to write to.
public struct Contact: Sendable, Equatable, Identifiable {
    /// The account's number.
    public let id: Person.ID
    /// First and last name; of somebody who has not joined, the address.
    public let name: String
    /// Where to write.
    public let email: String
    /// What to write in.
    public let language: Language
    /// What the person does.
    public let roles: Set<Role>
}

extension Accounts {
    /// Whom to write to in each organisation that has people or a registrar.
    public func contacts() async throws(AccountsError) -> [Organisation: Contacts] {
        try await read { try $0.contacts() }
    }

    /// Whom to write to in a municipality; no addresses when nobody is known.
    public func contacts(of municipality: Municipality) async throws(AccountsError) -> Contacts {
        try await read { try $0.contacts(of: .municipality(municipality)) }
    }
}

extension Transaction {
    /// Whom to write to in each organisation that has people or a registrar, for rooms that write in transactions of
    /// their own.
    public func contacts() throws -> [Organisation: Contacts] { try contacts(where: "1 = 1", "1 = 1") }

    /// Whom to write to in `organisation`.
    public func contacts(of organisation: Organisation) throws -> Contacts {
        try contacts(where: "organisation = \(organisation.code)", "code = \(organisation.code)")[organisation]
            ?? Contacts(organisation: organisation, people: [], registrar: nil, language: .sv)
    }

    private func contacts(where person: SQL, _ organisation: SQL) throws -> [Organisation: Contacts] {
        let people = try all(
            "SELECT \(Person.columns) FROM person WHERE status <> 'deactivated' AND \(person) ORDER BY id",
            Person.init(row:))
        let kept = try all("SELECT code, registrar, language FROM organisation WHERE \(organisation)") {
            (Organisation(code: $0.text(0)), $0.optionalText(1), Language(rawValue: $0.text(2)) ?? .sv)
        }
        var contacts = Dictionary(grouping: people, by: \.organisation).reduce(into: [:]) { contacts, each in
            contacts[each.key] = Contacts(
                organisation: each.key, people: Contacts.chosen(of: each.value), registrar: nil, language: .sv)
        }
        for case (let organisation?, let registrar, let language) in kept {
            contacts[organisation] = Contacts(
                organisation: organisation, people: contacts[organisation]?.people ?? [], registrar: registrar,
                language: language)
        }
        return contacts
    }
}

extension Contacts {
    private static let roles: [Role] = [.coordinator, .reporter, .reviewer, .administrator]

    /// Of an organisation's people those marked as contact persons; if none is, all who have the first of `roles` that
    /// somebody has. The active before the invited: whoever has never signed in is written to when nobody else can be.
    fileprivate static func chosen(of people: [Person]) -> [Contact] {
        for status in [Person.Status.active, .invited] {
            let people = people.filter { $0.status == status }
            let groups = [people.filter(\.isContact)] + roles.map { role in people.filter { $0.roles.contains(role) } }
            if let chosen = groups.first(where: { !$0.isEmpty }) {
                return chosen.sorted { (place($0), $0.id) < (place($1), $1.id) }.map {
                    Contact(id: $0.id, name: $0.displayName, email: $0.email, language: $0.language, roles: $0.roles)
                }
            }
        }
        return []
    }

    private static func place(_ person: Person) -> Int {
        Role.allCases.firstIndex(where: person.roles.contains) ?? Role.allCases.count
    }
}
