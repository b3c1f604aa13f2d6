import Accounts
import Frame
import Hummingbird
import Web

// How one gets codes: from an app, which must show that it knows the secret, or by mail.

extension AccountPages {
    func addFactor(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.accountFactor.route) { _, context in
            try context.page.factor(context.person(), chosen: context.person().factor)
        }
        routes.post(Path.accountFactor.route, use: chooseFactor)
        routes.get(Path.accountApp.route, use: chosenApp)
        routes.post(Path.accountApp.route, use: confirmOwnApp)
    }

    private func chooseFactor(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        let form = try await Form.read(request)
        let (factor, password) = (form["koder"].flatMap(SecondFactor.init(rawValue:)), form["nuvarande"] ?? "")
        do throws(AccountsError) {
            switch factor {
            case .app:
                _ = try await accounts.chooseApp(for: session, password: password, at: context.now)
                return .see(Path.accountApp.text)
            case .mail:
                let token = try await accounts.chooseMail(for: session, password: password, at: context.now)
                return renewed(token, .see(Path.account.with("klart", "koder").text))
            case nil:
                let error = FormErrors(
                    "koder", context.page.say("Välj hur du vill få dina koder.", "Choose how to get your codes."))
                return context.page.factor(session.person, chosen: nil, error).response
            }
        } catch {
            return try context.mend(error) { context.page.factor(session.person, chosen: factor, $0) }
        }
    }

    private func chosenApp(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let app = try await accounts.chosenApp(for: context.signedIn(), at: context.now) else {
            return .see(Path.accountFactor.text)
        }
        return context.page.ownApp(app).response
    }

    private func confirmOwnApp(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        let code = try await Form.read(request)["kod"] ?? ""
        guard let app = try await accounts.chosenApp(for: session, at: context.now) else {
            return .see(Path.accountFactor.text)
        }
        do throws(AccountsError) {
            let token = try await accounts.confirmApp(for: session, code: code, at: context.now)
            return renewed(token, .see(Path.account.with("klart", "koder").text))
        } catch {
            return try context.mend(error) { context.page.ownApp(app, $0) }
        }
    }
}
