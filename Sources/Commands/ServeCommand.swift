import Accounts
public import ArgumentParser
import Definitions
import Foundation
import Frame
import Logging
import Portal
import Reporting
import Transfer
import Vocabulary
import Web

/// `underlag serve`: the portal, until it is told to stop.
public struct ServeCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Webbportalen: lämna uppgifter, rätta, få kvitto; se vilka som saknas.",
        discussion: """
            Utan --demo är det på allvar: sätt TLS i en proxy framför, och säg --origin med den adress besökarna har.
            Lösenord till e-postservern läses ur en fil (--smtp-password-file) eller UNDERLAG_SMTP_PASSWORD.
            """)

    @OptionGroup var definitions: DefinitionOptions
    @ArgumentParser.Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @ArgumentParser.Option(help: "Port att lyssna på.") var port: Int = 8080
    @ArgumentParser.Option(help: "Adress att lyssna på.") var address: String = "127.0.0.1"
    @ArgumentParser.Option(help: "Adressen som besökare har, https://statistik.example.se") var origin: String?
    @ArgumentParser.Option(help: ArgumentHelp("Proxy vars X-Forwarded-For gäller; kan upprepas.", valueName: "range"))
    var proxy: [String] = []
    @Flag(help: "En påhittad insamling att prova, med klockan ställd på våren 2013, och rapporter för 2023.") var demo =
        false
    @OptionGroup var host: HostOptions
    @OptionGroup var mail: MailOptions
    @ArgumentParser.Option(help: "Språk för det som skrivs här: sv eller en.") var language: Language = .sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Serves until SIGTERM or SIGINT.
    public func run() async throws {
        do {
            try await serve()
        } catch {
            throw (Refusal(register: error, language) ?? error as? Refusal)?.told() ?? error
        }
    }

    private func serve() async throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        try DemonstrationMark.refuseMixing(folder, isDemonstration: demo, language)
        let database = try await Engine.open(data)
        let keys = try KeyFiles(folder: folder)
        let library = try definitions.library()
        let demonstration = demo ? try PortalDemonstration(folder: folder, library: library) : nil
        var settings = PortalSettings(
            folder: folder, mailer: try demonstration?.settings.mailbox ?? mail.mailer(folder, language),
            sender: try mail.from(language), sealingKey: keys.sealing)
        settings.address = address
        settings.port = port
        settings.signingKey = keys.signing
        settings.host = host.host(library)
        settings.demonstration = demonstration?.settings
        settings.proxies = try proxy.map { text in
            do throws(WebError) {
                return try NetworkRange(text)
            } catch {
                throw Refusal(
                    64, language, sv: "\(text) är ingen nätadress. Skriv till exempel 10.0.0.0/8.",
                    en: "\(text) is no network address. Write for instance 10.0.0.0/8.")
            }
        }
        if let origin {
            guard let known = Origin(origin) else {
                throw Refusal(
                    64, language, sv: "\(origin) är ingen adress. Skriv till exempel https://statistik.example.se",
                    en: "\(origin) is no address. Write for instance https://statistik.example.se")
            }
            settings.origin = known
        }
        var logger = Logger(label: "underlag") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let portal = try await Portal(database, library: library, settings: settings, logger: logger)
        if let demonstration { try await demonstration.prepare(portal, desk: ReportDesk(database), language) }
        let welcome = try await welcome(portal, demonstration)
        // Not `print`, which keeps it back when the answer goes to a file.
        try await portal.run { FileHandle.standardOutput.write(Data((welcome + "\n").utf8)) }
    }

    /// The link by which somebody becomes the first administrator; `nil` when there is one.
    private func firstLink(_ house: House) async throws -> String? {
        do throws(AccountsError) {
            return try await house.accounts.bootstrap(email: host.email, language: language, at: house.site.now())
        } catch .alreadyBootstrapped {
            return nil
        }
    }

    /// What is said when the portal answers.
    private func welcome(_ portal: Portal, _ demonstration: PortalDemonstration?) async throws -> String {
        let origin = portal.house.site.origin.description
        guard let demonstration else {
            let first = try await firstLink(portal.house)
            let lines = [
                Localized(sv: "Portalen svarar på \(origin)", en: "The portal answers at \(origin)")[language],
                first.map {
                    Localized(
                        sv: "Ingen administratör finns än. Öppna länken för att bli den första: \($0)",
                        en: "There is no administrator yet. Open the link to become the first: \($0)")[language]
                },
            ]
            return lines.compactMap { $0 }.joined(separator: "\n")
        }
        let people = demonstration.settings.people.map { person in
            "  \(person.email)  \(person.password)  \(person.name): \(person.task[language])"
        }
        return Localized(
            sv: """

                Portalen är igång: \(origin)/demonstration

                Påhittade uppgifter. Logga in som någon av dem:
                \(people.joined(separator: "\n"))
                Engångskoden kommer med e-post; breven ligger på \(origin)/demonstration/post
                Avsluta med Ctrl-C.
                """,
            en: """

                The portal is running: \(origin)/demonstration?sprak=en

                Made-up data. Sign in as one of them:
                \(people.joined(separator: "\n"))
                The one-time code comes by e-mail; the mail is at \(origin)/demonstration/post
                Stop with Ctrl-C.
                """)[language]
    }
}
