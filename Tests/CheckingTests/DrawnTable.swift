import Checking
import Tabular
import Testing

/// A table drawn by lot, without what CSVWriter guards against (a text that begins as a formula does): right values,
/// values to mend, and, when `faults`, wrong ones.
struct DrawnTable {
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

    /// Draws `count` cells below the header and puts other texts in them; what was put where.
    mutating func change(_ count: Int) -> [(row: Int, column: Int, text: String)] {
        (0..<count).map { _ in
            let row = 1 + Int(random.next() % UInt64(rows.count - 1))
            let column = Int(random.next() % UInt64(rows[row].count))
            let text = one(["", "X", "7", "40", "0003", "2013-03", "april 2013", "0180", "åäö, \"kurs\"", "hej;"])
            rows[row][column] = text
            return (row, column, text)
        }
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

extension FindingList {
    /// "R03 14 G" for each finding and repair, by the row's place in the table.
    func said(_ lines: [Int: Int]? = nil) throws -> [String] {
        try map { finding in
            let row = try finding.row.map { row in try lines.map { try #require($0[row]) } ?? row }
            let column = finding.cell.map { $0.prefix { $0.isLetter } } ?? ""
            return
                "\(finding.rule) \(row.map(String.init) ?? "") \(column) \(finding.value ?? "") \(finding.corrected ?? "")"
        }
    }
}
