import Checking
import Foundation
import Publication
import TestSupport
import Testing

@Suite("underlag check")
struct CheckCommandTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    private func json(_ arguments: String...) throws -> Any {
        let outcome = try BuiltProgram.run(["check"] + arguments + ["--format", "json"])
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    private func object(_ arguments: String...) throws -> [String: Any] {
        let outcome = try BuiltProgram.run(["check"] + arguments + ["--format", "json"])
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test("JSON is one object for one verdict, with the keys that are documented and no others")
    func keys() throws {
        let documented = try DocumentedVerdict()
        let verdict = try object(try files.faulty())
        // No sheet in a text file.
        #expect(Set(verdict.keys) == documented.verdict.subtracting(["sheet"]))
        #expect(verdict["file"] as? String == "fel.csv")
        #expect(verdict["collection"] as? String == "testinsamling-2013")
        #expect(verdict["table"] as? String == "avslutsorsaker")
        #expect(verdict["municipality"] as? String == "0380")
        #expect(verdict["month"] as? String == "2013-03")
        #expect(verdict["rows"] as? Int == 2)
        #expect(verdict["verdict"] as? String == "not-approved")
        let finding = try #require(try list(verdict["findings"]).first)
        #expect(Set(finding.keys) == documented.finding.subtracting(["corrected"]))
        #expect(finding["rule"] as? String == "R01")
        #expect(finding["severity"] as? String == "error")
        #expect(finding["row"] as? Int == 2)
        #expect(finding["column"] as? String == "avslut_reg")
        #expect(finding["cell"] as? String == "D2")
        #expect(finding["value"] as? String == "13")
        #expect(finding["message"] as? String == "Rad 2, kolumn D: avslutsorsaken är 13.")
        #expect(finding["remedy"] as? String == "Ange en kod 1–12.")
        #expect(finding["own"] as? [String: String] == ["Ärende": "Ä1"])
        let repair = try #require(try list(verdict["repairs"]).first)
        #expect(Set(repair.keys) == documented.finding)
        #expect(repair["rule"] as? String == "A02")
        #expect(repair["severity"] as? String == "info")
        #expect(repair["corrected"] as? String == "0002")
    }

    @Test("What there is nothing to say of is left out: an identity number, a place in the file")
    func absent() throws {
        let secret = try object(try files.reasons("a.csv", ["19121212-1212;1;;1;19121212-1212"]))
        let findings = try list(secret["findings"])
        #expect(findings.map { $0["rule"] as? String } == ["R08", "R08"])
        #expect(findings.allSatisfy { $0["value"] == nil && $0["own"] == nil && $0["row"] as? Int == 2 })
        let empty = try object(try files.write("tom.csv", Data()))
        #expect(empty["rows"] as? Int == 0 && empty["month"] == nil && empty["municipality"] == nil)
        let finding = try #require(try list(empty["findings"]).first)
        #expect(Set(finding.keys) == ["rule", "severity", "message", "remedy"])
        #expect(try list(empty["repairs"]).isEmpty)
    }

    @Test("Several files are a list, in the order given; so are several municipalities in one file")
    func several() throws {
        let april = try files.reasons("godkänd.csv", month: "2013-04", ["0001;4;;4;Ä1"])
        let paths = [try files.faulty(), april, try files.measures("insatser.csv", 1...3)]
        let verdicts = try list(try json(paths[0], paths[1], paths[2]))
        #expect(verdicts.map { $0["file"] as? String } == ["fel.csv", "godkänd.csv", "insatser.csv"])
        #expect(verdicts.map { $0["verdict"] as? String } == ["not-approved", "approved", "approved"])
        #expect(verdicts.map { $0["table"] as? String } == ["avslutsorsaker", "avslutsorsaker", "insatser"])
        let both = try files.write(
            "alla.csv",
            [CheckFiles.reasons, "2013-04;0380;0001;1;;1;", "2013-03;0180;0001;1;;1;", "2013-03;0380;0001;1;;1;"])
        let split = try list(try json(both, "--all-municipalities"))
        #expect(
            split.map { "\($0["municipality"] ?? "") \($0["month"] ?? "")" } == [
                "0180 2013-03", "0380 2013-03", "0380 2013-04",
            ])
    }

    @Test("The same call gives the same bytes, in every form", arguments: ["text", "json", "csv"])
    func deterministic(format: String) throws {
        let paths = [try files.faulty(), try files.warned()]
        let first = try BuiltProgram.run(["check"] + paths + ["--format", format])
        #expect(first.output == (try BuiltProgram.run(["check"] + paths + ["--format", format])).output)
        let file = files.path("svar")
        let written = try BuiltProgram.run(["check"] + paths + ["--format", format, "-o", file])
        #expect(written.output.isEmpty)
        #expect(try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self) == first.output)
        #expect(!first.output.isEmpty)
    }

    @Test("CSV has the documented columns, a line for each finding and repair")
    func csv() throws {
        let outcome = try BuiltProgram.run("check", try files.faulty(), "--format", "csv")
        #expect(outcome.output.hasPrefix("\u{FEFF}"))
        let lines = outcome.output.dropFirst().split(separator: "\r\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines[0] == (try DocumentedVerdict().csv))
        #expect(
            lines.dropFirst().map { "\($0[6]) \($0[7]) \($0[11])" } == [
                "finding R01 D2", "finding V04 F3", "repair A02 C3",
            ])
        #expect(lines.allSatisfy { $0.count == lines[0].count })
    }

    @Test("In English the rules and places are the same and the words are not")
    func english() throws {
        let path = try files.faulty()
        let swedish = try list(try object(path)["findings"])
        let english = try list(try object(path, "--language", "en")["findings"])
        for key in ["rule", "severity", "cell", "value"] {
            #expect(swedish.map { $0[key] as? String } == english.map { $0[key] as? String })
        }
        #expect((english.first?["message"] as? String)?.hasPrefix("Row 2, column D:") == true)
        let text = try BuiltProgram.run("check", path, "--language", "en").output
        #expect(text.contains("The file is not approved – 1 error to correct."))
        #expect(!text.contains("Rad "))
    }

    @Test("The text says what came of the file, each fault once, and what was mended")
    func text() throws {
        let text = try BuiltProgram.run("check", try files.faulty()).output
        #expect(
            text.hasPrefix("fel.csv · Avslutsorsaker för ekonomiskt bistånd · Uppsala (0380) · mars 2013 · 2 hushåll\n")
        )
        #expect(text.contains("Filen är inte godkänd – 1 fel att rätta."))
        #expect(
            text.contains(
                "  Fel R01 D2\n    Rad 2, kolumn D: avslutsorsaken är 13. Ange en kod 1–12.\n    Ärende: Ä1\n"))
        #expect(text.contains("  Varning V04"))
        #expect(text.contains("Rättat eller noterat av oss:"))
        let many = try files.reasons("många.csv", (1...40).map { "\(1_000 + $0);13;;1;" })
        let grouped = try BuiltProgram.run("check", many).output
        #expect(grouped.contains("40 "))
        #expect(grouped.components(separatedBy: "Ange en kod").count == 2)
        #expect(try list(try object(many)["findings"]).count == 40)
    }

    @Test("What is given and what the file says may not differ")
    func contradictions() throws {
        let path = try files.approved()
        func rules(_ arguments: String...) throws -> [String?] {
            let outcome = try BuiltProgram.run(["check", path, "--format", "json"] + arguments)
            let verdict = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            return try list(verdict?["findings"]).map { $0["rule"] as? String }
        }
        #expect(try rules("--municipality", "0380", "--month", "2013-03", "--table", "avslutsorsaker") == [])
        #expect(try rules("--collection", "testinsamling-2013") == [])
        #expect(try rules("--municipality", "0180").contains("F09"))
        #expect(try rules("--month", "2013-04") == ["F08"])
        #expect(try rules("--table", "insatser").contains { $0 == "F11" || $0 == "F07" })
    }

    @Test("The workbook given back opens, is the user's own, and is judged as before", arguments: ["csv", "xlsx"])
    func workbook(format: String) throws {
        var path = try files.faulty()
        if format == "xlsx" {
            try #require(Python.isPresent, "\(Python.absence)")
            let made = files.path("fel.xlsx")
            try Python.run(
                """
                import sys, openpyxl
                book = openpyxl.Workbook()
                book.active.title = "Mars"
                for line in open(sys.argv[1], encoding="utf-8"): book.active.append([c or None for c in line.strip().split(";")])
                book.active["J2"] = "=1+1"
                book.save(sys.argv[2])
                """, path, made)
            path = made
        }
        let before = try object(path)
        let marked = files.path("svar.xlsx")
        let outcome = try BuiltProgram.run("check", path, "--format", "xlsx", "-o", marked)
        #expect(outcome.status == 2)
        let after = try object(marked)
        for key in ["findings", "repairs"] {
            let (old, new) = (try list(before[key]), try list(after[key]))
            #expect(
                old.map { "\($0["rule"] ?? "") \($0["cell"] ?? "")" }
                    == new.map { "\($0["rule"] ?? "") \($0["cell"] ?? "")" })
        }
        #expect(after["rows"] as? Int == 2)
        #expect((try list(after["findings"]).first?["own"] as? [String: String])?["Ärende"] == "Ä1")
        guard LibreOffice.isPresent else { return }
        let csv = try String(
            contentsOf: LibreOffice.convert(
                URL(filePath: marked), to: "csv:Text - txt - csv (StarCalc):59,34,76"), encoding: .utf8)
        #expect(csv.contains("Resultat;Vad som är fel och hur du rättar"))
        #expect(csv.contains("avslutsorsaken är 13"))
    }

    @Test("Several files come back as a folder of workbooks")
    func workbooks() throws {
        let folder = files.path("svar")
        let outcome = try BuiltProgram.run(
            "check", try files.faulty(), try files.approved(), "--format", "xlsx", "-o", folder)
        #expect(outcome.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["fel.xlsx", "godkänd.xlsx"])
        for name in ["fel.xlsx", "godkänd.xlsx"] {
            #expect(try object(folder + "/" + name)["rows"] as? Int == 2)
        }
    }
}

/// What docs/verdict.md says there is, taken from the tables under its headings.
struct DocumentedVerdict {
    private let sections: [String: [String]]

    init() throws {
        let text = try String(
            contentsOf: Dossier.repository.appending(path: "docs/verdict.md"), encoding: .utf8)
        var sections: [String: [String]] = [:]
        var heading = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
            if line.hasPrefix("| `"), let key = line.split(separator: "`").dropFirst().first {
                sections[heading, default: []].append(String(key))
            }
        }
        self.sections = sections
    }

    var verdict: Set<String> { Set(sections["A verdict"] ?? []) }
    var finding: Set<String> { Set(sections["A finding or repair"] ?? []) }
    var outcomes: Set<String> { Set(sections["Outcomes"] ?? []) }
    var severities: Set<String> { Set(sections["Severities"] ?? []) }
    var csv: [String] { sections["CSV"] ?? [] }
    var statuses: Set<String> { Set(sections["Exit statuses"] ?? []) }
}

@Suite("docs/verdict.md says what the code does")
struct CheckDocumentTests {
    @Test("Outcomes, severities, columns and statuses are all there and no others")
    func complete() throws {
        let documented = try DocumentedVerdict()
        #expect(documented.csv == VerdictCSV.columns)
        #expect(documented.outcomes == ["approved", "approved-with-warnings", "not-approved"])
        #expect(documented.severities == ["error", "warning", "info"])
        #expect(documented.statuses == ["0", "1", "2", "64", "65", "66", "69", "70", "75", "77"])
    }
}
