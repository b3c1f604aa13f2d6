public import ArgumentParser
import Accounts
import Foundation
import Vocabulary

/// `underlag accounts invite`: an invitation as a link to hand over.
public struct AccountsInviteCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Bjud in någon och få länken att lämna över.",
        discussion: """
            Länken gäller i sju dagar och fungerar en gång. Samma kommando igen ger en ny länk i stället för den förra.
            Roller i en kommun: coordinator, reporter, reader. Hos myndigheten: reviewer, publisher, administrator.
            """)

    @OptionGroup var person: PersonArgument
    @Option(help: "Organisationen: en kommunkod, eller authority.") var organisation: String
    @Option(help: "Vad personen får göra; kan upprepas.") var role: [Role] = [.reporter]
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let organisation = try Organisation.named(self.organisation, options.language)
        try await options.withAccounts { accounts in
            print(
                try await accounts.invitationLink(
                    Invitee(email: person.email, organisation: organisation, roles: Set(role)), at: Date()))
        }
    }
}

/// `underlag accounts withdraw`: takes an invitation back.
public struct AccountsWithdrawCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Ta tillbaka en inbjudan som ingen har svarat på.")

    @OptionGroup var person: PersonArgument
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let person = try await self.person.person(accounts, options.language)
            try await accounts.withdrawInvitation(of: person.id, by: .commandLine, at: Date())
            options.say("\(person.email) är inte längre inbjuden.", "\(person.email) is no longer invited.")
        }
    }
}

/// `underlag accounts bootstrap`: the first administrator.
public struct AccountsBootstrapCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "bootstrap", abstract: "Bjud in den första administratören och få länken.",
        discussion: "Adressens domän blir myndighetens e-postdomän, om den inte har någon.")

    @OptionGroup var person: PersonArgument
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts(creating: true) { accounts in
            print(try await accounts.bootstrap(email: person.email, at: Date()))
        }
    }
}
