import Publication
import Statistics
import Testing
import Vocabulary

/// The figures that the report on the test collection of 2013 prints, written here and nowhere else, so that the tests
/// do not ask the program what is right.
enum PrintedFigures {
    /// Measures, then closure reasons.
    static let table1 = [["47", "40"], ["55", "31"]]

    static let table2: [(row: String, number: String, share: String)] = [
        ("1", "860", "11,0"), ("2", "3 189", "40,6"), ("3", "548", "7,0"), ("4", "842", "10,7"),
        ("5", "811", "10,3"), ("6", "614", "7,8"), ("7", "118", "1,5"), ("8", "870", "11,1"),
        ("Summa", "7 852", "100"),
    ]

    static let table3: [(row: String, cells: [String])] = [
        ("1", ["16,7", "15,0", "19,5"]), ("2", ["4,6", "4,0", "6,3"]), ("3", ["4,4", "2,9", "5,8"]),
        ("4", ["0,6", "1,7", "1,1"]), ("5", ["2,5", "2,9", "2,8"]), ("6", ["4,5", "8,1", "7,9"]),
        ("7", ["6,9", "6,9", "11,1"]), ("8", ["4,1", "10,4", "5,5"]), ("9", ["8,3", "12,7", "9,8"]),
        ("10", ["1,9", "0,0", "3,4"]), ("11", ["9,5", "15,6", "11,7"]), ("12", ["35,9", "19,7", "15,1"]),
        ("Summa", ["100", "100", "100"]), ("Antal", ["2 006", "173", "1 626"]),
    ]

    /// Bilaga 3, the line of sums: population, then the four kinds of taking part.
    static let annex3 = ["3 578 840", "47", "40", "55", "31"]
}

/// Expects every printed figure of Tabell 1, 2 and 3 and the sums of Bilaga 3.
func expectPrintedFigures(_ context: TableContext) {
    let first = shown(context, .participation)
    #expect(first.map { Array($0.dropFirst()) } == PrintedFigures.table1)
    let second = shown(context, .measures)
    for (found, printed) in zip(second, PrintedFigures.table2) {
        #expect(found[0].hasPrefix(printed.row))
        #expect(found[1] == printed.number)
        #expect(found[2] == printed.share)
    }
    #expect(second[8][3...] == ["7 575", "277"])
    let third = shown(context, .reasons)
    #expect(third.count == PrintedFigures.table3.count)
    for (found, printed) in zip(third, PrintedFigures.table3) {
        #expect(found[0].hasPrefix(printed.row))
        #expect(Array(found[1...]) == printed.cells)
    }
    let sums = shown(context, .participants).last ?? []
    #expect(sums.count == 8)
    #expect([sums[2]] + sums[4...] == PrintedFigures.annex3)
}

/// Expects what the report tells in words.
func expectToldFigures(_ tally: CollectionTally) throws {
    let measures = tally.marks[0]
    let reasons = tally.reasons[0]
    // "drygt 13 300 dataposter", "närmare 6 300" of code 0, "cirka 3 500" closed households.
    #expect((13_301..<13_400).contains(measures.rows))
    #expect((6_250..<6_300).contains(measures.marked(0)))
    #expect((3_450..<3_550).contains(reasons.rows))
    #expect(measures.municipalitiesWithDays == 27)
    let days = Dictionary(measures.volumes.map { ($0.code, $0.someDays) }) { first, _ in first }
    #expect(days[2] == 24)
    #expect(days[1] == 23)
    #expect(days[5] == 20)
    #expect(days.filter { ![1, 2, 5].contains($0.key) }.values.allSatisfy { $0 < 20 && $0 > 0 })
    #expect(Set(measures.parts.filter { $0.marked(8, measures.layout) > 0 }.map(\.municipality)).count == 26)
    #expect(tally.participants.count == 72)
    #expect(tally.participants("insatser").intersection(tally.participants("avslutsorsaker")).count == 54)
}

/// The rows of a table as the Swedish terminal shows them, with plain spaces.
private func shown(_ context: TableContext, _ kind: TableKind) -> [[String]] {
    context.tables(kind)[0].rows.map { row in
        row.cells.map { $0.text(NumberForm(.sv)).replacing("\u{a0}", with: " ") }
    }
}
