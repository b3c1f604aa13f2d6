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
        #expect(figure("Utbetalningshushåll") == ["2", "1", "+1 (+100,0\u{a0}%)"])
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
        }
        let list = try BuiltProgram.run("deliveries", "--data", files.path("register"))
        #expect(list.output.components(separatedBy: "2023-09-0580-").count == 3, "\(list.output)")
    }
}
