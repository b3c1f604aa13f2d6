import Tabular
import Vocabulary

extension TemplateLayout {
    func writeHeading(_ sheet: WorkbookSheetWriter, municipality: Municipality?, month: Month?) throws(WorkbookError) {
        try sheet.write(
            "\(collection.title[language]): \(table.title[language])", row: 1, column: 0, style: Self.title)
        let whose = [
            municipality.map { "\($0.name) (\($0.code))" }, month.map { $0.fullName(language) },
            say("en rad per hushåll", "a row per household"),
            say(
                "läs mer på bladet \(TemplateSheet.instructions.name.sv)",
                "see the sheet \(TemplateSheet.instructions.name.en)"),
        ]
        try sheet.write(whose.compactMap(\.self).joined(separator: " · "), row: 2, column: 0)
        let coded = table.fields.filter { $0.code != nil }
        let codes = codeLists.filter { list in coded.contains { $0.codeList == list.id } }.flatMap(\.codes)
        let legend = codes.map { "\($0.value) = \($0.shortLabel[language])" }.joined(separator: " · ")
        guard !legend.isEmpty else { return }
        let row = CellRange(rows: 3...3, columns: 0...lastColumn)
        try sheet.merge(row, text: legend, style: Self.wrapped)
        try sheet.height(Self.height(legend, width: table.fields.reduce(0) { $0 + width($1) }), row: 3)
    }

    func writeHeader(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        for (column, field) in table.fields.enumerated() {
            let header = field.group == nil ? field.title : field.header
            try sheet.write(header[language], row: headerRow, column: column, style: self.header(field.group))
            try sheet.width(width(field), columns: column...column, style: cell(field))
            if !table.groups.isEmpty, field.group == nil {
                try sheet.writeBlank(row: headerRow - 1, column: column, style: self.header(nil))
            }
        }
        for group in table.groups {
            let columns = table.fields.indices.filter { table.fields[$0].group == group.id }
            guard let first = columns.first, let last = columns.last else { continue }
            let style = header(group.id)
            if first == last {
                try sheet.write(group.title[language], row: headerRow - 1, column: first, style: style)
            } else {
                try sheet.merge(
                    CellRange(rows: headerRow - 1...headerRow - 1, columns: first...last), text: group.title[language],
                    style: style)
            }
        }
        try sheet.freeze(rows: headerRow, columns: min(3, lastColumn))
        try sheet.printLandscape(headerRows: headerRow)
    }

    /// Fills in what is the same on every row.
    func prepareRows(_ sheet: WorkbookSheetWriter, municipality: Municipality?, month: Month?) throws(WorkbookError) {
        for (column, field) in table.fields.enumerated() {
            let value: String? =
                switch field.type {
                case .month: month?.iso
                case .municipality: municipality?.code
                default: nil
                }
            guard let value else { continue }
            for row in firstRow..<firstRow + Template.preparedRows {
                try sheet.write(value, row: row, column: column, style: Self.prepared)
            }
        }
        for (column, field) in table.fields.enumerated() where isText(field) {
            try sheet.allowNumbersAsText(guarded(column))
        }
    }

    func writeExamples(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        try sheet.write(
            say(
                "Så här kan en ifylld fil se ut. Det här bladet lämnas inte in.",
                "A file filled in. This sheet is not delivered."),
            row: 1, column: 0, style: Self.heading)
        for (index, example) in table.examples.enumerated() {
            for (column, (field, cell)) in zip(table.fields, example).enumerated() where !cell.isEmpty {
                let row = firstRow + index
                if let number = Int(cell), !isText(field) {
                    try sheet.write(number, row: row, column: column, style: self.cell(field))
                } else {
                    try sheet.write(cell, row: row, column: column, style: self.cell(field))
                }
            }
        }
    }

    /// The cells of a column that say what they take.
    func guarded(_ column: Int) -> CellRange {
        CellRange(rows: firstRow...firstRow + Template.guardedRows - 1, columns: column...column)
    }
}
