public import ArgumentParser
import Accounts
import Foundation
import Vocabulary
import Web

/// Where accounts are and how the answer is written, for the commands about people.
public struct AccountOptions: ParsableArguments {
    @OptionGroup var register: RegisterOptions
    @Option(help: "Adressen som portalens besökare har, för länkar.") var origin: String = "http://127.0.0.1:8080"

    /// Without arguments nothing is chosen; the parser fills them in.
    public init() {}

    var language: Language { register.language }

    /// Lends the accounts to `body`, and tells the user why it did not go well.
    func withAccounts(creating: Bool = false, _ body: (Accounts) async throws -> Void) async throws {
        try await register.withDatabase(creating: creating) { database in
            guard let address = Origin(origin) else {
                throw Refusal(
                    64, language, sv: "\(origin) är ingen adress. Skriv till exempel https://statistik.example.se",
                    en: "\(origin) is no address. Write for instance https://statistik.example.se")
            }
            let keys = try KeyFiles(folder: URL(filePath: register.data, directoryHint: .isDirectory))
            try await body(
                Accounts(
                    database, settings: AccountSettings(baseURL: address.description, sealingKey: keys.sealing)))
        }
    }

    /// Prints `text` in the language of the answer.
    func say(_ sv: String, _ en: String) { print(language == .sv ? sv : en) }
}

/// A person, by the address that the person signs in with.
public struct PersonArgument: ParsableArguments {
    @Argument(help: "Personens e-postadress.") var email: String

    /// Without arguments nobody; the parser fills it in.
    public init() {}

    /// Who it is, or the word to the user that there is nobody.
    func person(_ accounts: Accounts, _ language: Language) async throws -> Person {
        guard let person = try await accounts.person(email: email) else {
            throw Refusal(
                66, language, sv: "Ingen har adressen \(email). Se alla med: underlag accounts list",
                en: "Nobody has the address \(email). See all with: underlag accounts list")
        }
        return person
    }
}

extension Organisation {
    /// Reads `0180` or `authority`, or says what is to be given.
    static func named(_ code: String, _ language: Language) throws(Refusal) -> Organisation {
        code == Organisation.authority.code ? .authority : .municipality(try Municipality.named(code, language))
    }
}

extension Role: ExpressibleByArgument {}
extension KeyScope: ExpressibleByArgument {}

extension Refusal {
    /// Why accounts did not do what they were asked; `nil` for errors of other kinds.
    init?(accounts error: any Error, _ language: Language) {
        guard let error = error as? AccountsError else { return nil }
        if case .storage(let error) = error {
            self.init(register: error, language)
            return
        }
        let words = error.words ?? Localized(sv: "Minnet räckte inte. Försök igen.", en: "Out of memory. Try again.")
        let status: Int32 =
            switch error {
            case .noSuchPerson, .noSuchKey: 66
            case .outOfMemory: 70
            default: 64
            }
        self.init(status, language, sv: words.sv, en: words.en)
    }
}
