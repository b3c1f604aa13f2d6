import AccessLog
import Foundation
import Outbox
import Secrets
import Storage

// The second step.

extension PasswordAndCode {
    func code(
        _ answers: SignInAnswers, _ token: Token, from client: Client, at time: Date
    ) async throws(AccountsError) -> SignInStep {
        guard let pending = try await accounts.read({ try $0.pending(token, at: time) }),
            let factor = pending.person.factor
        else { return .refused(SignInForms.beginAnew) }
        switch answers.choice {
        case SignInForms.recovery: return .form(SignInForms.recoveryCode(factor, token))
        case SignInForms.ordinary: return .form(SignInForms.code(factor, token))
        case SignInForms.resend where factor == .mail: return try await resend(token, at: time)
        default: break
        }
        if let typed = answers.values[SignInForms.recovery] {
            guard !typed.isEmpty else {
                return .form(SignInForms.recoveryCode(factor, token).after(SignInForms.noCode))
            }
            return try await judge(try await recovery(typed, of: pending.person), token, from: client, at: time)
        }
        // A page that is only drawn again has nothing to judge.
        guard let typed = answers.values[SignInForms.codeField] else { return .form(SignInForms.code(factor, token)) }
        guard !typed.isEmpty else { return .form(SignInForms.code(factor, token).after(SignInForms.noCode)) }
        return try await judge(factor == .app ? .app(typed) : .mail(typed), token, from: client, at: time)
    }

    private func recovery(_ typed: String, of person: Person) async throws(AccountsError) -> Proof {
        guard let salt = try await accounts.read({ try $0.recoverySalt(of: person.id) }) else { return .recovery(nil) }
        return .recovery(try await RecoveryCodes.digest(typed, salt, accounts.hasher))
    }

    private func resend(_ token: Token, at time: Date) async throws(AccountsError) -> SignInStep {
        let settings = accounts.settings
        return try await accounts.write { transaction in
            guard let pending = try transaction.pending(token, at: time) else { return .refused(SignInForms.beginAnew) }
            var form = SignInForms.code(.mail, token)
            let isTooSoon = pending.codeSentAt.map { time < $0 + PendingSignIn.resendInterval } ?? false
            if !isTooSoon, try transaction.sendCode(to: pending.person, token, settings: settings, at: time) {
                form.notice = SignInForms.sentAnother
            } else {
                form.problem = SignInForms.justSent
            }
            return .form(form)
        }
    }

    private func judge(
        _ proof: Proof, _ token: Token, from client: Client, at time: Date
    ) async throws(AccountsError) -> SignInStep {
        let settings = accounts.settings
        return try await accounts.write { transaction in
            guard let pending = try transaction.pending(token, at: time), let factor = pending.person.factor else {
                return .refused(SignInForms.beginAnew)
            }
            let person = pending.person
            let form = proof.isRecovery ? SignInForms.recoveryCode(factor, token) : SignInForms.code(factor, token)
            if case .mail = proof, !pending.hasCode(at: time) { return .form(form.after(SignInForms.codeIsOld)) }
            if let wait = try transaction.admit([.code(person.email), .network(client)], at: time) {
                try transaction.logWait(of: person, from: client, at: time)
                return .form(form.after(SignInForms.wait(until: wait, from: time)))
            }
            if try transaction.isRight(proof, pending, token, settings: settings, at: time) {
                try transaction.endPending(token)
                try transaction.clearFailures(of: person.email)
                try transaction.forgive(.network(client))
                return .signedIn(try transaction.signIn(person, proof.how, from: client, at: time))
            }
            try transaction.logRefusal(of: person, at: time)
            guard pending.tries + 1 < PendingSignIn.mostTries else {
                try transaction.endPending(token)
                return .refused(SignInForms.tooManyCodes)
            }
            try transaction.execute("UPDATE pending_sign_in SET tries = tries + 1 WHERE digest = \(token.digest)")
            return .form(form.after(proof.isRecovery ? SignInForms.recoveryIsWrong : SignInForms.codeIsWrong(factor)))
        }
    }
}

/// What somebody offers as proof of being the one who knows the password.
private enum Proof {
    case app(String)
    case mail(String)
    /// A recovery code's digest; `nil` when the person has none.
    case recovery(String?)

    var isRecovery: Bool { if case .recovery = self { true } else { false } }

    /// As the log has it.
    var how: String {
        switch self {
        case .app: ", kod ur app"
        case .mail: ", kod med e-post"
        case .recovery: ", reservkod"
        }
    }
}

extension Transaction {
    /// Judges a proof, and uses it up when it is right.
    fileprivate func isRight(
        _ proof: Proof, _ pending: PendingSignIn, _ token: Token, settings: AccountSettings, at time: Date
    ) throws -> Bool {
        let person = pending.person
        switch proof {
        case .app(let code):
            return try useAppCode(code, of: person.id, settings: settings, at: time)
        case .mail(let code):
            return pending.code.map { ConstantTime.equal($0, PendingSignIn.digest(code, token)) } ?? false
        case .recovery(let digest):
            guard let left = try digest.flatMap({ try useRecoveryCode($0, of: person.id) }) else { return false }
            try queue(
                AccountMail(to: person, settings: settings).changed(.recoveryCodeUsed(left: left), at: time), at: time)
            return true
        }
    }
}
