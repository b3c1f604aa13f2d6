public import ArgumentParser
import Accounts
import Foundation
import Vocabulary

// What is done to one account. Each is a line in the access log.

/// `underlag accounts roles`: what somebody may do.
public struct AccountsRolesCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "Ändra vad någon får göra.",
        discussion: """
            De roller som anges ersätter de gamla.
            Roller i en kommun: coordinator, reporter, reader. Hos myndigheten: reviewer, publisher, administrator.
            """)

    @OptionGroup var person: PersonArgument
    @Option(help: "Vad personen får göra; kan upprepas.") var role: [Role]
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let id = try await self.person.person(accounts, options.language).id
            let person = try await accounts.changeRoles(of: id, to: Set(role), by: .commandLine, at: Date())
            let titles = { (language: Language) in
                person.rolesInOrder.map { $0.title[language] }.joined(separator: ", ")
            }
            options.say("\(person.email): \(titles(.sv))", "\(person.email): \(titles(.en))")
        }
    }
}

/// `underlag accounts contact`: who gets reminders.
public struct AccountsContactCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "Gör någon till kontaktperson, som får påminnelser.")

    @OptionGroup var person: PersonArgument
    @Flag(help: "Personen ska inte längre vara kontaktperson.") var remove = false
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let person = try await self.person.person(accounts, options.language)
            _ = try await accounts.changeContact(person.id, to: !remove, by: .commandLine, at: Date())
            if remove {
                options.say(
                    "\(person.email) är inte längre kontaktperson.", "\(person.email) is no longer a contact person.")
            } else {
                options.say("\(person.email) är kontaktperson.", "\(person.email) is a contact person.")
            }
        }
    }
}

/// `underlag accounts deactivate`: shuts somebody out.
public struct AccountsDeactivateCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "deactivate", abstract: "Stäng av ett konto. Personen loggas ut genast.")

    @OptionGroup var person: PersonArgument
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let person = try await self.person.person(accounts, options.language)
            let keys = try await accounts.deactivate(person.id, by: .commandLine, at: Date())
            options.say("\(person.email) är avstängd.", "\(person.email) has been deactivated.")
            for key in keys {
                options.say(
                    "API-nyckeln \(key.name) som personen skapade gäller ännu. Spärra den: underlag accounts keys revoke \(key.id)",
                    "The API key \(key.name) that the person made is still good. Revoke it: underlag accounts keys revoke \(key.id)"
                )
            }
        }
    }
}

/// `underlag accounts reactivate`: lets somebody in again.
public struct AccountsReactivateCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "reactivate", abstract: "Öppna ett avstängt konto igen.")

    @OptionGroup var person: PersonArgument
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let person = try await self.person.person(accounts, options.language)
            _ = try await accounts.reactivate(person.id, by: .commandLine, at: Date())
            options.say(
                "\(person.email) kan logga in igen, med samma lösenord och roller.",
                "\(person.email) can sign in again, with the same password and roles.")
        }
    }
}

/// `underlag accounts reset-codes`: for somebody who has lost the app and the recovery codes.
public struct AccountsResetCodesCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "reset-codes", abstract: "Ge koder med mejl till den som har tappat sin app och sina reservkoder.",
        discussion: "Försäkra dig först om att det är rätt person som ber om det.")

    @OptionGroup var person: PersonArgument
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            let person = try await self.person.person(accounts, options.language)
            try await accounts.resetFactor(of: person.id, by: .commandLine, at: Date())
            options.say("\(person.email) får koder med mejl.", "\(person.email) gets codes by mail.")
        }
    }
}

/// `underlag accounts sign-out`: ends sessions.
public struct AccountsSignOutCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Logga ut någon överallt, eller alla.",
        discussion: "En portal som är igång märker det inom fem sekunder.")

    @Argument(help: "Personens e-postadress.") var email: String?
    @Flag(help: "Logga ut alla.") var all = false
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Somebody or everybody, not both.
    public func validate() throws {
        guard (email == nil) == all else { throw ValidationError("Ange en e-postadress, eller --all.") }
    }

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withAccounts { accounts in
            guard let email else {
                try await accounts.signEverybodyOut(by: .commandLine, at: Date())
                return options.say("Alla är utloggade.", "Everybody has been signed out.")
            }
            var argument = PersonArgument()
            argument.email = email
            let person = try await argument.person(accounts, options.language)
            try await accounts.signOutEverywhere(person, at: Date())
            options.say("\(person.email) är utloggad överallt.", "\(person.email) has been signed out everywhere.")
        }
    }
}
