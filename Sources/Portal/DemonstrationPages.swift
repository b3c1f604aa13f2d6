import Foundation
import Frame
import Hummingbird
import Markup
import Transfer
import Vocabulary
import Web

/// What only a demonstration has: whom to sign in as, files to practise with, and the mail that would have been sent.
struct DemonstrationPages: Sendable {
    private let settings: DemonstrationSettings
    private let origin: Origin

    init(_ settings: DemonstrationSettings, origin: Origin) {
        self.settings = settings
        self.origin = origin
    }

    func add(to router: Router<PortalContext>) {
        router.get("demonstration") { _, context in people(context.page) }
        router.get("demonstration/post") { _, context in
            mailbox(context.page, await mails(toAll: context.path["visa"] == "alla"))
        }
        router.get("demonstration/post/{id}") { _, context in
            let id = try context.parameter("id")
            guard let mail = await mails().first(where: { $0.id == id }) else { throw PageError.notFound }
            return self.mail(context.page, mail)
        }
        router.get("demonstration/filer/{name}") { _, context in
            let name = try context.parameter("name")
            guard let bytes = settings.files[name] else { throw PageError.notFound }
            return Response.file(ByteBuffer(bytes: bytes), as: .ofFile(name), .attachment(name))
        }
    }

    /// Mail to those one can sign in as, or to everybody: a reminder goes to more than a hundred.
    private func mails(toAll: Bool = true) async -> [MailMessage] {
        let addresses = Set(settings.people.map(\.email))
        return await settings.mailbox.latest.filter { toAll || addresses.contains($0.to.text) }
    }

    private func people(_ page: Page) -> Document {
        page.document(page.say("Prova portalen", "Try the portal")) {
            """
            <p>\(page.say(
                "Allt här är påhittat och stannar på den här datorn. Inget skickas någonstans.",
                "Everything here is made up and stays on this computer. Nothing is sent anywhere."))</p>
            \(page.table(
                page.say("Logga in som", "Sign in as"), settings.people,
                [
                    Column(page.say("Vem", "Who"), .rowHeader) { "\($0.name)" },
                    Column(page.say("Gör vad", "Does what")) { "\(page.say($0.task))" },
                    Column(page.say("E-post", "E-mail")) { "<code>\($0.email)</code>" },
                    Column(page.say("Lösenord", "Password")) { "<code>\($0.password)</code>" },
                ], empty: ""))
            <p>\(page.say(
                "Efter lösenordet frågar portalen efter en kod som kommer med e-post. Den ligger i brevlådan.",
                "After the password the portal asks for a code that comes by e-mail. It is in the mailbox."))</p>
            \(page.actions(
                page.buttonLink(page.say("Logga in", "Sign in"), to: .signIn()),
                page.buttonLink(page.say("Öppna brevlådan", "Open the mailbox"), .secondary, to: .demonstrationMail)))
            <p>\(page.say(
                "I insamlingen är det maj 2013. I Linköpings rapporter till nämnden är det december 2023.",
                "In the collection it is May 2013. In Linköping's reports to the committee it is December 2023.")) \
            \(page.link(page.say("Läs de publicerade rapporterna", "Read the published reports"), .publishedReports))</p>
            <h2>\(page.say("Filer att öva med", "Files to practise with"))</h2>
            <p>\(page.say(settings.filesAbout))</p>
            <ul>\(settings.files.keys.sorted().map { name in
                "<li>\(page.link(name, .demonstrationFile(name), icon: .download))</li>" as HTML
            })</ul>
            """
        }
    }

    private func mailbox(_ page: Page, _ mails: [MailMessage]) -> Document {
        page.document(
            page.say("Demonstrationens brevlåda", "The demonstration's mailbox"),
            back: Link(page.say("Prova portalen", "Try the portal"), .demonstration)
        ) {
            """
            <p>\(page.say(
                "Det nyaste brevet står först. Ladda om sidan för att se nya.",
                "The newest mail stands first. Reload the page to see new ones."))</p>
            \(page.tabs(
                page.say("Brev till", "Mail to"),
                [
                    Link(page.say("Demonstrationens användare", "The people of the demonstration"), .demonstrationMail),
                    Link(page.say("Alla", "Everybody"), .demonstrationMail.with("visa", "alla")),
                ], current: page.path))
            \(page.table(
                page.say("Brev", "Mail"), Array(mails.prefix(50)),
                [
                    Column(page.say("Ämne", "Subject"), .rowHeader) { page.link($0.subject, .demonstrationMail($0.id)) },
                    Column(page.say("Till", "To")) { "\($0.to.text)" },
                    Column(page.say("När", "When")) { "\(page.time($0.date))" },
                ], empty: page.say("Inga brev än. Ladda om sidan om några sekunder.", "No mail yet. Reload in a moment.")))
            """
        }
    }

    private func mail(_ page: Page, _ mail: MailMessage) -> Document {
        page.document(
            mail.subject,
            back: Link(page.say("Demonstrationens brevlåda", "The demonstration's mailbox"), .demonstrationMail)
        ) {
            """
            <p>\(page.say("Till", "To")) \(mail.to.text) · \(page.time(mail.date))</p>
            <div class="letter">\(mail.text.split(separator: "\n\n").map { "<p>\(paragraph($0))</p>\n" as HTML })</div>
            """
        }
    }

    /// Lines as lines, and our own addresses as links, as a mail program shows them.
    private func paragraph(_ text: Substring) -> HTML {
        text.split(separator: "\n").map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).map { word -> HTML in
                let address = word.hasSuffix(".") ? word.dropLast() : word
                guard address.hasPrefix(origin.description + "/"),
                    let path = Path(returning: String(address.dropFirst(origin.description.count)))
                else { return "\(word)" }
                return "<a href=\"\(path)\">\(address)</a>\(word.dropFirst(address.count))"
            }.joined(separator: " ")
        }.joined(separator: "<br>")
    }
}

extension Path {
    /// Whom to sign in as, in a demonstration.
    static let demonstration = Path("demonstration")
    /// The demonstration's mail.
    static let demonstrationMail = Path("demonstration", "post")
    /// One mail.
    static func demonstrationMail(_ id: String) -> Path { demonstrationMail.under(id) }
    /// A file to practise with.
    static func demonstrationFile(_ name: String) -> Path { Path("demonstration", "filer", name) }
}
