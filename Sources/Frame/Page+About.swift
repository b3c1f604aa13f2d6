import Markup
import Vocabulary

// Pages about the service itself.

extension Page {
    struct CookieRow {
        let name: String
        let purpose: Localized
        let life: Localized
    }

    static let cookieRows = [
        CookieRow(
            name: "session",
            purpose: Localized(sv: "Visar att du har loggat in.", en: "Shows that you have signed in."),
            life: Localized(sv: "Tills du stänger webbläsaren", en: "Until you close the browser")),
        CookieRow(
            name: "inloggning",
            purpose: Localized(
                sv: "Håller ihop stegen när du loggar in.", en: "Holds the steps of signing in together."),
            life: Localized(sv: "20 minuter", en: "20 minutes")),
        CookieRow(
            name: "sprak",
            purpose: Localized(
                sv: "Minns vilket språk du har valt. Finns bara om du har bytt språk.",
                en: "Remembers the language you have chosen. Only there if you have changed it."),
            life: Localized(sv: "Ett år", en: "One year")),
    ]

    func cookies() -> Document {
        document(say("Kakor", "Cookies")) {
            """
            <p>\(say(
                "Vi använder bara kakor som behövs för det du själv har bett om. Därför frågar vi inte om samtycke.",
                "We only use cookies that are needed for what you have asked for. That is why we do not ask for consent."))</p>
            \(table(
                say("Kakor som vi använder", "Cookies that we use"), Self.cookieRows,
                [
                    Column(say("Namn", "Name"), .rowHeader) { "<span class=\"code\">\($0.name)</span>" },
                    Column(say("Vad den gör", "What it does")) { "\(say($0.purpose))" },
                    Column(say("Finns kvar", "Kept")) { "\(say($0.life))" },
                ], empty: ""))
            <p>\(say(
                "Namnet kan börja med __Host-, som gör att bara den här webbplatsen kan läsa kakan. Vi mäter inte vad du "
                    + "gör, och inget på sidorna hämtas från någon annan.",
                "The name may begin with __Host-, which lets this site alone read the cookie. We do not measure what you "
                    + "do, and nothing on the pages is fetched from anyone else."))</p>
            """
        }
    }

    func privacy() -> Document {
        document(say("Personuppgifter", "Personal data")) {
            """
            <p>\(say(
                "\(host.name) är personuppgiftsansvarig för det som sparas här.",
                "\(host.name) is the controller of what is kept here."))</p>
            <h2>\(say("Om dig som har ett konto", "About you who have an account"))</h2>
            <ul>
            <li>\(say(
                "Namn, e-postadress, arbetsplats, roller och språk, så att du kan logga in och få påminnelser.",
                "Name, e-mail address, workplace, roles and language, so that you can sign in and be reminded."))</li>
            <li>\(say(
                "Vad du har gjort här och när: loggat in, lämnat in, hämtat filer. Din organisation kan läsa det.",
                "What you have done here and when: signed in, delivered, fetched files. Your organisation may read it."))</li>
            <li>\(say(
                "Misslyckade inloggningar räknas under högst ett dygn, så att ingen ska kunna gissa sig in. Adressen de "
                    + "kommer från sparas bara som ett fingeravtryck.",
                "Failed sign-ins are counted for a day at most, so that nobody can guess a way in. The address they come "
                    + "from is kept only as a fingerprint."))</li>
            </ul>
            <p>\(say(
                "Lösenordet sparas inte, bara ett värde som det kan jämföras med.",
                "The password is not kept, only a value that it can be compared with."))</p>
            <h2>\(say("Om hushållen i det som lämnas", "About the households in what is delivered"))</h2>
            <p>\(say(
                "Filerna innehåller löpnummer i stället för personnummer. Ser något ut som ett personnummer tar vi inte "
                    + "emot filen. Uppgifterna omfattas av sekretess för statistik, 24 kap. 8 § offentlighets- och "
                    + "sekretesslagen.",
                "Files have running numbers instead of identity numbers. If something looks like an identity number we do "
                    + "not accept the file. The data are covered by statistical confidentiality."))</p>
            <h2>\(say("Varför vi får göra det", "Why we may do this"))</h2>
            <p>\(say(
                "Behandlingen behövs för en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen): att "
                    + "framställa statistik om ekonomiskt bistånd.",
                "Processing is needed for a task in the public interest (article 6.1 e of the GDPR): producing statistics "
                    + "on social assistance."))</p>
            <h2>\(say("Dina rättigheter", "Your rights"))</h2>
            <p>\(say(
                "Du kan få veta vad som finns om dig, få fel rättade och invända. Hör av dig till oss:",
                "You may know what is kept about you, have mistakes corrected and object. Contact us:")) \
            \(link(say("Kontakt", "Contact"), .contact)). \
            \(say(
                "Du kan också klaga hos Integritetsskyddsmyndigheten.",
                "You may also complain to the Authority for Privacy Protection."))</p>
            """
        }
    }

    func contact() -> Document {
        document(say("Kontakt", "Contact")) {
            """
            <p>\(say(
                "Frågor om uppgifterna, om att logga in eller om hur sidorna fungerar besvaras av \(host.name).",
                "Questions about the data, about signing in or about how the pages work are answered by \(host.name)."))</p>
            \(facts([
                (say("E-post", "E-mail"), "<a href=\"mailto:\(host.email)\">\(host.email)</a>")
            ] + (host.telephone.map { [(say("Telefon", "Telephone"), "\($0)" as HTML)] } ?? [])))
            <p>\(say(
                "Skicka aldrig uppgifter om hushåll eller personer i mejlet.",
                "Never send data about households or people by e-mail."))</p>
            """
        }
    }
}
