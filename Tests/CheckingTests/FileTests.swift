import Checking
import Definitions
import Tabular
import Testing
import Vocabulary

@Suite("Files as a whole")
struct FileTests {
    @Test("Municipality and month are taken from the file, and what contradicts them is said")
    func contradictions() async throws {
        let text = Judging.text(
            ["reg_0=X|kommun=0380", "reg_0=X|kommun=0380", "reg_0=X|kommun=0330"], header: Judging.insatser)
        let alone = try await Judging().verdicts(text)[0]
        #expect(alone.municipality?.name == "Uppsala")
        #expect(alone.places == ["F09", "R21 B4"])
        let verdict = try await Judging(municipality: "0380", month: "2013-04").verdicts(text)[0]
        #expect(verdict.places == ["F09", "F08", "R21 B4"])
        #expect(
            verdict.findings[0].message
                == "Filen gäller Uppsala (0380) på 2 rader och Knivsta (0330) på 1 rad. Du kan bara lämna uppgifter för Uppsala."
        )
        #expect(verdict.findings[0].remedy == "Ta bort raderna för Knivsta.")
        #expect(verdict.findings[1].message == "Filen gäller mars 2013 men du lämnar uppgifter för april 2013.")
    }

    @Test("Rows of another month than the rest are said one by one")
    func otherMonths() async throws {
        let verdict = try await Judging().insatser("reg_0=X", "reg_0=X|manad=2013-04", "reg_0=X")
        #expect(verdict.places == ["R22 A3"])
        #expect(verdict.month == Month(iso: "2013-03"))
    }

    @Test("The authority's file is judged municipality by municipality")
    func split() async throws {
        let rows = [
            "reg_0=X|kommun=0380|lopnr=0001", "reg_0=X|kommun=0180|lopnr=0001", "kommun=0180|lopnr=0002",
            "reg_0=X|kommun=0380|lopnr=0001|manad=2013-04",
            // Nobody's, and somebody's for no month: neither may count against another.
            "reg_0=X|kommun=9999|lopnr=0003|manad=2013-04", "reg_0=X|kommun=0180|lopnr=0004|manad=vår",
        ]
        let verdicts = try await Judging(all: true).verdicts(Judging.text(rows, header: Judging.insatser))
        #expect(
            verdicts.map { "\($0.municipality?.code ?? "") \($0.month?.iso ?? "") \($0.rows)" } == [
                "0180  1", "0180 2013-03 2", "0380 2013-03 1", " 2013-04 1", "0380 2013-04 1",
            ])
        #expect(verdicts.map(\.places) == [["R15 A7"], ["R12 D4"], [], ["R14 B6"], []])
    }

    @Test("A header without rows is no delivery, one municipality or many", arguments: [false, true])
    func noRows(all: Bool) async throws {
        #expect(try await Judging(all: all).verdicts(Judging.insatser + "\n").map(\.places) == [["F12"]])
    }

    @Test("Month and municipality said outside a file without such columns are the rows'")
    func assumed() async throws {
        let header = Judging.insatser.split(separator: ";").dropFirst(2).joined(separator: ";")
        let text = header + "\n0001;;31" + String(repeating: ";", count: 17) + "\n"
        for all in [false, true] {
            let verdict = try await Judging(municipality: "0180", month: "2013-04", all: all).verdicts(text)[0]
            #expect(verdict.places == ["R03 C2"])
            #expect(verdict.month == Month(iso: "2013-04"))
        }
    }

    @Test("The same table, municipality and month in two files is a fault before it is sent")
    func twice() async throws {
        let bytes = FileBytes(Array(Judging.text(["reg_0=X"], header: Judging.insatser).utf8))
        let files = [InputFile(name: "a.csv", bytes: bytes), InputFile(name: "b.csv", bytes: bytes)]
        let checked = await Check.files(files, as: try Judging().request())
        #expect(checked.map { $0.verdicts[0].places } == [[], ["F15"]])
        #expect(checked[1].verdicts[0].findings[0].message == "Stockholm och mars 2013 finns redan i a.csv.")
    }

    @Test("An identity number in a title, a header, a name or beyond the last column is a fault")
    func identityNumbersAround() async throws {
        let rows = Judging.text(["reg_0=X"], header: Judging.insatser)
        let title = try await Judging().verdicts("Lista för 19811218-9876\n" + rows)[0]
        #expect(title.places == ["R08"])
        #expect(title.findings[0].row == 1)
        let named = try await Judging().file(Array(rows.utf8), name: "19811218-9876.csv").verdicts[0]
        #expect(named.places == ["R08"])
        let beyond = try await Judging().verdicts(rows.dropLast() + ";;811218-9876\n")[0]
        #expect(beyond.places.contains("R08 X2"))
        // An en dash in Windows-1252 is a byte that is no UTF-8.
        let dash = Array(Judging.text(["reg_8=X|ovrig_text=Se 19811218#9876"], header: Judging.insatser).utf8)
            .map { $0 == UInt8(ascii: "#") ? 0x96 : $0 }
        #expect(try await Judging().file(dash).verdicts[0].places == ["R08 V2"])
    }

    @Test(
        "A file that cannot be read says why in one finding",
        arguments: [
            ([], "F02"), (Array("  \n ".utf8), "F02"), (Array("%PDF-1.7 …".utf8), "F03"),
            (Array("PK\u{3}\u{4}skadad".utf8), "F03"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "F03"),
        ] as [([UInt8], String)])
    func unreadable(bytes: [UInt8], rule: String) async throws {
        let file = try await Judging().file(bytes)
        #expect(file.problem != nil)
        #expect(file.verdicts.map(\.places) == [[rule]])
        #expect(file.verdicts[0].outcome == .notApproved)
    }

    @Test("A file over the limit is refused with both sizes")
    func tooLarge() async throws {
        var request = try Judging().request()
        request.limits.fileBytes = 2 << 20
        let bytes = FileBytes(Array(repeating: UInt8(ascii: "a"), count: 3 << 20))
        let file = await Check.files([InputFile(name: "stor.csv", bytes: bytes)], as: request)[0]
        #expect(file.verdicts[0].places == ["F04"])
        #expect(file.verdicts[0].findings[0].message == "Filen är 3 MB.")
        #expect(file.verdicts[0].findings[0].remedy == "Den får vara högst 2 MB.")
    }

    @Test("English by choice")
    func english() async throws {
        let verdict = try await Judging(language: .en).avslut("avslut_reg=13|avslut_hushall=1")
        #expect(verdict.findings[0].message.contains("Row 2"))
    }
}

@Suite("The same verdict however a file is read")
struct InvarianceTests {
    /// Some thousand households with faults sown among them, and quoted cells with line breaks.
    static func text(rows: Int, municipalities: [String] = ["0180"]) -> String {
        var generator = Sown(state: 42)
        var lines = [Judging.insatser]
        for row in 1...rows {
            let code = municipalities[row * municipalities.count / (rows + 1)]
            var cells = ["2013-03", code, String(repeating: "0", count: 6 - String(row).count) + String(row)]
            var marks = Array(repeating: "", count: 18)
            marks[Int(generator.next() % 9)] = "X"
            if generator.next() % 20 == 0 { marks[Int(generator.next() % 18)] = "40" }
            if generator.next() % 20 == 0 { marks[0] = "x" }
            cells += marks
            cells.append(
                marks[8].isEmpty && marks[17].isEmpty
                    ? "" : generator.next() % 3 == 0 ? "\"Kök \"\"Gläntan\"\"\nrad två; tre\"" : "Kurs")
            if generator.next() % 50 == 0 { cells[2] = "000007" }
            lines.append(cells.joined(separator: ";"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    struct Sown: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    private func words(_ verdict: Verdict) -> [String] {
        (Array(verdict.findings) + Array(verdict.repairs)).map { "\($0.rule) \($0.cell ?? "") \($0.message)" }
    }

    @Test("Cutting a large file for several processors changes nothing")
    func stretches() async throws {
        let text = Self.text(rows: 60_000, municipalities: ["0180", "0380", "1480"])
        #expect(text.utf8.count > 2 << 20)
        let whole = try await Judging(all: true, keeps: true).verdicts(text)
        // The same rows in three files small enough not to be cut.
        let lines = Judging.insatser
        for verdict in whole {
            let code = try #require(verdict.municipality?.code)
            let own = Self.records(text).filter { $0.contains(";\(code);") }
            let alone = try await Judging(all: true, keeps: true).verdicts(lines + "\n" + own.joined())[0]
            #expect(alone.rows == verdict.rows)
            #expect(alone.findings.count == verdict.findings.count)
            #expect(alone.repairs.count == verdict.repairs.count)
            #expect(alone.findings.map(\.rule) == verdict.findings.map(\.rule))
        }
        #expect(whole.map(\.rows).reduce(0, +) == 60_000)
    }

    /// Records with their line ends, kept whole across quoted line breaks.
    private static func records(_ text: String) -> [String] {
        var records: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true).dropFirst() {
            if line.hasPrefix("2013-") {
                records.append(line + "\n")
            } else {
                records[records.count - 1] += line + "\n"
            }
        }
        return records
    }

    @Test("The order of the rows matters only to the addresses")
    func order() async throws {
        let rows = [
            "reg_0=X|lopnr=0005", "reg_1=40|lopnr=0002", "reg_0=x|lopnr=0009", "med_1=X|lopnr=0001",
            "reg_2=2|lopnr=0005",
        ]
        let judging = Judging()
        let expected = try await judging.verdicts(Judging.text(rows, header: Judging.insatser))[0]
        var turned = rows
        for _ in rows {
            turned.append(turned.removeFirst())
            let verdict = try await judging.verdicts(Judging.text(turned, header: Judging.insatser))[0]
            #expect(verdict.findings.map(\.rule).sorted() == expected.findings.map(\.rule).sorted())
            #expect(verdict.repairs.map(\.rule).sorted() == expected.repairs.map(\.rule).sorted())
        }
    }

    @Test("A file where every cell is wrong is judged to the end, with every fault counted")
    func allWrong() async throws {
        let row = "vår;9999;12A4;" + String(repeating: "ja;", count: 18) + "x\n"
        let rows = 80_000
        let text = Judging.insatser + "\n" + String(repeating: row, count: rows)
        for all in [false, true] {
            let verdict = try await Judging(all: all).verdicts(text)[0]
            #expect(verdict.rows == rows)
            let counts = Dictionary(
                verdict.findings.groups.map { ($0.rule, $0.count) }, uniquingKeysWith: { first, _ in first })
            #expect(counts["R14"] == rows)
            #expect(counts["R15"] == rows)
            #expect(counts["R09"] == 16 * rows)
            #expect(verdict.findings.omitted > 0)
            #expect(verdict.findings.count <= 1_000_002)
            #expect(verdict.outcome == .notApproved)
        }
    }

    @Test("Rows are numbered by line, also after a quoted cell with a line break")
    func lines() async throws {
        let text = Judging.text(["reg_8=X|ovrig_text=\"en\ntvå\"", ""], header: Judging.insatser)
        let verdict = try await Judging().verdicts(text)[0]
        #expect(verdict.places == ["R12 D4"])
    }
}
