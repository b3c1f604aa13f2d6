import Accounts
import Frame
import Hummingbird
import Secrets
import Vocabulary
import Web

// One's own account. What lets somebody in is changed against the password.

extension AccountPages {
    func addOwnAccount(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.account.route, use: account)
        routes.get(Path.accountProfile.route) { _, context in
            try context.page.profile(ProfileAnswers(context.person()))
        }
        routes.post(Path.accountProfile.route, use: changeProfile)
        routes.get(Path.accountPassword.route) { _, context in try context.page.password(context.person()) }
        routes.post(Path.accountPassword.route, use: changePassword)
        routes.get(Path.accountRecovery.route, use: recovery)
        routes.post(Path.accountRecovery.route, use: newRecoveryCodes)
        addFactor(to: routes)
        addSessions(to: routes)
    }

    private func account(_ request: Request, _ context: PortalContext) async throws -> Document {
        let session = try context.signedIn()
        let sessions = try await accounts.sessions(of: session.person.id, at: context.now)
        let left = try await accounts.recoveryCodesLeft(of: session.person.id)
        return context.page.account(session, sessions: sessions, codesLeft: left)
    }

    private func changeProfile(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        let answers = ProfileAnswers(try await Form.read(request))
        do throws(AccountsError) {
            let person = try await accounts.changeProfile(
                of: session, name: answers.name, language: answers.language, at: context.now)
            var response = Response.see(Path.account.with("klart", "uppgifter").text)
            site.languageCookie.set(person.language.rawValue, on: &response)
            return response
        } catch {
            return try context.mend(error) { context.page.profile(answers, $0) }
        }
    }

    private func changePassword(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        let form = try await Form.read(request)
        do throws(AccountsError) {
            let token = try await accounts.changePassword(
                of: session, from: form["nuvarande"] ?? "", to: form["losenord"] ?? "", at: context.now)
            return renewed(token, .see(Path.account.with("klart", "losenord").text))
        } catch {
            return try context.mend(error) { context.page.password(session.person, $0) }
        }
    }

    private func recovery(_ request: Request, _ context: PortalContext) async throws -> Document {
        let left = try await accounts.recoveryCodesLeft(of: context.person().id)
        return context.page.recovery(left: left)
    }

    private func newRecoveryCodes(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        let password = try await Form.read(request)["nuvarande"] ?? ""
        do throws(AccountsError) {
            let (codes, token) = try await accounts.newRecoveryCodes(for: session, password: password, at: context.now)
            return renewed(token, context.page.newCodes(codes).response)
        } catch {
            let left = try await accounts.recoveryCodesLeft(of: session.person.id)
            return try context.mend(error) { context.page.recovery(left: left, $0) }
        }
    }

    /// Gives the browser the new session that a change of password or codes has opened.
    func renewed(_ token: Token, _ response: Response) -> Response {
        var response = response
        site.sessionCookie.set(token.text, on: &response)
        return response
    }
}

/// What somebody has filled in about the own account.
struct ProfileAnswers {
    var name: String
    var language: Language

    init(_ person: Person) {
        name = person.name
        language = person.language
    }

    init(_ form: Form) {
        name = form["namn"] ?? ""
        language = form["sprak"].flatMap(Language.init(rawValue:)) ?? .sv
    }
}

extension PortalContext {
    /// The session of whoever has signed in. Others are sent to sign in, and come back here.
    func signedIn() throws(PageError) -> Session {
        guard let session else { throw .signInNeeded }
        return session
    }

    /// The form again with what is to be mended, or `error` itself when no form can mend it.
    func mend(
        _ error: AccountsError, at fields: AccountFields = AccountFields(), _ draw: (FormErrors) -> Document
    ) throws -> Response {
        guard let errors = FormErrors(error, on: page, at: fields) else { throw error }
        return draw(errors).response
    }
}
