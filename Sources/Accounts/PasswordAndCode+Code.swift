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

    /// What somebody offers as proof.
    private enum Proof {
        case app(String)
        case mail(String)
        /// A recovery code's digest; `nil` when the person has none.
        case recovery(String?)
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
            if let wait = try transaction.admit([.code(person.email), .network(client)], at: time) {
                return .form(SignInForms.code(factor, token).after(SignInForms.wait(until: wait, from: time)))
            }
            let isRight: Bool
            switch proof {
            case .app(let code):
                isRight = try transaction.useAppCode(code, of: person.id, settings: settings, at: time)
            case .mail(let code):
                guard let sent = pending.codeSentAt, time < sent + PendingSignIn.codeLifetime else {
                    return .form(SignInForms.code(factor, token).after(SignInForms.codeIsOld))
                }
                isRight = pending.code.map { ConstantTime.equal($0, PendingSignIn.digest(code, token)) } ?? false
            case .recovery(let digest):
                let left = try digest.flatMap { try transaction.useRecoveryCode($0, of: person.id) }
                if let left {
                    try transaction.queue(
                        AccountMail(to: person, settings: settings).changed(.recoveryCodeUsed(left: left), at: time),
                        at: time)
                }
                isRight = left != nil
            }
            if isRight {
                try transaction.endPending(token)
                try transaction.clearFailures(of: person.email)
                try transaction.forgive(.network(client))
                return .signedIn(try transaction.signIn(person, from: client, at: time))
            }
            try transaction.logRefusal(of: person, at: time)
            guard pending.tries + 1 < PendingSignIn.mostTries else {
                try transaction.endPending(token)
                return .refused(SignInForms.tooManyCodes)
            }
            try transaction.execute("UPDATE pending_sign_in SET tries = tries + 1 WHERE digest = \(token.digest)")
            if case .recovery = proof {
                return .form(SignInForms.recoveryCode(factor, token).after(SignInForms.recoveryIsWrong))
            }
            return .form(SignInForms.code(factor, token).after(SignInForms.codeIsWrong(factor)))
        }
    }
}
