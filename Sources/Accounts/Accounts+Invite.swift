import AccessLog
public import Foundation
import Outbox
import Secrets
import Storage
import Transfer
public import Vocabulary

extension Accounts {
    /// Invites somebody by mail (*bjuda in*), with a link that works once within seven days.
    ///
    /// The address must be in one of the organisation's own mail domains. Throws `notAnAddress`, `foreignDomain`,
    /// `addressTaken`, `noRoles`, `foreignRole`.
    public func invite(_ invitee: Invitee, by caller: Caller, at time: Date) async throws(AccountsError) -> Person {
        try await require(.managePeople, of: invitee.organisation, by: caller, at: time)
        let settings = settings
        return try await write { transaction in
            let person = try transaction.add(invitee, mayBeForeign: false, by: caller, at: time)
            try transaction.sendInvitation(to: person, by: caller, settings: settings, at: time)
            return person
        }
    }

    /// Sends the invitation again, with a new link in place of the old. Throws `alreadyJoined`.
    public func inviteAgain(_ person: Person.ID, by caller: Caller, at time: Date) async throws(AccountsError) {
        let person = try await managed(person, by: caller, at: time)
        guard person.status == .invited else { throw .alreadyJoined }
        let settings = settings
        try await write { transaction in
            try transaction.log(transaction.event(.invited, person, by: caller, at: time))
            try transaction.sendInvitation(to: person, by: caller, settings: settings, at: time)
        }
    }

    /// Takes an invitation back that has not been accepted: its link dies, and the address can be invited anew. Throws
    /// `alreadyJoined`.
    public func withdrawInvitation(
        of id: Person.ID, by caller: Caller, at time: Date
    ) async throws(AccountsError) {
        _ = try await managed(id, by: caller, at: time)
        try await write { transaction in
            let person = try transaction.person(id)
            guard person.status == .invited else { throw AccountsError.alreadyJoined }
            try transaction.removeLinks(.invitation, of: id)
            try transaction.execute("DELETE FROM person WHERE id = \(id)")
            try transaction.log(
                transaction.event(.changedAccount, person, by: caller, at: time, detail: "inte längre inbjuden"))
        }
    }

    /// Invites somebody from the command line, and gives the link to be handed over in place of a mail. Again for
    /// somebody who has not joined: a new link.
    public func invitationLink(_ invitee: Invitee, at time: Date) async throws(AccountsError) -> String {
        try await invitationLink(invitee, mayBeForeign: false, at: time)
    }

    /// The first administrator's invitation, as a link that the command line prints.
    ///
    /// The address's domain becomes the authority's, unless the authority has domains. Throws `alreadyBootstrapped` when
    /// somebody is administrator already.
    public func bootstrap(
        email: String, roles: Set<Role> = [.administrator], language: Language? = nil, at time: Date
    ) async throws(AccountsError) -> String {
        let people = try await read { try $0.people(of: .authority) }
        guard !people.contains(where: { $0.status == .active && $0.roles.contains(.administrator) }) else {
            throw .alreadyBootstrapped
        }
        return try await invitationLink(
            Invitee(
                email: email, organisation: .authority, roles: roles.union([.administrator]), language: language),
            mayBeForeign: true, at: time)
    }

    private func invitationLink(
        _ invitee: Invitee, mayBeForeign: Bool, at time: Date
    ) async throws(AccountsError) -> String {
        let settings = settings
        return try await write { transaction in
            let earlier = try MailAddress(typed: invitee.email).flatMap { try transaction.person(email: $0.text) }
            let isWaiting = earlier?.status == .invited && earlier?.organisation == invitee.organisation
            let person =
                if isWaiting, let earlier {
                    earlier
                } else {
                    try transaction.add(invitee, mayBeForeign: mayBeForeign, by: .commandLine, at: time)
                }
            return settings.url(.invitation(try transaction.makeLink(.invitation, for: person.id, at: time).token))
        }
    }
}

extension Transaction {
    func add(_ invitee: Invitee, mayBeForeign: Bool, by caller: Caller, at time: Date) throws -> Person {
        guard let address = MailAddress(typed: invitee.email), !IdentityNumber.looksLikeOne(in: address.text) else {
            throw AccountsError.notAnAddress
        }
        try AccountsError.refuse(invitee.roles, in: invitee.organisation)
        var organisation = try organisation(invitee.organisation)
        if mayBeForeign, organisation.domains.isEmpty {
            organisation.domains = [address.domain]
            try keep(organisation)
        }
        guard mayBeForeign || address.belongs(to: organisation.domains) else {
            throw AccountsError.foreignDomain(address.domain, allowed: organisation.domains)
        }
        guard try person(email: address.text) == nil else { throw AccountsError.addressTaken }
        let id = try identity(
            of: """
                INSERT INTO person (organisation, email, name, roles, status, language, is_contact, created_at)
                VALUES (
                    \(invitee.organisation.code), \(address.text), '', \(Role.stored(invitee.roles)), 'invited',
                    \((invitee.language ?? organisation.language).rawValue), 0, \(time)
                ) RETURNING id
                """)
        let person = try person(id)
        try log(event(.invited, person, by: caller, at: time))
        return person
    }

    func sendInvitation(to person: Person, by caller: Caller, settings: AccountSettings, at time: Date) throws {
        let (token, end) = try makeLink(.invitation, for: person.id, at: time)
        let inviter: String? = if case .person(let inviter) = caller { inviter.displayName } else { nil }
        try queue(
            AccountMail(to: person, settings: settings).invitation(
                for: person.organisation, roles: person.rolesInOrder, from: inviter, token: token, until: end),
            at: time)
    }

    /// A line in the access log about what `caller` did to `person`.
    func event(_ act: Act, _ person: Person, by caller: Caller, at time: Date, detail: String? = nil) -> Event {
        Event(
            at: time, actor: caller.actor, organisation: person.organisation, act: act,
            subject: person.actor + (detail.map { ", \($0)" } ?? ""))
    }
}
