import Checking
import Definitions
import Foundation
import Register
import Tabular
import TestSupport
import Testing
import Vocabulary

/// What a person types is kept for long and printed, so nobody may be pointed out in it.
@Suite("Identity numbers in typed texts", .fewAtATime)
struct TypedTextTests {
    let fixture: RegisterFixture
    /// A test number of the tax agency's.
    private let secret = "Se 19121212-1212"

    init() async throws { fixture = try await RegisterFixture() }

    private func refused(in text: TypedText, _ body: () async throws -> Void) async {
        let error = await #expect(throws: RegisterError.self) { try await body() }
        guard case .identityNumber(in: text) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("Nothing is delivered with one in the sender, a reason or a file's name")
    func submitting() async throws {
        let verdict = fixture.verdict(findings: [fixture.warning("V03", about: "SFI")])
        let whole = try fixture.submission("x", [verdict], confirmations: [.init(rule: "V03", reason: "egen")])
        var submission = whole
        submission.sender = secret
        await refused(in: .sender) { _ = try await fixture.register.submit(submission) }
        submission = whole
        submission.confirmations[0].reason = secret
        await refused(in: .reason) { _ = try await fixture.register.submit(submission) }
        submission = whole
        submission.files[0].name = secret + ".csv"
        await refused(in: .fileName) { _ = try await fixture.register.submit(submission) }
        await refused(in: .sender) {
            _ = try await fixture.register.nothingToReport(
                collection: "test", definitionVersion: 1, tables: ["insatser"], municipality: fixture.uppsala,
                month: fixture.march, sender: secret)
        }
        #expect(try await fixture.register.deliveries().isEmpty)
    }

    @Test("A delivery is not withdrawn with one in the reason or the sender")
    func withdrawing() async throws {
        let number = try await fixture.submit("x", [fixture.verdict()])[0].number
        await refused(in: .reason) {
            _ = try await fixture.register.withdraw(number, reason: secret, sender: "Anna Ek")
        }
        await refused(in: .sender) { _ = try await fixture.register.withdraw(number, reason: "fel", sender: secret) }
        #expect(try await fixture.register.receipt(number).withdrawal == nil)
    }

    @Test("Comments and declines are not kept with one in any text")
    func answering() async throws {
        let empty = Localized(sv: "", en: "")
        let form = CommentsForm(
            title: empty, texts: [FormText(id: "insatser", title: empty, maxLength: 100, table: "insatser")],
            respondent: [FormField(id: "namn", title: empty)])
        func comments(_ text: String, _ name: String, _ sender: String) -> Comments {
            Comments(
                collection: "test", municipality: fixture.uppsala, texts: ["insatser": text],
                respondent: ["namn": name], sender: sender)
        }
        await refused(in: .field("insatser")) {
            try await fixture.register.comment(comments(secret, "Anna", "Anna"), form: form)
        }
        await refused(in: .field("namn")) {
            try await fixture.register.comment(comments("Bra", secret, "Anna"), form: form)
        }
        await refused(in: .sender) {
            try await fixture.register.comment(comments("Bra", "Anna", secret), form: form)
        }
        for (reason, sender, place) in [(secret, "Bo", TypedText.reason), ("Tid", secret, .sender)] {
            await refused(in: place) {
                try await fixture.register.decline(
                    Decline(collection: "test", municipality: fixture.uppsala, reason: reason, sender: sender))
            }
        }
        #expect(try await fixture.register.comments(collection: "test").isEmpty)
        #expect(try await fixture.register.declines(collection: "test").isEmpty)
    }
}
