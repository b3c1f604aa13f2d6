import Foundation
import TestSupport
import Testing

@Suite("underlag extract and indicators")
struct ExtractCommandTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    /// Two households of Treserva, with the Tax Agency's test numbers: one paid in August 2021 and 2022, one in 2022 only.
    private func extract(_ amount: String = "8 420,50") throws -> (status: Int32, output: String, messages: String) {
        let cases = try files.write(
            "Ärenden.csv",
            [
                "Ärendenr;Personnr registerledare;Namn registerledare;Personnr medsökande;Ärendetyp;Enhet;Målgrupp;"
                    + "Startdatum;Slutdatum;Handläggare",
                "1;19551015-2167;Test Testsson;;Ekonomiskt bistånd;Försörjning;;2021-02-01;;Handläggare A",
                "2;19640823-3234;Prov Provsson;;Ekonomiskt bistånd;Integrationsenheten;Nyanländ;2022-03-01;;Handläggare B",
            ])
        let payments = try files.write(
            "Utbetalningar.csv",
            [
                "Utbetnr;Ärendenr;Personnr;Namn;Kontonr;Datum;Belopp;Avser månad",
                "1;1;19551015-2167;Test Testsson;8327-9;2021-08-20;5000;2021-08",
                "2;1;19551015-2167;Test Testsson;8327-9;2022-08-19;\(amount);2022-08",
                "3;2;19640823-3234;Prov Provsson;8327-9;2022-08-19;1000;2022-08",
            ])
        let outcome = try BuiltProgram.run(
            "extract", cases, payments, "--mapping", "treserva", "--municipality", "0580", "--extracted", "2022-09-05",
            "--data", files.path("register"), "--key", files.path("nyckel"))
        return (outcome.status, outcome.output, outcome.messages)
    }

    @Test("Files of a case system become the figures of the report, and nothing of a person is said or kept")
    func figures() throws {
        let taken = try extract()
        #expect(taken.status == 0, "\(taken.messages)")
        #expect(taken.output.contains("utbetalningar: 3 rader"))
        #expect(taken.output.contains("Lästes aldrig:"))
        let counted = try BuiltProgram.run(
            "indicators", "--municipality", "0580", "--month", "2022-08", "--data", files.path("register"))
        #expect(counted.status == 0, "\(counted.messages)")
        let lines = counted.output.split(separator: "\n").map {
            $0.split(separator: "  ", omittingEmptySubsequences: true)
        }
        func figure(_ title: String) -> [String] {
            lines.first { $0.first?.trimmingCharacters(in: .whitespaces) == title }?.dropFirst().map {
                $0.trimmingCharacters(in: .whitespaces)
            } ?? []
        }
        // 8 420,50 + 1 000: half a krona is rounded away from zero.
        #expect(figure("Utbetalt ekonomiskt bistånd") == ["9\u{a0}421", "5\u{a0}000", "+4\u{a0}421 (+88,4\u{a0}%)"])
        #expect(figure("Utbetalningshushåll") == ["2", "1", "+1"])
        // What was never extracted is missing and not none.
        #expect(figure("Orsaker till avslut").prefix(2) == ["..", ".."])
        #expect(figure("Nyinskrivna deltagare i arbetsmarknadsmodulen").prefix(2) == ["..", ".."])
        // Nothing of what was sent about persons is in any file of the register.
        let folder = URL(filePath: files.path("register"))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let data = try Data(contentsOf: folder.appending(path: name))
            for secret in ["19551015", "551015", "Testsson", "Provsson", "8327-9", "Handläggare A"] {
                #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
            }
        }
    }

    @Test("The same extract twice is one delivery; a file of another kind is refused and nothing is kept")
    func again() throws {
        #expect(try extract().status == 0)
        #expect(try extract().status == 0)
        let list = try BuiltProgram.run("deliveries", "--data", files.path("register"))
        #expect(list.output.components(separatedBy: "0580").count == 2)
        // It came now, and was made the day that was given.
        let receipt = try BuiltProgram.run("receipt", "2022-09-0580-1", "--data", files.path("register"))
        #expect(receipt.output.contains("Utdraget gjordes 5 september 2022"), "\(receipt.output)")
        #expect(!receipt.output.contains("5 september 2022 kl"), "\(receipt.output)")
        let other = try files.write("annat.csv", ["a;b", "1;2"])
        let outcome = try BuiltProgram.run(
            "extract", other, "--mapping", "treserva", "--municipality", "0580", "--extracted", "2022-10-05", "--data",
            files.path("register"), "--key", files.path("nyckel"))
        #expect(outcome.status == 2 && outcome.messages.contains("annat.csv: Kolumnerna känns inte igen."))
        let missing = try BuiltProgram.run(
            "indicators", "--municipality", "0180", "--month", "2022-08", "--data", files.path("register"))
        #expect(missing.status == 66)
        let bySchool = try BuiltProgram.run(
            "indicators", "--municipality", "0580", "--month", "2022-08", "--report", "namndrapport-vuxenutbildning",
            "--data", files.path("register"))
        #expect(bySchool.status == 64 && bySchool.messages.contains("räknas per skola"), "\(bySchool.messages)")
    }

    @Test("Ready-made values are filled in by hand: a template, findings, a delivery that adds to those before")
    func readyMade() throws {
        let sheet = try BuiltProgram.run(
            "template", "nyckeltal-manad", "-o", files.path("varden.xlsx"))
        #expect(sheet.status == 0, "\(sheet.messages)")
        let header = "Nyckeltal;Månad;Kod;Värde;Av"
        func submit(_ name: String, _ rows: [String]) throws -> Program.Outcome {
            try BuiltProgram.run(
                "submit", files.write(name, [header] + rows), "--collection", "nyckeltal-manad", "--municipality",
                "0580",
                "--month", "2023-09", "--data", files.path("register"))
        }
        let faulty = try submit("fel.csv", ["Utbetalt bidrag;2023-08-01;;5;"])
        #expect(faulty.status == 2 && (faulty.output + faulty.messages).contains("R30"), "\(faulty)")
        for (name, value) in [("ett.csv", "23887841"), ("två.csv", "23900000")] {
            let kept = try submit(name, ["Utbetalt ekonomiskt bistånd;2023-08-01;;\(value);"])
            #expect(kept.status == 0, "\(kept.messages)")
            #expect(kept.output.contains("varden: 1 värde, godkänd"), "\(kept.output)")
        }
        let coming = try BuiltProgram.run(
            "submit", files.path("ett.csv"), "--collection", "nyckeltal-manad", "--municipality", "0580", "--month",
            "2098-01", "--data", files.path("register"))
        #expect(coming.status == 64 && coming.messages.contains("Januari 2098 har inte varit än"), "\(coming)")
        let list = try BuiltProgram.run("deliveries", "--data", files.path("register"))
        #expect(list.output.components(separatedBy: "2023-09-0580-").count == 3, "\(list.output)")
    }

    /// Two extracts of Treserva: the second has a payment of a case that only the first told of.
    @Test("An increment finds the case of an earlier extract; what it is found by is its owner's only")
    func links() throws {
        #expect(try extract().status == 0)
        let payments = try files.write(
            "Ny.csv",
            ["Utbetnr;Ärendenr;Datum;Belopp;Avser månad", "4;2;2022-09-19;1500;2022-09", "5;9;2022-09-19;1;2022-09"])
        let outcome = try take(payments, "0580", "2022-10-05")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("utbetalningar: 1 rader"))
        #expect(
            outcome.output.contains("1 poster togs inte med i utbetalningar: ärendenr hör till ett ärende som inte"))
        let kept = files.path("nyckel-kopplingar-0580")
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(try !String(contentsOfFile: kept, encoding: .utf8).contains("19640823"))
        // Another municipality's case 2 is another case.
        let other = try take(payments, "0180", "2022-10-05")
        #expect(other.output.contains("2 poster togs inte med i utbetalningar"), "\(other.output)")
    }

    @Test("A day typed wrong is refused, or said to be another than before, and can be corrected")
    func anotherDay() throws {
        let payments = try files.write(
            "Ny.csv",
            ["Utbetnr;Ärendenr;Personnr;Datum;Belopp;Avser månad", "4;2;19640823-3234;2022-08-19;1500;2022-08"])
        let coming = try take(payments, "0580", "2098-01-05")
        #expect(coming.status == 64 && coming.messages.contains("2098-01-05 har inte varit än"), "\(coming)")
        #expect(!FileManager.default.fileExists(atPath: files.path("register")))
        #expect(try take(payments, "0580", "2022-10-05").status == 0)
        let other = try take(payments, "0580", "2022-09-05")
        #expect(other.status == 64, "\(other)")
        #expect(other.messages.contains("redan som leverans 2022-10-0580-1, gjort 5 oktober 2022"), "\(other)")
        let withdraw = ["withdraw", "2022-10-0580-1", "--reason", "Fel dag"]
        #expect(other.messages.contains("underlag withdraw 2022-10-0580-1"))
        #expect(try BuiltProgram.run(withdraw + ["--data", files.path("register")]).status == 0)
        #expect(try take(payments, "0580", "2022-09-05").status == 0)
        let receipt = try BuiltProgram.run("receipt", "2022-09-0580-1", "--data", files.path("register"))
        #expect(receipt.output.contains("Utdraget gjordes 5 september 2022"), "\(receipt.output)")
        #expect(receipt.output.contains("utbetalningar: 1 post,"), "\(receipt.output)")
    }

    private func take(_ file: String, _ municipality: String, _ day: String) throws -> Program.Outcome {
        try BuiltProgram.run(
            "extract", file, "--mapping", "treserva", "--municipality", municipality, "--extracted", day, "--data",
            files.path("register"), "--key", files.path("nyckel"))
    }

    @Test(
        "What has changed is fetched from the system itself, with a key that is in no argument and no file of ours",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func fetched() throws {
        let server = try PythonServer(Self.lifecare, [])
        let key = try files.write("gränssnittsnyckel", Data("hemlig nyckel\n".utf8))
        func fetch(_ more: String...) throws -> Program.Outcome {
            try BuiltProgram.run(
                [
                    "extract", "--mapping", "lifecare-api", "--municipality", "0580", "--data", files.path("register"),
                    "--key", files.path("nyckel"),
                ] + more)
        }
        let address = "http://localhost:\(server.port)/apifc/v1/Extract"
        let first = try fetch("--address", address, "--interface-key", key)
        #expect(first.status == 0, "\(first.messages)")
        #expect(first.output.contains("Sparat som leverans"))
        let again = try fetch("--address", address, "--interface-key", key)
        #expect(again.status == 0 && again.output == "Det finns inget nytt.\n", "\(again)")
        let state = try String(contentsOfFile: files.path("nyckel-hamtning-0580-lifecare-api"), encoding: .utf8)
        #expect(!state.contains("hemlig") && state.contains("modifiedAfter"))
        // What it said of customers is where files look for it.
        #expect(FileManager.default.fileExists(atPath: files.path("nyckel-kopplingar-0580")))
        let wrong = try files.write("fel", Data("fel".utf8))
        #expect(try fetch("--address", address, "--interface-key", wrong).status == 77)
        #expect(try fetch("--address", "http://lifecare.example.se", "--interface-key", key).status == 64)
        #expect(try fetch("--address", address).status == 64)
        #expect(try fetch().status == 64)
    }

    @Test("The test collection's files come out of the extracts, and can be delivered as they are")
    func testCollection() throws {
        let cases = try files.write(
            "Ärenden.csv",
            [
                "Ärendenr;Personnr registerledare;Namn registerledare;Personnr medsökande;Ärendetyp;Enhet;Målgrupp;"
                    + "Startdatum;Slutdatum;Handläggare",
                "1;19551015-2167;T;;Ekonomiskt bistånd;Försörjning;;2013-01-01;;A",
                "2;19640823-3234;P;;Ekonomiskt bistånd;Försörjning;;2013-01-01;2013-03-20;A",
            ])
        let payments = try files.write(
            "Utbetalningar.csv",
            [
                "Utbetnr;Ärendenr;Datum;Belopp;Avser månad", "1;1;2013-02-25;5000;2013-03",
                "2;2;2013-02-25;5000;2013-03",
                "3;2;2013-03-25;-100;2013-04",
            ])
        let closures = try files.write(
            "Avslut.csv", ["Ärendenr;Personnr;Namn;Datum;Orsak", "2;19640823-3234;P;2013-03-20;Arbete"])
        func take(_ mapping: String, _ paths: [String], on day: String = "2013-04-05") throws {
            let outcome = try BuiltProgram.run(
                ["extract"] + paths
                    + [
                        "--mapping", mapping, "--municipality", "0580", "--extracted", day, "--data",
                        files.path("register"), "--key", files.path("nyckel"),
                    ])
            #expect(outcome.status == 0, "\(outcome.messages)")
        }
        try take("treserva", [cases, payments, closures])
        let measures = try files.write(
            "Inskrivningar.csv",
            [
                "Id;Personnr;Namn;Verksamhet;Insats;Startdatum;Slutdatum;Avslutsorsak",
                "1;19551015-2167;T;Coachning och matchning;Jobbsökaraktivitet;2013-03-01;;",
                "2;19900101-2385;U;Coachning och matchning;Jobbsökaraktivitet;2013-03-01;;",
                "3;19551015-2167;T;Coachning och matchning;Jobbsökaraktivitet;2012-03-01;2012-04-01;",
                "4;19640823-3234;P;Coachning och matchning;;2013-03-01;;",
            ])
        try take("accorda", [measures])
        func make(_ month: String, _ more: String...) throws -> Program.Outcome {
            try BuiltProgram.run(
                [
                    "extract", "test-collection", "--municipality", "0580", "--month", month, "--data",
                    files.path("register"), "--key", files.path("nyckel"), "-o", files.path("ut"),
                ] + more)
        }
        let made = try make("2013-03", "--enrolments", measures)
        #expect(made.status == 0, "\(made.messages)")
        #expect(made.output.contains("insatser.csv: 2 hushåll med bistånd mars 2013."), "\(made.output)")
        #expect(made.output.contains("3 insatser rör månaden; 2 hör till en vuxen i ett av hushållen."))
        #expect(made.output.contains("1 togs inte med: personen har inte bistånd någon månad."))
        #expect(made.output.contains("avslutsorsaker.csv: 1 avslutade hushåll."))
        let left = try String(contentsOfFile: files.path("ut/stammer-inte.csv"), encoding: .utf8)
        #expect(
            left.split(separator: "\r\n").dropFirst() == [
                "Inskrivningar.csv;3;Personen har inte bistånd någon månad.",
                "Inskrivningar.csv;5;Mappningen ger insatsen ingen kod.",
            ])
        let delivered = try BuiltProgram.run(
            "submit", files.path("ut/insatser.csv"), files.path("ut/avslutsorsaker.csv"), "--data",
            files.path("register"))
        #expect(delivered.status == 0 && !delivered.output.contains("noll"), "\(delivered)")
        let numbers = try lines("insatser.csv")
        let early = try make("2013-04")
        #expect(early.status == 66, "\(early.messages)")

        // The months after: the household with a measure keeps its number, and nobody's case was closed.
        let more = try files.write(
            "Utbetalningar2.csv",
            [
                "Utbetnr;Ärendenr;Datum;Belopp;Avser månad", "4;1;2013-03-25;5000;2013-04",
                "5;1;2013-04-25;5000;2013-05",
            ])
        try take("treserva", [more], on: "2013-06-05")
        let april = try make("2013-04")
        #expect(april.output.contains("Inget hushåll avslutades"), "\(april)")
        #expect(april.output.contains("Ange enhetens filer med --enrolments"), "\(april)")
        #expect(!april.output.contains("Testinsamlingen tar bara emot"))
        for gone in ["avslutsorsaker.csv", "stammer-inte.csv"] {
            #expect(!FileManager.default.fileExists(atPath: files.path("ut/" + gone)))
        }
        let (withMeasure, number) = (numbers.first { $0[5] == "X" }, try lines("insatser.csv").map { $0[2] })
        #expect(number.count == 1 && withMeasure?[2] == number[0])
        let may = try make("2013-05")
        #expect(may.output.contains("Testinsamlingen tar bara emot filer för mars 2013 och april 2013."), "\(may)")
    }

    private func lines(_ name: String) throws -> [[Substring]] {
        try String(contentsOfFile: files.path("ut/" + name), encoding: .utf8).split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
    }

    private static let lifecare = """
        import json
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import urlsplit, parse_qs
        payments = [{"Id": 1, "CustomerNumber": 7, "Amount": 100, "PayDate": "2023-08-25", "StartTime": "2023-09-01",
                     "PaymentPersonDTOs": [{"PersonId": "199001012385", "CustomerNumber": 7}]}]

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                query = {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}
                allowed = query.get("key") == "hemlig nyckel"
                rows = payments if "/Payments" in self.path and "modifiedAfter" not in query else []
                body = json.dumps({"TotalNumberOfRecords": len(rows), "Result": rows}).encode() if allowed else b""
                self.send_response(200 if allowed else 401)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
