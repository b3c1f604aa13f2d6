import Foundation
import Secrets
import Vocabulary

/// What `PasswordAndCode` asks and says.
enum SignInForms {
    static let email = "email"
    static let passwordField = "password"
    static let codeField = "code"
    static let recovery = "recovery"
    static let resend = "resend"
    static let ordinary = "ordinary"

    static func password(email typed: String?) -> SignInForm {
        var form = SignInForm(
            title: Localized(sv: "Logga in", en: "Sign in"),
            fields: [
                SignInField(
                    name: email, kind: .email, label: Localized(sv: "E-postadress", en: "E-mail address"), value: typed),
                SignInField(name: passwordField, kind: .password, label: Localized(sv: "Lösenord", en: "Password")),
            ], submit: Localized(sv: "Logga in", en: "Sign in"))
        form.offersNewPassword = true
        return form
    }

    static func code(_ factor: SecondFactor, _ pending: Token) -> SignInForm {
        let help =
            switch factor {
            case .app:
                Localized(
                    sv: "Öppna appen som visar dina koder och skriv koden för den här tjänsten.",
                    en: "Open the app that shows your codes and type the code for this service.")
            case .mail:
                Localized(
                    sv: "Vi har skickat en kod till din e-postadress. Koden gäller i 10 minuter.",
                    en: "We have sent a code to your e-mail address. The code is good for 10 minutes.")
            }
        let useRecovery = SignInChoice(
            value: recovery, label: Localized(sv: "Använd en reservkod", en: "Use a recovery code"))
        let sendAgain = SignInChoice(value: resend, label: Localized(sv: "Skicka en ny kod", en: "Send a new code"))
        return SignInForm(
            title: Localized(sv: "Skriv din kod", en: "Type your code"), help: help,
            fields: [
                SignInField(
                    name: codeField, kind: .code, label: Localized(sv: "Kod", en: "Code"),
                    hint: Localized(sv: "Sex siffror", en: "Six digits"))
            ], submit: Localized(sv: "Fortsätt", en: "Continue"),
            choices: factor == .mail ? [sendAgain, useRecovery] : [useRecovery], pending: pending)
    }

    static func recoveryCode(_ factor: SecondFactor, _ pending: Token) -> SignInForm {
        SignInForm(
            title: Localized(sv: "Skriv en reservkod", en: "Type a recovery code"),
            help: Localized(
                sv: "Du fick tio reservkoder när du skapade kontot. Varje kod fungerar en gång.",
                en: "You got ten recovery codes when you made the account. Each works once."),
            fields: [
                SignInField(
                    name: recovery, kind: .recoveryCode, label: Localized(sv: "Reservkod", en: "Recovery code"),
                    hint: Localized(sv: "Till exempel K7QM-4XRD-9TWA", en: "For example K7QM-4XRD-9TWA"))
            ], submit: Localized(sv: "Fortsätt", en: "Continue"),
            choices: [
                SignInChoice(
                    value: ordinary,
                    label: factor == .app
                        ? Localized(sv: "Använd koden från appen", en: "Use the code from the app")
                        : Localized(sv: "Använd koden från mejlet", en: "Use the code from the mail"))
            ], pending: pending)
    }

    static let isIncomplete = Localized(
        sv: "Skriv både e-postadress och lösenord.", en: "Type both e-mail address and password.")
    static let isWrong = Localized(
        sv: "E-postadressen och lösenordet hör inte ihop. Kontrollera båda, eller välj ett nytt lösenord.",
        en: "The e-mail address and the password do not belong together. Check both, or choose a new password.")
    static let noCode = Localized(sv: "Skriv koden.", en: "Type the code.")
    static let codeIsOld = Localized(
        sv: "Koden har gått ut. Begär en ny kod.", en: "The code is too old. Ask for a new one.")
    static let recoveryIsWrong = Localized(
        sv: "Reservkoden stämmer inte, eller är redan använd. Kontrollera den eller ta en annan.",
        en: "The recovery code is not right, or has been used. Check it or take another.")
    static let justSent = Localized(
        sv: "Vi har redan skickat en kod. Vänta någon minut och titta även i skräpposten.",
        en: "We have sent a code already. Wait a minute or so, and look among the junk mail too.")
    static let sentAnother = Localized(
        sv: "Vi har skickat en ny kod. Den gamla gäller inte längre.",
        en: "We have sent a new code. The old one is no longer good.")
    static let beginAnew = Localized(
        sv: "Det tog för lång tid. Logga in från början.", en: "It took too long. Sign in from the beginning.")
    static let tooManyCodes = Localized(
        sv: "Koden har varit fel fem gånger. Logga in från början.",
        en: "The code has been wrong five times. Sign in from the beginning.")

    static func codeIsWrong(_ factor: SecondFactor) -> Localized {
        switch factor {
        case .app:
            Localized(
                sv: "Koden stämmer inte. Skriv koden som appen visar nu. Varje kod fungerar en gång.",
                en: "The code is not right. Type the code that the app shows now. Each works once.")
        case .mail:
            Localized(
                sv: "Koden stämmer inte. Kontrollera siffrorna eller begär en ny kod.",
                en: "The code is not right. Check the digits or ask for a new code.")
        }
    }

    static func wait(until end: Date, from time: Date) -> Localized {
        let minutes = max(1, Int((end.timeIntervalSince(time) / 60).rounded(.up)))
        return Localized(
            sv:
                "För många försök har varit fel. Vänta \(minutes) \(minutes == 1 ? "minut" : "minuter") och försök igen.",
            en: "Too many tries have been wrong. Wait \(minutes) \(minutes == 1 ? "minute" : "minutes") and try again.")
    }
}
