import Foundation
import TestSupport
import Testing

@Suite("underlag submit")
struct SubmitCommandTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    private func underlag(_ arguments: [String]) throws -> Program.Outcome {
        try BuiltProgram.run(arguments + ["--data", files.path("register")])
    }

    private func submit(_ arguments: String...) throws -> Program.Outcome {
        try underlag(["submit", "--sender", "Anna Ek"] + arguments)
    }

    /// What the register has, as JSON.
    private func deliveries() throws -> [[String: Any]] {
        let outcome = try underlag(["deliveries", "--format", "json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }

    private func numbers() throws -> [String] { try deliveries().compactMap { $0["number"] as? String } }

    @Test("A file with faults is refused with what is wrong, and nothing of the delivery is stored")
    func refused() throws {
        let outcome = try submit(try files.measures("insatser.csv", 1...3), try files.faulty())
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("Fel R01 D2"))
        #expect(outcome.output.hasSuffix("Inget är inlämnat. Rätta felen och lämna in hela filen igen.\n"))
        #expect(!outcome.output.contains("Leveransnummer"))
        let unreadable = try submit(try files.write("tom.csv", Data()), try files.approved())
        #expect(unreadable.status == 65)
        #expect(unreadable.output.contains("F02"))
        #expect(try numbers() == [])
    }

    @Test("A warning is asked about, confirmed with a reason, and remembered")
    func confirmed() throws {
        let path = try files.warned()
        let asked = try submit(path)
        #expect(asked.status == 1)
        #expect(asked.output.hasPrefix("Inget är inlämnat än. Svara först på varningarna:\n  V04  Rad 3: "))
        #expect(asked.output.hasSuffix("--confirm V04:skäl\n"))
        #expect(try numbers() == [])
        // The answer to another rule is no answer.
        #expect(try submit(path, "--confirm", "V03:fel regel").status == 1)
        #expect(try numbers() == [])

        let receipt = try submit(path, "--confirm", "V04:registerledaren bestämde")
        #expect(receipt.status == 0)
        #expect(receipt.output.hasPrefix("Tack! Uppgifterna för mars 2013 är inlämnade.\n"))
        #expect(receipt.output.contains("Leveransnummer 2013-03-0380-1 · Uppsala (0380) · "))
        #expect(receipt.output.contains(" · inlämnat av Anna Ek\n"))
        #expect(receipt.output.contains("avslutsorsaker: 2 hushåll, godkänd med varningar"))
        #expect(receipt.output.contains("Bekräftad varning V04"))
        #expect(receipt.output.contains(": registerledaren bestämde\n"))
        #expect(receipt.output.contains("varning.csv, SHA-256 "))

        // The same bytes again: the same receipt, without a question.
        let again = try submit(path)
        #expect(again.status == 0)
        #expect(again.output.contains(", bekräftad sedan tidigare: registerledaren bestämde\n"))
        #expect(again.output.replacing(", bekräftad sedan tidigare", with: "") == receipt.output)
        #expect(try numbers() == ["2013-03-0380-1"])
        #expect(try underlag(["receipt", "2013-03-0380-1"]).output == receipt.output)
    }

    @Test("An answer to a rule that no warning has is refused; one to a warning that did not come is not")
    func unknownAnswer() throws {
        let path = try files.approved()
        for rule in ["X99", "R01:skäl", "v03"] {
            let outcome = try submit(path, "--confirm", rule)
            #expect(outcome.status == 64)
            #expect(
                outcome.messages.hasPrefix(
                    "Det finns ingen varning \(rule.prefix(3)) att bekräfta. Varningarna är R07, V01, "))
        }
        #expect(try numbers() == [])
        #expect(try submit(path, "--confirm", "V03", "--confirm", "V06").status == 0)
    }

    @Test("What was mended is said before the receipt, as the check says it")
    func mended() throws {
        let path = try files.reasons("a.csv", ["0001;4;;4;", "2;11;;11;"])
        let outcome = try submit(path)
        #expect(outcome.status == 0)
        let said = try #require(outcome.output.components(separatedBy: "\nTack! ").first)
        #expect(said.hasPrefix("Rättat eller noterat av oss:\n  "))
        #expect(try BuiltProgram.run("check", path).output.hasSuffix("\n\n" + said))
        // The parser of JSON is not told.
        #expect(try submit(path, "--format", "json").output.hasPrefix("["))
    }

    @Test("An identity number in a reason, a sender or a file's name is refused and not repeated")
    func identityNumber() throws {
        let path = try files.warned()
        let named = try files.reasons("19121212-1212.csv", ["0001;4;;4;"])
        for (arguments, place) in [
            ([path, "--confirm", "V04:gäller 19121212-1212"], "skälet"),
            ([path, "--confirm", "V04", "--sender", "191212121212"], "--sender"),
        ] {
            let outcome = try underlag(["submit"] + arguments)
            #expect(outcome.status == 64)
            #expect(outcome.messages.hasPrefix("Det ser ut som ett personnummer i "))
            #expect(outcome.messages.contains(place))
            #expect(!(outcome.messages + outcome.output).contains("1212"))
        }
        // The check finds it in a name, before anything is to be stored.
        let refused = try underlag(["submit", named])
        #expect(refused.status == 2)
        #expect(refused.output.contains("R08"))
        #expect(!(refused.messages + refused.output).contains("1212"))
        #expect(try numbers() == [])
    }

    @Test("A corrected file supersedes the first; both stay, and the difference can be seen")
    func corrected() throws {
        #expect(try submit(try files.reasons("a.csv", ["0001;4;;4;", "0002;11;;11;", "0003;1;;1;"])).status == 0)
        let second = try submit(try files.reasons("a.csv", ["0001;4;;4;", "0002;12;;12;", "0004;1;;1;"]))
        #expect(second.status == 0)
        #expect(second.output.contains("Leveransnummer 2013-03-0380-2 · "))
        #expect(second.output.contains("  Ersätter 2013-03-0380-1\n"))
        #expect(try numbers().sorted() == ["2013-03-0380-1", "2013-03-0380-2"])
        #expect(
            try underlag(["receipt", "2013-03-0380-1"]).output.contains(
                "avslutsorsaker: 3 hushåll, godkänd, ersatt av 2013-03-0380-2\n"))
        #expect(try underlag(["receipt", "2013-03-0380-2"]).output.contains("3 hushåll, godkänd\n"))
        let list = try underlag(["deliveries"]).output.split(separator: "\n")
        #expect(list.contains { $0.hasPrefix("2013-03-0380-1 ") && $0.hasSuffix("  ersatt") })
        #expect(list.contains { $0.hasPrefix("2013-03-0380-2 ") && $0.hasSuffix("  gäller") })
        let difference = try underlag(["diff", "2013-03-0380-1", "2013-03-0380-2"]).output
        #expect(difference.contains("avslutsorsaker: 1 hushåll har kommit till, 1 har tagits bort, 1 har ändrats"))
        #expect(difference.contains("  Nya: 0004\n  Borttagna: 0003\n  0002: "))
        #expect(difference.contains("11 → 12"))
    }

    @Test("Several files are one delivery for each municipality and month, with one receipt")
    func severalFiles() throws {
        let receipt = try submit(
            try files.measures("insatser.csv", 1...5), try files.approved(),
            try files.measures("april.csv", month: "2013-04", 1...4)
        )
        #expect(receipt.status == 0)
        let records = try deliveries()
        #expect(Set(try numbers()) == ["2013-03-0380-1", "2013-04-0380-1"])
        for record in records {
            let tables = try #require(record["tables"] as? [[String: Any]])
            let isMarch = record["month"] as? String == "2013-03"
            #expect(
                tables.compactMap { $0["table"] as? String }
                    == (isMarch ? ["avslutsorsaker", "insatser"] : ["insatser"]))
            #expect(tables.compactMap { $0["rows"] as? Int } == (isMarch ? [2, 5] : [4]))
        }
        // Two files with the same table and month cannot both be meant.
        let twice = try submit(try files.measures("b.csv", 1...5), try files.measures("c.csv", 1...6))
        #expect(twice.status == 2)
        #expect(twice.output.contains("mars 2013 finns redan i b.csv"))
        #expect(try numbers().count == 2)
    }

    @Test("A month that differs much from the one before is asked about, by what the register has")
    func monthBefore() throws {
        #expect(try submit(try files.measures("mars.csv", 1...20)).status == 0)
        let april = try files.measures("april.csv", month: "2013-04", 1...13)
        // What the check cannot know, it does not ask.
        #expect(try BuiltProgram.run("check", april).status == 0)
        let asked = try submit(april)
        #expect(asked.status == 1)
        #expect(asked.output.contains("Antalet hushåll är 13. Förra månaden var det 20 (−35 procent). Stämmer det?"))
        #expect(try submit(april, "--confirm", "V02").status == 0)
        #expect(try numbers().count == 2)
    }

    @Test("The authority's file is a delivery for each municipality and month, all or none")
    func allMunicipalities() throws {
        let codes = ["0114", "0180", "0380", "1280", "1480", "2584"]
        func lines(_ reason: String) -> [String] {
            [CheckFiles.reasons]
                + codes.flatMap { code in (1...3).map { "2013-03;\(code);000\($0);\(reason);;\(reason);" } }
        }
        let path = try files.write("alla.csv", lines("4"))
        #expect(try submit(path).status == 2)
        #expect(try numbers() == [])
        let receipts = try submit(path, "--all-municipalities")
        #expect(receipts.status == 0)
        for code in codes { #expect(receipts.output.contains("Leveransnummer 2013-03-\(code)-1 · ")) }
        #expect(try numbers().count == codes.count)
        #expect(try submit(path, "--all-municipalities").output == receipts.output)

        var faulty = lines("5")
        faulty[4] = "2013-03;0180;0001;13;;4;"
        let refused = try submit(try files.write("fel.csv", faulty), "--all-municipalities")
        #expect(refused.status == 2)
        #expect(refused.output.contains("Stockholm (0180)") && !refused.output.contains("Uppsala"))
        #expect(try numbers().count == codes.count)
        #expect(try submit(try files.write("rätt.csv", lines("5")), "--all-municipalities").status == 0)
        #expect(try numbers().count == 2 * codes.count)
    }

    @Test("A file without municipality and month is delivered when they are given")
    func given() throws {
        let path = try files.write("a.csv", ["Löpnr;avslut_reg;avslut_med;avslut_hushall", "0001;4;;4"])
        #expect(try submit(path).status == 2)
        let receipt = try submit(path, "--municipality", "0380", "--month", "2013-04")
        #expect(receipt.status == 0)
        #expect(try numbers() == ["2013-04-0380-1"])
    }

    @Test("A receipt as JSON has the sum of the very bytes")
    func checksum() throws {
        let path = try files.approved()
        let outcome = try submit(path, "--format", "json")
        let receipts = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        let sums = try #require(receipts.first?["files"] as? [[String: Any]]).compactMap { $0["sha256"] as? String }
        let expected = try Program.run(URL(filePath: "/usr/bin/sha256sum"), [path]).prefix { $0 != " " }
        #expect(sums == [String(expected)])
    }
}
