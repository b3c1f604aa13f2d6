import Checking
import Tabular
import Testing
import Vocabulary

@Suite("What is mended instead of refused")
struct RepairTests {
    @Test(
        "A cell written otherwise is read, and said",
        arguments: [
            ("kommun=180|reg_0=X", ["A01 B2"]), ("kommun= 0180|reg_0=X", ["A05 B2"]),
            ("lopnr=7|reg_0=X", ["A02 C2"]), ("reg_0=x", ["A04 D2"]), ("reg_0=×", ["A04 D2"]),
            ("reg_1= X", ["A05 E2"]), ("reg_1=\u{A0}X\u{A0}", ["A05 E2"]), ("reg_1=15,0", ["A09 E2"]),
            ("reg_1=07", ["A09 E2"]), ("manad=201303|reg_0=X", ["A03 A2"]), ("manad=mars 2013|reg_0=X", ["A03 A2"]),
            ("manad=mar-13|reg_0=X", ["A03 A2"]), ("manad=03|reg_0=X", ["A03 A2"]), ("manad=3|reg_0=X", ["A03 A2"]),
            ("manad=2013/03|reg_0=X", ["A03 A2"]), ("manad=3/2013|reg_0=X", ["A03 A2"]),
            ("manad=2013-03-01|reg_0=X", ["A03 A2"]), ("manad=2013-03-01 00:00:00|reg_0=X", ["A03 A2"]),
            ("manad=March 2013|reg_0=X", ["A03 A2"]), ("manad=41334|reg_0=X", ["A10 A2"]),
            ("manad=41364|reg_0=X", ["A10 A2"]),
        ])
    func cells(row: String, expected: [String]) async throws {
        let verdict = try await Judging(municipality: "0180", month: "2013-03").insatser(row)
        #expect(verdict.places == [])
        #expect(verdict.repairPlaces == expected)
        #expect(verdict.outcome == .approved)
        #expect(verdict.month == Month(iso: "2013-03"))
    }

    @Test("A day after March in Excel's numbers is April")
    func serial() async throws {
        let verdict = try await Judging().insatser("manad=41365|reg_0=X")
        #expect(verdict.month == Month(iso: "2013-04"))
        #expect(verdict.repairs[0].corrected == "2013-04")
    }

    @Test("Short rows, and rows with blank cells after the last column, are read as they are meant")
    func widths() async throws {
        let lines = ["2013-03;0180;0001;X", "2013-03;0180;0002;X" + String(repeating: ";", count: 20)]
        let text = ([Judging.insatser] + lines).joined(separator: "\r\n")
        let verdict = try await Judging().verdicts(text)[0]
        #expect(verdict.places == [])
        #expect(verdict.repairPlaces == ["A07", "A08"])
        let wide = Judging.insatser + "\n2013-03;0180;0001;X" + String(repeating: ";", count: 19) + "mer\n"
        #expect(try await Judging().verdicts(wide)[0].places == ["R18"])
    }

    @Test("Mending what has been mended changes nothing")
    func idempotent() async throws {
        let rows = ["kommun=180|reg_0=x|manad=mars 2013|lopnr=1", "kommun=180|reg_1= 15,0 |manad=201303|lopnr=2"]
        var judging = Judging(keeps: true)
        let first = try await judging.verdicts(Judging.text(rows, header: Judging.insatser))[0]
        #expect(first.repairs.count == 8)
        judging.keeps = true
        let mended = ["kommun=0180|reg_0=X|manad=2013-03|lopnr=0001", "kommun=0180|reg_1=15|manad=2013-03|lopnr=0002"]
        let second = try await judging.verdicts(Judging.text(mended, header: Judging.insatser))[0]
        #expect(second.repairs.isEmpty)
        #expect(first.columns == second.columns)
    }

    @Test("Blank rows, rows that only say month and municipality, and sums are no households")
    func noHouseholds() async throws {
        let blanks = String(repeating: ";", count: 19)
        let lines = [
            "2013-03;0180;0001;X" + blanks.dropLast(), "", "2013-03;0180;" + blanks, "Summa;;1;1;" + blanks.dropLast(3),
        ]
        let verdict = try await Judging().verdicts(([Judging.insatser] + lines).joined(separator: "\n"))[0]
        #expect(verdict.rows == 1)
        #expect(verdict.places == [])
        #expect(verdict.repairPlaces == ["A13 A5"])
    }

    @Test("UTF-8 with and without mark, UTF-16 and Windows-1252, with every line end, give the same columns")
    func encodings() async throws {
        let text = Judging.text(
            ["reg_8=X|ovrig_text=Hälsokurs på ön", "reg_8=X|ovrig_text=Kök", "reg_0=X"], header: Judging.insatser)
        let judging = Judging(keeps: true)
        let plain = try await judging.verdicts(text)[0]
        #expect(plain.repairs.isEmpty)
        #expect(plain.rows == 3)
        for lineEnd in ["\n", "\r\n", "\r"] {
            let text = text.replacing("\n", with: lineEnd)
            let utf16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            let windows = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            for (bytes, note) in [
                ([0xEF, 0xBB, 0xBF] + Array(text.utf8), []), ([0xFF, 0xFE] + utf16, ["A12"]), (utf16, ["A12"]),
                (windows, ["A12"]),
            ] as [([UInt8], [String])] {
                let verdict = try await judging.file(bytes).verdicts[0]
                #expect(verdict.columns == plain.columns)
                #expect(verdict.repairPlaces == note)
                #expect(verdict.findings.map(\.row) == plain.findings.map(\.row))
            }
        }
    }

    @Test("One cell in another encoding is mended by itself")
    func mixedEncoding() async throws {
        var bytes = Array(
            Judging.text(["reg_8=X|ovrig_text=Hälsokurs", "reg_8=X|ovrig_text=K#k"], header: Judging.insatser).utf8)
        bytes[try #require(bytes.lastIndex(of: UInt8(ascii: "#")))] = 0xF6
        let verdict = try await Judging(keeps: true).file(bytes).verdicts[0]
        #expect(verdict.repairPlaces == ["A06 V3"])
        #expect(verdict.columns?["ovrig_text"]?.values == .texts(indices: [1, 2], dictionary: ["Hälsokurs", "Kök"]))
    }
}
