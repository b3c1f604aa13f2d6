import Accounts
import Frame
import HTTPTypes
import Hummingbird
import Markup
import Web

// Sessions: keeping one going, ending it, ending all.

extension AccountPages {
    func addSessions(to routes: RouterGroup<PortalContext>) {
        routes.post(Path.signOut.route, use: signOut)
        routes.post(Path.keepWorking.route, use: keepWorking)
        routes.get(Path.keepWorking.route) { _, context in try context.page.keptWorking(until: context.signedIn()) }
        routes.post(Path.accountSession(":id").route, use: endSession)
        routes.post(Path.signOutEverywhere.route, use: signOutEverywhere)
    }

    private func signOut(_ request: Request, _ context: PortalContext) async throws -> Response {
        if let session = context.session { try await accounts.signOut(session, at: context.now) }
        return signedOut()
    }

    private func signOutEverywhere(_ request: Request, _ context: PortalContext) async throws -> Response {
        try await accounts.signOutEverywhere(context.person(), at: context.now)
        return signedOut()
    }

    private func signedOut() -> Response {
        var response = Response.see(Path.signIn().with("klart", "utloggad").text)
        site.sessionCookie.clear(on: &response)
        // The language stays, which is a cookie too.
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = #""cache", "storage""# }
        return response
    }

    private func endSession(_ request: Request, _ context: PortalContext) async throws -> Response {
        let session = try context.signedIn()
        guard let id = Int(try context.parameter("id")) else { throw PageError.notFound }
        try await accounts.end(id, of: session.person, at: context.now)
        return id == session.id ? signedOut() : .see(Path.account.with("klart", "inloggning").text)
    }

    private func keepWorking(_ request: Request, _ context: PortalContext) async throws -> Response {
        _ = try await accounts.extend(context.signedIn(), at: context.now)
        return .see(Path.keepWorking.text)
    }
}

extension Page {
    /// Opens in a tab of its own, so that what was being typed is not lost.
    fileprivate func keptWorking(until session: Session) -> Document {
        let end = clock(session.endsAt)
        return document(say("Du kan fortsätta arbeta", "You can go on working")) {
            """
            <p>\(session.canBeExtended
                ? say(
                    "Du är inloggad till \(end), och längre om du gör något. Stäng den här fliken och fortsätt där du var.",
                    "You are signed in until \(end), and longer if you do something. Close this tab and go on where you were.")
                : say(
                    "Du är inloggad till \(end). Sedan behöver du logga in igen. Stäng den här fliken och fortsätt där du var.",
                    "You are signed in until \(end). Then you need to sign in again. Close this tab and go on where you were."))</p>
            <p>\(link(say("Till startsidan", "To the start page"), .start))</p>
            """
        }
    }
}
