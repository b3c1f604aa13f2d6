@testable import Commands
import Definitions
import Foundation
import Register
import SQLiteStorage
import TestSupport
import Testing
import Vocabulary

@Suite("The commands about the register", .fewAtATime)
struct RegisterCommandTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What `underlag` prints, with the register in the test's folder.
    private func underlag(_ arguments: String...) throws -> String {
        try Program.run(
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "underlag"),
            arguments + ["--data", folder.url.path])
    }

    private func status(_ arguments: String...) throws -> Int32 {
        do {
            try Program.run(
                URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "underlag"),
                arguments)
            return 0
        } catch let failure as Program.Failure {
            return failure.status
        }
    }

    private func nothingToReport() throws -> String {
        try underlag(
            "nothing-to-report", "testinsamling-2013", "--municipality", "0380", "--month", "2013-03", "--sender",
            "Anna Ek")
    }

    @Test("Nothing to report gives a receipt, the same again, and stands in the list until it is withdrawn")
    func nothing() throws {
        let receipt = try nothingToReport()
        #expect(receipt.hasPrefix("Tack! Vi har antecknat att det inte finns något att rapportera för mars 2013.\n"))
        #expect(receipt.contains("Leveransnummer 2013-03-0380-1 · Uppsala (0380) · "))
        #expect(receipt.contains(" · inlämnat av Anna Ek\n"))
        #expect(try nothingToReport() == receipt)
        #expect(try underlag("receipt", "2013-03-0380-1") == receipt)
        #expect(try underlag("deliveries").hasSuffix("avslutsorsaker 0, insatser 0  gäller\n"))
        _ = try underlag("withdraw", "2013-03-0380-1", "--reason", "fel månad", "--sender", "Bo Ek")
        #expect(try underlag("deliveries", "--month", "2013-03").hasSuffix("återkallad\n"))
        #expect(try underlag("deliveries", "--month", "2013-04") == "Inga leveranser.\n")
        #expect(try underlag("receipt", "2013-03-0380-1").contains(" av Bo Ek: fel månad\n"))
    }

    @Test("A receipt as JSON says the same in stable words")
    func json() throws {
        _ = try nothingToReport()
        let json = try underlag("receipt", "2013-03-0380-1", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["number"] as? String == "2013-03-0380-1")
        #expect(object["kind"] as? String == "nothing-to-report")
        #expect(object["municipality"] as? String == "0380")
        #expect(object["month"] as? String == "2013-03")
        let tables = try #require(object["tables"] as? [[String: Any]])
        #expect(tables.map { $0["table"] as? String } == ["avslutsorsaker", "insatser"])
        #expect(tables.allSatisfy { $0["current"] as? Bool == true && $0["verdict"] as? String == "approved" })
    }

    @Test("Comments and declines are kept in the register")
    func answers() async throws {
        _ = try underlag(
            "comment", "testinsamling-2013", "--municipality", "0180", "--text", "insatser=Koderna = tydliga")
        _ = try underlag("decline", "testinsamling-2013", "--municipality", "0330", "--reason", "Brist på tid")
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let comments = try await register.comments(collection: "testinsamling-2013")
        #expect(comments.map(\.texts) == [["insatser": "Koderna = tydliga"]])
        #expect(comments.map(\.municipality.code) == ["0180"])
        let declines = try await register.declines(collection: "testinsamling-2013")
        #expect(declines.map(\.reason) == ["Brist på tid"])
    }

    @Test("A text that says nothing or is of no field is refused with what to do")
    func blank() throws {
        let comment = ["comment", "testinsamling-2013", "--municipality", "0180"]
        let decline = ["decline", "testinsamling-2013", "--municipality", "0180"]
        for (arguments, word) in [
            (decline + ["--reason", ""], "inget i skälet"), (decline + ["--reason", "  "], "inget i skälet"),
            (comment + ["--text", "insatser="], "inget i fältet insatser"),
            (comment + ["--text", "annat=x"], "Välj bland: insatser, avslutsorsaker."),
            (comment + ["--text", "insatser=x", "--respondent", "name=Anna"], "Välj bland: kommun, namn, befattning"),
        ] {
            let outcome = try BuiltProgram.run(arguments + ["--data", folder.url.path])
            #expect(outcome.status == 64)
            #expect(outcome.messages.contains(word), "\(outcome.messages)")
        }
    }

    @Test("The example in the help for comments works")
    func example() throws {
        let help = try BuiltProgram.run("comment", "--help").output
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let example = try #require(words.firstMatch(of: /Exempel: (--text (\w+)=".+?" --respondent (\w+)=".+?")\./))
        _ = try underlag(
            "comment", "testinsamling-2013", "--municipality", "0180", "--text", "\(example.2)=Bra", "--respondent",
            "\(example.3)=Anna Ek")
    }

    @Test("The exit status tells a wrong word from a missing folder, a missing delivery and a file that is no register")
    func exitStatus() throws {
        _ = try nothingToReport()
        let data = folder.url.path
        #expect(try status("receipt", "2013-03-0380", "--data", data) == 64)
        #expect(try status("receipt", "2013-03-0380-9", "--data", data) == 66)
        #expect(try status("deliveries", "--data", data + "/nowhere") == 66)
        #expect(FileManager.default.fileExists(atPath: data + "/nowhere") == false)
        let month = ["nothing-to-report", "testinsamling-2013", "--municipality", "0380", "--month"]
        #expect(try status(month[0], month[1], month[2], month[3], month[4], "2013-05", "--data", data) == 64)
        #expect(
            try status("comment", "testinsamling-2013", "--municipality", "0380", "--text", "annat=x", "--data", data)
                == 64)
        let other = try TemporaryFolder()
        try Data("löpnr;0\n".utf8).write(to: other.file("underlag.sqlite"))
        #expect(try status("deliveries", "--data", other.url.path) == 65)
    }

    @Test(
        "Times are Swedish, in summer and in winter",
        arguments: [
            ("2013-04-04T07:31:05Z", "4 april 2013 kl. 9.31", "2013-04-04 9.31"),
            ("2013-12-31T23:05:00Z", "1 januari 2014 kl. 0.05", "2014-01-01 0.05"),
            ("2013-03-31T00:59:00Z", "31 mars 2013 kl. 1.59", "2013-03-31 1.59"),
            ("2013-03-31T01:00:00Z", "31 mars 2013 kl. 3.00", "2013-03-31 3.00"),
        ])
    func swedishTime(stored: String, text: String, short: String) throws {
        let time = SwedishTime(try Date(stored, strategy: .iso8601))
        #expect(time.text(.sv) == text)
        #expect(time.short == short)
    }
}
