/// Marks one sheet: fills cells, and writes our two columns. Everything else of the sheet stays as it is.
struct MarkingSheetEdit {
    /// What becomes of a cell.
    enum Change {
        case fill(MarkingTone)
        case text(String, MarkingLook)
    }

    private let source: [UInt8]
    private let layout: MarkingLayout
    private let changes: [Int: [Int: Change]]
    /// Our two columns from an earlier time, below whose header every cell is ours.
    private let ours: (row: Int, column: Int)?
    private var edit: XMLEdit
    private var styles: MarkingStyles

    private init(
        _ source: [UInt8], layout: MarkingLayout, changes: [Int: [Int: Change]], ours: (row: Int, column: Int)?,
        styles: MarkingStyles
    ) {
        self.source = source
        self.layout = layout
        self.changes = changes
        self.ours = ours
        self.styles = styles
        edit = XMLEdit(source)
    }

    /// The sheet with `changes`, by row and column.
    ///
    /// - Parameters:
    ///   - ours: Our two columns from an earlier time.
    ///   - shapes: The relation to comment boxes, when it is new.
    static func apply(
        _ changes: [Int: [Int: Change]], to source: [UInt8], layout: MarkingLayout,
        ours: (row: Int, column: Int)?, shapes: [UInt8], styles: inout MarkingStyles
    ) -> [UInt8] {
        var sheet = MarkingSheetEdit(source, layout: layout, changes: changes, ours: ours, styles: styles)
        sheet.editDimension()
        if !layout.ours.isEmpty {
            sheet.edit.replace(layout.columns ?? layout.rowsStart..<layout.rowsStart, with: layout.columnList)
        }
        sheet.editRows()
        sheet.edit.insert(shapes, at: layout.shapesPlace)
        styles = sheet.styles
        return sheet.edit.finish()
    }

    private mutating func editDimension() {
        guard let place = layout.dimension, !changes.isEmpty else { return }
        let corners = source[place].split(separator: UInt8(ascii: ":")).compactMap { CellRange.cell($0) }
        let columns = changes.values.flatMap(\.keys) + corners.map(\.column)
        let rows = changes.keys + corners.map(\.row)
        guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max() else {
            return
        }
        edit.replace(place, with: CellRange(rows: top...bottom, columns: left...right).address.utf8)
    }

    private mutating func editRows() {
        var scanner = XMLEditScanner(source)
        var waiting = changes.keys.sorted()[...]
        var number = 0
        var depth = 0
        while let tag = scanner.next() {
            if tag.kind == .close { depth -= 1 }
            if depth == 1, scanner.named(tag, "sheetData"), tag.kind != .open {
                let rest = waiting.flatMap { newRow($0) }
                if tag.kind == .empty {
                    edit.open(tag, with: rest)
                } else {
                    edit.insert(rest, at: tag.range.lowerBound)
                }
                return
            }
            if depth == 2, tag.kind != .close, scanner.named(tag, "row") {
                number = scanner.number("r", of: tag) ?? number + 1
                while let next = waiting.first, next < number {
                    edit.insert(newRow(next), at: tag.range.lowerBound)
                    waiting.removeFirst()
                }
                if waiting.first == number { waiting.removeFirst() }
                editRow(number, tag, &scanner)
                continue
            }
            if tag.kind == .open { depth += 1 }
        }
    }

    /// Edits the row that begins with `tag`, to its end.
    private mutating func editRow(_ number: Int, _ tag: XMLEditScanner.Tag, _ scanner: inout XMLEditScanner) {
        let wanted = changes[number] ?? [:]
        var waiting = wanted.keys.sorted()[...]
        let isStyled = ["1", "true"].contains(scanner.text("customFormat", of: tag))
        let rowStyle = isStyled ? scanner.number("s", of: tag) : nil
        let isEmpty = tag.kind == .empty
        if !waiting.isEmpty { editRowTag(number, tag, wanted, rowStyle, scanner) }
        if isEmpty { return }
        var column = -1
        var cell: (tag: XMLEditScanner.Tag, column: Int)?
        var depth = 0
        while let next = scanner.next() {
            if next.kind == .close { depth -= 1 }
            if depth < 0 {
                edit.insert(waiting.flatMap { newCell(number, $0, wanted, rowStyle) }, at: next.range.lowerBound)
                return
            }
            if depth == 0, next.kind != .close {
                let address = scanner.attribute("r", of: next).flatMap { CellRange.cell(source[$0]) }
                column = address?.column ?? column + 1
                cell = (next, column)
                while let first = waiting.first, first < column {
                    edit.insert(newCell(number, first, wanted, rowStyle), at: next.range.lowerBound)
                    waiting.removeFirst()
                }
                if waiting.first == column { waiting.removeFirst() }
            }
            if depth == 0, next.kind != .open, let (first, column) = cell {
                editCell(number, column, first, first.range.lowerBound..<next.range.upperBound, wanted[column], scanner)
                cell = nil
            }
            if next.kind == .open { depth += 1 }
        }
    }

    private mutating func editRowTag(
        _ number: Int, _ tag: XMLEditScanner.Tag, _ wanted: [Int: Change], _ rowStyle: Int?, _ scanner: XMLEditScanner
    ) {
        // The range of columns is a hint that no longer holds.
        var attributes: [(name: String, value: String?)] = [("spans", nil)]
        if !["1", "true"].contains(scanner.text("customHeight", of: tag)) {
            let former = scanner.text("ht", of: tag).flatMap(Double.init) ?? 0
            if let height = height(wanted), height > former {
                attributes.append(("ht", String(height)))
            } else if ours != nil, height(wanted) == nil {
                attributes.append(("ht", nil))  // It was ours, for a text that is gone.
            }
        }
        var element = XMLEdit.setting(attributes, of: Array(source[tag.range]))
        if tag.kind == .empty {
            let cells = wanted.keys.sorted().flatMap { newCell(number, $0, wanted, rowStyle) }
            element = Array(element.dropLast(2)) + ">".utf8 + cells + "</\(layout.prefix)row>".utf8
        }
        edit.replace(tag.range, with: element)
    }

    private mutating func editCell(
        _ row: Int, _ column: Int, _ tag: XMLEditScanner.Tag, _ range: Range<Int>, _ change: Change?,
        _ scanner: XMLEditScanner
    ) {
        let style = scanner.number("s", of: tag) ?? 0
        switch change {
        case .text(let text, let look):
            edit.replace(range, with: textCell(row, column, text, look))
        case .fill(let tone):
            restyle(tag, styles.style(marking: style, with: tone))
        case nil:
            if let ours, row >= ours.row, column == ours.column || column == ours.column + 1 {
                edit.replace(range, with: [])
            } else if let former = styles.style(unmarking: style) {
                restyle(tag, former)
            }
        }
    }

    private mutating func restyle(_ tag: XMLEditScanner.Tag, _ style: Int) {
        edit.replace(tag.range, with: XMLEdit.setting([("s", String(style))], of: Array(source[tag.range])))
    }

    private mutating func newRow(_ number: Int) -> [UInt8] {
        let wanted = changes[number] ?? [:]
        let height = height(wanted).map { " ht=\"\($0)\"" } ?? ""
        return Array("<\(layout.prefix)row r=\"\(number)\"\(height)>".utf8)
            + wanted.keys.sorted().flatMap { newCell(number, $0, wanted, nil) } + "</\(layout.prefix)row>".utf8
    }

    /// The height a row needs for our explanation.
    private func height(_ wanted: [Int: Change]) -> Double? {
        MarkingHeight.points(
            wanted.compactMap { column, change in
                if case .text(let text, _) = change { (text, layout.characters(ofColumn: column)) } else { nil }
            })
    }

    private mutating func newCell(
        _ row: Int, _ column: Int, _ wanted: [Int: Change], _ rowStyle: Int?
    ) -> [UInt8] {
        switch wanted[column] {
        case .text(let text, let look): return textCell(row, column, text, look)
        case .fill(let tone):
            let style = styles.style(marking: rowStyle ?? layout.style(ofColumn: column), with: tone)
            let address = CellRange.address(row: row, column: column)
            return Array("<\(layout.prefix)c r=\"\(address)\" s=\"\(style)\"/>".utf8)
        case nil: return []
        }
    }

    private mutating func textCell(_ row: Int, _ column: Int, _ text: String, _ look: MarkingLook) -> [UInt8] {
        MarkingCells.text(text, row: row, column: column, style: styles.style(look), prefix: layout.prefix)
    }
}
