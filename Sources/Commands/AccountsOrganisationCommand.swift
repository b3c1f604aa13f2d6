public import ArgumentParser
import Accounts
import Foundation
import Vocabulary

/// `underlag accounts organisation`: what an organisation has said of itself.
public struct AccountsOrganisationCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Visa eller ändra en organisations e-postdomäner, registrator och språk.",
        discussion: "Bara adresser i organisationens egna domäner kan bjudas in.")

    @Argument(help: "Organisationen: en kommunkod, eller authority.") var organisation: String
    @Option(help: "En e-postdomän, till exempel uppsala.se; kan upprepas. De ersätter de gamla.")
    var domain: [String] = []
    @Option(help: "Registratorns e-postadress; tom för ingen.") var registrar: String?
    @Option(help: "Språk i inbjudningar och brev: sv eller en.") var letters: Language?
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let organisation = try Organisation.named(self.organisation, options.language)
        try await options.withAccounts { accounts in
            if !domain.isEmpty {
                _ = try await accounts.changeDomains(of: organisation, to: domain, by: .commandLine, at: Date())
            }
            var settings = try await accounts.organisation(organisation)
            if registrar != nil || letters != nil {
                settings = try await accounts.changeOrganisation(
                    organisation, registrar: registrar ?? settings.registrar ?? "",
                    language: letters ?? settings.language, by: .commandLine, at: Date())
            }
            try options.register.print(Record(settings), or: Self.text(settings, options.language))
        }
    }

    private static func text(_ settings: OrganisationSettings, _ language: Language) -> String {
        let none = language == .sv ? "ingen" : "none"
        let domains = settings.domains.isEmpty ? none : settings.domains.joined(separator: ", ")
        let registrar = settings.registrar ?? none
        return language == .sv
            ? "E-postdomäner: \(domains)\nRegistrator: \(registrar)\nSpråk i brev: \(settings.language.rawValue)"
            : "Mail domains: \(domains)\nRegistrar: \(registrar)\nLanguage of letters: \(settings.language.rawValue)"
    }

    private struct Record: Encodable {
        let organisation: String
        let domains: [String]
        let registrar: String?
        let language: String

        init(_ settings: OrganisationSettings) {
            organisation = settings.organisation.code
            domains = settings.domains
            registrar = settings.registrar
            language = settings.language.rawValue
        }
    }
}
