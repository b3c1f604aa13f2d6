import Foundation
import TestSupport
import Testing
import Transfer

@Suite("Mail by a mail server", .fewAtATime, .enabled(if: Python.isPresent, "\(Python.absence)"))
struct SMTPMailerTests {
    private func message(
        to: String = "anna.berg@kommun.example", subject: String = "Påminnelse: mars 2013",
        text: String = "Hej!\n\nUppgifterna för mars saknas.\n", from: String = "underlag@myndighet.example"
    ) throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress(from, name: "Underlag, test")), to: try #require(MailAddress(to)),
            replyTo: MailAddress("fragor@myndighet.example"), subject: subject, text: text,
            date: Date(timeIntervalSince1970: 1_365_059_520), id: "0B5E-1")
    }

    @Test("A mail comes through as it was written", arguments: [MailServer.Mode.startTLS, .implicit])
    func comesThrough(mode: MailServer.Mode) async throws {
        let server = try MailServer(mode)
        let mailer = try SMTPMailer(server.settings(mode == .startTLS ? .startTLS : .implicit))
        let link = "https://underlag.example/inbjudan/" + String(repeating: "Az09-_", count: 20)
        let text = "Hej Åsa!\n\n\(link)\n.\n..punkt\nFrån = 100 %  \n\u{1F600}\n"
        try await mailer.send(
            try message(subject: "Påminnelse: ekonomiskt bistånd mars 2013, Uppsala åäö ÅÄÖ", text: text))

        let mail = try #require(try server.received().first)
        #expect(mail.sender == "underlag@myndighet.example")
        #expect(mail.recipients == ["anna.berg@kommun.example"])
        #expect(mail.text == text)
        #expect(mail.headers["Subject"] == "Påminnelse: ekonomiskt bistånd mars 2013, Uppsala åäö ÅÄÖ")
        #expect(mail.headers["From"] == "\"Underlag, test\" <underlag@myndighet.example>")
        #expect(mail.headers["To"] == "anna.berg@kommun.example")
        #expect(mail.headers["Reply-To"] == "fragor@myndighet.example")
        #expect(mail.headers["Date"] == "Thu, 04 Apr 2013 07:12:00 +0000")
        #expect(mail.headers["Message-ID"] == "<0B5E-1@myndighet.example>")
        #expect(mail.headers["Auto-Submitted"] == "auto-generated")
        #expect(mail.user == "portal")
        #expect(mail.isEncrypted)
        #expect(mail.helo == "myndighet.example")
        #expect(mail.longestLine <= 78 && mail.isSevenBit)
    }

    @Test("Mails follow one another on one connection, and a refused one does not hold up the next")
    func oneConnection() async throws {
        let server = try MailServer(.startTLS)
        let mailer = try SMTPMailer(server.settings(.startTLS))
        try await mailer.send(try message(subject: "1"))
        try await mailer.send(try message(subject: "2"))
        await #expect(throws: TransferError.self) { try await mailer.send(try message(to: "unknown@kommun.example")) }
        try await mailer.send(try message(subject: "3"))
        let received = try server.received()
        #expect(received.map { $0.headers["Subject"] } == ["1", "2", "3"])
        #expect(received[0].connection == received[1].connection)
    }

    @Test("What is refused for now may be tried again, what is refused for good not, and what concerns all is said")
    func refusals() async throws {
        let server = try MailServer(.startTLS)
        let mailer = try SMTPMailer(server.settings(.startTLS))
        let cases: [(MailMessage, TransferError, isFinal: Bool, concernsThisMail: Bool)] = [
            (try message(to: "unknown@kommun.example"), .refused(reply: "550 5.1.1"), true, true),
            (try message(to: "later@kommun.example"), .refused(reply: "451 4.3.0"), false, true),
            (try message(to: "closing@kommun.example"), .refused(reply: "421"), false, false),
            (try message(subject: "refuse"), .refused(reply: "554 5.6.0"), true, true),
            (try message(from: "nobody@myndighet.example"), .turnedAway(reply: "550 5.7.1"), false, false),
        ]
        for (message, expected, isFinal, concernsThisMail) in cases {
            await #expect(throws: expected) { try await mailer.send(message) }
            #expect(expected.isFinal == isFinal && expected.concernsThisMail == concernsThisMail, "\(expected)")
        }
        #expect(try server.received().isEmpty)
    }

    @Test("A wrong password, or none, is about the login and not about the mail", arguments: ["fel", nil])
    func login(password: String?) async throws {
        let server = try MailServer(.startTLS)
        let mailer = try SMTPMailer(server.settings(.startTLS, password: password))
        let message = try message()
        do throws(TransferError) {
            try await mailer.send(message)
            Issue.record("the mail was taken")
        } catch {
            guard case .loginRefused(let reply) = error else { throw error }
            #expect(reply.hasPrefix(password == nil ? "530" : "535"))
            #expect(!error.isFinal && !error.concernsThisMail)
        }
    }

    @Test("Nothing is sent to a server whose certificate is not trusted, or that has none")
    func trust() async throws {
        let server = try MailServer(.startTLS)
        var settings = server.settings(.startTLS)
        settings.certificates = nil
        await #expect(throws: TransferError.notTrusted) { try await SMTPMailer(settings).send(message()) }
        settings.certificates = try Certificate(in: server.folder, name: "other").file
        await #expect(throws: TransferError.notTrusted) { try await SMTPMailer(settings).send(message()) }
        settings.certificates = server.folder.file("missing.pem")
        await #expect(throws: TransferError.cannotUseFile) { try await SMTPMailer(settings).send(message()) }
        #expect(try server.received().isEmpty)

        let plain = try MailServer(.plain)
        await #expect(throws: TransferError.notTrusted) {
            try await SMTPMailer(plain.settings(.startTLS)).send(message())
        }
        await #expect(throws: TransferError.notTrusted) {
            try await SMTPMailer(plain.settings(.implicit)).send(message())
        }
        #expect(try plain.received().isEmpty)
    }

    @Test("Without TLS mail goes to this machine only")
    func withoutTLS() async throws {
        let server = try MailServer(.plain)
        try await SMTPMailer(server.settings(.none, password: nil)).send(message())
        #expect(try server.received().first?.isEncrypted == false)
        for host in ["mail.example", "127.0.0.1.example", "10.0.0.1", "localhost.example", "::2"] {
            #expect(throws: TransferError.notPrivate) { try SMTPMailer(SMTPSettings(host: host, privacy: .none)) }
        }
        for host in ["", "a b", "a/b", "a@b", "a\r\nb", "-a"] {
            #expect(throws: TransferError.badAddress) { try SMTPMailer(SMTPSettings(host: host)) }
        }
    }

    @Test("A server that is gone, turns everybody away or says nothing is told apart")
    func unreachable() async throws {
        var settings = SMTPSettings(host: "127.0.0.1", port: 1, privacy: .none)
        await #expect(throws: TransferError.cannotConnect) { try await SMTPMailer(settings).send(message()) }
        let busy = try MailServer(.busy)
        await #expect(throws: TransferError.turnedAway(reply: "554 5.3.2")) {
            try await SMTPMailer(busy.settings(.none)).send(message())
        }
        let silent = try MailServer(.silent)
        settings = silent.settings(.none)
        settings.timeout = .milliseconds(200)
        await #expect(throws: TransferError.timedOut) { try await SMTPMailer(settings).send(message()) }
    }

    @Test("A cancelled task does not wait for a silent server")
    func cancelled() async throws {
        let server = try MailServer(.silent)
        var settings = server.settings(.none)
        settings.timeout = .seconds(600)
        let mailer = try SMTPMailer(settings)
        let message = try message()
        let task = Task { try await mailer.send(message) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: TransferError.cancelled) { try await task.value }
    }

    @Test("The login is in no description")
    func silent() throws {
        let settings = SMTPSettings(host: "localhost", login: .init(user: "portal", password: "hemligt"))
        var dumped = ""
        dump(settings, to: &dumped)
        dump(try SMTPMailer(settings), to: &dumped)
        #expect(!"\(settings) \(dumped)".contains("hemligt"))
    }
}
