import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// The same page for nobody in particular: an invitation may be opened where somebody else has signed in.
    var ofNobody: Page {
        var page = self
        page.viewer = nil
        return page
    }

    /// The invitation with its form.
    func join(
        _ token: String, _ invitation: Invitation, _ answers: InvitationAnswers, _ errors: FormErrors = FormErrors()
    ) -> Document {
        let person = invitation.person
        return document(
            say("Skapa ditt konto", "Make your account"), over: name(of: person.organisation), errors: errors
        ) {
            """
            \(facts([
                (say("E-postadress", "E-mail address"), "\(person.email)"),
                (say("Du får", "You may"), explanations(of: person.rolesInOrder)),
            ]))\
            \(form(to: .invitation(token)) {
                """
                \(field("namn", say("För- och efternamn", "First and last name"), .name, value: answers.name,
                    length: 100, errors: errors))\
                \(usernameForBrowser(person.email))\
                \(newPasswordField("losenord", say("Lösenord", "Password"), errors: errors))\
                \(factorChoice(answers.factor, errors: errors))\
                \(actions(button(say("Fortsätt", "Continue"))))
                """
            })\
            <p class="secondary-text">\(say(
                "Inbjudan gäller till och med \(date(invitation.expiresAt)).",
                "The invitation is good until \(date(invitation.expiresAt))."))</p>
            """
        }
    }

    /// What to do for an app to know the account, and a field for its first code.
    func confirmApp(_ token: String, _ app: AppSecret, _ errors: FormErrors = FormErrors()) -> Document {
        document(
            say("Koppla din app", "Connect your app"),
            back: Link(say("Ändra dina val", "Change your choices"), .changedInvitation(token)), errors: errors
        ) {
            """
            \(appSecret(app))\
            \(form(to: .invitationApp(token)) {
                """
                \(codeOfApp(errors: errors))\
                \(actions(button(say("Skapa kontot", "Make the account"))))
                """
            })
            """
        }
    }

    /// What somebody who has just joined sees, once.
    func welcome(_ welcome: Welcome) -> Document {
        let isMunicipality = welcome.person.organisation != .authority
        let mayInvite = AccessPolicy.may(.person(welcome.person), .managePeople, of: welcome.person.organisation)
        let mayTry = AccessPolicy.may(.person(welcome.person), .check, of: welcome.person.organisation)
        let people = isMunicipality ? Path.ourMunicipality : .people
        return document(
            say("Välkommen", "Welcome"), heading: say("Ditt konto är klart", "Your account is ready"),
            over: name(of: welcome.person.organisation)
        ) {
            """
            \(recoveryCodes(welcome.recoveryCodes))\
            \(actions(buttonLink(say("Jag har sparat koderna, fortsätt", "I have saved the codes, continue"), to: .start)))
            <h2>\(say("Bra att börja med", "Good to begin with"))</h2>
            \(tasks([
                TaskItem(say("Kontrollera dina uppgifter", "Check your details"), .account),
                mayInvite ? TaskItem(say("Bjud in en kollega", "Invite a colleague"), people) : nil,
                mayTry ? TaskItem(say("Testa en fil", "Try a file"), .tryFile) : nil,
            ].compactMap { $0 }))
            """
        }
    }

    /// How the person is to get codes.
    func factorChoice(_ chosen: SecondFactor?, errors: FormErrors) -> HTML {
        radios(
            "koder",
            say("Hur vill du få koden som du loggar in med?", "How do you want the code that you sign in with?"),
            [
                Option(
                    SecondFactor.app.rawValue, say("Från en app i mobilen", "From an app on your phone"),
                    hint: say(
                        "Säkrast. Till exempel Microsoft Authenticator, Google Authenticator eller 1Password.",
                        "Safest. For example Microsoft Authenticator, Google Authenticator or 1Password.")),
                Option(
                    SecondFactor.mail.rawValue, say("Med mejl varje gång", "By mail each time"),
                    hint: say("Du behöver ingen app.", "You need no app.")),
            ], selected: chosen?.rawValue, errors: errors)
    }
}
