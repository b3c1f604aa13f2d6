import Foundation
import Tabular
import TestSupport
import Testing

@Suite("Charts in workbooks as we write them")
struct WorkbookChartTests {
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(FileBytes(bytes), limits: ReadingLimits())
        return String(decoding: try archive.contents(of: #require(archive.entry(name))), as: UTF8.self)
    }

    private func workbook(_ kind: WorkbookChart.Kind) throws -> [UInt8] {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Hushåll & 'barn' nu")
        for (row, value) in [10.0, 12, nil, 9].enumerated() {
            try sheet.write("månad \(row)", row: row + 2, column: 0)
            if let value { try sheet.write(value, row: row + 2, column: 1) }
        }
        let rows = 2...5
        let places = CellRange(rows: rows, columns: 0...0)
        let chart = WorkbookChart(
            kind,
            [
                WorkbookChart.Series(
                    "2022 <nytt>", values: CellRange(rows: rows, columns: 1...1), places: places, color: 0xB5530C,
                    dash: .dashed, marker: .triangle, isHollow: true)
            ], title: "Färre & färre", placeTitle: "Månad", valueTitle: "Hushåll", numberFormat: "#,##0", least: 5)
        try sheet.insert(chart, row: 2, column: 3, description: "En \"linje\" & inget annat")
        return try workbook.finish()
    }

    @Test("show the cells they were given, with title, axes, dash and marker, and are described")
    func line() throws {
        let bytes = try workbook(.lines)
        let chart = try part("xl/charts/chart1.xml", of: bytes)
        for text in [
            "<c:lineChart>", "'Hushåll &amp; ''barn'' nu'!$B$2:$B$5", "'Hushåll &amp; ''barn'' nu'!$A$2:$A$5",
            "<c:v>2022 &lt;nytt&gt;</c:v>", "<a:prstDash val=\"dash\"/>", "<c:symbol val=\"triangle\"/>",
            "<a:t>Färre &amp; färre</a:t>", "<a:t>Månad</a:t>", "<a:t>Hushåll</a:t>", "<c:min val=\"5\"/>",
            "B5530C", "FFFFFF", "<c:v>månad 3</c:v>",
        ] { #expect(chart.contains(text), "\(text)") }
        #expect(!chart.contains("<c:dispBlanksAs val=\"zero\"/>") && !chart.contains("<c:dispBlanksAs val=\"span\"/>"))
        let drawing = try part("xl/drawings/drawing1.xml", of: bytes)
        #expect(drawing.contains("descr=\"En &quot;linje&quot; &amp; inget annat\""))
    }

    @Test(
        "are of the kind asked for",
        arguments: [
            (WorkbookChart.Kind.columns, "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"),
            (.stackedColumns, "<c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>"),
            (.bars, "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"),
        ])
    func kinds(kind: WorkbookChart.Kind, text: String) throws {
        let chart = try part("xl/charts/chart1.xml", of: workbook(kind))
        #expect(chart.contains(text))
        #expect(chart.contains("<c:orientation val=\"maxMin\"/>") == (kind == .bars))
    }

    @Test("hold what people paste as text: no formula, no control character")
    func pasted() throws {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("A")
        try sheet.write(1, row: 1, column: 1)
        let cell = CellRange(rows: 1...1, columns: 1...1)
        let chart = WorkbookChart(
            .lines, [WorkbookChart.Series("=Summa!A1", values: cell, places: cell, color: 0)],
            title: "=Summa!A1\u{b}minskar")
        try sheet.insert(chart, row: 2, column: 3, description: "En\u{1}linje")
        let bytes = try workbook.finish()
        let made = try part("xl/charts/chart1.xml", of: bytes)
        #expect(!made.contains("<c:f>Summa") && made.contains("<a:t> =Summa!A1minskar</a:t>"))
        #expect(try part("xl/drawings/drawing1.xml", of: bytes).contains("descr=\"Enlinje\""))
    }

    @Test("only show cells that there are")
    func outside() throws {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("A")
        let far = CellRange(rows: 1...2, columns: 20_000...20_000)
        let series = WorkbookChart.Series("x", values: far, places: far, color: 0)
        #expect(throws: WorkbookError.outsideSheet(row: 1, column: 20_000)) {
            try sheet.insert(WorkbookChart(.lines, [series]), row: 1, column: 0, description: "")
        }
    }
}

@Suite("Archives with members replaced")
struct ZipReplacingTests {
    @Test("have the new contents, and the others as they were")
    func replacing() throws {
        let workbook = try WorkbookWriter()
        try workbook.addSheet("A").write("x", row: 1, column: 0)
        let before = try ZipArchive(FileBytes(try workbook.finish()), limits: ReadingLimits())
        let bytes = try before.replacing { name, contents in
            name == "docProps/app.xml" ? Array("nytt å".utf8) : nil
        }
        let after = try ZipArchive(FileBytes(bytes), limits: ReadingLimits())
        #expect(after.entries.map(\.name) == before.entries.map(\.name))
        for (old, new) in zip(before.entries, after.entries) {
            let contents = try after.contents(of: new)
            #expect(
                try new.name == "docProps/app.xml"
                    ? contents == Array("nytt å".utf8) : contents == before.contents(of: old))
        }
    }
}
