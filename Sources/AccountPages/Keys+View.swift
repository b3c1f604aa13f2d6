import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// An organisation's keys.
    func keys(_ place: OrganisationPlace, _ keys: [APIKey], makers: [Person.ID: Person], mayMake: Bool) -> Document {
        document(
            say("API-nycklar", "API keys"), over: name(of: place.organisation),
            back: Link(name(of: place.organisation), place.path)
        ) {
            """
            \(keyNews)\
            <p>\(say(
                "Med en nyckel kan ert verksamhetssystem kontrollera och lämna in filer själv.",
                "With a key your case system can check and deliver files by itself."))</p>
            \(table(
                say("Nycklar", "Keys"), keys.filter { $0.isGood(at: now) } + keys.filter { !$0.isGood(at: now) },
                [
                    Column(say("Namn", "Name"), .rowHeader) { key in
                        """
                        \(key.name)<br><span class="secondary-text">\
                        \(self.say("slutar på", "ends in")) <span class="code">\(key.ending)</span></span>
                        """
                    },
                    Column(say("Får", "May")) { key in
                        "\(KeyScope.allCases.filter(key.scopes.contains).map { self.say($0.title) }.joined(separator: ", "))"
                    },
                    Column(say("Skapad av", "Made by")) { key in self.maker(key.madeBy.flatMap { makers[$0] }) },
                    Column(say("Gäller till", "Good until")) { "\(self.date($0.expiresAt))" },
                    Column(say("Användes senast", "Last used")) { key in
                        "\(key.lastUsedAt.map { self.date($0) } ?? self.say("Aldrig", "Never"))"
                    },
                    Column(say("Läge", "State")) { self.tag($0.tag(at: self.now)) },
                    Column(say("Åtgärd", "Action"), isTitleUnseen: true) { key in
                        key.isGood(at: self.now)
                            ? self.link(self.say("Spärra", "Revoke"), place.key(key.id), about: key.name) : ""
                    },
                ], empty: say("Ni har inga nycklar.", "You have no keys.")))\
            \(mayMake ? actions(buttonLink(say("Skapa en nyckel", "Make a key"), to: place.newKey)) : nil)
            """
        }
    }

    private var keyNews: HTML? {
        switch path["klart"] {
        case "sparrad": notice(.ok, isNews: true, say("Nyckeln är spärrad.", "The key has been revoked."))
        case "avstangd":
            notice(
                .warning, isNews: true, title: say("Kontot är avstängt", "The account has been deactivated")
            ) {
                """
                <p>\(say(
                    "Personen har skapat nycklar som fortfarande gäller. Spärra dem som inte ska användas.",
                    "The person has made keys that are still good. Revoke those that are not to be used."))</p>
                """
            }
        default: nil
        }
    }

    private func maker(_ person: Person?) -> HTML {
        guard let person else { return "–" }
        guard person.status == .deactivated else { return "\(person.displayName)" }
        return "\(person.displayName) (\(say("avstängd", "deactivated")))"
    }

    /// What a new key is to be for.
    func newKey(_ place: OrganisationPlace, _ answers: KeyAnswers, _ errors: FormErrors = FormErrors()) -> Document {
        document(
            say("Skapa en API-nyckel", "Make an API key"), over: name(of: place.organisation),
            back: Link(say("API-nycklar", "API keys"), place.keys), errors: errors
        ) {
            form(to: place.newKey) {
                """
                \(field(
                    "namn", say("Namn", "Name"), value: answers.name,
                    hint: say(
                        "Så att ni känner igen den, till exempel ”Treserva, nattjobb”.",
                        "So that you know it again, for example “Treserva, nightly job”."),
                    length: 100, autocomplete: "off", errors: errors))\
                \(checkboxes(
                    "behorighet", say("Vad får nyckeln göra?", "What may the key do?"),
                    [
                        Option(
                            KeyScope.submit.rawValue, say(KeyScope.submit.title),
                            hint: say("Även kontrollera filer och se kvitton.", "Check files and see receipts as well.")),
                        Option(
                            KeyScope.check.rawValue, say(KeyScope.check.title),
                            hint: say("Utan att något lämnas in.", "Without delivering anything.")),
                        Option(KeyScope.read.rawValue, say(KeyScope.read.title)),
                    ], selected: Set(answers.scopes.map(\.rawValue)), errors: errors))\
                \(radios(
                    "giltig", say("Hur länge ska den gälla?", "How long is it to be good?"),
                    [
                        Option("90", say("Tre månader", "Three months")), Option("365", say("Ett år", "A year")),
                        Option("730", say("Två år", "Two years")),
                    ], selected: answers.days.map(String.init), errors: errors))\
                \(actions(button(say("Skapa nyckeln", "Make the key"))))
                """
            }
        }
    }

    /// The key with its secret, which is never shown again.
    func madeKey(_ place: OrganisationPlace, _ key: APIKey, secret: String, server: String) -> Document {
        document(say("Nyckeln är skapad", "The key has been made"), over: name(of: place.organisation)) {
            """
            <section class="panel"><h2>\(key.name)</h2>
            <pre class="code">\(secret)</pre>
            <p><strong>\(say("Nyckeln visas bara nu.", "The key is shown only now."))</strong> \
            \(say(
                "Spara den i en fil som bara verksamhetssystemet kan läsa. Den gäller till \(date(key.expiresAt)).",
                "Save it in a file that only the case system can read. It is good until \(date(key.expiresAt))."))</p>
            </section>
            \(key.scopes.contains(.submit) ? """
                <h2>\(say("Så lämnar du in med den", "How to deliver with it"))</h2>
                <pre class="code">underlag submit --server \(server) --key-file \(say("NYCKELFIL", "KEYFILE")) \(say("FIL", "FILE"))</pre>
                """ as HTML : nil)
            \(actions(buttonLink(say("Jag har sparat nyckeln", "I have saved the key"), to: place.keys)))
            """
        }
    }

    /// Asks before a key is revoked, since it cannot be had back.
    func revoke(_ place: OrganisationPlace, _ key: APIKey) -> Document {
        document(
            say("Spärra \(key.name)?", "Revoke \(key.name)?"), over: name(of: place.organisation),
            back: Link(say("API-nycklar", "API keys"), place.keys)
        ) {
            """
            <p>\(say(
                "Det som använder nyckeln slutar fungera genast. Du kan inte ångra det, men skapa en ny nyckel.",
                "Whatever uses the key stops working at once. It cannot be undone, but you can make a new key."))</p>
            \(actions(
                buttonForm(say("Spärra nyckeln", "Revoke the key"), .grave, to: place.key(key.id)),
                link(say("Avbryt", "Cancel"), place.keys)))
            """
        }
    }
}
