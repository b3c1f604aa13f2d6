import Checking
import Extraction
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite(.enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
struct FetchTests {
    private let folder: TemporaryFolder
    private let server: PythonServer

    init() throws {
        folder = try TemporaryFolder()
        server = try PythonServer(Self.script, [folder.url.path])
    }

    /// What a fetch delivered.
    private struct Delivery {
        let extracted: Extracted
        let began: Date
        var payments: [[String]] { extracted.rows("utbetalningar") }
    }

    private func run(_ time: String, isTaken: Bool = true, limit: Int = 2, state: String = "state") async throws
        -> [Delivery]
    {
        let address = try #require(URL(string: "http://localhost:\(server.port)/apifc/v1/Extract"))
        let fetch = Fetch(address: address, key: "nyckel", limit: limit, wait: { _ in })
        let extraction = Extraction(try Doors.mapping("lifecare-api"), key: try #require(Doors.key))
        var deliveries: [Delivery] = []
        try await fetch.run(extraction, state: folder.file(state), links: links, at: try Date(time, strategy: .iso8601))
        {
            (extracted, began) throws(ExtractionError) in
            if !isTaken { throw .stateUnusable }
            deliveries.append(Delivery(extracted: extracted, began: began))
        }
        return deliveries
    }

    /// What the server holds besides, by the last part of the path; `nil` takes it away.
    private func serve(_ json: String?, as name: String) throws {
        try json.map { try Data($0.utf8).write(to: folder.file(name)) }
            ?? FileManager.default.removeItem(at: folder.file(name))
    }

    private var links: URL { folder.file("kopplingar") }

    private var asked: [String] {
        get throws {
            try String(contentsOf: folder.file("asked"), encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    /// Pages, a server that is busy, breaks and dies in the middle of a page: every payment comes once, in one extract.
    @Test func pagesAreFetchedInSpiteOfFaults() async throws {
        try serve(LifecareTests.services, as: "Services")
        let deliveries = try await run("2023-09-05T04:00:00Z")
        #expect(deliveries.count == 1)
        let payments = try #require(deliveries.first).payments
        #expect(payments.map { $0[3] } == ["100", "101", "102", "103", "104", "105", "106"])
        #expect(Set(payments.map { $0[0] }).count == 7)
        #expect(deliveries[0].extracted.rows("arenden").count == 2)
        // The pages of an object are told as one, with the place of a record among all of them.
        let report = deliveries[0].extracted.report
        #expect(report.files.map { "\($0.name) \($0.records)" } == ["Services 3", "Payments 7"])
        #expect(report.files[1].months.none == 7)
        #expect(report.files[0].passedOver == [.init(table: "arenden", column: "servicetype", count: 1)])
        #expect(report.files[0].keptOut.map(\.rows) == [[2]])
        #expect(try deliveries[0].began == Date("2023-09-05T04:00:00Z", strategy: .iso8601))

        // The next fetch asks for what has changed since, on the system's clock.
        try serve(nil, as: "Services")
        #expect(try await run("2023-10-05T04:00:00Z").isEmpty)
        #expect(try asked.last { $0.contains("/Payments") }?.contains("modifiedAfter=2023-09-05T06:00:00") == true)
        let state = try String(contentsOf: folder.file("state"), encoding: .utf8)
        #expect(!state.contains("2385"))
        #expect(!state.contains("nyckel"))
        #expect(try kept.isEmpty)
    }

    /// The same objects as files make the same rows, word for word.
    @Test func fetchingIsAsTheFilesAre() async throws {
        let objects = [
            ("Services", LifecareTests.services), ("Decisions", LifecareTests.decisions),
            ("Executions", LifecareTests.executions),
        ]
        for (name, json) in objects { try serve(json, as: name) }
        let fetched = try #require(try await run("2023-09-05T04:00:00Z").first).extracted
        let payments = try String(contentsOf: folder.file("payments.json"), encoding: .utf8)
        let read = try Doors.map("lifecare-api", [payments] + objects.map(\.1))
        #expect(read.report.rows == fetched.report.rows)
        for table in ["arenden", "medlemmar", "avslut", "inskrivningar", "utbetalningar"] {
            #expect(Set(fetched.rows(table)) == Set(read.rows(table)) && !read.rows(table).isEmpty, "\(table)")
        }
    }

    /// A server that gives fewer a page than it is asked for is asked until it has given all that it says there are.
    @Test("A server that caps its pages", arguments: [true, false]) func capped(_ saysTotal: Bool) async throws {
        try serve("3", as: "cap")
        if !saysTotal { try serve("", as: "nototal") }
        let deliveries = try await run("2023-09-05T04:00:00Z", limit: 500)
        #expect(deliveries.map(\.payments.count) == [7])
        #expect(
            try asked.filter { $0.contains("/Payments") }.map { $0.split(separator: "?")[1].split(separator: "&")[0] }
                == ["offset=0", "offset=3", "offset=6"] + (saysTotal ? [] : ["offset=7"]))
    }

    /// What the server says that there is and does not give is missed: nothing is delivered, and the next fetch asks on.
    @Test func recordsThatDoNotComeAreMissed() async throws {
        try serve("9", as: "total")
        await #expect {
            try await run("2023-09-05T04:00:00Z", limit: 500)
        } throws: {
            guard case ExtractionError.recordsMissing("ExtractPaymentDTO", 7, 9) = $0 else { return false }
            return true
        }
        try serve(nil, as: "total")
        #expect(try await run("2023-09-06T04:00:00Z", limit: 500).map(\.payments.count) == [7])
        #expect(try !asked.contains { $0.contains("modifiedAfter") })
    }

    /// A server that gives its first page whatever is asked for would be asked for ever.
    @Test func theSamePageAgainIsNoPage() async throws {
        try serve("", as: "nooffset")
        await #expect {
            try await run("2023-09-05T04:00:00Z")
        } throws: {
            guard case ExtractionError.recordsMissing("ExtractPaymentDTO", 2, 7) = $0 else { return false }
            return true
        }
    }

    /// A fetch that is broken off, or is not taken, goes on where it was, and began when it began. What has come is on
    /// disk, and nobody can read it.
    @Test func aBrokenFetchGoesOn() async throws {
        await #expect(throws: ExtractionError.self) { try await run("2023-09-05T04:00:00Z", isTaken: false) }
        let before = try asked.count
        let pages = try kept
        #expect(pages.count == 4)
        for page in pages { #expect(try Data(contentsOf: page).range(of: Data("PersonId".utf8)) == nil) }
        // The last page is asked for again, as if the fetch had died before it came.
        try FileManager.default.removeItem(at: try #require(pages.last { $0.lastPathComponent == "Payments-3" }))
        let deliveries = try await run("2023-09-06T04:00:00Z")
        #expect(deliveries.map(\.payments.count) == [7])
        #expect(try deliveries.map(\.began) == [Date("2023-09-05T04:00:00Z", strategy: .iso8601)])
        #expect(try asked[before...].first { $0.contains("/Payments") }?.contains("offset=6") == true)
    }

    private var kept: [URL] {
        get throws {
            try FileManager.default.contentsOfDirectory(
                at: folder.file("state.sidor"), includingPropertiesForKeys: nil
            ).sorted { $0.path < $1.path }
        }
    }

    /// A record that moves to a later page while it is fetched comes as it then was.
    @Test func theLastOfARecordIsKept() async throws {
        let changed = LifecareTests.payments.replacing("8420.5", with: "8000")
        let read = try Doors.map("lifecare-api", [LifecareTests.payments, changed])
        #expect(read.rows("utbetalningar").map { $0[3] } == ["8000"])
        #expect(read.origin(of: 2, in: "utbetalningar.csv")?.file == 1)
    }

    /// A table that has had rows and has none since is told to have none.
    @Test func aTableWithoutNewsIsTold() async throws {
        try serve(LifecareTests.services, as: "Services")
        #expect(try await run("2023-09-05T04:00:00Z").count == 1)
        try serve(
            LifecareTests.services.replacing("BoU", with: "EK").replacing("\"Id\": 3", with: "\"Id\": 4"),
            as: "Services")
        let next = try #require(try await run("2023-10-05T04:00:00Z").first).extracted
        #expect(next.files.map(\.name) == ["arenden.csv", "medlemmar.csv", "utbetalningar.csv"])
        #expect(next.rows("utbetalningar").isEmpty)
    }

    /// Executions have a customer number only: who it is may stand in files taken in earlier, and the other way round.
    @Test func filesAndFetchingKnowTheSameCustomers() async throws {
        let execution = """
            {"TotalNumberOfRecords": 1, "Result": [{"Id": 6, "CustomerNumber": 8, "Type": "AM Kurs",
              "FromDate": "2023-03-01", "ToDate": "2023-05-31", "Organization": "Coachning och matchning",
              "DossierType": "AM Arbetsmarknad"}]}
            """
        try serve(execution, as: "Executions")
        try Doors.map("lifecare-api", [LifecareTests.services]).links.add(to: links)
        let known = try await run("2023-09-05T04:00:00Z")
        #expect(known.first?.extracted.rows("inskrivningar").count == 1)

        try FileManager.default.removeItem(at: links)
        let unknown = try await run("2023-09-05T04:00:00Z", state: "another")
        #expect(unknown.first?.extracted.rows("inskrivningar").isEmpty == true)
        let file = InputFile(name: "e", bytes: FileBytes(Array(LifecareTests.executions.utf8)))
        let read = try Doors.map("lifecare-api", [file], links: LinkTable(file: links))
        #expect(read.rows("inskrivningar").count == 1)
    }

    @Test func aWrongKeyIsSaidToBeSo() async throws {
        let address = try #require(URL(string: "http://localhost:\(server.port)/apifc/v1/Extract"))
        let fetch = Fetch(address: address, key: "fel", wait: { _ in })
        let extraction = Extraction(try Doors.mapping("lifecare-api"), key: try #require(Doors.key))
        do throws(ExtractionError) {
            try await fetch.run(
                extraction, state: folder.file("s"), links: links, at: Date(timeIntervalSince1970: 1_693_900_000)
            ) { (_, _) throws(ExtractionError) in }
            Issue.record("fetched")
        } catch {
            guard case .refused(status: 401) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    private static let script = """
        import json, os, sys
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import urlsplit, parse_qs
        asked = os.path.join(sys.argv[1], "asked")
        seen = {}
        payments = [{"Id": i, "CustomerNumber": 7, "Amount": 100 + i, "PayDate": "2023-08-25", "StartTime": "2023-09-01",
                     "PaymentPersonDTOs": [{"PersonId": "199001012385", "CustomerNumber": 7}]} for i in range(7)]
        with open(os.path.join(sys.argv[1], "payments.json"), "w") as file:
            json.dump(payments, file)

        def said(name):
            try:
                with open(os.path.join(sys.argv[1], name)) as file:
                    return file.read()
            except FileNotFoundError:
                return None

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                with open(asked, "a") as file:
                    file.write(self.path + "\\n")
                query = {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}
                if query.get("key") != "nyckel":
                    return self.reply(401, b"")
                name = urlsplit(self.path).path.split("/")[-1]
                offset, limit = int(query["offset"]), int(query["limit"])
                limit = int(said("cap") or limit)
                offset = offset if said("nooffset") is None else 0
                rows = payments if name == "Payments" and "modifiedAfter" not in query else []
                if said(name):
                    rows = json.loads(said(name))
                    rows = rows if isinstance(rows, list) else rows["Result"]
                answer = {"ModifiedAfter": query.get("modifiedAfter"), "TotalNumberOfRecords": len(rows),
                          "Result": rows[offset:offset + limit]}
                if said("nototal") is not None:
                    del answer["TotalNumberOfRecords"]
                elif rows and said("total"):
                    answer["TotalNumberOfRecords"] = int(said("total"))
                body = json.dumps(answer).encode()
                rows = rows if limit == 2 and name == "Payments" else []
                times = seen[self.path] = seen.get(self.path, 0) + 1
                if rows and offset == 2 and times < 3:
                    return self.reply(429 if times == 1 else 503, b"", ("Retry-After", "1"))
                if rows and offset == 4 and times == 1:
                    # Dies in the middle of a page.
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body[:40])
                    self.wfile.flush()
                    self.close_connection = True
                    return
                self.reply(200, body)

            def reply(self, status, body, *headers):
                self.send_response(status)
                for header in (("Content-Length", str(len(body))), *headers):
                    self.send_header(*header)
                self.end_headers()
                self.wfile.write(body)

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
