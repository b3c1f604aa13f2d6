import AccessLog
import Checking
import Definitions
import Foundation
import Intake
import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("Files put in", .fewAtATime)
struct ReceivingTests {
    let fixture: IntakeFixture

    init() async throws {
        fixture = try await IntakeFixture()
    }

    @Test("A right file is checked at once, and becomes a delivery only when it is submitted")
    func approved() async throws {
        let draft = try await fixture.receive(IntakeFixture.right())
        #expect(draft.attempt?.outcome == .approved && draft.attempt?.rows == 5)
        let checked = try await fixture.checked(draft.id)
        #expect(checked.maySubmit && !checked.mayCorrect && checked.errors == 0)
        #expect(try await fixture.register.deliveries().isEmpty)
        let receipts = try await fixture.intake.submit(draft.id, by: fixture.bo, at: fixture.at(9, 31))
        #expect(receipts.map(\.number.description) == ["2013-03-0380-1"])
        #expect(receipts.map(\.sender) == ["Bo Ek"] && receipts.map(\.receivedAt) == [fixture.at(9, 31)])
        #expect(try await fixture.intake.draft(draft.id).state == .submitted(receipts.map(\.number)))
        let acts = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(acts.map(\.act) == [.delivered, .checked])
        #expect(acts.map(\.actor) == ["Bo Ek <bo.ek@uppsala.example>", "Anna Ek <anna.ek@uppsala.example>"])
    }

    @Test("After a restart everything is as it was: files, corrections, answers, verdict")
    func restart() async throws {
        let file = IntakeFixture.text(IntakeFixture.rows(["reg_1=34", "reg_8=X|ovrig_text=SFI"]))
        let id = try await fixture.receive(file).id
        let edit = CellEdit(file: 0, CellCorrection(CellPlace(row: 2, column: 4), text: "3"))
        _ = try await fixture.intake.correct(id, [edit], by: fixture.anna, at: fixture.at(9, 5))
        _ = try await fixture.intake.answer(id, [.init(rule: "V03", reason: "egen kurs")])
        let restarted = try await fixture.restarted()
        let checked = try await fixture.checked(id, in: restarted)
        #expect(checked.outcome == .approvedWithWarnings && checked.maySubmit)
        #expect(checked.questions.map(\.answer) == [.init(reason: "egen kurs", isRemembered: false)])
        #expect(checked.draft.corrections.map(\.correction.by) == ["Anna Ek"])
        let open = try await restarted.openDraft(
            collection: fixture.collection.id, municipality: fixture.uppsala, month: fixture.march)
        #expect(open?.id == id)
        let receipt = try await restarted.submit(id, by: fixture.anna, at: fixture.at(10))[0]
        #expect(receipt.confirmed.map(\.reason) == ["egen kurs"] && receipt.corrections.count == 1)
    }

    @Test("A new file for the month takes the former's place, and who holds the former is told")
    func superseded() async throws {
        let first = try await fixture.receive(IntakeFixture.right())
        let test = try await fixture.intake.receive(
            fixture.upload(IntakeFixture.right(), purpose: .test), by: fixture.bo, at: fixture.at(9, 20))
        let second = try await fixture.receive(IntakeFixture.right(6), by: fixture.bo, at: fixture.at(9, 40))
        #expect(
            try await fixture.intake.draft(first.id).state
                == .superseded(by: "Bo Ek", at: fixture.at(9, 40), newer: second.id))
        #expect(try await fixture.intake.draft(test.id).isOpen)
        let error = await #expect(throws: IntakeError.self) {
            try await fixture.intake.submit(first.id, by: fixture.anna, at: fixture.at(9, 41))
        }
        guard case .notOpen(let draft) = error, case .superseded(let by, _, _) = draft.state else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(by == "Bo Ek")
        let open = try await fixture.intake.drafts(DraftFilter(municipality: fixture.uppsala, purpose: .delivery))
        #expect(open.map(\.id) == [second.id])
    }

    @Test("Files put in at the same moment leave one open draft")
    func together() async throws {
        await withTaskGroup(of: Void.self) { group in
            for count in 3..<11 {
                group.addTask { _ = try? await fixture.receive(IntakeFixture.right(count)) }
            }
        }
        let drafts = try await fixture.intake.drafts(DraftFilter(isOpen: false))
        #expect(drafts.count == 8 && drafts.count(where: \.isOpen) == 1 && drafts.last?.isOpen == true)
    }

    @Test("A file about another month than was chosen is moved there, or refused")
    func otherMonth() async throws {
        let april = fixture.march.next
        let inTheWay = try await fixture.receive(IntakeFixture.right(3, month: "2013-04"), month: april)
        let draft = try await fixture.receive(IntakeFixture.right(4, month: "2013-04"))
        let checked = try await fixture.checked(draft.id)
        #expect(checked.otherMonth == april && !checked.isApproved)
        #expect(checked.findings().findings.map(\.finding.rule) == ["F08"])
        let moved = try await fixture.intake.move(draft.id, to: april, by: fixture.anna, at: fixture.at(9, 10))
        #expect(moved.month == april && moved.attempt?.outcome == .approved && moved.attempt?.occasion == .move)
        #expect(try await !fixture.intake.draft(inTheWay.id).isOpen)
        let receipt = try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9, 11))[0]
        #expect(receipt.number.description == "2013-04-0380-1")
        let other = try await fixture.receive(IntakeFixture.right(4))
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.move(other.id, to: april.next, by: fixture.anna, at: fixture.at(9, 12))
        }
    }

    @Test("Rows for another municipality than the sender's are errors")
    func otherMunicipality() async throws {
        let rows = IntakeFixture.rows(["reg_1=X", "kommun=0330|reg_1=X"])
        let checked = try await fixture.checked(fixture.receive(IntakeFixture.text(rows)).id)
        #expect(Set(checked.groups.map(\.rule)) == ["F09", "R21"] && checked.mayCorrect)
    }

    @Test("A test is checked, with or without a month, and cannot be delivered")
    func test() async throws {
        var upload = fixture.upload(IntakeFixture.right(), purpose: .test)
        upload.month = nil
        let draft = try await fixture.intake.receive(upload, by: fixture.anna, at: fixture.at(9))
        #expect(draft.month == nil && draft.attempt?.outcome == .approved)
        #expect(try await !fixture.checked(draft.id).maySubmit)
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.submit(draft.id, by: fixture.anna, at: fixture.at(9))
        }
        upload.purpose = .delivery
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.receive(upload, by: fixture.anna, at: fixture.at(9))
        }
        #expect(
            try await fixture.intake.month(of: upload.files, collection: fixture.collection.id) == fixture.march)
    }

    @Test("A check that takes longer than its sender waits is recorded later, and told in the same transaction")
    func late() async throws {
        let fixture = try await IntakeFixture(IntakeFixture.impatient) { transaction, draft in
            try transaction.execute(
                "INSERT INTO note (content) VALUES (\("\(draft.sender.name) \(draft.attempt?.errors ?? -1)"))")
        }
        try await fixture.database.write { try $0.execute("CREATE TABLE note (content TEXT NOT NULL)") }
        let rows = IntakeFixture.rows(Array(repeating: "reg_1=34", count: 3_000))
        let draft = try await fixture.receive(IntakeFixture.text(rows))
        #expect(draft.attempt == nil)
        let checked = try await fixture.checked(draft.id)
        #expect(checked.errors == 3_000)
        while try await fixture.intake.draft(draft.id).attempt == nil { try await Task.sleep(for: .milliseconds(5)) }
        // Whoever records it, the sender is told once at most.
        let notes = try await fixture.database.read { try $0.all("SELECT content FROM note") { $0.text(0) } }
        let attempts = try await fixture.intake.attempts(AttemptFilter(collection: fixture.collection.id))
        #expect(attempts.count == 1 && attempts[0].at == fixture.at(9))
        #expect(notes == (attempts[0].isLate ? ["Anna Ek 3000"] : []))
    }

    @Test("A check that the machine did not finish is made when it starts again")
    func resumed() async throws {
        let draft = try await fixture.receive(IntakeFixture.right())
        try await fixture.database.write { transaction in
            try transaction.execute("DELETE FROM attempt_rule")
            try transaction.execute("DELETE FROM attempt")
        }
        let restarted = try await fixture.restarted()
        #expect(try await restarted.draft(draft.id).attempt == nil)
        try await restarted.resume()
        while try await restarted.draft(draft.id).attempt == nil { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await restarted.draft(draft.id).attempt?.isLate == true)
    }

    @Test("A draft whose files cannot be read does not keep the others from being checked at the start")
    func resumedPast() async throws {
        let broken = try await fixture.receive(IntakeFixture.right())
        let whole = try await fixture.receive(IntakeFixture.right(month: "2013-04"), month: fixture.march.next)
        try await fixture.database.write { transaction in
            try transaction.execute("DELETE FROM attempt_rule")
            try transaction.execute("DELETE FROM attempt")
            try transaction.execute("UPDATE draft SET collection = 'borttagen' WHERE token = \(broken.id.text)")
        }
        let restarted = try await fixture.restarted()
        try await restarted.resume()
        while try await restarted.draft(whole.id).attempt == nil { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await restarted.draft(broken.id).attempt == nil)
    }

    @Test("An older draft that was moved to a month is seen there, not the newer one that was put away before")
    func latestMoved() async throws {
        let april = fixture.march.next
        let older = try await fixture.receive(IntakeFixture.right(month: "2013-04"), month: april)
        let newer = try await fixture.receive(IntakeFixture.right(6))
        _ = try await fixture.intake.submit(newer.id, by: fixture.anna, at: fixture.at(10))
        _ = try await fixture.intake.move(older.id, to: fixture.march, by: fixture.anna, at: fixture.at(11))
        let latest = try await fixture.database.read { [fixture] in
            try $0.latestDrafts(
                collection: fixture.collection.id, months: fixture.march...april, municipality: fixture.uppsala)
        }
        #expect(latest.map(\.id) == [older.id] && latest.map(\.month) == [fixture.march])
    }

    @Test("Drafts are listed by municipality for a month, the newest of each")
    func latest() async throws {
        try await fixture.receive(IntakeFixture.right())
        let newest = try await fixture.receive(IntakeFixture.text(IntakeFixture.rows(["reg_1=34"])))
        let latest = try await fixture.database.read { [fixture] in
            try $0.latestDrafts(collection: fixture.collection.id, months: fixture.march...fixture.march)
        }
        #expect(latest.map(\.id) == [newest.id] && latest.first?.municipality == fixture.uppsala)
        #expect(latest.first?.errors == 1 && latest.first?.isOpen == true && latest.first?.isKept == true)
    }
}
