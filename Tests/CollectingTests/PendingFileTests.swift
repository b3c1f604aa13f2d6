import Collecting
import Foundation
import Intake
import Register
import TestSupport
import Testing
import Vocabulary

@Suite("A file that is not delivered", .fewAtATime)
struct PendingFileTests {
    @Test("is told of in the overview by its errors, until it is delivered or put away")
    func overview() async throws {
        let fixture = try await CollectingFixture()
        let faulty = try await fixture.upload(fixture.uppsala, reasons: ["1", "13", "14"])
        let row = try await fixture.row(fixture.uppsala, at: "2013-04-04 10:00")
        #expect(row.standing.status == .notApproved)
        #expect(row.pending?.draft == faulty.id)
        #expect(row.pending?.errors == faulty.attempt?.errors && faulty.attempt?.errors ?? 0 >= 2)
        #expect(row.pending?.at == faulty.updatedAt)

        // A file without errors is not a delivery.
        let good = try await fixture.upload(fixture.uppsala, reasons: ["1", "2"], at: "2013-04-04 10:31")
        let ready = try await fixture.row(fixture.uppsala, at: "2013-04-04 10:40")
        #expect((ready.standing.status, ready.pending?.state) == (.notDelivered, .ready))
        _ = try await fixture.intake.submit(good.id, by: fixture.sender, at: CollectingFixture.time("2013-04-04 10:45"))
        let delivered = try await fixture.row(fixture.uppsala, at: "2013-04-04 10:50")
        #expect((delivered.standing.status, delivered.pending) == (.approved, nil))
        #expect(delivered.latest?.rows == 2)
    }

    @Test("that is only a test, or declined from, is not told of")
    func test() async throws {
        let fixture = try await CollectingFixture()
        _ = try await fixture.upload(fixture.uppsala, reasons: ["13"], purpose: .test)
        #expect(try await fixture.row(fixture.uppsala, at: "2013-04-04 10:00").pending == nil)
        _ = try await fixture.upload(fixture.uppsala, reasons: ["13"], at: "2013-04-04 10:31")
        try await fixture.intake.decline(
            collection: fixture.id, municipality: fixture.uppsala, reason: "Vi hinner inte.", by: fixture.sender,
            at: CollectingFixture.time("2013-04-05 09:00"))
        let row = try await fixture.row(fixture.uppsala, at: "2013-04-05 10:00")
        #expect((row.standing.status, row.pending) == (.declined, nil))
        #expect(row.decline?.reason == "Vi hinner inte.")
    }

    @Test("that took long to check is written about to whoever put it in, once", arguments: [true, false])
    func late(hasErrors: Bool) async throws {
        let fixture = try await CollectingFixture(patience: .zero)
        let draft = try await fixture.upload(fixture.uppsala, reasons: hasErrors ? ["13", "14"] : ["1"])
        while try await fixture.intake.draft(draft.id).attempt == nil { try await Task.sleep(for: .milliseconds(20)) }
        let errors = try await fixture.intake.draft(draft.id).attempt?.errors ?? 0
        let mails = try await fixture.mails()
        let mail = try #require(mails.first)
        #expect((mails.count, mail.to) == (1, "anna@uppsala.se"))
        let subject = hasErrors ? "\(errors) fel att rätta" : "Kontrollerad"
        #expect(mail.subject == "\(subject): Testinsamling 2013, mars 2013, Uppsala")
        #expect(mail.text.contains("https://statistik.example/arbete/utkast/\(draft.id)"))
        #expect(mail.text.contains("Sista dag är måndag 22 april 2013."))
        #expect(!mail.text.contains("hemligt"))
    }
}
