import Checking
import Foundation
import Tabular
import Testing
import Vocabulary

@Suite("The same table as text and as a workbook")
struct WorkbookRoundTripTests {
    /// A table drawn by lot, without what CSVWriter guards against (a text that begins as a formula does): right values, values to mend, and, when `faults`, wrong ones.
    private struct Drawn {
        var rows: [[String]] = []
        private var random: InvarianceTests.Sown

        private static let texts = [
            "Kurs", "kurs; med \"citat\"", "två\nrader", " Kök & <trädgård> ", "é ß 🙂", "SFI", "x",
        ]

        init(seed: UInt64, faults: Bool) {
            random = InvarianceTests.Sown(state: seed)
            let names = Judging.insatser.split(separator: ";").map(String.init)
            rows = [names]
            for number in 1...(10 + Int(random.next() % 30)) { rows.append(row(number, names.count, faults)) }
        }

        private mutating func one(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }

        private mutating func row(_ number: Int, _ width: Int, _ faults: Bool) -> [String] {
            var row = Array(repeating: "", count: width)
            row[0] = one(["2013-03", "201303", "mars 2013", "2013-03-01", " 2013-03"])
            row[1] = one(["0180", "180", "0180 "])
            row[2] = one([String(number), String(10_000 + number), "00\(100 + number)"])
            let marks = ["X", "x", "×", "15", "15,0", " 7", "01"]
            let mark = 3 + Int(random.next() % 9)
            row[mark] = mark == 3 ? one(["X", "x", " X"]) : one(marks)
            if mark != 3, random.next() % 3 == 0 { row[4 + Int(random.next() % 8)] = one(marks) }
            if random.next() % 2 == 0 { row[13 + Int(random.next() % 8)] = one(marks) }
            if !row[11].isEmpty || !row[20].isEmpty { row[21] = one(Self.texts) }
            guard faults, random.next() % 3 == 0 else { return row }
            row[Int(random.next() % UInt64(width))] = one([
                "", "40", "hej", "0", "1-", "9999", "2013-07", "19121212-1212", " \n",
            ])
            return row
        }

        /// As text, with the line each row begins on.
        func text() -> (bytes: [UInt8], lines: [Int: Int]) {
            var writer = CSVWriter()
            var line = 1
            var lines: [Int: Int] = [:]
            for (place, row) in rows.enumerated() {
                lines[line] = place + 1
                line += 1 + row.joined().count { $0 == "\n" }
                writer.row(row)
            }
            return (writer.bytes, lines)
        }

        func workbook() throws -> [UInt8] {
            let workbook = try WorkbookWriter()
            let sheet = try workbook.addSheet("Mars")
            for (place, row) in rows.enumerated() {
                for (column, text) in row.enumerated() where !text.isEmpty {
                    try sheet.write(text, row: place + 1, column: column)
                }
            }
            return try workbook.finish()
        }
    }

    /// "R03 14 G" for each finding and repair, by the row's place in the table.
    private func said(_ list: FindingList, _ lines: [Int: Int]? = nil) throws -> [String] {
        try list.map { finding in
            let row = try finding.row.map { row in try lines.map { try #require($0[row]) } ?? row }
            let column = finding.cell.map { $0.prefix { $0.isLetter } } ?? ""
            return
                "\(finding.rule) \(row.map(String.init) ?? "") \(column) \(finding.value ?? "") \(finding.corrected ?? "")"
        }
    }

    @Test("Any table is judged the same, value by value and row by row", arguments: [false, true])
    func roundTrip(faults: Bool) async throws {
        let judging = Judging(municipality: "0180", month: "2013-03", table: "insatser", keeps: true)
        var kept = 0
        var found: Set<String> = []
        for seed in 1...40 as ClosedRange<UInt64> {
            let drawn = Drawn(seed: seed, faults: faults)
            let (bytes, lines) = drawn.text()
            // A byte order mark is said of a text file, never of a workbook.
            let text = try await judging.file(bytes).verdicts[0]
            let workbook = try await judging.file(drawn.workbook(), name: "a.xlsx").verdicts[0]
            #expect(text.rows == workbook.rows, "seed \(seed)")
            #expect(text.columns == workbook.columns, "seed \(seed)")
            #expect(try said(text.findings, lines) == said(workbook.findings), "seed \(seed)")
            #expect(try said(text.repairs, lines) == said(workbook.repairs), "seed \(seed)")
            if text.columns != nil { kept += 1 }
            found.formUnion((Array(text.findings) + Array(text.repairs)).map(\.rule))
        }
        // The lot has drawn what the test is about.
        #expect(found.isSuperset(of: ["A01", "A02", "A03", "A04", "A05", "A09", "V03"]))
        if faults {
            #expect(found.isSuperset(of: ["R03", "R06", "R08", "R09", "R13", "R16"]))
        } else {
            #expect(kept == 40)
        }
    }
}
