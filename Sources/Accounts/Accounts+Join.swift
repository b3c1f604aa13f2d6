import AccessLog
public import Foundation
public import Secrets
import Storage
import Vocabulary

extension Accounts {
    /// What the invitation behind `token` says. Looking does not use it up: mail systems open links too. Throws
    /// `deadLink`.
    public func invitation(_ token: Token, at time: Date) async throws(AccountsError) -> Invitation {
        let settings = settings
        return try await read { transaction in
            let (person, created, until) = try transaction.link(token, .invitation, at: time)
            let app = try transaction.newApp(
                of: person.id, settings: settings, lifetime: until.timeIntervalSince(created), at: time)
            return Invitation(
                person: person, expiresAt: until, app: app.map { AppSecret($0, of: person, settings: settings) })
        }
    }

    /// Accepts an invitation. With codes by mail that is all, since the link came by mail; an app is to be confirmed
    /// first. Can be done again until then. Throws `deadLink`, `badName`, `password`.
    public func join(
        _ token: Token, _ joining: Joining, from client: Client, at time: Date
    ) async throws(AccountsError) -> JoinStep {
        let settings = settings
        let invited = try await read { try $0.link(token, .invitation, at: time).person }
        let name = try AccountsError.name(joining.name)
        try AccountsError.refuse(
            password: joining.password, name: name, email: invited.email, organisation: invited.organisation)
        let password = try await hash(joining.password)
        try await write { transaction in
            // Again: somebody else may have been quicker.
            _ = try transaction.link(token, .invitation, at: time)
            try transaction.execute(
                """
                UPDATE person SET name = \(name), language = \(joining.language.rawValue), password = \(password)
                WHERE id = \(invited.id)
                """)
        }
        guard joining.factor == .app else { return .joined(try await finish(token, from: client, at: time, code: nil)) }
        return try await write { transaction in
            let person = try transaction.link(token, .invitation, at: time).person
            let app = TOTP.random()
            try transaction.keepNewApp(app, of: person.id, settings: settings, at: time)
            return .confirmApp(AppSecret(app, of: person, settings: settings))
        }
    }

    /// Accepts an invitation with an app, by a code from it. Throws `deadLink`, `wrongCode`.
    public func confirmApp(
        _ token: Token, code: String, from client: Client, at time: Date
    ) async throws(AccountsError) -> Welcome {
        let settings = settings
        let app = try await read { transaction in
            let (person, created, until) = try transaction.link(token, .invitation, at: time)
            return try transaction.newApp(
                of: person.id, settings: settings, lifetime: until.timeIntervalSince(created), at: time)
        }
        guard app?.matchingStep(code: code, at: time) != nil else { throw .wrongCode }
        return try await finish(token, from: client, at: time, code: code)
    }

    private func finish(
        _ token: Token, from client: Client, at time: Date, code: String?
    ) async throws(AccountsError) -> Welcome {
        let settings = settings
        let codes = try await RecoveryCodes.make(hasher)
        return try await write { transaction in
            let (invited, created, until) = try transaction.link(token, .invitation, at: time)
            if let code {
                let isRight = try transaction.confirmNewApp(
                    of: invited.id, code: code, settings: settings, lifetime: until.timeIntervalSince(created), at: time
                )
                guard isRight else { throw AccountsError.wrongCode }
            } else {
                try transaction.useMailCodes(for: invited.id)
            }
            try transaction.execute("UPDATE person SET status = 'active' WHERE id = \(invited.id)")
            try transaction.makeFirstContact(invited)
            try transaction.keep(codes, of: invited.id)
            try transaction.removeLinks(.invitation, of: invited.id)
            let person = try transaction.person(invited.id)
            try transaction.log(person.event(.joined, at: time))
            return Welcome(
                person: person, recoveryCodes: codes.shown,
                token: try transaction.signIn(person, from: client, at: time))
        }
    }
}

extension Transaction {
    /// A municipality's first coordinator is its contact person until somebody says otherwise.
    fileprivate func makeFirstContact(_ person: Person) throws {
        guard person.organisation != .authority, person.roles.contains(.coordinator) else { return }
        let others = try people(of: person.organisation).contains { $0.isContact && $0.status == .active }
        if !others { try execute("UPDATE person SET is_contact = 1 WHERE id = \(person.id)") }
    }
}
