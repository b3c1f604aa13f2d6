import Foundation
import Outbox
import Secrets
import Storage
import Vocabulary

/// What is written to people about their accounts. Plain text; never a password, and a link or a code only where the
/// mail is for it.
struct AccountMail {
    let settings: AccountSettings
    let language: Language
    let to: String

    init(to person: Person, settings: AccountSettings) {
        self.settings = settings
        language = person.language
        to = person.email
    }

    private var service: String { settings.serviceName[language] }

    /// An invitation from `inviter`, a name; `nil` from the command line.
    func invitation(
        for organisation: Organisation, roles: [Role], from inviter: String?, token: Token, until end: Date
    ) -> Mail {
        let link = settings.url(.invitation(token))
        let place =
            organisation.municipality.map { Localized(sv: " för \($0.name)", en: " for \($0.name)")[language] } ?? ""
        let sentence = Localized(
            sv: inviter.map { "\($0) har bjudit in dig" } ?? "Du är inbjuden",
            en: inviter.map { "\($0) has invited you" } ?? "You are invited")
        let listed = roles.map { "- \($0.title[language]): \($0.explanation[language])" }.joined(separator: "\n")
        return mail(
            "invitation",
            Localized(
                sv: "Inbjudan till \(service)\(place)", en: "Invitation to \(service)\(place)"),
            Localized(
                sv: """
                    \(sentence.sv) till \(service)\(place). Du får göra det här:

                    \(listed)

                    Öppna länken och välj ett lösenord. Länken gäller till \(moment(end)) och fungerar en gång:
                    \(link)

                    Väntade du dig inte mejlet? Då behöver du inte göra något.
                    """,
                en: """
                    \(sentence.en) to \(service)\(place). This is what you may do:

                    \(listed)

                    Open the link and choose a password. The link is good until \(moment(end)) and works once:
                    \(link)

                    Did you not expect this mail? Then there is nothing you need to do.
                    """),
            usefulUntil: end)
    }

    /// A code to sign in with.
    func code(_ code: String, until end: Date) -> Mail {
        mail(
            "sign-in-code",
            Localized(sv: "Din kod till \(service)", en: "Your code for \(service)"),
            Localized(
                sv: """
                    Din kod är \(code)

                    Skriv den på sidan där du loggar in. Koden gäller i tio minuter.

                    Försöker du inte logga in? Då har någon annan ditt lösenord. Byt det:
                    \(settings.url(.signIn))
                    """,
                en: """
                    Your code is \(code)

                    Type it on the page where you are signing in. The code is good for ten minutes.

                    Are you not signing in? Then somebody else has your password. Change it:
                    \(settings.url(.signIn))
                    """),
            usefulUntil: end)
    }

    /// A link for choosing a new password.
    func newPassword(_ token: Token, until end: Date) -> Mail {
        let link = settings.url(.newPassword(token))
        return mail(
            "new-password",
            Localized(sv: "Välj ett nytt lösenord till \(service)", en: "Choose a new password for \(service)"),
            Localized(
                sv: """
                    Öppna länken och välj ett nytt lösenord. Länken gäller i en timme och fungerar en gång:
                    \(link)

                    Bad du inte om det? Då behöver du inte göra något. Ditt lösenord är detsamma som förut.
                    """,
                en: """
                    Open the link and choose a new password. The link is good for an hour and works once:
                    \(link)

                    Did you not ask for it? Then there is nothing you need to do. Your password is what it was.
                    """),
            usefulUntil: end)
    }

    /// Tells the owner that something about signing in is no longer what it was.
    func changed(_ what: Change, at time: Date) -> Mail {
        let moment = moment(time)
        let subject = what.subject
        return mail(
            "account-changed",
            Localized(sv: "\(subject.sv): \(service)", en: "\(subject.en): \(service)"),
            Localized(
                sv: """
                    \(what.sentence.sv) \(moment).

                    Var det inte du? Be din samordnare eller administratör att stänga av kontot, och välj ett nytt \
                    lösenord:
                    \(settings.url(.signIn))
                    """,
                en: """
                    \(what.sentence.en) \(moment).

                    Was it not you? Ask your coordinator or administrator to deactivate the account, and choose a new \
                    password:
                    \(settings.url(.signIn))
                    """))
    }

    private func moment(_ time: Date) -> String {
        SwedishTime(secondsSince1970: Int(time.timeIntervalSince1970)).text(language)
    }

    private func mail(_ reason: String, _ subject: Localized, _ text: Localized, usefulUntil end: Date? = nil) -> Mail {
        let greeting = Localized(sv: "Hej!", en: "Hello!")
        return Mail(
            to: to, subject: subject[language],
            text: "\(greeting[language])\n\n\(text[language])\n\n-- \n\(service)\n\(settings.baseURL)\n",
            reason: reason, usefulUntil: end)
    }
}

extension AccountMail {
    /// What an owner is told of.
    enum Change {
        case password
        case factor(SecondFactor)
        case recoveryCodes
        case recoveryCodeUsed(left: Int)

        var subject: Localized {
            switch self {
            case .password: Localized(sv: "Ditt lösenord är ändrat", en: "Your password has been changed")
            case .factor: Localized(sv: "Ditt sätt att få koder är ändrat", en: "How you get codes has been changed")
            case .recoveryCodes: Localized(sv: "Du har nya reservkoder", en: "You have new recovery codes")
            case .recoveryCodeUsed: Localized(sv: "En reservkod har använts", en: "A recovery code has been used")
            }
        }

        /// Ends where the time is to stand.
        var sentence: Localized {
            switch self {
            case .password:
                Localized(sv: "Ditt lösenord ändrades den", en: "Your password was changed on")
            case .factor(.app):
                Localized(
                    sv: "Du får nu koder från en app när du loggar in. Det ändrades den",
                    en: "You now get codes from an app when signing in. This was changed on")
            case .factor(.mail):
                Localized(
                    sv: "Du får nu koder med mejl när du loggar in. Det ändrades den",
                    en: "You now get codes by mail when signing in. This was changed on")
            case .recoveryCodes:
                Localized(
                    sv: "Dina gamla reservkoder gäller inte längre. Du fick nya den",
                    en: "Your old recovery codes are no longer good. You got new ones on")
            case .recoveryCodeUsed(let left):
                Localized(
                    sv: "Du har \(left) reservkoder kvar. En användes för att logga in den",
                    en: "You have \(left) recovery codes left. One was used to sign in on")
            }
        }
    }
}
