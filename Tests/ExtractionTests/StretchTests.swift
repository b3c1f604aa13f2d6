import Checking
import Definitions
import Foundation
import Tabular
import Testing
import Vocabulary

@testable import Extraction

@Suite("Large files")
struct StretchTests {
    /// Some 3 MB: every seventh row is kept out, every fifth has a text with line ends in it.
    private static let rows: [String] = (0..<40_000).map { row in
        let name = row % 5 == 0 ? "\"Anna;\nEx\"\"em\npel \(row)\"" : "Anna Exempel"
        let amount = row % 7 == 0 ? "-\(row)" : "\(row % 900 + 1),50"
        return "\(row);\(row % 300);19900101-2385;\(name);2022-08-25;\(amount);2022-08"
    }

    private static let header = "Utbetnr;Ärendenr;Personnr;Namn;Datum;Belopp;Avser månad"

    @Test("are mapped on several processors as if they had been read from the top")
    func asFromTheTop() throws {
        let text = ([Self.header] + Self.rows).joined(separator: "\n") + "\n"
        #expect(text.utf8.count > 1 << 20)
        let large = try Doors.map("treserva", [text])
        // Read in pieces too small to be cut.
        var small: [[String]] = []
        var places: [Int] = []
        var line = 2
        for start in stride(from: 0, to: Self.rows.count, by: 5_000) {
            let piece = Array(Self.rows[start..<start + 5_000])
            let extracted = try Doors.map("treserva", [([Self.header] + piece).joined(separator: "\n") + "\n"])
            small += extracted.rows("utbetalningar")
            places += (0..<extracted.rows("utbetalningar").count).compactMap { row in
                extracted.origin(of: row + 2, in: "utbetalningar.csv").map { Int($0.row) + line - 2 }
            }
            line += piece.reduce(0) { $0 + $1.split(separator: "\n", omittingEmptySubsequences: false).count }
        }
        #expect(large.rows("utbetalningar") == small)
        #expect(
            places == small.indices.compactMap { large.origin(of: $0 + 2, in: "utbetalningar.csv").map { Int($0.row) } }
        )
        let report = try #require(large.report.files.first)
        #expect(report.records == 40_000)
        #expect(report.rows == ["utbetalningar": small.count])
        // The first seven rows kept out are lines 2, 9 … with what the texts above them have in line ends.
        #expect(report.keptOut.map(\.count) == [40_000 - small.count])
        #expect(report.keptOut[0].rows.count == 10 && report.keptOut[0].rows.first == 2)
        #expect(report.keptOut[0].rows == report.keptOut[0].rows.sorted())
    }

    @Test(
        "Texts are compared without regard to case and blanks, in ASCII and beyond",
        arguments: [
            ("Ekonomiskt  Bistånd", "ekonomiskt bistånd"), (" a b ", "a b"), ("", ""), (" ", ""),
            ("A\u{a0}\u{2003}B", "a b"),
            ("ÅÄÖ", "åäö"), ("a\tb", "a b"), ("Straße 1", "straße 1"),
        ])
    func folded(_ text: String, _ folded: String) { #expect(text.folded == folded) }
}
