import Accounts
import Frame
import Hummingbird
import Secrets
import Vocabulary
import Web

// An invitation: name, password and a way to get codes; then the app's first code, if an app was chosen; then the recovery
// codes, which are the answer to the form since they are shown once and kept nowhere.

extension AccountPages {
    func addInvitation(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.invitation(":token").route, use: invitation)
        routes.post(Path.invitation(":token").route, use: join)
        routes.post(Path.invitationApp(":token").route, use: confirmApp)
        routes.get(Path.invitationApp(":token").route) { _, context in
            Response.see(Path.invitation(try context.parameter("token")).text)
        }
    }

    private func invitation(_ request: Request, _ context: PortalContext) async throws -> Document {
        let token = try context.parameter("token")
        let invitation = try await accounts.invitation(Token(token), at: context.now)
        let page = context.page.ofNobody
        if let app = invitation.app, context.path["andra"] == nil { return page.confirmApp(token, app) }
        return page.join(token, invitation, InvitationAnswers(name: invitation.person.name))
    }

    private func join(_ request: Request, _ context: PortalContext) async throws -> Response {
        let token = try context.parameter("token")
        let answers = InvitationAnswers(try await Form.read(request))
        let page = context.page.ofNobody
        let invitation = try await accounts.invitation(Token(token), at: context.now)
        guard let factor = answers.factor else {
            let error = page.say("Välj hur du vill få dina koder.", "Choose how to get your codes.")
            return page.join(token, invitation, answers, FormErrors("koder", error)).response
        }
        let joining = Joining(
            name: answers.name, password: answers.password, factor: factor, language: context.language)
        do throws(AccountsError) {
            switch try await accounts.join(Token(token), joining, from: Client(request, context), at: context.now) {
            case .confirmApp: return .see(Path.invitation(token).text)
            case .joined(let welcome): return try await joined(welcome, context)
            }
        } catch {
            return try context.mend(error) { page.join(token, invitation, answers, $0) }
        }
    }

    private func confirmApp(_ request: Request, _ context: PortalContext) async throws -> Response {
        let token = try context.parameter("token")
        let code = try await Form.read(request)["kod"] ?? ""
        let page = context.page.ofNobody
        let invitation = try await accounts.invitation(Token(token), at: context.now)
        guard let app = invitation.app else { return .see(Path.invitation(token).text) }
        do throws(AccountsError) {
            let welcome = try await accounts.confirmApp(
                Token(token), code: code, from: Client(request, context), at: context.now)
            return try await joined(welcome, context)
        } catch {
            return try context.mend(error) { page.confirmApp(token, app, $0) }
        }
    }

    private func joined(_ welcome: Welcome, _ context: PortalContext) async throws(AccountsError) -> Response {
        try await endSession(before: context)
        var response = context.page.ofNobody.welcome(welcome).response
        site.sessionCookie.set(welcome.token.text, on: &response)
        return response
    }
}

/// What somebody who accepts an invitation has filled in.
struct InvitationAnswers {
    var name: String
    var password = ""
    var factor: SecondFactor?

    init(name: String) { self.name = name }

    init(_ form: Form) {
        name = form["namn"] ?? ""
        password = form["losenord"] ?? ""
        factor = form["koder"].flatMap(SecondFactor.init(rawValue:))
    }
}
