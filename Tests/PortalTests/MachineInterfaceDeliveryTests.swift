import Collecting
import Foundation
import Frame
import HTTPTypes
import Intake
import MachineInterface
import Publication
import Register
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("Delivering by /api/v1", .fewAtATime)
struct MachineInterfaceDeliveryTests {
    @Test("A file that is right gives a receipt, which is in the register and can be read again")
    func receipt() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering("Viva")
        let answer = try await system.post(
            "deliveries", files: [SentFile("file", name: "insatser april.csv", bytes: Measures.right())])
        #expect(answer.code == 201 && answer["Location"] == "/api/v1/deliveries/2013-04-0380-1")
        let record = try JSONDecoder().decode(ReceiptRecord.self, from: Data(answer.bytes))
        let number = try #require(DeliveryNumber("2013-04-0380-1"))
        #expect(record == ReceiptRecord(try await site.house.register.receipt(number)))
        #expect(record.sender == "Viva" && record.files.map(\.name) == ["insatser april.csv"])
        #expect(record.receivedAt == "2013-05-16T07:40:00Z")
        #expect(
            (try answer.json()["text"] as? String)?.hasPrefix("Tack! Uppgifterna för april 2013 är inlämnade.") == true)
        #expect(
            try await system.get("deliveries/2013-04-0380-1").json() as NSDictionary == answer.json() as NSDictionary)
        let list = try await system.get("deliveries?month=2013-04").json()
        #expect(list["total"] as? Int == 1)
        #expect(try await system.get("deliveries?month=2013-03").json()["total"] as? Int == 0)
        #expect(
            try await site.log().suffix(3) == [
                "API-nyckel Viva check testinsamling-2013 2013-04", "API-nyckel Viva deliver 2013-04-0380-1",
                "API-nyckel Viva see-delivery 2013-04-0380-1",
            ])
    }

    @Test("A file with errors is not delivered; a person finds it in the portal")
    func faulty() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let answer = try await system.post("deliveries", Measures.faulty)
        #expect(try answer.problem() == "not-approved" && answer.code == 422)
        let json = try answer.json()
        let findings = try #require((json["verdicts"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]])
        #expect(findings.map { $0["cell"] as? String } == ["E2", "D3"])
        #expect(json["errors"] as? Int == 2)
        let page = try #require(json["page"] as? String)
        let draft = try #require(
            try await site.house.intake.openDraft(
                collection: "testinsamling-2013", municipality: site.uppsala, month: site.april))
        #expect(page == "https://portal.test/arbete/utkast/\(draft.id)")
        #expect(try await system.get("deliveries").json()["total"] as? Int == 0)
        #expect(try await system.get("obligations/2013-04").json()["status"] as? String == "not-approved")
    }

    @Test("What is no table is unreadable, with or without a month", arguments: ["", "?month=2013-04"])
    func unreadable(_ query: String) async throws {
        let system = try await MachineInterfaceSite().delivering()
        for bytes in [
            [], Array("PK\u{3}\u{4} and no more".utf8), Array("%PDF-1.7\n".utf8),
            Array("<html><body>Fel</body></html>".utf8),
        ] {
            #expect(try await system.post("deliveries\(query)", bytes).problem() == "unreadable")
        }
    }

    @Test("A warning is answered with the file, by rule or with a reason, and is remembered the next time")
    func warnings() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let file = SentFile("file", name: "insatser.csv", bytes: Measures.asking)
        let asked = try await system.post("deliveries", files: [file])
        #expect(try asked.problem() == "warnings-to-confirm" && asked.code == 422)
        let questions = try #require(try asked.json()["questions"] as? [[String: Any]])
        #expect(questions.map { $0["rule"] as? String } == ["V03"] && questions[0]["value"] as? String == "SFI")
        #expect(try await system.get("deliveries").json()["total"] as? Int == 0)
        let other = try await system.post(
            "deliveries", files: [file], confirmations: #"[{"rule":"V03","value":"Kurs","reason":"annat"}]"#)
        #expect(try other.problem() == "warnings-to-confirm")
        let answered = try await system.post(
            "deliveries", files: [file], confirmations: #"[{"rule":"V03","value":"SFI","reason":"kommunens egen"}]"#)
        #expect(answered.code == 201)
        let record = try JSONDecoder().decode(ReceiptRecord.self, from: Data(answered.bytes))
        #expect(record.confirmed.map(\.reason) == ["kommunens egen"])
        let next = Measures.csv(["reg_1=X", "reg_1=X", "reg_8=X|ovrig_text=SFI"])
        #expect(try await system.post("deliveries", next).code == 201)
        // By rule alone.
        let march = Measures.csv(["reg_8=X|ovrig_text=Museibesök"], month: "2013-03")
        #expect(try await system.post("deliveries?confirm=V03", march).code == 201)
    }

    @Test("A month that is closed, not open yet or not collected is refused before anything is kept")
    func closed() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let (april, by) = (site.april, "Lisa")
        try await site.house.collecting.change("testinsamling-2013", april, .closed, by: by, at: site.now)
        for path in ["deliveries", "deliveries?month=2013-04"] {
            let answer = try await system.post(path, Measures.right(), as: "text/csv", ["Idempotency-Key": "april"])
            #expect(try answer.problem() == "not-open" && answer.code == 409, "\(answer.text)")
            #expect((try answer.json()["detail"] as? String)?.contains("stängd sedan 16 maj 2013") == true)
        }
        let nothing = try await system.post(
            "nothing-to-report", Array(#"{"month":"2013-04"}"#.utf8), as: "application/json")
        #expect(try nothing.problem() == "not-open")
        #expect(try await system.get("obligations/2013-04").json()["receives"] as? Bool == false)
        try await site.house.collecting.change("testinsamling-2013", april, .opened, by: by, at: site.now)
        #expect(
            try await system.post("deliveries", Measures.right(), as: "text/csv", ["Idempotency-Key": "april"]).code
                == 201)
    }

    @Test("What was received before its month was closed is not delivered after, whichever way it is asked for")
    func closedSince() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        func deliver() async throws -> Answer {
            try await system.post("deliveries", Measures.asking, as: "text/csv", ["Idempotency-Key": "april"])
        }
        func change(_ change: PeriodChange.Kind) async throws {
            try await site.house.collecting.change("testinsamling-2013", site.april, change, by: "Lisa", at: site.now)
        }
        #expect(try await deliver().problem() == "warnings-to-confirm")
        let draft = try #require(
            try await site.house.intake.openDraft(
                collection: "testinsamling-2013", municipality: site.uppsala, month: site.april))
        _ = try await site.house.intake.answer(draft.id, [Submission.Confirmation(rule: "V03")])
        try await change(.closed)
        #expect(try await deliver().problem() == "not-open")
        let state = try await system.get("submissions/\(draft.id)").json()
        let problem = try #require(state["problem"] as? [String: Any])
        #expect((problem["type"] as? String)?.hasSuffix("#not-open") == true)
        #expect(try await site.house.register.deliveries().isEmpty)
        try await change(.opened)
        #expect(try await deliver().code == 201)
        // A receipt is given also when the month has been closed since.
        try await change(.closed)
        #expect(try await deliver().code == 201)
        #expect(try await system.get("submissions/\(draft.id)").json()["status"] as? String == "submitted")
    }

    @Test("A file without a month is asked about, and the month sent with it counts")
    func month() async throws {
        let system = try await MachineInterfaceSite().delivering()
        let bytes = Measures.csv(["reg_1=X|manad=", "reg_1=X|manad="])
        #expect([400, 422].contains(try await system.post("deliveries", bytes).code))
        let wrong = try await system.post("deliveries?month=2013-03", Measures.right())
        #expect(try wrong.problem() == "not-approved" && wrong.text.contains("F08"))
    }

    @Test("Nothing to report is a delivery, for all tables or for one, and the same word twice is one")
    func nothing() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        func say(_ json: String) async throws -> Answer {
            try await system.post("nothing-to-report", Array(json.utf8), as: "application/json")
        }
        let one = try await say(#"{"month":"2013-04","tables":["insatser"]}"#)
        #expect(one.code == 201)
        let record = try JSONDecoder().decode(ReceiptRecord.self, from: Data(one.bytes))
        #expect(record.kind == "nothing-to-report" && record.tables.map(\.table) == ["insatser"])
        let again = try await say(#"{"month":"2013-04","tables":["insatser"]}"#)
        #expect(try again.json()["number"] as? String == record.number)
        let all = try await say(#"{"month":"2013-04","collection":"testinsamling-2013"}"#)
        #expect(try JSONDecoder().decode(ReceiptRecord.self, from: Data(all.bytes)).tables.count == 2)
        #expect(try await system.get("obligations/2013-04").json()["status"] as? String == "nothing-to-report")
        for json in [
            "{}", "[]", #"{"month":"2013-13"}"#, #"{"month":"2013-04","tables":[]}"#,
            #"{"month":"2013-04","tables":["x"]}"#,
            #"{"month":"2013-04","tables":"insatser"}"#, #"{"month":"2013-04","extra":1}"#,
            #"{"month":"2013-04","collection":1}"#, #"{"month":"1999-01"}"#, "",
        ] {
            #expect(try await say(json).problem() == "invalid-request", "\(json)")
        }
    }

    @Test("What is owed is told month by month, with the last day and how it stands")
    func obligations() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let before = try #require(try await system.get("obligations").json()["obligations"] as? [[String: Any]])
        #expect(before.map { $0["month"] as? String } == ["2013-03", "2013-04"])
        #expect(before.map { $0["status"] as? String } == ["not-delivered", "not-delivered"])
        #expect(before.map { $0["late"] as? Bool } == [true, false])
        #expect(before[1]["due"] as? String == "2013-05-20" && before[1]["owed"] as? Bool == true)
        try await site.house.collecting.extend(
            "testinsamling-2013", site.april, site.uppsala, until: try #require(Day(iso: "2013-05-27")),
            reason: "Sjukdom",
            by: "Lisa", at: site.now)
        _ = try await system.post("deliveries", Measures.right())
        let after = try await system.get("obligations/2013-04").json()
        #expect(after["due"] as? String == "2013-05-27" && after["status"] as? String == "approved")
        #expect(after["delivery"] as? String == "2013-04-0380-1")
        #expect(try await system.get("obligations/2013-05").problem() == "not-found")
        #expect(try await system.get("obligations/x").problem() == "not-found")
    }

    @Test("Collections are told with their fields and codes, in the language asked for")
    func collections() async throws {
        let system = try await MachineInterfaceSite().delivering()
        let list = try await system.get("collections", ["Accept-Language": "en"]).json()
        let collection = try #require((list["collections"] as? [[String: Any]])?.first)
        #expect(collection["title"] as? String == "Test collection 2013")
        let tables = try #require(collection["tables"] as? [[String: Any]])
        #expect(tables.map { $0["id"] as? String } == ["insatser", "avslutsorsaker"])
        let schema = try #require(tables[0]["schema"] as? String).replacing("/api/v1/", with: "")
        let fields = try #require(try await system.get(schema).json()["fields"] as? [[String: Any]])
        #expect(fields.first?["name"] as? String == "manad")
        #expect(try await system.get("collections/other").problem() == "not-found")
        #expect(try await system.get("collections/testinsamling-2013/tables/other").problem() == "not-found")
    }

    @Test("Deliveries come a part at a time, the latest first")
    func parts() async throws {
        let system = try await MachineInterfaceSite().delivering()
        for count in 1...3 { #expect(try await system.post("deliveries", Measures.right(count)).code == 201) }
        func numbers(_ query: String) async throws -> [String?] {
            let list = try #require(try await system.get("deliveries\(query)").json()["deliveries"] as? [[String: Any]])
            return list.map { ($0["number"] as? String).map { String($0.suffix(1)) } }
        }
        #expect(try await numbers("?limit=2") == ["3", "2"])
        #expect(try await numbers("?limit=2&offset=2") == ["1"])
        for query in ["?limit=0", "?limit=x", "?offset=-1", "?limit=1001"] {
            #expect(try await system.get("deliveries\(query)").problem() == "invalid-request")
        }
    }
}
