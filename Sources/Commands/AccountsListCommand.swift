public import ArgumentParser
import Accounts
import Definitions
import Foundation
import Storage
import Vocabulary

/// `underlag accounts list`: who has an account.
public struct AccountsListCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Visa vilka som har konto, också inbjudna och avstängda.")

    @Option(help: "Bara den här organisationen: en kommunkod, eller authority.") var organisation: String?
    @OptionGroup var options: AccountOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let organisation = try self.organisation.map { try Organisation.named($0, options.language) }
        try await options.withAccounts { accounts in
            let people = try await accounts.people(by: .commandLine, at: Date())
                .filter { organisation == nil || $0.key == organisation }
                .sorted { $0.key < $1.key }.flatMap(\.value)
            try options.register.print(people.map(PersonRecord.init), or: Self.list(people, options.language))
        }
    }

    private static func list(_ people: [Person], _ language: Language) -> String {
        guard !people.isEmpty else { return language == .sv ? "Inga konton." : "No accounts." }
        let header =
            language == .sv
            ? ["Organisation", "E-post", "Namn", "Roller", "Läge", "Loggade in senast"]
            : ["Organisation", "E-mail", "Name", "Roles", "State", "Last signed in"]
        return TextColumns.text(
            header,
            people.map { person in
                let roles = person.rolesInOrder.map { $0.title[language] }.joined(separator: ", ")
                let contact = person.isContact ? (language == .sv ? ", kontaktperson" : ", contact person") : ""
                return [
                    person.organisation.code, person.email, person.name, roles + contact,
                    person.status.word[language], person.lastSignedInAt.map { SwedishTime($0).short } ?? "",
                ]
            })
    }
}

/// A person as JSON.
struct PersonRecord: Encodable {
    let email: String
    let name: String
    let organisation: String
    let roles: [String]
    let status: String
    let isContact: Bool
    let lastSignedIn: String?

    init(_ person: Person) {
        email = person.email
        name = person.name
        organisation = person.organisation.code
        roles = person.rolesInOrder.map(\.rawValue)
        status = person.status.rawValue
        isContact = person.isContact
        lastSignedIn = person.lastSignedInAt?.stored
    }
}

extension Person.Status {
    fileprivate var word: Localized {
        switch self {
        case .invited: Localized(sv: "inbjuden", en: "invited")
        case .active: Localized(sv: "aktiv", en: "active")
        case .deactivated: Localized(sv: "avstängd", en: "deactivated")
        }
    }
}
