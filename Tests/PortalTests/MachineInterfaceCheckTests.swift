import Accounts
import Checking
import Definitions
import Foundation
import Frame
import HTTPTypes
import MachineInterface
import Publication
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("Checking by /api/v1", .fewAtATime)
struct MachineInterfaceCheckTests {
    /// What `underlag check --format json` says of the file, as a list.
    private func verdicts(_ site: MachineInterfaceSite, _ bytes: [UInt8], name: String) async throws -> NSArray {
        var request = CheckRequest(collections: site.house.collections)
        request.municipality = site.uppsala
        let checked = await Check.files([InputFile(name: name, bytes: FileBytes(bytes))], as: request)
        var text = ""
        VerdictJSON { text += $0 }.writeList(checked.flatMap(\.verdicts))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSArray)
    }

    @Test("The verdict is that of the command line, finding by finding")
    func verdict() async throws {
        let site = try await MachineInterfaceSite()
        let system = site.system(try await site.key([.check]).secret)
        let answer = try await system.post("checks", Measures.faulty)
        #expect(answer.code == 200 && answer["Content-Type"] == "application/json")
        let json = try answer.json()
        #expect(json["status"] as? String == "checked" && json["verdict"] as? String == "not-approved")
        #expect(json["errors"] as? Int == 2 && json["rows"] as? Int == 3)
        #expect(json["verdicts"] as? NSArray == (try await verdicts(site, Measures.faulty, name: "fil.csv")))
        #expect((json["text"] as? String)?.contains("Filen är inte godkänd – 2 fel att rätta.") == true)
        let english = try await system.post(
            "checks", Measures.faulty, as: "text/csv", ["Accept-Language": "en-GB,sv;q=0.5"])
        #expect((try english.json()["text"] as? String)?.contains("The file is not approved") == true)
        #expect(english["Content-Language"] == "en")
    }

    @Test("Nothing of the file is kept, and nothing is delivered; the log has the key's name")
    func nothingKept() async throws {
        let site = try await MachineInterfaceSite()
        let system = site.system(try await site.key([.check], name: "Viva").secret)
        let answer = try await system.post("checks", Measures.right())
        #expect(try answer.json()["verdict"] as? String == "approved")
        let kept = try await site.database.read { transaction in
            try ["content", "delivery", "draft_file WHERE content IS NOT NULL OR name <> ''"].map { table in
                try transaction.first("SELECT COUNT(*) FROM \(raw: table)") { $0.integer(0) } ?? -1
            }
        }
        #expect(kept == [0, 0, 0])
        #expect(try await site.log().contains("API-nyckel Viva check testinsamling-2013"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.folder.url.appending(path: "uploads").path).isEmpty
        )
    }

    @Test("A check that takes long is asked for, and its file goes when it is done")
    func slow() async throws {
        let site = try await MachineInterfaceSite(patience: .zero)
        let system = site.system(try await site.key([.check]).secret)
        let answer = try await site.whileBusy { try await system.post("checks", Measures.faulty) }
        #expect(answer["Retry-After"] != nil)
        #expect(try answer.json()["status"] as? String == "checking")
        let place = try #require(answer["Location"]).replacing("/api/v1/", with: "")
        var state = try await system.get(place)
        for _ in 0..<1_000 where try state.json()["status"] as? String == "checking" {
            try await Task.sleep(for: .milliseconds(10))
            state = try await system.get(place)
        }
        #expect(state.code == 200)
        #expect(try state.json()["verdict"] as? String == "not-approved")
        let kept = try await site.database.read { transaction in
            try transaction.all(
                "SELECT f.content FROM draft_file f JOIN draft d ON d.id = f.draft WHERE d.municipality = 380"
            ) { $0.optionalInteger(0) }
        }
        #expect(kept.allSatisfy { $0 == nil })
    }

    @Test("An identity number is found and never repeated, wherever it is sent")
    func identityNumber() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let number = Measures.identityNumber
        let bytes = Measures.csv(["reg_1=X", "reg_8=X|ovrig_text=Anna \(number)"])
        for path in ["checks", "deliveries"] {
            let answer = try await system.post(
                path, files: [SentFile("file", name: "\(number).csv", bytes: bytes)])
            #expect(answer.text.contains("R08"))
            #expect(!answer.text.contains(number) && !answer.text.contains("19551015-2167"))
        }
        let odd = try await system.post("checks?month=\(number)", bytes)
        #expect(try odd.problem() == "invalid-request" && !odd.text.contains(number))
        let named = try await system.post(
            "deliveries", files: [SentFile("file", name: "a.csv", bytes: Measures.asking)],
            confirmations: #"[{"rule":"V03","reason":"gäller \#(number)"}]"#)
        #expect(try named.problem() == "invalid-request" && !named.text.contains(number))
        #expect(try await system.get("deliveries").json()["total"] as? Int == 0)
        for file in try FileManager.default.contentsOfDirectory(atPath: site.folder.url.path)
        where file.contains("sqlite") || file.contains(".db") {
            let written = try Data(contentsOf: site.folder.url.appending(path: file))
            #expect(written.range(of: Data(number.utf8)) == nil)
        }
    }

    @Test(
        "What cannot be read is said in the form of RFC 9457",
        arguments: [
            ("checks", nil, "unsupported-content", 415), ("checks", "image/png", "unsupported-content", 415),
            ("checks?monht=2013-04", "text/csv", "invalid-request", 400),
            ("checks?month=2013-4", "text/csv", "invalid-request", 400),
            ("checks?month=2013-04&month=2013-03", "text/csv", "invalid-request", 400),
            ("checks?month=1999-01", "text/csv", "invalid-request", 400),
            ("checks?collection=other", "text/csv", "invalid-request", 400),
            ("checks?month=%FF", "text/csv", "invalid-request", 400),
            ("checks", "multipart/form-data", "invalid-request", 400),
            ("checks", "multipart/form-data; boundary=x", "invalid-request", 400),
            ("deliveries?confirm=v3", "text/csv", "invalid-request", 400),
            ("nothing-to-report", "text/csv", "unsupported-content", 415),
            ("nothing-to-report", "application/json", "invalid-request", 400),
        ] as [(String, String?, String, Int)])
    func refused(_ path: String, _ type: String?, _ kind: String, _ status: Int) async throws {
        let site = try await MachineInterfaceSite()
        let answer = try await site.delivering().post(path, Measures.right(), as: type)
        #expect(try answer.problem() == kind && answer.code == status)
        let json = try answer.json()
        #expect(json["status"] as? Int == status)
        #expect((json["title"] as? String)?.isEmpty == false && (json["detail"] as? String)?.isEmpty == false)
        #expect((json["instance"] as? String)?.isEmpty == false)
    }

    @Test("A file that is too large is refused, and nothing of it stays on disk")
    func tooLarge() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let bytes = [UInt8](repeating: 65, count: (20 << 20) + 1)
        #expect(try await system.post("checks", bytes).problem() == "too-large")
        let files = (0..<11).map { SentFile("file", name: "\($0).csv", bytes: Measures.right()) }
        #expect(try await system.post("checks", files: files).problem() == "invalid-request")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.folder.url.appending(path: "uploads").path).isEmpty
        )
    }

    @Test("Several files are judged as one delivery")
    func several() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        let twice = try await system.post(
            "checks", files: ["a.csv", "b.csv"].map { SentFile("file", name: $0, bytes: Measures.right()) })
        let verdicts = try #require(try twice.json()["verdicts"] as? [[String: Any]])
        #expect(verdicts.map { $0["file"] as? String } == ["a.csv", "b.csv"])
        #expect(twice.text.contains("F15"))
    }

    @Test("Of very many findings the first thousand are listed and the rest counted")
    func manyFindings() async throws {
        let site = try await MachineInterfaceSite()
        let bytes = Measures.csv(Array(repeating: "reg_1=ja", count: 1_500))
        let json = try await site.delivering().post("checks", bytes).json()
        let verdict = try #require((json["verdicts"] as? [[String: Any]])?.first)
        #expect((verdict["findings"] as? [Any])?.count == 1_000)
        let omitted = try #require(verdict["findingsOmitted"] as? Int)
        #expect(json["errors"] as? Int == 1_000 + omitted)
    }
}
