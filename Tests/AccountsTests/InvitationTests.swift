import Accounts
import Foundation
import Secrets
import TestSupport
import Testing
import Vocabulary

@Suite("Invitations", .fewAtATime)
struct InvitationTests {
    @Test("Somebody invited by mail joins with the link, is signed in, and the link is then dead")
    func joining() async throws {
        let fixture = try await AccountsFixture()
        let (accounts, start) = (fixture.accounts, fixture.start)
        let anna = try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator])
        let invited = try await accounts.invite(
            Invitee(email: " Bo.Berg@Uppsala.SE ", organisation: fixture.uppsala, roles: [.reporter]),
            by: .person(anna), at: start)
        #expect(invited.status == .invited)
        let mail = try #require(try await fixture.mails(to: "bo.berg@uppsala.se").last)
        #expect(mail.subject == "Inbjudan till Lämna statistik för Uppsala")
        #expect(mail.text.contains("Anna Ek har bjudit in dig"))
        #expect(mail.text.contains("Uppgiftslämnare: Kontrollerar, rättar och lämnar in"))
        #expect(mail.text.contains("Länken gäller till 14 september 2026 kl. 9.00"))
        let token = try fixture.token(in: mail.text)
        // Looking, as mail systems do, does not use the link up.
        for _ in 0..<2 { #expect(try await accounts.invitation(token, at: start).person == invited) }
        let joining = Joining(name: " Bo  Berg ", password: AccountsFixture.password, factor: .mail, language: .en)
        guard case .joined(let welcome) = try await accounts.join(token, joining, from: fixture.client, at: start)
        else {
            Issue.record("not joined")
            return
        }
        #expect(welcome.person.name == "Bo Berg")
        #expect(welcome.person.status == .active)
        #expect(welcome.person.language == .en)
        #expect(Set(welcome.recoveryCodes).count == 10)
        #expect(try await accounts.session(welcome.token, at: start)?.person.id == invited.id)
        await #expect(throws: AccountsError.deadLink) { try await accounts.invitation(token, at: start) }
        await #expect(throws: AccountsError.deadLink) {
            try await accounts.join(token, joining, from: fixture.client, at: start)
        }
        let log = try await fixture.log(fixture.uppsala)
        #expect(log.contains("invite: Anna Ek <anna.ek@uppsala.se>"))
        #expect(log.suffix(2) == ["join: Bo Berg <bo.berg@uppsala.se>", "sign-in: Bo Berg <bo.berg@uppsala.se>"])
        let everything = try fixture.everything()
        for secret in [AccountsFixture.password, welcome.token.text] + welcome.recoveryCodes {
            #expect(!everything.contains(secret))
        }
    }

    @Test("An invitation is good for seven days, and a new one puts the old out of use")
    func expiry() async throws {
        let fixture = try await AccountsFixture()
        let (accounts, start) = (fixture.accounts, fixture.start)
        let anna = Caller.person(try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator]))
        let bo = try await accounts.invite(
            Invitee(email: "bo@uppsala.se", organisation: fixture.uppsala, roles: [.reader]), by: anna, at: start)
        let first = try fixture.token(in: try #require(try await fixture.mails(to: "bo@uppsala.se").last?.text))
        let week = TimeInterval(7 * 86_400)
        #expect(try await accounts.invitation(first, at: start + week - 1).person == bo)
        await #expect(throws: AccountsError.deadLink) { try await accounts.invitation(first, at: start + week) }
        try await accounts.inviteAgain(bo.id, by: anna, at: start + 60)
        await #expect(throws: AccountsError.deadLink) { try await accounts.invitation(first, at: start + 60) }
        let second = try fixture.token(in: try #require(try await fixture.mails(to: "bo@uppsala.se").last?.text))
        #expect(try await accounts.invitation(second, at: start + week + 30).person == bo)
        // Taken back: dead, and the address is free.
        try await accounts.withdrawInvitation(of: bo.id, by: anna, at: start + 120)
        await #expect(throws: AccountsError.deadLink) { try await accounts.invitation(second, at: start + 120) }
        _ = try await accounts.invite(
            Invitee(email: "bo@uppsala.se", organisation: fixture.uppsala, roles: [.reader]), by: anna, at: start + 180)
    }

    @Test("With an app, nobody has joined until a code from it has been typed")
    func app() async throws {
        let fixture = try await AccountsFixture()
        let (accounts, start) = (fixture.accounts, fixture.start)
        let link = try await accounts.invitationLink(
            Invitee(email: "anna.ek@uppsala.se", organisation: fixture.uppsala, roles: [.coordinator]), at: start)
        let token = try fixture.token(in: link)
        let joining = Joining(name: "Anna Ek", password: AccountsFixture.password, factor: .app, language: .sv)
        guard case .confirmApp(let secret) = try await accounts.join(token, joining, from: fixture.client, at: start)
        else {
            Issue.record("no app to confirm")
            return
        }
        #expect(
            secret.uri.hasPrefix("otpauth://totp/L%C3%A4mna%20statistik:anna.ek%40uppsala.se?secret=\(secret.typed)"))
        #expect(try await accounts.invitation(token, at: start).app == secret)
        #expect(try await accounts.person(email: "anna.ek@uppsala.se")?.status == .invited)
        await #expect(throws: AccountsError.wrongCode) {
            try await accounts.confirmApp(token, code: "000000", from: fixture.client, at: start)
        }
        let app = try #require(TOTP(typed: secret.typed))
        let code = try #require(app.code(step: TOTP.step(at: start)))
        let welcome = try await accounts.confirmApp(token, code: code, from: fixture.client, at: start)
        #expect(welcome.person.factor == .app)
        // A municipality's first coordinator gets its reminders.
        #expect(welcome.person.isContact)
        // Sealed: neither the bytes nor what is typed lies in the database.
        #expect(!(try fixture.everything().contains(secret.typed)))
    }

    @Test(
        "An address outside the organisation's domains is refused, and it is said which would do",
        arguments: ["anna.ek@gmail.example", "anna@uppsala.se.example", "anna@notuppsala.se", "anna@knivsta.se"])
    func foreign(email: String) async throws {
        let fixture = try await AccountsFixture()
        let anna = Caller.person(try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator]))
        let invitee = Invitee(email: email, organisation: fixture.uppsala, roles: [.reporter])
        let domain = String(try #require(email.split(separator: "@").last))
        let error = AccountsError.foreignDomain(domain, allowed: ["uppsala.se"])
        await #expect(throws: error) { try await fixture.accounts.invite(invitee, by: anna, at: fixture.start) }
        #expect(try #require(error.words).sv.contains("Skriv en som slutar på uppsala.se"))
        #expect(try await fixture.mails(to: email).isEmpty)
    }

    @Test("What lies below a domain is the organisation's too; what is no address or is taken is refused")
    func addresses() async throws {
        let fixture = try await AccountsFixture()
        let (accounts, start) = (fixture.accounts, fixture.start)
        let anna = Caller.person(try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator]))
        func invite(_ email: String, _ roles: Set<Role> = [.reader]) async throws {
            _ = try await accounts.invite(
                Invitee(email: email, organisation: fixture.uppsala, roles: roles), by: anna, at: start)
        }
        try await invite("bo@soc.uppsala.se")
        await #expect(throws: AccountsError.addressTaken) { try await invite("BO@soc.uppsala.se") }
        for email in [
            "", "anna", "a b@uppsala.se", "a@uppsala.se\nBcc: x@y.se", "a@b@uppsala.se", "19811218-9876@uppsala.se",
            "bo?bcc=eve%40example.org@uppsala.se",
        ] {
            await #expect(throws: AccountsError.notAnAddress) { try await invite(email) }
        }
        await #expect(throws: AccountsError.noRoles) { try await invite("eva@uppsala.se", []) }
        await #expect(throws: AccountsError.foreignRole(.reviewer, fixture.uppsala)) {
            try await invite("eva@uppsala.se", [.reader, .reviewer])
        }
    }

    @Test("Only who manages an organisation's people invites to it, and what is refused is in the log")
    func forbidden() async throws {
        let fixture = try await AccountsFixture()
        let invitee = Invitee(email: "bo@uppsala.se", organisation: fixture.uppsala, roles: [.reader])
        for caller in [
            try await fixture.add("Eva Alm", fixture.uppsala, [.reporter, .reader]),
            try await fixture.add("Ali Kiv", fixture.knivsta, [.coordinator]),
            try await fixture.add("Gun Gran", .authority, [.reviewer, .publisher]),
        ] {
            await #expect(throws: AccountsError.forbidden(.managePeople, fixture.uppsala)) {
                try await fixture.accounts.invite(invitee, by: .person(caller), at: fixture.start)
            }
            #expect(try await fixture.log(fixture.uppsala).last == "refuse: \(caller.actor)")
        }
        let administrator = try await fixture.add("Lisa Norr", .authority, [.administrator])
        _ = try await fixture.accounts.invite(invitee, by: .person(administrator), at: fixture.start)
    }

    @Test("The first administrator comes from the command line, once")
    func bootstrap() async throws {
        let fixture = try await AccountsFixture()
        let (accounts, start) = (fixture.accounts, fixture.start)
        let links = try await [
            accounts.bootstrap(email: "lisa@myndighet.example", at: start),
            accounts.bootstrap(email: "lisa@myndighet.example", at: start),
        ]
        await #expect(throws: AccountsError.deadLink) {
            try await accounts.invitation(try fixture.token(in: links[0]), at: start)
        }
        let joining = Joining(name: "Lisa Norr", password: AccountsFixture.password, factor: .mail, language: .sv)
        let step = try await accounts.join(try fixture.token(in: links[1]), joining, from: fixture.client, at: start)
        guard case .joined(let welcome) = step else {
            Issue.record("not joined")
            return
        }
        #expect(welcome.person.roles == [.administrator])
        await #expect(throws: AccountsError.alreadyBootstrapped) {
            try await accounts.bootstrap(email: "eve@myndighet.example", at: start)
        }
    }
}
