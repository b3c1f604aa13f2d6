import Accounts
import Frame
import Hummingbird
import Markup
import Vocabulary
import Web

// A forgotten password: the same words, in the same time, whether there is such an account or not.

extension AccountPages {
    func addForgottenPassword(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.forgottenPassword.route) { _, context in context.page.forgottenPassword() }
        routes.post(Path.forgottenPassword.route, use: askForNewPassword)
    }

    private func askForNewPassword(_ request: Request, _ context: PortalContext) async throws -> Response {
        let typed = try await Form.read(request)["epost"] ?? ""
        guard typed.contains("@") else {
            return context.page.forgottenPassword(
                typed: typed,
                FormErrors(
                    "epost",
                    context.page.say(
                        "Skriv din e-postadress, till exempel namn@kommun.se.",
                        "Write your e-mail address, for example name@municipality.se."))
            ).response
        }
        try await accounts.askForNewPassword(email: typed, from: Client(request, context), at: context.now)
        return .see(Path.forgottenPassword.with("klart", "ja").text)
    }
}

extension Page {
    fileprivate func forgottenPassword(typed: String? = nil, _ errors: FormErrors = FormErrors()) -> Document {
        if path["klart"] != nil {
            return document(say("Titta i din e-post", "Look in your mailbox")) {
                """
                <p>\(say(
                    "Om adressen finns hos oss får du ett mejl inom några minuter. Öppna länken i det och välj ett nytt lösenord.",
                    "If we know the address you get a mail within some minutes. Open its link and choose a new password."))</p>
                <p>\(say(
                    "Kommer det inget? Titta i skräpposten, och kontrollera att du skrev den adress som du loggar in med. Den som är samordnare hos er kan se om du har ett konto.",
                    "Does none come? Look among the junk mail, and check that you wrote the address you sign in with. Your coordinator can see whether you have an account."))</p>
                <p>\(link(say("Skriv adressen igen", "Write the address again"), .forgottenPassword)) · \
                \(link(say("Logga in", "Sign in"), .signIn()))</p>
                """
            }
        }
        return document(
            say("Välj ett nytt lösenord", "Choose a new password"), back: Link(say("Logga in", "Sign in"), .signIn()),
            errors: errors
        ) {
            """
            <p>\(say(
                "Skriv den adress som du loggar in med. Vi skickar en länk dit.",
                "Write the address that you sign in with. We send a link there."))</p>
            \(form(to: .forgottenPassword) {
                """
                \(field("epost", say("E-postadress", "E-mail address"), .email, value: typed, autocomplete: "username",
                    errors: errors))\
                \(actions(button(say("Skicka länken", "Send the link"))))
                """
            })
            """
        }
    }
}
