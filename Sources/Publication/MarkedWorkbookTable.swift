import Tabular

/// The rows of delimited text as a sheet, with marks.
struct MarkedWorkbookTable {
    private let rows: [MarkedWorkbook.Row]
    private let marks: SheetMarks
    /// The first of our two columns.
    private let column: Int
    private let tones: [Int: [Int: MarkedCell]]
    private let results: [Int: MarkedRow]

    private static let explanationWidth = 80.0

    init(_ rows: [MarkedWorkbook.Row], marks: SheetMarks) {
        self.rows = rows
        self.marks = marks
        // Rows saved from a workbook that we marked: ours are written anew where they were.
        let header = rows.first { $0.number == marks.headerRow }?.cells ?? []
        let former = header.indices.dropLast().first {
            MarkingNames.isOurs(header: header[$0]) && MarkingNames.isOurs(header: header[$0 + 1])
        }
        column = former ?? rows.reduce(0) { max($0, $1.cells.count) }
        tones = marks.cells.reduce(into: [:]) { $0[$1.row, default: [:]][$1.column] = $1 }
        results = marks.rows.reduce(into: [:]) { $0[$1.row] = $1 }
    }

    func write(to workbook: borrowing WorkbookWriter) throws(WorkbookError) {
        let sheet = try workbook.addSheet(marks.sheet)
        for (place, width) in widths.enumerated() { try sheet.width(width, columns: place...place) }
        try sheet.width(14, columns: column...column)
        try sheet.width(Self.explanationWidth, columns: column + 1...column + 1)
        if let headerRow = marks.headerRow { try sheet.freeze(rows: headerRow) }
        if let last = rows.last?.number, column > 0 {
            try sheet.allowNumbersAsText(CellRange(rows: 1...last, columns: 0...column - 1))
        }
        for row in rows { try write(row, to: sheet) }
    }

    private func write(_ row: MarkedWorkbook.Row, to sheet: WorkbookSheetWriter) throws(WorkbookError) {
        let isHeader = row.number == marks.headerRow
        let result = isHeader ? nil : results[row.number]
        try sheet.fit([(result?.explanation ?? "", Self.explanationWidth)], row: row.number)
        let tones = tones[row.number] ?? [:]
        for place in 0..<max(column, (tones.keys.max() ?? 0) + 1) {
            let text = place < min(row.cells.count, column) ? row.cells[place] : ""
            let mark = tones[place]
            var style = isHeader ? MarkingLook.header.style : CellStyle(top: true)
            if let mark { style.fill = mark.tone.rgb }
            if !text.isEmpty {
                try sheet.write(
                    String(text.utf16.count > 32_767 ? text.prefix(32_000) : text[...]), row: row.number, column: place,
                    style: style)
            } else if mark != nil || isHeader {
                try sheet.writeBlank(row: row.number, column: place, style: style)
            }
            if let comment = mark?.comment { try sheet.mark(comment, row: row.number, column: place) }
        }
        if isHeader {
            try sheet.write(marks.headers.result, row: row.number, column: column, style: MarkingLook.header.style)
            try sheet.write(
                marks.headers.explanation, row: row.number, column: column + 1, style: MarkingLook.header.style)
        } else if let result {
            let look = result.tone.map { MarkingLook.tone($0) } ?? .plain
            try sheet.write(result.result, row: row.number, column: column, style: look.style)
            try sheet.write(
                result.explanation, row: row.number, column: column + 1, style: MarkingLook.wrapped.style)
        }
    }

    /// Widths in characters that show the whole of most cells.
    private var widths: [Double] {
        var longest = [Int](repeating: 0, count: column)
        for row in rows {
            for (place, cell) in row.cells.prefix(column).enumerated() where cell.utf8.count > longest[place] {
                longest[place] = cell.utf8.count
            }
        }
        return longest.map { Double(min(max($0 + 2, 6), 40)) }
    }
}
