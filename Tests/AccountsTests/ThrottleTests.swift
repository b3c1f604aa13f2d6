import AccessLog
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Accounts

@Suite("Slowing down", .fewAtATime)
struct ThrottleTests {
    typealias Fixture = AccountsFixture

    func tried(
        _ fixture: Fixture, _ email: String, _ password: String, from client: Client, at time: Date
    ) async throws -> SignInStep {
        try await PasswordAndCode(fixture.accounts).proceed(
            SignInAnswers(values: ["email": email, "password": password]), from: client, at: time)
    }

    @Test(
        "After six wrong passwords from a network even the right one waits there, for nobody's address as for somebody's"
    )
    func account() async throws {
        let fixture = try await Fixture()
        let email = try await fixture.anna().person.email
        for address in [email, "ingen@uppsala.se"] {
            for _ in 0..<6 {
                let step = try await tried(
                    fixture, address, "fel lösenord, faktiskt", from: fixture.client, at: fixture.start)
                #expect(step.form?.problem != nil)
            }
            let waiting = try await tried(fixture, address, Fixture.password, from: fixture.client, at: fixture.start)
            #expect("\(waiting)".contains("Vänta 1 minut och försök igen."))
        }
        let later = fixture.start + 2
        #expect(try await tried(fixture, email, Fixture.password, from: fixture.client, at: later).form?.pending != nil)
        // A wrong one more makes the wait longer, a right one that waits does not.
        _ = try await tried(fixture, email, "fel", from: fixture.client, at: later + 2)
        #expect(try await tried(fixture, email, Fixture.password, from: fixture.client, at: later + 5).isRefused)
        _ = try await fixture.signIn(email, at: later + 6)
        // Signed in: all is forgotten.
        for _ in 0..<6 {
            #expect(try await tried(fixture, email, "fel", from: fixture.client, at: later + 7).form?.problem != nil)
        }
    }

    @Test("Tries that are told to wait stand in the log, without what was typed and not each of many")
    func log() async throws {
        let fixture = try await Fixture()
        let anna = try await fixture.anna().person
        for address in [anna.email, "hemlig@uppsala.se"] {
            for _ in 0..<7 { _ = try await tried(fixture, address, "fel", from: fixture.client, at: fixture.start) }
        }
        var lines = try await AccessLog(fixture.database).events().filter { $0.subject.hasSuffix(", för många försök") }
        #expect(lines.map(\.organisation) == [.authority, fixture.uppsala])
        #expect(lines.map(\.act) == [.signInRefused, .signInRefused])
        #expect(lines.map(\.actor) == ["okänd adress", anna.actor])
        for _ in 0..<100 { _ = try await tried(fixture, anna.email, "fel", from: fixture.client, at: fixture.start) }
        lines = try await AccessLog(fixture.database).events().filter { $0.subject.hasSuffix(", för många försök") }
        #expect(lines.count == 6)
    }

    @Test("Whoever guesses keeps himself out, not the one whose address it is; many networks together are slowed down")
    func lockout() async throws {
        let fixture = try await Fixture()
        let email = try await fixture.anna().person.email
        for _ in 0..<7 { _ = try await tried(fixture, email, "fel", from: fixture.elsewhere, at: fixture.start) }
        #expect(try await tried(fixture, email, "fel", from: fixture.elsewhere, at: fixture.start).isRefused)
        let own = try await tried(fixture, email, Fixture.password, from: fixture.client, at: fixture.start)
        #expect(own.form?.pending != nil)
        for number in 0..<44 {
            let client = Client(address: "203.0.113.\(number)", description: "")
            let step = try await tried(fixture, email, "fel", from: client, at: fixture.start)
            #expect(step.form?.problem != nil)
        }
        let next = Client(address: "198.51.100.1", description: "")
        #expect(try await tried(fixture, email, "fel", from: next, at: fixture.start).isRefused)
    }

    @Test("A wait doubles, is a quarter of an hour at most, and failures wear off, one in ten minutes")
    func decay() {
        let throttle = Throttle.proof("anna.ek@uppsala.se")
        let last = Date(timeIntervalSince1970: 1_000_000)
        let waits = (0...20).map { Int(throttle.nextTry(after: $0, last: last).timeIntervalSince(last)) }
        #expect(waits.prefix(10) == [0, 0, 0, 0, 0, 0, 2, 4, 8, 16])
        #expect(waits.suffix(6).allSatisfy { $0 == 900 })
        #expect(Int(throttle.nextTry(after: .max, last: last).timeIntervalSince(last)) == 900)
        let left = [0.0, 599, 600, 3_600, 86_400, -600].map { Throttle.left(8, since: last, at: last + $0) }
        #expect(left == [8, 8, 7, 2, 0, 8])
    }

    @Test("Whoever knows the password has six tries at the app's code, however often the password is given")
    func codes() async throws {
        let fixture = try await Fixture()
        let (anna, _) = try await fixture.joinedWithApp(
            "Anna Ek", "anna.ek@uppsala.se", fixture.uppsala, [.coordinator])
        let method = PasswordAndCode(fixture.accounts)
        var judged = 0
        for _ in 0..<8 {
            let first = try await tried(
                fixture, anna.person.email, Fixture.password, from: fixture.client, at: fixture.start)
            let answers = SignInAnswers(pending: first.form?.pending, values: ["code": "x"])
            let step = try await method.proceed(answers, from: fixture.client, at: fixture.start)
            if step.form?.problem?.sv.hasPrefix("Koden stämmer inte") == true { judged += 1 }
        }
        #expect(judged == 6)
    }

    @Test("Whoever knows the password cannot fill the owner's mailbox with codes")
    func mailbox() async throws {
        let fixture = try await Fixture()
        let email = try await fixture.anna().person.email
        for _ in 0..<8 {
            _ = try await tried(fixture, email, Fixture.password, from: fixture.client, at: fixture.start)
        }
        #expect(try await fixture.mails(to: email).count == 6)
    }

    @Test("A network that tries many addresses is slowed down, and nobody else")
    func network() async throws {
        let fixture = try await Fixture()
        for number in 0..<30 {
            let address = "2001:db8:1:2::\(String(number, radix: 16))"
            let client = Client(address: address, description: "", network: "2001:db8:1:2")
            let step = try await tried(fixture, "n\(number)@uppsala.se", "fel", from: client, at: fixture.start)
            #expect(step.form?.problem != nil)
        }
        let same = Client(address: "2001:db8:1:2:ffff::1", description: "", network: "2001:db8:1:2")
        let other = Client(address: "2001:db8:1:3::1", description: "", network: "2001:db8:1:3")
        #expect(try await tried(fixture, "x@uppsala.se", "fel", from: same, at: fixture.start).isRefused)
        #expect(try await tried(fixture, "x@uppsala.se", "fel", from: other, at: fixture.start).form != nil)
        try await fixture.accounts.tidy(at: fixture.start + 86_400)
        #expect(try await tried(fixture, "x@uppsala.se", "fel", from: same, at: fixture.start).form != nil)
    }

    @Test("Tries made at the same time are counted before any of them is judged")
    func concurrent() async throws {
        let fixture = try await Fixture()
        let admitted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    !(try await tried(fixture, "a@uppsala.se", "fel", from: fixture.client, at: fixture.start))
                        .isRefused
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(admitted == 6)
    }
}
