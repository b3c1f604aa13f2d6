import AccessLog
public import Foundation
import Storage
public import Vocabulary

extension Accounts {
    /// Those of `organisation` who have `permission` over what is its own, for telling a colleague whom to wait for.
    public func people(
        of organisation: Organisation, who permission: Permission
    ) async throws(AccountsError) -> [Person] {
        try await read { try $0.people(of: organisation, who: permission) }
    }

    /// The people of an organisation, those who have left too, in the order they were invited.
    public func people(
        of organisation: Organisation, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> [Person] {
        try await require(.managePeople, of: organisation, by: caller, at: time)
        return try await read { try $0.people(of: organisation) }
    }

    /// Everybody, by organisation, in one read: for the authority.
    public func people(by caller: Caller, at time: Date) async throws(AccountsError) -> [Organisation: [Person]] {
        try await require(.managePeople, of: .authority, by: caller, at: time)
        return try await read { transaction in
            let people = try transaction.all("SELECT \(Person.columns) FROM person ORDER BY id", Person.init(row:))
            return Dictionary(grouping: people, by: \.organisation)
        }
    }

    /// One person, for those who manage the organisation. Throws `noSuchPerson`.
    public func person(_ id: Person.ID, by caller: Caller, at time: Date) async throws(AccountsError) -> Person {
        try await managed(id, by: caller, at: time)
    }

    /// The person with an address, for the command line; `nil` when there is none.
    public func person(email: String) async throws(AccountsError) -> Person? {
        try await read { try $0.person(email: email.lowercased()) }
    }

    /// Changes what somebody does. Nobody gives themselves a role that allows more than they may, and the last coordinator
    /// or administrator stays one until another is. Throws `noRoles`, `foreignRole`, `ownRoles`, `lastOne`.
    public func changeRoles(
        of id: Person.ID, to roles: Set<Role>, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> Person {
        let person = try await managed(id, by: caller, at: time)
        try AccountsError.refuse(roles, in: person.organisation)
        if caller.isPerson(id), !AccessPolicy.covers(person.roles, roles) { throw .ownRoles }
        let names = Role.allCases.filter(roles.contains).map(\.title.sv).joined(separator: ", ")
        let changed = try await write { transaction in
            if !roles.contains(.lasting(of: person.organisation)) {
                try transaction.refuseLast(person, leavingBy: caller)
            }
            try transaction.execute("UPDATE person SET roles = \(Role.stored(roles)) WHERE id = \(id)")
            try transaction.log(transaction.event(.changedAccount, person, by: caller, at: time, detail: names))
            return try transaction.person(id)
        }
        sessions.forget(id)
        return changed
    }

    /// Says whether reminders go to somebody (*byta kontaktperson*).
    public func changeContact(
        _ id: Person.ID, to isContact: Bool, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> Person {
        let person = try await managed(id, by: caller, at: time)
        let detail = isContact ? "kontaktperson" : "inte kontaktperson"
        let changed = try await write { transaction in
            try transaction.execute("UPDATE person SET is_contact = \(isContact ? 1 : 0) WHERE id = \(id)")
            try transaction.log(transaction.event(.changedAccount, person, by: caller, at: time, detail: detail))
            return try transaction.person(id)
        }
        sessions.forget(id)
        return changed
    }

    /// Deactivates an account (*stänga av*): sessions end and links die at once. The keys the person made go on, since a
    /// night's delivery may depend on them; those still good are given, to be looked at. Throws `ownAccount`, `lastOne`,
    /// `notActive`.
    public func deactivate(
        _ id: Person.ID, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> [APIKey] {
        let person = try await managed(id, by: caller, at: time)
        if caller.isPerson(id) { throw .ownAccount }
        guard person.status == .active else { throw .notActive }
        let keys = try await write { transaction in
            try transaction.refuseLast(person, leavingBy: caller)
            try transaction.execute("UPDATE person SET status = 'deactivated', is_contact = 0 WHERE id = \(id)")
            try transaction.endSessions(of: id)
            try transaction.removeLinks(.password, of: id)
            try transaction.log(transaction.event(.deactivated, person, by: caller, at: time))
            return try transaction.keys(of: person.organisation).filter { $0.madeBy == id && $0.isGood(at: time) }
        }
        sessions.forget(id)
        return keys
    }

    /// Lets somebody in again, with the password and codes from before.
    public func reactivate(_ id: Person.ID, by caller: Caller, at time: Date) async throws(AccountsError) -> Person {
        let person = try await managed(id, by: caller, at: time)
        guard person.status == .deactivated else { return person }
        return try await write { transaction in
            try transaction.execute("UPDATE person SET status = 'active' WHERE id = \(id)")
            try transaction.log(transaction.event(.reactivated, person, by: caller, at: time))
            return try transaction.person(id)
        }
    }

    /// A person that `caller` manages. Throws `noSuchPerson`, `forbidden`.
    func managed(_ id: Person.ID, by caller: Caller, at time: Date) async throws(AccountsError) -> Person {
        let person = try await read { try $0.person(id) }
        try await require(.managePeople, of: person.organisation, by: caller, at: time)
        return person
    }
}

extension Transaction {
    /// Refuses when nobody could invite another after `person` has left: a municipality's last coordinator may be taken
    /// out by the authority, the last administrator by the command line.
    fileprivate func refuseLast(_ person: Person, leavingBy caller: Caller) throws {
        let role = Role.lasting(of: person.organisation)
        guard person.status == .active, person.roles.contains(role) else { return }
        switch caller {
        case .commandLine: return
        case .person(let caller) where caller.organisation != person.organisation: return
        default: break
        }
        let others = try people(of: person.organisation).contains {
            $0.id != person.id && $0.status == .active && $0.roles.contains(role)
        }
        if !others { throw AccountsError.lastOne(role) }
    }
}

extension Caller {
    func isPerson(_ id: Person.ID) -> Bool {
        if case .person(let person) = self { person.id == id } else { false }
    }
}
