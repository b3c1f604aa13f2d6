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

@Suite("Submitted", .fewAtATime)
struct SubmittingTests {
    struct Refused: Error {}
    let fixture: IntakeFixture

    init() async throws {
        fixture = try await IntakeFixture()
    }

    private func submit(_ id: Draft.ID, _ answers: [Submission.Confirmation] = []) async throws -> [Receipt] {
        try await fixture.intake.submit(id, answers: answers, by: fixture.anna, at: fixture.at(10))
    }

    @Test("Pressed by several at once, and again later, it is one delivery with one receipt")
    func twice() async throws {
        let id = try await fixture.receive(IntakeFixture.right()).id
        let receipts = try await withThrowingTaskGroup(of: [Receipt].self, returning: [[Receipt]].self) { group in
            for _ in 0..<8 { group.addTask { try await submit(id) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.count == 8 && receipts.allSatisfy { $0 == receipts[0] && $0.count == 1 })
        // Also when a later delivery counts instead.
        let other = try await fixture.receive(IntakeFixture.right(6), at: fixture.at(11))
        _ = try await submit(other.id)
        #expect(try await submit(id).map(\.number) == receipts[0].map(\.number))
        #expect(try await fixture.register.deliveries().count == 2)
    }

    @Test("Warnings must be answered; an answer is kept with the draft, and offered again with the next file")
    func questions() async throws {
        let id = try await fixture.receive(IntakeFixture.asking()).id
        let error = await #expect(throws: IntakeError.self) { try await submit(id) }
        guard case .unanswered(let questions) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(questions.map(\.finding.rule) == ["V03"])
        let answered = try await fixture.intake.answer(
            id, [.init(rule: "V03", subject: "SFI", reason: "egen kurs"), .init(rule: "V99", reason: "okänd")])
        #expect(answered.maySubmit && answered.draft.answers.map(\.reason) == ["egen kurs"])
        #expect(try await submit(id)[0].confirmed.map(\.reason) == ["egen kurs"])

        let next = try await fixture.receive(IntakeFixture.asking(mark: "5"), at: fixture.at(11)).id
        let checked = try await fixture.checked(next)
        #expect(checked.questions.map(\.answer) == [.init(reason: "egen kurs", isRemembered: true)])
        #expect(checked.maySubmit)
        #expect(try await submit(next)[0].confirmed.map(\.reason) == ["egen kurs"])

        let other = try await fixture.receive(IntakeFixture.asking("Grundskola"), at: fixture.at(12)).id
        #expect(try await !fixture.checked(other).maySubmit)
        await #expect(throws: IntakeError.self) {
            try await submit(other, [.init(rule: "V03", reason: "för 19121212-1212")])
        }
        #expect(try await submit(other, [.init(rule: "V03")])[0].confirmed.map(\.subject) == ["Grundskola"])
    }

    @Test("An answer is to the value it was given for: another value after a correction is asked about anew")
    func answeredValue() async throws {
        let id = try await fixture.receive(IntakeFixture.asking()).id
        let answered = try await fixture.intake.answer(id, [.init(rule: "V03", reason: "egen kurs")])
        #expect(answered.unanswered.isEmpty)
        let edit = CellEdit(file: 0, CellCorrection(CellPlace(row: 3, column: 21), text: "Grundskola"))
        _ = try await fixture.intake.correct(id, [edit], by: fixture.anna, at: fixture.at(9, 30))
        #expect(try await fixture.checked(id).unanswered.map(\.finding.subject) == ["Grundskola"])
    }

    @Test("Before submitting, it is compared with the month before and with the delivery it would replace")
    func compared() async throws {
        let april = fixture.march.next
        let march = try await fixture.receive(IntakeFixture.right(20)).id
        let marchNumber = try await submit(march)[0].number
        let first = try await fixture.receive(IntakeFixture.right(19, month: "2013-04"), month: april).id
        let april1 = try await fixture.checked(first).comparisons
        #expect(april1.map(\.monthBefore?.number) == [marchNumber] && april1[0].monthBefore?.rows == 20)
        #expect(april1[0].replaced == nil && april1[0].difference == nil)
        let firstNumber = try await submit(first)[0].number

        var rows = Array(repeating: "reg_1=X", count: 18) + ["reg_1=7"]
        rows[0] = "lopnr=0200|reg_1=X"
        let second = try await fixture.receive(
            IntakeFixture.text(IntakeFixture.rows(rows, month: "2013-04")), month: april
        ).id
        let difference = try #require(try await fixture.checked(second).comparisons.first?.difference)
        #expect(difference.added == [200] && difference.removed == [1])
        #expect(difference.changed.map(\.household) == [19])
        #expect(difference.changed[0].cells.map { [$0.field, $0.before, $0.after] } == [["reg_1", "X", "7"]])
        // The same as between the two once both are delivered.
        let secondNumber = try await submit(second)[0].number
        let between = try await fixture.register.difference(
            from: firstNumber, to: secondNumber, in: fixture.collection)
        #expect(between.tables == [difference])

        // A third of the month before is gone: that is asked about.
        let few = try await fixture.receive(IntakeFixture.right(10, month: "2013-04"), month: april).id
        #expect(try await fixture.checked(few).unanswered.map(\.finding.rule) == ["V02"])
        // Once the month before is other, nothing is asked.
        let less = try await fixture.receive(IntakeFixture.right(11)).id
        _ = try await submit(less)
        #expect(try await fixture.checked(few).unanswered.isEmpty)
    }

    @Test("What is kept with the delivery is kept with it or not at all")
    func alongside() async throws {
        let id = try await fixture.receive(IntakeFixture.right()).id
        let error = await #expect(throws: IntakeError.self) {
            try await fixture.intake.submit(id, by: fixture.anna, at: fixture.at(10)) { _, _ in throw Refused() }
        }
        guard case .alongside(let inner) = error, inner is Refused else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await fixture.intake.draft(id).isOpen)
        #expect(try await fixture.register.deliveries().isEmpty)
    }

    @Test("Nothing to report and declining put the open draft away; comments leave it")
    func withoutFile() async throws {
        let (id, time) = (fixture.collection.id, fixture.at(10))
        let first = try await fixture.receive(IntakeFixture.text(IntakeFixture.rows(["reg_1=34"]))).id
        try await fixture.intake.comment(
            collection: id, municipality: fixture.uppsala, texts: ["insatser": "Bra."], by: fixture.anna, at: time)
        #expect(try await fixture.intake.draft(first).isOpen)
        let receipt = try await fixture.intake.nothingToReport(
            collection: id, municipality: fixture.uppsala, month: fixture.march, by: fixture.bo, at: time)
        #expect(receipt.kind == .nothing && receipt.parts.count == 2)
        #expect(try await fixture.intake.draft(first).state == .closed(by: "Bo Ek", at: time))
        #expect(try await fixture.intake.attempts(AttemptFilter()).map(\.delivery) == [receipt.number])

        let second = try await fixture.receive(IntakeFixture.right()).id
        try await fixture.intake.decline(
            collection: id, municipality: fixture.uppsala, reason: "Nytt system.", by: fixture.anna, at: time)
        #expect(try await !fixture.intake.draft(second).isOpen)
        #expect(try await fixture.register.declines(collection: id).map(\.reason) == ["Nytt system."])
        await #expect(throws: IntakeError.self) {
            try await fixture.intake.decline(
                collection: id, municipality: fixture.uppsala, reason: " ", by: fixture.anna, at: time)
        }
    }

    @Test("Attempts tell what each check found by rule, and which delivery they ended in")
    func attempts() async throws {
        try await fixture.receive(
            IntakeFixture.text(IntakeFixture.rows(["reg_1=34", "reg_1=34", "reg_8=X|ovrig_text=SFI"])))
        var upload = fixture.upload(IntakeFixture.text(IntakeFixture.rows(["reg_1=34", "reg_1=X"])))
        upload.channel = .api
        let draft = try await fixture.intake.receive(upload, by: fixture.bo, at: fixture.at(9, 30))
        _ = try await fixture.intake.correct(
            draft.id, [CellEdit(file: 0, CellCorrection(CellPlace(row: 2, column: 4), text: "3"))], by: fixture.anna,
            at: fixture.at(9, 40))
        let number = try await submit(draft.id)[0].number
        try await fixture.receive(IntakeFixture.right(9), at: fixture.at(12))

        let attempts = try await fixture.intake.attempts(
            AttemptFilter(collection: fixture.collection.id, months: fixture.march...fixture.march))
        #expect(attempts.map(\.errors) == [2, 1, 0, 0] && attempts.map(\.warnings) == [1, 0, 0, 0])
        #expect(attempts.map(\.occasion) == [.upload, .upload, .correction, .upload])
        #expect(attempts.map(\.by) == ["Anna Ek", "Bo Ek", "Anna Ek", "Anna Ek"])
        #expect(attempts.map(\.channel) == [.portal, .api, .api, .portal])
        #expect(attempts.map(\.delivery) == [number, number, number, nil])
        #expect(
            attempts[0].rules.map { [$0.table, $0.rule, $0.severity.rawValue, "\($0.count)"] }
                == [["insatser", "R03", "error", "2"], ["insatser", "V03", "warning", "1"]])
    }
}
