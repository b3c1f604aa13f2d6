import Checking
import Definitions
import Register
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite("Answered warnings", .fewAtATime)
struct WarningTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    private func unanswered(_ findings: Finding..., confirmations: [Submission.Confirmation] = []) async throws
        -> [String]
    {
        try await fixture.register.questions(
            [fixture.verdict(findings: findings)], collection: "test", confirmations: confirmations
        ).filter { $0.answer == nil }.map { $0.finding.rule + " " + $0.finding.subject }
    }

    @Test("A delivery with a warning that nobody has answered is refused whole")
    func refused() async throws {
        let error = await #expect(throws: RegisterError.self) {
            try await fixture.submit(
                "x",
                [
                    fixture.verdict("insatser", fixture.knivsta),
                    fixture.verdict(findings: [
                        fixture.warning("V03", about: "SFI"), fixture.warning("V02", about: "140"),
                    ]),
                ], confirmations: [.init(rule: "V02")])
        }
        guard case .unconfirmed(let warnings) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(warnings.map(\.finding.rule) == ["V03"])
        #expect(warnings.map(\.verdict.municipality) == [fixture.uppsala])
        #expect(try await fixture.register.deliveries().isEmpty)
    }

    @Test("The receipt lists each answered warning once, with its reason")
    func onReceipt() async throws {
        let sfi = fixture.warning("V03", about: "SFI")
        let receipts = try await fixture.submit(
            "x", [fixture.verdict(findings: [sfi, sfi, fixture.warning("V03", about: "Grundskola")])],
            confirmations: [.init(rule: "V03", reason: "kommunens egen")])
        #expect(
            receipts[0].confirmed.map(\.subject) == ["Grundskola", "SFI"]
                && receipts[0].confirmed.allSatisfy { $0.rule == "V03" && $0.reason == "kommunens egen" })
        #expect(receipts[0].parts.map(\.outcome) == [.approvedWithWarnings])
    }

    @Test("An answer is remembered while the rule's version and the value are the same")
    func remembered() async throws {
        _ = try await fixture.submit(
            "x", [fixture.verdict(findings: [fixture.warning("V03", about: "SFI")])],
            confirmations: [.init(rule: "V03", reason: "egen kurs")])
        #expect(try await unanswered(fixture.warning("V03", about: "SFI")) == [])
        #expect(try await unanswered(fixture.warning("V03", about: "Grundskola")) == ["V03 Grundskola"])
        #expect(try await unanswered(fixture.warning("V03", version: 2, about: "SFI")) == ["V03 SFI"])
        #expect(try await unanswered(fixture.warning("V02", about: "SFI")) == ["V02 SFI"])

        let april = try await fixture.submit(
            "april", [fixture.verdict("insatser", nil, fixture.april, findings: [fixture.warning("V03", about: "SFI")])]
        )
        #expect(april[0].confirmed.map(\.reason) == ["egen kurs"])
    }

    @Test("An answer is the municipality's own, and the newest counts")
    func ownAndNewest() async throws {
        let sfi = [fixture.warning("V03", about: "SFI")]
        for (text, reason) in [("ett", "först"), ("två", "sedan")] {
            _ = try await fixture.submit(
                text, [fixture.verdict(households: [(text.count, 1)], findings: sfi)],
                confirmations: [.init(rule: "V03", reason: reason)])
        }
        let again = try await fixture.submit("tre", [fixture.verdict(findings: sfi)])
        #expect(again[0].confirmed.map(\.reason) == ["sedan"])
        await #expect(throws: RegisterError.self) {
            try await fixture.submit("fyra", [fixture.verdict("insatser", fixture.knivsta, findings: sfi)])
        }
    }

    @Test("An answer without a reason keeps the reason given before, and is an answer where there was none")
    func bareAnswer() async throws {
        let sfi = fixture.warning("V03", about: "SFI")
        _ = try await fixture.submit(
            "ett", [fixture.verdict(findings: [sfi])], confirmations: [.init(rule: "V03", reason: "egen kurs")])
        let again = try await fixture.submit(
            "två", [fixture.verdict(findings: [sfi, fixture.warning("V03", about: "Komvux")])],
            confirmations: [.init(rule: "V03", reason: " ")])
        #expect(again[0].confirmed.map(\.subject) == ["Komvux", "SFI"])
        #expect(again[0].confirmed.map(\.reason) == [" ", "egen kurs"])
    }

    @Test("Notes need no answer")
    func notes() async throws {
        let note = Finding(rule: "V05", ruleVersion: 1, severity: .info, message: "", remedy: "")
        #expect(try await unanswered(note) == [])
    }

    @Test("An answer is to the table it was given for, and can be about one value")
    func byTable() async throws {
        let sfi = [fixture.warning("V03", about: "SFI"), fixture.warning("V03", about: "Komvux")]
        let verdicts = [fixture.verdict("avslutsorsaker", findings: sfi), fixture.verdict("insatser", findings: sfi)]
        let questions = try await fixture.register.questions(
            verdicts, collection: "test",
            confirmations: [.init(rule: "V03", table: "insatser", subject: "SFI", reason: "egen")])
        #expect(questions.map { $0.answer?.reason } == [nil, nil, "egen", nil])
        _ = try await fixture.submit(
            "ett", [fixture.verdict("insatser", findings: sfi)], confirmations: [.init(rule: "V03", reason: "egen")])
        let later = try await fixture.register.questions(verdicts, collection: "test")
        #expect(later.map { $0.answer?.isRemembered } == [nil, nil, true, true])
    }

    @Test("Warnings of a rule about the same value are one question, which says how many they are")
    func counted() async throws {
        let sfi = fixture.warning("V03", about: "SFI")
        let questions = try await fixture.register.questions(
            [fixture.verdict(findings: [sfi, fixture.warning("V03", about: "Komvux"), sfi, sfi])], collection: "test")
        #expect(questions.map(\.count) == [3, 1])
    }

    @Test("Answers from before answers had tables are to every table of their delivery")
    func migrated() async throws {
        _ = try await fixture.submit(
            "x", [fixture.verdict("avslutsorsaker"), fixture.verdict("insatser")])
        try await fixture.database.write { transaction in
            try transaction.execute("DROP TABLE correction")
            try transaction.execute("DROP TABLE confirmation")
            try transaction.execute("DROP INDEX delivery_municipality")
            try transaction.execute("DROP TABLE asked_anew")
            try transaction.execute("ALTER TABLE delivery DROP COLUMN extracted_at")
            try transaction.execute(
                """
                CREATE TABLE confirmation (
                    delivery INTEGER NOT NULL REFERENCES delivery (id), rule TEXT NOT NULL,
                    rule_version INTEGER NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
                    PRIMARY KEY (delivery, rule, rule_version, subject))
                """)
            try transaction.execute("INSERT INTO confirmation VALUES (1, 'V03', 1, 'SFI', 'egen')")
            try transaction.execute("DELETE FROM migration WHERE name > 'register/0002-events'")
        }
        let register = try await Register(fixture.database)
        let findings = [fixture.warning("V03", about: "SFI")]
        let questions = try await register.questions(
            [fixture.verdict("avslutsorsaker", findings: findings), fixture.verdict("insatser", findings: findings)],
            collection: "test")
        #expect(questions.map { $0.answer?.reason } == ["egen", "egen"])
        #expect(try await register.deliveries()[0].confirmed.map(\.table) == ["avslutsorsaker", "insatser"])
    }
}
