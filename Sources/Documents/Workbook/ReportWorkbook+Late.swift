import Reporting
import Tabular
import Vocabulary

extension ReportWorkbook {
    /// How months have grown since they were extracted.
    func write(_ late: LateRegistration, _ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, words.late)
        for line in late.introduction.lines {
            try text(line, sheet, &row)
        }
        for figure in late.figures {
            row += 1
            try sheet.write(words.caption(figure.title, figure.unit), row: row, column: 0, style: Look.strong)
            row += 1
            let heads = [
                words.month, words.firstExtracted, words.known(late.known), words.added, words.expected, words.lower,
                words.upper,
            ]
            for (column, text) in heads.enumerated() {
                try sheet.write(text, row: row, column: column, style: Look.head(column == 0 ? .left : .right))
            }
            for month in figure.months {
                row += 1
                try sheet.write(month.month.fullName(report.language), row: row, column: 0)
                let expected = month.expected
                let interval = expected?.interval
                let isSure = interval?.lowerBound == interval?.upperBound
                let values: [Double?] = [
                    month.first, month.now, month.now - month.first, expected?.value,
                    isSure ? nil : interval?.lowerBound, isSure ? nil : interval?.upperBound,
                ]
                for (column, value) in values.enumerated() {
                    guard let value else { continue }
                    try Look.write(.value(value), figure.unit, to: sheet, row: row, column: column + 1)
                }
            }
        }
        row += 2
        for line in late.method.lines { try text(line, sheet, &row) }
        try sheet.width(44, columns: 0...0)
        try sheet.width(20, columns: 1...6)
        try sheet.printLandscape(headerRows: 0)
    }

    /// A line of text over the width of the table.
    private func text(_ line: String, _ sheet: WorkbookSheetWriter, _ row: inout Int) throws(WorkbookError) {
        try sheet.merge(CellRange(rows: row...row, columns: 0...6), text: line, style: Look.text)
        try sheet.height(Look.height(line, width: 150), row: row)
        row += 1
    }
}
