import Foundation
import Statistics
import Testing
import Vocabulary

@testable import Publication

@Suite struct StatisticalTableTests {
    let table = StatisticalTable(
        id: "2", title: "Tabell 2. Antal och andel",
        columns: [
            .init(id: "measure", title: "Insats", unit: .text), .init(id: "count", title: "Antal", unit: .count),
            .init(id: "share", title: "Andel %", unit: .percent),
        ],
        rows: [
            .init([.text("1 Övrig \"insats\"; kort"), .count(3189), .share(Share(tenths: 406))]),
            .init([.text("2 En lång benämning"), .count(-5), .notApplicable]),
            .init([.text("Summa"), .missing, .whole], isTotal: true),
        ],
        notes: ["En not."], source: "Källa: prov.", warning: nil)

    @Test func `the terminal shows aligned columns, broken labels and the signs that occur`() {
        let shown = table.text(.sv, labelWidth: 12).split(separator: "\n", omittingEmptySubsequences: false)
        let rule = String(repeating: "─", count: 27)
        #expect(
            shown == [
                "Tabell 2. Antal och andel", rule[...],
                "Insats       Antal  Andel %", rule[...],
                "1 Övrig      3\u{a0}189     40,6",
                "  \"insats\";",
                "  kort",
                "2 En lång       −5        .",
                "  benämning", rule[...],
                "Summa           ..      100", rule[...],
                ".. = uppgift saknas", ". = uppgift kan inte förekomma", "En not.", "Källa: prov.", "",
            ])
    }

    @Test func `English has commas in thousands and points in shares`() {
        let shown = table.text(.en)
        #expect(shown.contains("3,189"))
        #expect(shown.contains("40.6"))
        #expect(shown.contains(". = not applicable"))
    }

    @Test func `CSV has semicolons, decimal commas, no grouping, blanks for nothing and a byte order mark`() {
        #expect(
            String(decoding: table.csv(), as: UTF8.self)
                == "\u{feff}Insats;Antal;Andel %\r\n\"1 Övrig \"\"insats\"\"; kort\";3189;40,6\r\n"
                + "2 En lång benämning;-5;\r\nSumma;;100\r\n")
    }

    @Test func `made-up figures say so in every form`() throws {
        var madeUp = table
        madeUp.warning = "PÅHITTADE UPPGIFTER"
        #expect(madeUp.text(.sv).hasPrefix("*** PÅHITTADE UPPGIFTER ***\n"))
        let lines = String(decoding: madeUp.csv(), as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(";PÅHITTADE UPPGIFTER") })
        let json = String(decoding: try StatisticalTable.json([madeUp]), as: UTF8.self)
        #expect(json.contains("\"warning\" : \"PÅHITTADE UPPGIFTER\""))
    }

    @Test func `JSON has plain numbers, and a status where there is none`() throws {
        let json = try StatisticalTable.json([table])
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains("\"share\" : 40.6\n"))
        #expect(text.contains("\"count\" : 3189,"))
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]])
        let rows = try #require(objects.first?["rows"] as? [[String: Any]])
        let last = try #require(rows.last?["cells"] as? [String: Any])
        #expect((last["count"] as? [String: String]) == ["status": "missing"])
        #expect(rows.map { $0["total"] as? Bool } == [false, false, true])
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1\u{a0}000"), (3_578_840, "3\u{a0}578\u{a0}840"), (-1234, "−1\u{a0}234"),
    ])
    func `thousands are grouped by no-break spaces`(number: Int, shown: String) {
        #expect(NumberForm(.sv).text(number) == shown)
    }
}
