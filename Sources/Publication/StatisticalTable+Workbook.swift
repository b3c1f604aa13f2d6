import Statistics
public import Tabular
public import Vocabulary

extension StatisticalTable {
    /// A workbook with a sheet for each table: heading, header row, numbers as numbers, notes below.
    public static func workbook(_ tables: [StatisticalTable], _ language: Language) throws(WorkbookError) -> [UInt8] {
        let workbook = try WorkbookWriter()
        for table in tables { try table.write(to: workbook.addSheet(table.sheetName), language) }
        return try workbook.finish()
    }

    /// "Tabell 2" from "Tabell 2. Arbetsfrämjande …": a sheet's name has at most 31 characters.
    private var sheetName: String {
        String(title.prefix { $0 != "." && $0 != "," }.filter { !"[]:*?/\\".contains($0) }.prefix(31))
    }

    private func write(to sheet: WorkbookSheetWriter, _ language: Language) throws(WorkbookError) {
        var line = 1
        if let warning {
            try sheet.write(warning, row: line, column: 0, style: CellStyle(bold: true, textColor: 0xB00020))
            line += 1
        }
        try sheet.write(title, row: line, column: 0, style: CellStyle(bold: true, size: 13))
        line += 2
        for (place, column) in columns.enumerated() {
            let style = CellStyle(bold: true, wrap: true, border: .below, align: column.unit == .text ? .left : .right)
            try sheet.write(column.title, row: line, column: place, style: style)
            try sheet.width(width(place), columns: place...place)
        }
        try sheet.freeze(rows: line)
        for row in rows {
            line += 1
            for (place, cell) in row.cells.enumerated() {
                try write(cell, to: sheet, row: line, column: place, bold: row.isTotal)
            }
        }
        line += 1
        for text in symbols.map({ "\($0.rawValue) = \($0.meaning(language))" }) + notes + [source] {
            line += 1
            try sheet.write(text, row: line, column: 0)
        }
    }

    private func write(
        _ cell: Cell, to sheet: WorkbookSheetWriter, row: Int, column: Int, bold: Bool
    ) throws(WorkbookError) {
        switch cell {
        case .text(let text): try sheet.write(text, row: row, column: column, style: CellStyle(bold: bold))
        case .figure(.value(.count(let number))):
            try sheet.write(number, row: row, column: column, style: CellStyle(bold: bold, numberFormat: "#,##0"))
        case .figure(.value(.share(let share))):
            let style = CellStyle(bold: bold, numberFormat: "0.0")
            try sheet.write(Double(share.tenths) / 10, row: row, column: column, style: style)
        case .figure(.value(.whole)): try sheet.write(100, row: row, column: column, style: CellStyle(bold: bold))
        case .figure:
            let style = CellStyle(bold: bold, align: .right)
            try sheet.write(cell.symbol?.rawValue ?? "", row: row, column: column, style: style)
        }
    }

    private func width(_ place: Int) -> Double {
        guard columns[place].unit == .text else { return 14 }
        let longest = rows.reduce(columns[place].title.count) { longest, row in
            if case .text(let text) = row.cells[place] { max(longest, text.count) } else { longest }
        }
        return Double(min(max(longest + 2, 8), 70))
    }
}
