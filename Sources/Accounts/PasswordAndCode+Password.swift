import AccessLog
import Foundation
import Outbox
import Secrets
import Storage
import Vocabulary
import Transfer

// The first step.

extension PasswordAndCode {
    func password(
        _ answers: SignInAnswers, from client: Client, at time: Date
    ) async throws(AccountsError) -> SignInStep {
        let typed = answers.values[SignInForms.email] ?? ""
        // A form sent half empty is no try.
        guard !typed.isEmpty, let password = answers.values[SignInForms.passwordField], !password.isEmpty else {
            return .form(SignInForms.password(email: typed).after(SignInForms.isIncomplete))
        }
        let email = MailAddress(typed: typed)?.text ?? String(typed.prefix(254))
        let throttles = Throttle.account(email, from: client) + [.network(client)]
        let (wait, known) = try await accounts.write { transaction in
            let (wait, known) = (try transaction.admit(throttles, at: time), try transaction.credentials(email))
            if wait != nil { try transaction.logWait(of: known?.person, from: client, at: time) }
            return (wait, known)
        }
        if let wait { return .refused(SignInForms.wait(until: wait, from: time)) }
        let isRight = await accounts.verify(password, known?.hash)
        guard isRight, let known, known.person.status == .active, let factor = known.person.factor else {
            try await accounts.write { try $0.logRefusal(of: known?.person, at: time) }
            return .form(SignInForms.password(email: typed).after(SignInForms.isWrong))
        }
        // A stronger hash when the limits have been raised since the password was chosen.
        let better = known.hash.flatMap { PasswordHasher.needsRehash($0) ? password : nil }
        let rehashed: String? = if let better { try await accounts.hash(better) } else { nil }
        let settings = accounts.settings
        return try await accounts.write { transaction in
            for throttle in throttles { try transaction.forgive(throttle) }
            if let rehashed {
                try transaction.execute("UPDATE person SET password = \(rehashed) WHERE id = \(known.person.id)")
            }
            let pending = try transaction.makePending(for: known.person.id, at: time)
            let isSent =
                try factor == .app || transaction.sendCode(to: known.person, pending, settings: settings, at: time)
            let form = SignInForms.code(factor, pending)
            return .form(isSent ? form : form.after(SignInForms.justSent))
        }
    }
}

extension Accounts {
    /// As `PasswordHasher.verify`, with the same work for a password that is longer than any that could be chosen.
    func verify(_ password: String, _ hash: String?) async -> Bool {
        let isPossible = password.count <= PasswordRules.longest
        return await hasher.verify(isPossible ? password : "", against: hash) && isPossible
    }
}

extension Transaction {
    func credentials(_ email: String) throws -> (person: Person, hash: String?)? {
        try first("SELECT \(Person.columns), person.password FROM person WHERE email = \(email)") {
            (try Person(row: $0), $0.optionalText(11))
        }
    }

    /// A refusal in the log; of an address that is nobody's, without what was typed.
    func logRefusal(of person: Person?, _ why: String = "", at time: Date) throws {
        let actor = person?.actor ?? "okänd adress"
        try log(
            Event(
                at: time, actor: actor, organisation: person?.organisation ?? .authority, act: .signInRefused,
                subject: actor + why))
    }

    /// That a try was told to wait, in the log: not each of many, or whoever tries could fill it.
    func logWait(of person: Person?, from client: Client, at time: Date) throws {
        guard try admit([.waitLine(client)], at: time) == nil else { return }
        try logRefusal(of: person, ", för många försök", at: time)
    }
}
