import Accounts
import Checking
import Foundation
import Frame
import HTTPTypes
import Intake
import MachineInterface
import Register
import Review
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("What is asked for twice by /api/v1 is done once", .fewAtATime)
struct MachineInterfaceOnceTests {
    private func deliver(_ system: System, _ bytes: [UInt8], key: String? = "a") async throws -> Answer {
        try await system.post("deliveries", bytes, as: "text/csv", key.map { ["Idempotency-Key": $0] } ?? [:])
    }

    private func number(_ answer: Answer) throws -> String {
        #expect(answer.code == 201, "\(answer.text)")
        return try #require(try answer.json()["number"] as? String)
    }

    @Test("The same key gives the same receipt, also when another delivery has come since")
    func again() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let first = try number(try await deliver(system, Measures.right(5)))
        let other = try number(try await deliver(system, Measures.right(6), key: "b"))
        #expect(first == "2013-04-0380-1" && other == "2013-04-0380-2")
        let again = try await deliver(system, Measures.right(5))
        #expect(try number(again) == first)
        let tables = try #require(try again.json()["tables"] as? [[String: Any]])
        #expect(tables[0]["supersededBy"] as? String == other)
        #expect(try await system.get("deliveries").json()["total"] as? Int == 2)
        // Without a key it is a delivery of its own.
        #expect(try number(try await deliver(system, Measures.right(5), key: nil)) == "2013-04-0380-3")
    }

    @Test("After a return the same file is a new delivery, and the same errand still gives its own receipt")
    func returned() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let first = try number(try await deliver(system, Measures.right()))
        let kept = try #require(DeliveryNumber(first))
        try await site.house.review.return(kept, message: "Kod 0 saknas.", by: "Bo Ek", at: site.now)
        #expect(try number(try await deliver(system, Measures.right())) == first)
        for key in [nil, "b", "b", nil] {
            #expect(try number(try await deliver(system, Measures.right(), key: key)) == "2013-04-0380-2")
        }
        func nothing(_ key: String) async throws -> String {
            try number(
                try await system.post(
                    "nothing-to-report", Array(#"{"month":"2013-03"}"#.utf8), as: "application/json",
                    ["Idempotency-Key": key]))
        }
        let none = try await nothing("c")
        try await site.house.review.return(
            try #require(DeliveryNumber(none)), message: "Det kan inte stämma.", by: "Bo Ek", at: site.now)
        #expect(try await nothing("c") == none)
        #expect(try await nothing("d") == "2013-03-0380-2")
        #expect(try await nothing("e") == "2013-03-0380-2")
    }

    @Test("A key used for something else is refused, whatever came of it")
    func otherContent() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        _ = try await deliver(system, Measures.right())
        let reused = try await deliver(system, Measures.right(7))
        #expect(try reused.problem() == "key-reused" && reused.code == 409)
        #expect(try await deliver(system, Measures.faulty, key: "b").problem() == "not-approved")
        #expect(try await deliver(system, Measures.faulty, key: "b").problem() == "not-approved")
        #expect(try await deliver(system, Measures.right(8), key: "b").problem() == "key-reused")
        let nothing = try await system.post(
            "nothing-to-report", Array(#"{"month":"2013-04"}"#.utf8), as: "application/json", ["Idempotency-Key": "a"])
        #expect(try nothing.problem() == "key-reused")
        // Another municipality's keys are its own.
        let knivsta = site.system(try await site.key([.submit], of: site.knivsta).secret)
        let answer = try await knivsta.post(
            "nothing-to-report", Array(#"{"month":"2013-04"}"#.utf8), as: "application/json", ["Idempotency-Key": "a"])
        #expect(answer.code == 201)
        for key in ["", " ", "å", String(repeating: "k", count: 256), "a b"] {
            #expect(try await deliver(system, Measures.right(), key: key).problem() == "invalid-request")
        }
    }

    @Test("Asked for many times at once it is done once, and all get the receipt")
    func atOnce() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let numbers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    var answer = try await deliver(system, Measures.right())
                    // On a busy machine the first may be at it for longer than the others are kept waiting: they are
                    // told to send the same again.
                    for _ in 0..<600 where answer.code == 409 && answer.text.contains("#in-progress") {
                        try await Task.sleep(for: .milliseconds(100))
                        answer = try await deliver(system, Measures.right())
                    }
                    return try number(answer)
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(numbers == ["2013-04-0380-1"])
        let drafts = try await site.database.read { try $0.all("SELECT id FROM draft") { $0.integer(0) } }
        #expect(drafts.count == 1)
    }

    @Test("After the machine has stopped the same key goes on where it was", arguments: ["begun", "received", "done"])
    func stopped(_ place: String) async throws {
        let site = try await MachineInterfaceSite()
        let secret = try await site.key([.submit]).secret
        let bytes = Measures.right()
        switch place {
        case "begun":
            // Somebody took the errand on and was never heard of again.
            _ = try await deliver(site.system(secret), Measures.faulty)
            let past = site.now - 60
            try await site.database.write { transaction in
                try transaction.execute("UPDATE errand SET draft = NULL, claimed_until = \(past)")
            }
        case "received":
            // Checked, and stopped before it was submitted: a warning was in the way then.
            _ = try await deliver(site.system(secret), Measures.asking)
        default: _ = try await deliver(site.system(secret), bytes)
        }
        let next = try await MachineInterfaceSite(site.folder)
        switch place {
        case "begun": #expect(try await deliver(next.system(secret), Measures.faulty).problem() == "not-approved")
        case "received":
            let draft = try #require(
                try await next.house.intake.openDraft(
                    collection: "testinsamling-2013", municipality: next.uppsala, month: next.april))
            _ = try await next.house.intake.answer(draft.id, [Submission.Confirmation(rule: "V03")])
            #expect(try number(try await deliver(next.system(secret), Measures.asking)) == "2013-04-0380-1")
        default: #expect(try number(try await deliver(next.system(secret), bytes)) == "2013-04-0380-1")
        }
        let drafts = try await next.database.read { try $0.all("SELECT id FROM draft") { $0.integer(0) } }
        #expect(drafts.count == (place == "begun" ? 2 : 1))
    }

    @Test("While somebody else has the errand it is waited for, and then refused for the while")
    func busy() async throws {
        var limits = MachineInterface.Limits.generous
        limits.patience = .seconds(1)
        let site = try await MachineInterfaceSite(limits: limits)
        let system = try await site.delivering()
        _ = try await deliver(system, Measures.faulty)
        let until = site.now + 10
        try await site.database.write { transaction in
            try transaction.execute("UPDATE errand SET draft = NULL, claimed_until = \(until)")
        }
        // The site's clock stands still, so the other never gives it up.
        let answer = try await deliver(system, Measures.faulty)
        #expect(try answer.problem() == "in-progress" && answer["Retry-After"] != nil)
    }

    @Test("What takes long to check is delivered by itself, and told of by its address", arguments: [true, false])
    func slow(_ isRight: Bool) async throws {
        let site = try await MachineInterfaceSite(patience: .zero)
        let system = try await site.delivering()
        let file = SentFile("file", name: "insatser.csv", bytes: isRight ? Measures.asking : Measures.faulty)
        let answer = try await site.whileBusy {
            try await system.post(
                "deliveries", files: [file], confirmations: #"[{"rule":"V03","reason":"vår egen"}]"#)
        }
        let place = try #require(answer["Location"]).replacing("/api/v1/", with: "")
        #expect(place.hasPrefix("submissions/"))
        var state = try await system.get(place).json()
        for _ in 0..<1_000 where state["status"] as? String == "checking" {
            try await Task.sleep(for: .milliseconds(10))
            state = try await system.get(place).json()
        }
        if isRight {
            let delivery = try #require(state["delivery"] as? [String: Any])
            #expect(state["status"] as? String == "submitted")
            #expect(delivery["number"] as? String == "2013-04-0380-1")
            #expect(delivery["sender"] as? String == "Treserva, nattjobb")
            let confirmed = try #require(delivery["confirmed"] as? [[String: Any]])
            #expect(confirmed.map { $0["reason"] as? String } == ["vår egen"])
        } else {
            let problem = try #require(state["problem"] as? [String: Any])
            #expect(state["status"] as? String == "refused" && problem["errors"] as? Int == 2)
            #expect((problem["type"] as? String)?.hasSuffix("#not-approved") == true)
        }
        let total = try await system.get("deliveries").json()["total"] as? Int
        #expect(total == (isRight ? 1 : 0))
    }

    @Test("What was received before the machine stopped is delivered when it is asked for, with its answers")
    func slowAndStopped() async throws {
        let site = try await MachineInterfaceSite()
        let secret = try await site.key([.submit]).secret
        let upload = Upload(
            collection: "testinsamling-2013", municipality: site.uppsala, month: site.april,
            channel: .api, files: [.init(name: "insatser.csv", bytes: .init(Measures.asking))])
        let errand = Errand(municipality: site.uppsala, key: "x", content: "x")
        let answers = [Submission.Confirmation(rule: "V03", reason: "vår egen")]
        #expect(try await site.house.intake.begin(errand, answers: answers, at: site.now) == .yours)
        let draft = try await site.house.intake.receive(
            upload, by: Sender(id: "nyckel 1", name: "Viva"), at: site.now
        ) { try $0.note($1, for: errand) }
        let next = try await MachineInterfaceSite(site.folder)
        let state = try await next.system(secret).get("submissions/\(draft.id)").json()
        #expect(state["status"] as? String == "submitted")
    }

    @Test("What was answered with 202 is delivered once, with its answers, also when the machine stopped in between")
    func promised() async throws {
        let site = try await MachineInterfaceSite(patience: .zero)
        let secret = try await site.key([.submit]).secret
        let file = SentFile("file", name: "insatser.csv", bytes: Measures.asking)
        let answer = try await site.whileBusy {
            let answer = try await site.system(secret).post(
                "deliveries", files: [file], confirmations: #"[{"rule":"V03","reason":"vår egen"}]"#)
            // The first has not come further when the next begins.
            let next = try await MachineInterfaceSite(site.folder)
            let interface = MachineInterface(next.house)
            try await interface.finishPromised(at: site.now)
            #expect(try await next.house.register.deliveries().isEmpty)
            for minutes in 2...3 { try await interface.finishPromised(at: site.now + Double(minutes) * 60) }
            let receipts = try await next.house.register.deliveries()
            #expect(receipts.map(\.number.description) == ["2013-04-0380-1"])
            #expect(receipts.first?.confirmed.map(\.reason) == ["vår egen"])
            #expect(receipts.first?.sender == "Treserva, nattjobb")
            return answer
        }
        #expect(answer.code == 202)
        let place = try #require(answer["Location"]).replacing("/api/v1/", with: "")
        let last = try await MachineInterfaceSite(site.folder)
        #expect(try await last.system(secret).get(place).json()["status"] as? String == "submitted")
        #expect(try await last.house.register.deliveries().count == 1)
    }

    @Test("What was refused is not delivered by itself when a person has mended it", arguments: [true, false])
    func notPromised(_ isLate: Bool) async throws {
        let site = try await MachineInterfaceSite(patience: isLate ? .zero : .seconds(30))
        let system = try await site.delivering()
        if isLate {
            let answer = try await site.whileBusy { try await deliver(system, Measures.asking) }
            #expect(answer.code == 202)
        } else {
            #expect(try await deliver(system, Measures.asking).problem() == "warnings-to-confirm")
        }
        let interface = MachineInterface(site.house)
        try await interface.finishPromised(at: site.now + 120)
        let draft = try #require(
            try await site.house.intake.openDraft(
                collection: "testinsamling-2013", municipality: site.uppsala, month: site.april))
        _ = try await site.house.intake.answer(draft.id, [Submission.Confirmation(rule: "V03")])
        try await interface.finishPromised(at: site.now + 300)
        #expect(try await site.house.register.deliveries().isEmpty)
    }
}
