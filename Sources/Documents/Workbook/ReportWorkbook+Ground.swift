import Reporting
import Tabular
import Vocabulary

extension ReportWorkbook {
    /// Who answers for the report, what its figures mean, and where they come from.
    func ground(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, words.definitionsAndSources)
        func write(_ title: String, _ texts: [String]) throws(WorkbookError) {
            for (index, text) in texts.filter({ !$0.isEmpty }).enumerated() {
                let title = index == 0 ? title : ""
                try sheet.write(title, row: row, column: 0, style: Look.strongText)
                try sheet.write(text, row: row, column: 1, style: Look.text)
                try sheet.height(max(Look.height(text, width: 100), Look.height(title, width: 36)), row: row)
                row += 1
            }
        }
        try write(words.about, [words.responsible(report)] + report.sources)
        for change in report.changes {
            try write(
                "\(words.changed): \(change.titles.now)",
                ["\(words.now): \(change.definitions.now)", "\(words.before): \(change.definitions.before)"])
        }
        for diagram in report.diagrams {
            try write("\(diagram.number) \(diagram.title)", diagram.definitions + diagram.notes + [diagram.source])
        }
        try sheet.width(44, columns: 0...0)
        try sheet.width(110, columns: 1...1)
        try sheet.printLandscape(headerRows: 0)
    }
}
