import Foundation
import Secrets
import Storage

/// A link that lets whoever holds it do one thing, once (*engångslänk*). The token's digest is all that is kept.
enum OneTimeLink: String {
    case invitation
    case password

    /// How long it is good, in seconds.
    var lifetime: TimeInterval {
        switch self {
        case .invitation: 7 * 86_400
        case .password: 3_600
        }
    }
}

extension Transaction {
    /// A new link, in place of those the person had for the same thing.
    func makeLink(_ purpose: OneTimeLink, for person: Person.ID, at time: Date) throws -> (token: Token, until: Date) {
        try removeLinks(purpose, of: person)
        let token = Token.random()
        let end = time + purpose.lifetime
        try execute(
            """
            INSERT INTO one_time_link (digest, purpose, person, created_at, expires_at)
            VALUES (\(token.digest), \(purpose.rawValue), \(person), \(time), \(end))
            """)
        return (token, end)
    }

    /// Whom a link is for. Throws `AccountsError.deadLink`.
    func link(
        _ token: Token, _ purpose: OneTimeLink, at time: Date
    ) throws -> (person: Person, createdAt: Date, until: Date) {
        let link = try first(
            """
            SELECT \(Person.columns), one_time_link.created_at, one_time_link.expires_at
            FROM one_time_link JOIN person ON person.id = one_time_link.person
            WHERE digest = \(token.digest) AND purpose = \(purpose.rawValue) AND expires_at > \(time)
            """
        ) { (person: try Person(row: $0), createdAt: $0.time(11), until: $0.time(12)) }
        guard let link else { throw AccountsError.deadLink }
        return link
    }

    func removeLinks(_ purpose: OneTimeLink, of person: Person.ID) throws {
        try execute("DELETE FROM one_time_link WHERE person = \(person) AND purpose = \(purpose.rawValue)")
    }
}
