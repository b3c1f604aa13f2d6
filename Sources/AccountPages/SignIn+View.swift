import Accounts
import Frame
import HTTPTypes
import Markup
import Vocabulary

extension Page {
    /// A choice among the ways to sign in. They are links: the first step of one may lead to another site, where a form
    /// may not.
    func signInMethods(_ methods: [(id: String, title: Localized)]) -> Document {
        document(say("Logga in", "Sign in")) {
            """
            <p>\(say("Välj hur du vill logga in.", "Choose how to sign in."))</p>
            \(methods.enumerated().map { place, method in
                actions(
                    buttonLink(say(method.title), place == 0 ? .primary : .secondary, to: path.with("metod", method.id)))
            })
            """
        }
    }

    /// A step of signing in.
    func signIn(_ form: SignInForm, method: String) -> Document {
        var errors = FormErrors()
        if let problem = form.problem, let field = form.fields.first { errors.add(field.name, say(problem)) }
        let here = (form.pending == nil ? Path.signIn() : .signInCode).with("till", path["till"])
        return document(
            say(form.title), back: form.pending.map { _ in Link(say("Logga in från början", "Start over"), .signIn()) },
            errors: errors
        ) {
            """
            \(form.pending == nil ? news : nil)\
            \(form.problem == nil ? form.notice.map { notice(.ok, isNews: true, say($0)) } : nil)\
            \(form.help.map { "<p>\(say($0))</p>\n" as HTML })\
            \(self.form(to: here) {
                """
                \(hiddenField("metod", method))\(form.fields.map { field($0, errors) })\
                \(actions(button(say(form.submit))))
                """
            })\
            \(form.choices.map { buttonForm(say($0.label), .link, to: here, fields: [("val", $0.value)]) })\
            \(form.offersNewPassword ? "<p>\(link(say("Jag har glömt mitt lösenord", "I have forgotten my password"), .forgottenPassword))</p>" : nil)
            """
        }
    }

    /// Signing in that has come to nothing.
    func signInRefused(_ words: Localized) -> Document {
        document(say("Du är inte inloggad", "You are not signed in"), status: .unprocessableContent) {
            """
            \(notice(.error, say(words)))
            \(actions(buttonLink(say("Logga in från början", "Sign in from the beginning"), to: .signIn().with("till", path["till"]))))
            """
        }
    }

    /// What led here.
    private var news: HTML? {
        switch path["klart"] {
        case "utloggad": notice(.ok, isNews: true, say("Du är utloggad.", "You have signed out."))
        case "losenord":
            notice(
                .ok, isNews: true,
                say(
                    "Ditt lösenord är ändrat. Logga in med det nya.", "Your password has been changed. Sign in with it."
                ))
        default: nil
        }
    }

    private func field(_ field: SignInField, _ errors: FormErrors) -> HTML {
        let (kind, autocomplete): (FieldKind, String?) =
            switch field.kind {
            case .email: (.email, "username")
            case .password: (.password, nil)
            case .code: (.oneTimeCode, nil)
            case .recoveryCode: (.text, "off")
            }
        let isShort = if case .code = field.kind { true } else { false }
        return self.field(
            field.name, say(field.label), kind, value: field.value, hint: field.hint.map { say($0) }, isShort: isShort,
            autocomplete: autocomplete, errors: errors)
    }
}
