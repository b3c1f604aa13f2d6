import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// The account: what it is, and where it is signed in.
    func account(_ session: Session, sessions: [Session], codesLeft: Int) -> Document {
        let person = session.person
        return document(say("Mitt konto", "My account"), over: name(of: person.organisation)) {
            """
            \(accountNews)\
            \(codesLeft <= 3 ? notice(.warning, fewCodes(codesLeft)) : nil)\
            \(facts([
                (say("Namn", "Name"), "\(person.name)"),
                (say("Språk", "Language"), "\(person.language == .sv ? "Svenska" : "English")"),
                (say("E-postadress", "E-mail address"), "\(person.email)"),
                (say("Roller", "Roles"), explanations(of: person.rolesInOrder)),
            ]))\
            <p>\(link(say("Ändra namn eller språk", "Change name or language"), .accountProfile))</p>
            <h2>\(say("Så loggar du in", "How you sign in"))</h2>
            \(tasks([
                TaskItem(say("Byt lösenord", "Change password"), .accountPassword),
                TaskItem(
                    say("Ändra hur du får koder", "Change how you get codes"), .accountFactor,
                    hint: person.factor.map { say($0.words) }),
                TaskItem(
                    say("Skapa nya reservkoder", "Make new recovery codes"), .accountRecovery,
                    hint: say("\(codesLeft) kvar", "\(codesLeft) left")),
            ]))\
            <h2>\(say("Här är du inloggad", "Where you are signed in"))</h2>
            \(sessionTable(sessions, current: session))\
            \(actions(buttonForm(say("Logga ut överallt", "Sign out everywhere"), to: .signOutEverywhere)))
            <p>\(link(eventsTitle, .log))</p>
            """
        }
    }

    private func fewCodes(_ left: Int) -> String {
        guard left > 0 else {
            return say(
                "Du har inga reservkoder kvar. Skapa nya, så att du kan logga in utan app eller e-post.",
                "You have no recovery codes left. Make new ones, so that you can sign in without app or mail.")
        }
        let codes = count(left, sv: ("reservkod", "reservkoder"), en: ("recovery code", "recovery codes"))
        return say("Du har bara \(codes) kvar. Skapa nya.", "You have only \(codes) left. Make new ones.")
    }

    private var accountNews: HTML? {
        let words: Localized? =
            switch path["klart"] {
            case "uppgifter": Localized(sv: "Dina uppgifter är ändrade.", en: "Your details have been changed.")
            case "losenord":
                Localized(
                    sv: "Ditt lösenord är ändrat. Du är utloggad på andra ställen.",
                    en: "Your password has been changed. You have been signed out elsewhere.")
            case "koder":
                Localized(
                    sv: "Sättet att få koder är ändrat. Du är utloggad på andra ställen.",
                    en: "How you get codes has been changed. You have been signed out elsewhere.")
            case "inloggning": Localized(sv: "Inloggningen är avslutad.", en: "The session has been ended.")
            default: nil
            }
        return words.map { notice(.ok, isNews: true, say($0)) }
    }

    private func sessionTable(_ sessions: [Session], current: Session) -> HTML {
        table(
            say("Dina inloggningar", "Your sessions"), sessions,
            [
                Column(say("Var", "Where"), .rowHeader) { session in
                    "\(session.client.isEmpty ? self.say("Okänd webbläsare", "Unknown browser") : session.client)"
                },
                Column(say("Loggade in", "Signed in")) { "\(self.time($0.createdAt))" },
                Column(say("Senast här", "Last here")) { "\(self.time($0.lastSeenAt))" },
                Column(say("Åtgärd", "Action"), isTitleUnseen: true) { session in
                    session.id == current.id
                        ? "\(self.say("Den här webbläsaren", "This browser"))"
                        : self.buttonForm(
                            self.say("Logga ut", "Sign out"), .link, to: .accountSession(String(session.id)),
                            about: self.say("från \(session.client)", "from \(session.client)"))
                },
            ], isCaptionUnseen: true, empty: say("Inga inloggningar.", "No sessions."))
    }

    /// Name and language.
    func profile(_ answers: ProfileAnswers, _ errors: FormErrors = FormErrors()) -> Document {
        document(say("Ändra namn eller språk", "Change name or language"), back: toAccount, errors: errors) {
            form(to: .accountProfile) {
                """
                \(field("namn", say("För- och efternamn", "First and last name"), .name, value: answers.name,
                    length: 100, errors: errors))\
                \(radios(
                    "sprak", say("Språk på sidor och i mejl", "Language of pages and mails"),
                    [Option("sv", "Svenska"), Option("en", "English")], selected: answers.language.rawValue))\
                \(actions(button(say("Spara", "Save"))))
                """
            }
        }
    }

    /// A new password in place of the old.
    func password(_ person: Person, _ errors: FormErrors = FormErrors()) -> Document {
        document(say("Byt lösenord", "Change password"), back: toAccount, errors: errors) {
            """
            <p>\(say("Du blir utloggad på alla andra ställen.", "You will be signed out everywhere else."))</p>
            \(form(to: .accountPassword) {
                """
                \(usernameForBrowser(person.email))\(oldPasswordField(errors: errors))\
                \(newPasswordField(errors: errors))\
                \(actions(button(say("Byt lösenord", "Change password"))))
                """
            })
            """
        }
    }

    /// How to get codes.
    func factor(_ person: Person, chosen: SecondFactor?, _ errors: FormErrors = FormErrors()) -> Document {
        document(say("Ändra hur du får koder", "Change how you get codes"), back: toAccount, errors: errors) {
            form(to: .accountFactor) {
                """
                \(factorChoice(chosen, errors: errors))\
                \(usernameForBrowser(person.email))\(oldPasswordField(errors: errors))\
                \(actions(button(say("Fortsätt", "Continue"))))
                """
            }
        }
    }

    /// An app that is to be confirmed.
    func ownApp(_ app: AppSecret, _ errors: FormErrors = FormErrors()) -> Document {
        document(
            say("Koppla din app", "Connect your app"),
            back: Link(say("Ändra hur du får koder", "Change how you get codes"), .accountFactor), errors: errors
        ) {
            """
            \(appSecret(app))\
            \(form(to: .accountApp) {
                "\(codeOfApp(errors: errors))\(actions(button(say("Använd appen", "Use the app"))))"
            })
            """
        }
    }

    /// New recovery codes in place of those left.
    func recovery(left: Int, _ errors: FormErrors = FormErrors()) -> Document {
        let codes = count(left, sv: ("reservkod", "reservkoder"), en: ("recovery code", "recovery codes"))
        return document(say("Skapa nya reservkoder", "Make new recovery codes"), back: toAccount, errors: errors) {
            """
            <p>\(say(
                "Du har \(codes) kvar. De slutar gälla när du skapar nya.",
                "You have \(codes) left. They are no longer good when you make new ones."))</p>
            \(form(to: .accountRecovery) {
                """
                \(oldPasswordField(errors: errors))\
                \(actions(button(say("Skapa nya reservkoder", "Make new recovery codes"))))
                """
            })
            """
        }
    }

    /// The new recovery codes.
    func newCodes(_ codes: [String]) -> Document {
        document(say("Dina nya reservkoder", "Your new recovery codes"), back: toAccount) {
            """
            \(recoveryCodes(codes))\
            \(actions(buttonLink(say("Jag har sparat koderna", "I have saved the codes"), to: .account)))
            """
        }
    }

    private var toAccount: Link { Link(say("Mitt konto", "My account"), .account) }

    private func oldPasswordField(errors: FormErrors) -> HTML {
        field("nuvarande", say("Ditt lösenord nu", "Your password now"), .password, errors: errors)
    }
}

extension SecondFactor {
    /// Where codes come from.
    var words: Localized {
        switch self {
        case .app: Localized(sv: "Du får koder från en app.", en: "You get codes from an app.")
        case .mail: Localized(sv: "Du får koder med mejl.", en: "You get codes by mail.")
        }
    }
}
