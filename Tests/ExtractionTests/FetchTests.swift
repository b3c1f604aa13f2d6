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

    /// Fetches all there is; gives the rows delivered, by table.
    private func run(_ began: String, failingAfter deliveries: Int = .max) async throws -> [[String]] {
        try await fetched(began, failingAfter: deliveries).payments
    }

    private func fetched(
        _ began: String, failingAfter deliveries: Int = .max
    ) async throws -> (payments: [[String]], enrolments: [[String]]) {
        let address = try #require(URL(string: "http://localhost:\(server.port)/apifc/v1/Extract"))
        let fetch = Fetch(address: address, key: "nyckel", limit: 2, wait: { _ in })
        let extraction = Extraction(try Doors.mapping("lifecare-api"), key: try #require(Doors.key))
        var rows: [[String]] = []
        var enrolments: [[String]] = []
        var left = deliveries
        try await fetch.run(
            extraction, state: folder.file("state.json"), links: links, began: began,
            today: #require(Day(iso: "2023-09-05")), pages: 2
        ) { (extracted) throws(ExtractionError) in
            left -= 1
            if left < 0 { throw .stateUnusable }
            rows += extracted.rows("utbetalningar")
            enrolments += extracted.rows("inskrivningar")
        }
        return (rows, enrolments)
    }

    private var links: URL { folder.file("kopplingar") }

    private var asked: [String] {
        get throws {
            try String(contentsOf: folder.file("asked"), encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    /// Pages, a server that is busy, breaks and dies in the middle of a page: every payment comes once.
    @Test func pagesAreFetchedInSpiteOfFaults() async throws {
        let rows = try await run("2023-09-05T06:00:00")
        #expect(rows.map { $0[3] } == ["100", "101", "102", "103", "104", "105", "106"])
        #expect(Set(rows.map { $0[0] }).count == 7)

        // The next fetch asks for what has changed since.
        #expect(try await run("2023-10-05T06:00:00").isEmpty)
        #expect(try asked.last { $0.contains("/Payments") }?.contains("modifiedAfter=2023-09-05T06:00:00") == true)
        let state = try String(contentsOf: folder.file("state.json"), encoding: .utf8)
        #expect(!state.contains("2385"))
        #expect(!state.contains("nyckel"))
    }

    /// A fetch that is broken off goes on where it was.
    @Test func aBrokenFetchGoesOn() async throws {
        await #expect(throws: ExtractionError.self) { try await run("2023-09-05T06:00:00", failingAfter: 2) }
        let before = try asked.count
        let rows = try await run("2023-09-05T07:00:00")
        #expect(rows.map { $0[3] } == ["104", "105", "106"])
        #expect(try asked[before...].first { $0.contains("/Payments") }?.contains("offset=4") == true)
    }

    /// Executions have a customer number only: who it is may stand in files taken in earlier, and the other way round.
    @Test func filesAndFetchingKnowTheSameCustomers() async throws {
        let execution = """
            [{"Id": 6, "CustomerNumber": 8, "Type": "AM Kurs", "FromDate": "2023-03-01", "ToDate": "2023-05-31",
              "Organization": "Coachning och matchning", "DossierType": "AM Arbetsmarknad"}]
            """
        try Data(execution.utf8).write(to: folder.file("executions"))
        try Doors.map("lifecare-api", [LifecareTests.services]).links.add(to: links)
        #expect(try await fetched("2023-09-05T06:00:00").enrolments.count == 1)

        try FileManager.default.removeItem(at: links)
        try FileManager.default.removeItem(at: folder.file("state.json"))
        #expect(try await fetched("2023-09-05T06:00:00").enrolments.isEmpty)
        let file = InputFile(name: "e", bytes: FileBytes(Array(LifecareTests.executions.utf8)))
        let known = try Doors.map("lifecare-api", [file], links: LinkTable(file: links))
        #expect(known.rows("inskrivningar").count == 1)
    }

    @Test func aWrongKeyIsSaidToBeSo() async throws {
        let address = try #require(URL(string: "http://localhost:\(server.port)/apifc/v1/Extract"))
        let fetch = Fetch(address: address, key: "fel", wait: { _ in })
        let extraction = Extraction(try Doors.mapping("lifecare-api"), key: try #require(Doors.key))
        do throws(ExtractionError) {
            try await fetch.run(
                extraction, state: folder.file("s"), links: links, began: "2023-09-05T06:00:00",
                today: Day(number: 0)
            ) { (_) throws(ExtractionError) in }
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

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                with open(asked, "a") as file:
                    file.write(self.path + "\\n")
                query = {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}
                if query.get("key") != "nyckel":
                    return self.reply(401, b"")
                name = urlsplit(self.path).path
                offset, limit = int(query["offset"]), int(query["limit"])
                rows = payments if name.endswith("/Payments") and "modifiedAfter" not in query else []
                more = os.path.join(sys.argv[1], "executions")
                if name.endswith("/Executions") and os.path.exists(more):
                    with open(more) as file:
                        return self.reply(200, file.read().encode())
                body = json.dumps({"ModifiedAfter": query.get("modifiedAfter"), "TotalNumberOfRecords": len(rows),
                                   "Result": rows[offset:offset + limit]}).encode()
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
