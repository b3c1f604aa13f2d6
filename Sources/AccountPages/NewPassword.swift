import Accounts
import Frame
import Hummingbird
import Markup
import Secrets
import Vocabulary
import Web

// A new password by the link of a mail.

extension AccountPages {
    func addNewPassword(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.newPassword(":token").route, use: newPassword)
        routes.post(Path.newPassword(":token").route, use: chooseNewPassword)
    }

    private func newPassword(_ request: Request, _ context: PortalContext) async throws -> Document {
        let token = try context.parameter("token")
        let person = try await accounts.newPasswordLink(Token(token), at: context.now)
        return context.page.newPassword(token, of: person)
    }

    private func chooseNewPassword(_ request: Request, _ context: PortalContext) async throws -> Response {
        let token = try context.parameter("token")
        let password = try await Form.read(request)["losenord"] ?? ""
        let person = try await accounts.newPasswordLink(Token(token), at: context.now)
        do throws(AccountsError) {
            try await accounts.choosePassword(Token(token), password, at: context.now)
        } catch {
            return try context.mend(error) { context.page.newPassword(token, of: person, $0) }
        }
        var response = Response.see(Path.signIn().with("klart", "losenord").text)
        site.sessionCookie.clear(on: &response)
        return response
    }
}

extension Page {
    fileprivate func newPassword(_ token: String, of person: Person, _ errors: FormErrors = FormErrors()) -> Document {
        document(say("Välj ett nytt lösenord", "Choose a new password"), errors: errors) {
            """
            <p>\(say("Det gäller kontot \(person.email).", "It is for the account \(person.email)."))</p>
            \(form(to: .newPassword(token)) {
                """
                \(usernameForBrowser(person.email))\(newPasswordField(errors: errors))\
                \(actions(button(say("Spara lösenordet", "Save the password"))))
                """
            })
            """
        }
    }

    /// A link that leads nowhere any more: whatever the reason, the same words.
    func deadLink() -> Document {
        document(say("Länken fungerar inte", "The link does not work"), status: .notFound) {
            """
            <p>\(say(
                "Den är redan använd, ersatt av en nyare länk eller för gammal. Har du fått flera mejl? Öppna det senaste.",
                "It has been used, has been replaced by a newer link, or is too old. Have you had several mails? Open the latest."))</p>
            <ul>
            <li>\(say("Har du redan ett konto?", "Do you have an account already?")) \
            \(link(say("Logga in", "Sign in"), .signIn())).</li>
            <li>\(say("Har du glömt lösenordet?", "Have you forgotten the password?")) \
            \(link(say("Be om en ny länk", "Ask for a new link"), .forgottenPassword)).</li>
            <li>\(say(
                "Var det en inbjudan? Be den som bjöd in dig att skicka en ny.",
                "Was it an invitation? Ask whoever invited you to send a new one."))</li>
            </ul>
            """
        }
    }

    /// A field for choosing a password.
    func newPasswordField(_ name: String = "losenord", _ label: String? = nil, errors: FormErrors) -> HTML {
        field(
            name, label ?? say("Nytt lösenord", "New password"), .newPassword,
            hint: say(
                "Minst \(PasswordRules.shortest) tecken. Ta gärna några ord som inte hör ihop, eller låt webbläsaren föreslå.",
                "At least \(PasswordRules.shortest) characters. Some words that do not belong together will do, or let the browser suggest."
            ),
            errors: errors)
    }

    /// Tells the browser's keeper of passwords whose password it is.
    func usernameForBrowser(_ email: String) -> HTML {
        "<input type=\"email\" name=\"konto\" value=\"\(email)\" autocomplete=\"username\" hidden readonly>\n"
    }
}
