import Foundation
import TestSupport
import Testing

@Suite("underlag template")
struct TemplateCommandTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    @Test(
        "A template filled in passes the check as it is, and is submitted",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func filled() throws {
        let path = files.path("mall.xlsx")
        let made = try BuiltProgram.run(
            "template", "testinsamling-2013", "--table", "insatser", "--municipality", "0180", "--month", "2013-03",
            "-o", path)
        #expect(made.status == 0)
        let empty = try BuiltProgram.run("check", path, "--format", "json")
        #expect(empty.status == 2)
        #expect(empty.output.contains("\"F12\""))
        try Python.run(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book.active
            first = next(c.row for c in sheet["A"] if c.value == "Mätmånad") + 1
            for n in range(5):
                sheet.cell(first + n, 3).value = "000%d" % (n + 1)
                sheet.cell(first + n, 5).value = "X" if n % 2 else 12
            book.save(sys.argv[1])
            """, path)
        let verdict = try BuiltProgram.run("check", path)
        #expect(verdict.status == 0)
        #expect(verdict.output.contains("Stockholm (0180) · mars 2013 · 5 hushåll"))
        #expect(verdict.output.contains("Filen är godkänd."))
        let receipt = try BuiltProgram.run("submit", path, "--data", files.path("register"), "--sender", "Anna Ek")
        #expect(receipt.status == 0)
        #expect(receipt.output.contains("Leveransnummer 2013-03-0180-1 · Stockholm (0180) · "))
        #expect(receipt.output.contains("insatser: 5 hushåll, godkänd"))
    }

    @Test("What cannot be made is refused: an unknown collection, table, municipality or month, or a path")
    func refusals() throws {
        func status(_ arguments: String...) throws -> Int32 { try BuiltProgram.run(["template"] + arguments).status }
        let path = files.path("mall.xlsx")
        #expect(try status("annan", "-o", path) == 64)
        #expect(try status("testinsamling-2013", "--table", "annan", "-o", path) == 64)
        let unsaid = try BuiltProgram.run("template", "testinsamling-2013", "-o", path)
        #expect(unsaid.status == 64)
        #expect(unsaid.messages == "Ange --table: insatser eller avslutsorsaker.\n")
        #expect(try status("testinsamling-2013", "--table", "insatser", "--municipality", "9999", "-o", path) == 64)
        #expect(try status("testinsamling-2013", "--table", "insatser", "--month", "2013-05", "-o", path) == 64)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try status("testinsamling-2013", "--table", "insatser", "-o", files.path("ingen/mall.xlsx")) == 70)
    }
}
