import AccessLog
public import Foundation
import Storage
import Transfer
public import Vocabulary

/// Somebody made up, for a demonstration or a load test.
public struct MadeUpPerson: Sendable {
    /// First and last name.
    public var name: String
    /// Where mails go; the domain becomes one of the organisation's own.
    public var email: String
    /// Where the person works.
    public var organisation: Organisation
    /// What the person does there.
    public var roles: Set<Role>
    /// Whether reminders go to this person.
    public var isContact: Bool

    /// Somebody made up.
    public init(name: String, email: String, organisation: Organisation, roles: Set<Role>, isContact: Bool = false) {
        self.name = name
        self.email = email
        self.organisation = organisation
        self.roles = roles
        self.isContact = isContact
    }
}

extension Accounts {
    /// Adds people who have joined already, with codes by mail and one password for all of them: hundreds in a second.
    /// For made-up data only, so they must be the first people there are. Throws `notEmpty`, `notAnAddress`, `badName`,
    /// `noRoles`, `foreignRole`, `addressTaken`.
    public func makeUp(
        _ people: [MadeUpPerson], password: String, at time: Date
    ) async throws(AccountsError) -> [Person] {
        let hash = try await hash(password)
        return try await write { transaction in
            let isEmpty = try transaction.first("SELECT id FROM person LIMIT 1") { $0.integer(0) } == nil
            guard isEmpty else { throw AccountsError.notEmpty }
            return try people.map { try transaction.add($0, hash: hash, at: time) }
        }
    }
}

extension Transaction {
    fileprivate func add(_ madeUp: MadeUpPerson, hash: String, at time: Date) throws -> Person {
        guard let address = MailAddress(typed: madeUp.email) else { throw AccountsError.notAnAddress }
        var organisation = try organisation(madeUp.organisation)
        if !organisation.domains.contains(address.domain) {
            organisation.domains.append(address.domain)
            try keep(organisation)
        }
        let invited = try add(
            Invitee(email: madeUp.email, organisation: madeUp.organisation, roles: madeUp.roles), mayBeForeign: false,
            by: .commandLine, at: time)
        try execute(
            """
            UPDATE person SET name = \(AccountsError.name(madeUp.name)), status = 'active', password = \(hash),
                factor = 'mail', is_contact = \(madeUp.isContact ? 1 : 0)
            WHERE id = \(invited.id)
            """)
        let person = try person(invited.id)
        try log(person.event(.joined, at: time))
        return person
    }
}
