import Checking
import Foundation
import Tabular
import Testing
import Vocabulary

@Suite("The same table as text and as a workbook")
struct WorkbookRoundTripTests {
    @Test("Any table is judged the same, value by value and row by row", arguments: [false, true])
    func roundTrip(faults: Bool) async throws {
        let judging = Judging(municipality: "0180", month: "2013-03", table: "insatser", keeps: true)
        var kept = 0
        var found: Set<String> = []
        for seed in 1...40 as ClosedRange<UInt64> {
            let drawn = DrawnTable(seed: seed, faults: faults)
            let (bytes, lines) = drawn.text()
            // A byte order mark is said of a text file, never of a workbook.
            let text = try await judging.file(bytes).verdicts[0]
            let workbook = try await judging.file(drawn.workbook(), name: "a.xlsx").verdicts[0]
            #expect(text.rows == workbook.rows, "seed \(seed)")
            #expect(text.columns == workbook.columns, "seed \(seed)")
            #expect(try text.findings.said(lines) == workbook.findings.said(), "seed \(seed)")
            #expect(try text.repairs.said(lines) == workbook.repairs.said(), "seed \(seed)")
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
