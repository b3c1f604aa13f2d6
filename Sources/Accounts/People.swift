public import Storage
public import Vocabulary

// Reading people within a transaction.

extension Transaction {
    /// Throws `AccountsError.noSuchPerson`.
    func person(_ id: Person.ID) throws -> Person {
        guard let person = try first("SELECT \(Person.columns) FROM person WHERE id = \(id)", Person.init(row:)) else {
            throw AccountsError.noSuchPerson(id)
        }
        return person
    }

    /// Throws `AccountsError.notActive` too.
    func activePerson(_ id: Person.ID) throws -> Person {
        let person = try person(id)
        guard person.status == .active else { throw AccountsError.notActive }
        return person
    }

    /// `email` in small letters.
    func person(email: String) throws -> Person? {
        try first("SELECT \(Person.columns) FROM person WHERE email = \(email)", Person.init(row:))
    }

    /// By name, those who have none yet by address, all of `organisation`.
    func people(of organisation: Organisation) throws -> [Person] {
        try all(
            "SELECT \(Person.columns) FROM person WHERE organisation = \(organisation.code) ORDER BY id",
            Person.init(row:))
    }

    /// Those of `organisation` who have `permission` over what is its own, for rooms that write in transactions of their
    /// own.
    public func people(of organisation: Organisation, who permission: Permission) throws -> [Person] {
        try people(of: organisation).filter { AccessPolicy.may(.person($0), permission, of: organisation) }
    }
}
