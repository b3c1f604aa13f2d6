import Accounts
import Foundation
import SQLiteStorage
import Secrets
import TestSupport
import Testing
import Vocabulary

@Suite("The commands about people", .fewAtATime)
struct AccountsCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func accounts(_ arguments: String...) throws -> Program.Outcome {
        try BuiltProgram.run(["accounts"] + arguments + ["--data", folder.file("data").path])
    }

    /// What it prints when all is well.
    private func said(_ arguments: String...) throws -> String {
        let outcome = try BuiltProgram.run(["accounts"] + arguments + ["--data", folder.file("data").path])
        #expect(outcome.status == 0, "\(outcome.messages)")
        return outcome.output
    }

    /// The accounts that the commands keep, opened as the portal would.
    private func opened() async throws -> Accounts {
        let key = try String(contentsOf: folder.file("data/keys/sealing.key"), encoding: .utf8)
        return try await Accounts(
            SQLiteDatabase(folder: folder.file("data").path),
            settings: AccountSettings(
                baseURL: "http://127.0.0.1:8080",
                sealingKey: try #require(SealingKey(key.trimmingCharacters(in: .newlines)))))
    }

    /// Accepts an invitation by its link.
    private func join(_ link: String, _ name: String) async throws {
        let token = Token(String(try #require(link.split(separator: "/").last).trimmingPrefix("\n")).trimmed)
        let joining = Joining(name: name, password: "tre gröna hästar på isen", factor: .mail, language: .sv)
        _ = try await opened().join(
            token, joining, from: Client(address: "192.0.2.7", description: ""), at: Date())
    }

    @Test("The first administrator comes by a printed link, and only once")
    func bootstrap() async throws {
        let link = try said("bootstrap", "karin@myndighet.example", "--origin", "https://statistik.example")
        #expect(link.hasPrefix("https://statistik.example/inbjudan/"))
        try await join(link, "Karin Holm")
        #expect(try said("list").contains("authority     karin@myndighet.example  Karin Holm  Administratör"))
        let again = try accounts("bootstrap", "nils@myndighet.example")
        #expect(again.status == 64 && again.messages.contains("Det finns redan en administratör"))
    }

    @Test("Somebody is invited, given roles, made contact, shut out and let in again")
    func life() async throws {
        _ = try said("bootstrap", "karin@myndighet.example")
        let foreign = try accounts("invite", "anna@uppsala.se", "--organisation", "0380", "--role", "coordinator")
        #expect(foreign.status == 64 && foreign.messages.contains("e-postdomän"))
        #expect(
            try said("organisation", "0380", "--domain", "uppsala.se", "--registrar", "registrator@uppsala.se")
                .hasPrefix("E-postdomäner: uppsala.se\nRegistrator: registrator@uppsala.se\n"))
        let link = try said("invite", "anna@uppsala.se", "--organisation", "0380", "--role", "coordinator")
        #expect(link.hasPrefix("http://127.0.0.1:8080/inbjudan/"))
        try await join(link, "Anna Ek")
        #expect(try said("roles", "anna@uppsala.se", "--role", "reader") == "anna@uppsala.se: Läsare\n")
        _ = try said("contact", "anna@uppsala.se")
        #expect(try said("list", "--organisation", "0380").contains("Läsare, kontaktperson  aktiv"))
        let json = try said("list", "--format", "json", "--organisation", "0380")
        #expect(json.contains("\"roles\" : [\n      \"reader\"\n    ]") && json.contains("\"isContact\" : true"))
        _ = try said("sign-out", "anna@uppsala.se")
        #expect(
            try await opened().sessions(of: try #require(opened().person(email: "anna@uppsala.se")).id, at: Date())
                .isEmpty)
        _ = try said("deactivate", "anna@uppsala.se")
        #expect(try accounts("deactivate", "anna@uppsala.se").status == 64)
        #expect(try said("reactivate", "anna@uppsala.se").contains("kan logga in igen"))
        _ = try said("reset-codes", "anna@uppsala.se")
        #expect(try accounts("roles", "ingen@uppsala.se", "--role", "reader").status == 66)
        #expect(try accounts("sign-out").status == 64)
        _ = try said("sign-out", "--all")
        _ = try said("invite", "bo@uppsala.se", "--organisation", "0380")
        #expect(try said("withdraw", "bo@uppsala.se").contains("inte längre inbjuden"))
        #expect(try accounts("list", "--organisation", "9999").status == 64)
        #expect(try BuiltProgram.run("accounts", "list", "--data", folder.file("inget").path).status == 66)
    }

    @Test("A key is written to a file of the owner's alone, never to the screen, and revoked by its number")
    func keys() async throws {
        _ = try said("bootstrap", "karin@myndighet.example")
        let file = folder.file("nyckel").path
        let made = try said(
            "keys", "make", "0380", "--name", "nattjobb", "--scope", "submit", "--scope", "read", "-o", file)
        let secret = try String(contentsOfFile: file, encoding: .utf8)
        #expect(secret.hasPrefix("ul_") && !made.contains("ul_"))
        let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let key = try #require(try await opened().key(Token(secret.trimmed), at: Date()))
        #expect(key.scopes == [.submit, .read] && key.organisation.code == "0380")
        // An old file is never written over, and no key is made for nothing.
        #expect(try accounts("keys", "make", "0380", "--name", "ny", "-o", file).status == 64)
        let other = folder.file("annan").path
        #expect(try accounts("keys", "make", "0380", "--name", "ny", "--days", "9999", "-o", other).status == 64)
        #expect(!FileManager.default.fileExists(atPath: other))
        let list = try said("keys", "0380")
        #expect(list.contains("nattjobb") && list.contains("gäller") && !list.contains(secret.trimmed))
        #expect(list.split(separator: "\n").count == 2)
        _ = try said("keys", "revoke", String(key.id))
        #expect(try said("keys", "0380").contains("spärrad"))
        #expect(try await opened().key(Token(secret.trimmed), at: Date()) == nil)
        #expect(try accounts("keys", "revoke", "99").status == 66)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
