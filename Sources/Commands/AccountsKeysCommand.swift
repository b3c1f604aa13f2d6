public import ArgumentParser
import Accounts
import Definitions
import Foundation
import Secrets
import Storage
import Vocabulary

/// `underlag accounts keys`: a municipality's API keys.
public struct AccountsKeysCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "En kommuns API-nycklar.",
        subcommands: [List.self, Make.self, Revoke.self], defaultSubcommand: List.self)

    /// Without arguments; the parser fills them in.
    public init() {}

    /// `underlag accounts keys list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Visa nycklarna, också spärrade och gamla. Deras hemligheter visas aldrig.")

        @Argument(help: "Kommunkod, till exempel 0380.") var municipality: String
        @OptionGroup var options: AccountOptions

        func run() async throws {
            let municipality = try Municipality.named(municipality, options.language)
            try await options.withAccounts { accounts in
                let time = Date()
                let keys = try await accounts.keys(of: .municipality(municipality), by: .commandLine, at: time)
                try options.register.print(
                    keys.map { KeyRecord($0, at: time) }, or: Self.list(keys, options.language, at: time))
            }
        }

        private static func list(_ keys: [APIKey], _ language: Language, at time: Date) -> String {
            guard !keys.isEmpty else { return language == .sv ? "Inga nycklar." : "No keys." }
            let header =
                language == .sv
                ? ["Nr", "Namn", "Slutar på", "Får", "Gäller till", "Användes senast", "Läge"]
                : ["No", "Name", "Ends in", "May", "Good until", "Last used", "State"]
            return TextColumns.text(
                header,
                keys.map { key in
                    let good = Localized(sv: "gäller", en: "good")
                    let over =
                        key.revokedAt == nil
                        ? Localized(sv: "har gått ut", en: "expired") : Localized(sv: "spärrad", en: "revoked")
                    return [
                        String(key.id), key.name, key.ending,
                        KeyScope.allCases.filter(key.scopes.contains).map { $0.title[language] }.joined(
                            separator: ", "),
                        SwedishTime(key.expiresAt).short, key.lastUsedAt.map { SwedishTime($0).short } ?? "",
                        (key.isGood(at: time) ? good : over)[language],
                    ]
                })
        }
    }

    /// `underlag accounts keys make`.
    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make", abstract: "Skapa en nyckel, i en fil som bara du kan läsa.")

        @Argument(help: "Kommunkod, till exempel 0380.") var municipality: String
        @Option(help: "Vad den ska heta, till exempel nattjobb.") var name: String
        @Option(help: "Vad den får göra: check, submit, read; kan upprepas.") var scope: [KeyScope] = [.submit]
        @Option(help: "Hur många dagar den ska gälla, högst 731.") var days: Int = 365
        @Option(
            name: [.short, .long], help: ArgumentHelp("Filen för nyckeln; den får inte finnas.", valueName: "file"))
        var output: String
        @OptionGroup var options: AccountOptions

        func run() async throws {
            let municipality = try Municipality.named(municipality, options.language)
            try await options.withAccounts { accounts in
                // The file first: a key whose secret could not be written would be good and known to nobody.
                let file = try SecretFile(output, options.language)
                let time = Date()
                do {
                    let (key, secret) = try await accounts.makeKey(
                        for: municipality, name: name, scopes: Set(scope),
                        expiresAt: time.addingTimeInterval(Double(days) * 86_400), by: .commandLine, at: time)
                    try file.write(secret.text + "\n")
                    let day = SwedishTime(key.expiresAt).day
                    options.say(
                        "Nyckeln \(key.id) ligger i \(output). Den gäller till \(day.text(.sv)).",
                        "The key \(key.id) is in \(output). It is good until \(day.text(.en)).")
                } catch {
                    file.remove()
                    throw error
                }
            }
        }
    }

    /// `underlag accounts keys revoke`.
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Spärra en nyckel, genast och för gott.")

        @Argument(help: "Nyckelns nummer i listan.") var key: Int
        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.withAccounts { accounts in
                let key = try await accounts.revoke(key, by: .commandLine, at: Date())
                options.say("Nyckeln \(key.name) är spärrad.", "The key \(key.name) has been revoked.")
            }
        }
    }

    /// A key as JSON.
    private struct KeyRecord: Encodable {
        let id: Int
        let name: String
        let ending: String
        let scopes: [String]
        let expires: String
        let lastUsed: String?
        let isGood: Bool

        init(_ key: APIKey, at time: Date) {
            id = key.id
            name = key.name
            ending = key.ending
            scopes = KeyScope.allCases.filter(key.scopes.contains).map(\.rawValue)
            expires = key.expiresAt.stored
            lastUsed = key.lastUsedAt?.stored
            isGood = key.isGood(at: time)
        }
    }
}
