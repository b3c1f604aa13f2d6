import AccessLog
import Accounts
import Foundation
import SQLiteStorage
import Secrets
import Storage
import TestSupport
import Testing
import Vocabulary

/// Accounts on a real SQLite file in a folder of their own, with an administrator at the authority.
///
/// Passwords and recovery codes are hashed for real, so each person who joins costs about a second.
struct AccountsFixture {
    static let password = "tre gröna hästar på isen"
    static let otherPassword = "fyra blåa cyklar i regnet"

    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let accounts: Accounts
    let uppsala: Organisation
    let knivsta: Organisation
    /// Monday morning; everything is told from here.
    let start: Date
    let client = Client(address: "192.0.2.7", description: "Firefox, Windows")
    let elsewhere = Client(address: "198.51.100.9", description: "Safari, Mac")

    struct Missing: Error {}

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        accounts = try await Accounts(
            database, settings: AccountSettings(baseURL: "https://statistik.example", sealingKey: .random()))
        guard let uppsala = Municipality(code: "0380"), let knivsta = Municipality(code: "0330") else {
            throw Missing()
        }
        self.uppsala = .municipality(uppsala)
        self.knivsta = .municipality(knivsta)
        start = try Date("2026-09-07T07:00:00Z", strategy: .iso8601)
        for (organisation, domain) in [
            (self.uppsala, "uppsala.se"), (self.knivsta, "knivsta.se"), (.authority, "myndighet.example"),
        ] {
            _ = try await accounts.changeDomains(of: organisation, to: [domain], by: .commandLine, at: start)
        }
    }

    /// Somebody who has joined with codes by mail, and the session that joining opened.
    func joined(
        _ name: String, _ email: String, _ organisation: Organisation, _ roles: Set<Role>, at time: Date? = nil
    ) async throws -> Welcome {
        let step = try await join(name, email, organisation, roles, factor: .mail, at: time)
        guard case .joined(let welcome) = step else { throw Missing() }
        return welcome
    }

    /// Somebody who has joined with an app.
    func joinedWithApp(
        _ name: String, _ email: String, _ organisation: Organisation, _ roles: Set<Role>
    ) async throws -> (Welcome, TOTP) {
        let link = try await accounts.invitationLink(
            Invitee(email: email, organisation: organisation, roles: roles), at: start)
        let token = try token(in: link)
        let joining = Joining(name: name, password: Self.password, factor: .app, language: .sv)
        let step = try await accounts.join(token, joining, from: client, at: start)
        guard case .confirmApp(let secret) = step, let app = TOTP(typed: secret.typed) else { throw Missing() }
        let code = try #require(app.code(step: TOTP.step(at: start)))
        return (try await accounts.confirmApp(token, code: code, from: client, at: start), app)
    }

    func join(
        _ name: String, _ email: String, _ organisation: Organisation, _ roles: Set<Role>, factor: SecondFactor,
        at time: Date? = nil
    ) async throws -> JoinStep {
        let link = try await accounts.invitationLink(
            Invitee(email: email, organisation: organisation, roles: roles), at: time ?? start)
        let joining = Joining(name: name, password: Self.password, factor: factor, language: .sv)
        return try await accounts.join(try token(in: link), joining, from: client, at: time ?? start)
    }

    func anna() async throws -> Welcome {
        try await joined("Anna Ek", "anna.ek@uppsala.se", uppsala, [.coordinator])
    }

    /// Somebody active without a password, where signing in is not what is tested.
    func add(_ name: String, _ organisation: Organisation, _ roles: Set<Role>) async throws -> Person {
        let domain = try #require(try await accounts.organisation(organisation).domains.first)
        let email = name.lowercased().replacing(" ", with: ".") + "@" + domain
        _ = try await accounts.invitationLink(
            Invitee(email: email, organisation: organisation, roles: roles), at: start)
        try await database.write {
            try $0.execute(
                "UPDATE person SET name = \(name), status = 'active', factor = 'mail' WHERE email = \(email)")
        }
        return try #require(try await accounts.person(email: email))
    }

    /// Signs in all the way, with the code that was mailed.
    func signIn(_ email: String, password: String = password, at time: Date) async throws -> Token {
        let method = PasswordAndCode(accounts)
        let first = try await method.proceed(
            SignInAnswers(values: ["email": email, "password": password]), from: client, at: time)
        guard case .form(let form) = first, let pending = form.pending else { throw Missing() }
        let second = try await method.proceed(
            SignInAnswers(pending: pending, values: ["code": try await mailedCode(to: email)]), from: client, at: time)
        guard case .signedIn(let token) = second else { throw Missing() }
        return token
    }

    /// The mails queued to an address, oldest first: subject and text.
    func mails(to email: String) async throws -> [(subject: String, text: String)] {
        try await database.read { transaction in
            try transaction.all("SELECT subject, body FROM outgoing_mail WHERE recipient = \(email) ORDER BY id") {
                ($0.text(0), $0.text(1))
            }
        }
    }

    /// The token that ends the address in a mail or printed by the command line.
    func token(in text: String) throws -> Token {
        let address = text.split(whereSeparator: \.isWhitespace).first {
            $0.hasPrefix("https://statistik.example/inbjudan/")
                || $0.hasPrefix("https://statistik.example/nytt-losenord/")
        }
        return Token(String(try #require(address?.split(separator: "/").last)))
    }

    /// The six digits of the latest mail to an address.
    func mailedCode(to email: String) async throws -> String {
        let text = try #require(try await mails(to: email).last?.text)
        return String(try #require(text.firstMatch(of: /[0-9]{6}/)).output)
    }

    /// What the log says, oldest first: act and actor.
    func log(_ organisation: Organisation? = nil) async throws -> [String] {
        try await AccessLog(database).events(about: organisation).reversed().map { "\($0.act.rawValue): \($0.actor)" }
    }

    /// Everything that is stored as text, to look for what must not be there.
    func everything() throws -> String {
        let files = try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
        return try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }.joined()
    }
}

extension TOTP {
    /// An app that was told its secret by hand.
    init?(typed: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = 0
        var count = 0
        var bytes: [UInt8] = []
        for character in typed {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            bits = (bits << 5 | value) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
        }
        self.init(secret: bytes)
    }
}
