/// Gives a user's own workbook back with marks in it: faulty cells filled and commented, two columns to the right of
/// the last used one, and sheets after the others.
///
/// Nothing of theirs moves or changes. Parts that need no change are copied as they are packed; in those that do,
/// everything but the changed tags is kept byte for byte. A workbook that has been marked before gets its marks
/// replaced.
public struct WorkbookMarking {
    private let reader: WorkbookReader
    private let main: String
    private var package: MarkingPackage
    private var styles: MarkingStyles
    private let stylesPart: String?
    private var block = MarkingShapes.firstBlock

    /// Marks the workbook in `file`.
    ///
    /// - Throws: `WorkbookError.unreadable` when it cannot be read, `noSuchSheet` for marks on a sheet it has not, and
    ///   `malformed` when a part that must change is not as the format says.
    public static func mark(
        _ file: FileBytes, sheets: [SheetMarks], adding added: [AddedSheet], limits: ReadingLimits
    ) throws(WorkbookError) -> [UInt8] {
        var marking = try WorkbookMarking(file, limits: limits)
        for marks in sheets { try marking.mark(marks) }
        for sheet in added { try marking.add(sheet) }
        return try marking.finish()
    }

    private init(_ file: FileBytes, limits: ReadingLimits) throws(WorkbookError) {
        let reader = try MarkingPackage.reading { () throws(FileProblem) in try WorkbookReader(file, limits: limits) }
        let main = try MarkingPackage.reading { () throws(FileProblem) in
            guard
                let main = try WorkbookRelationships(of: "", in: reader.archive, limits: limits).part("officeDocument")
            else { throw .corruptWorkbook }
            return main
        }
        self.reader = reader
        self.main = main
        package = try MarkingPackage(reader.archive, main: main, limits: limits)
        stylesPart = try package.related("styles", of: main)
        var source: [UInt8]?
        if let stylesPart { source = try package.part(stylesPart) }
        let program = try package.part("docProps/app.xml") ?? []
        styles = try MarkingStyles(
            source, namespace: package.mainNamespace,
            keepsSecondColors: !String(decoding: program, as: UTF8.self).contains("<Application>LibreOffice"))
    }

    private mutating func mark(_ marks: SheetMarks) throws(WorkbookError) {
        guard let sheet = reader.sheets.first(where: { $0.name == marks.sheet }) else {
            throw .noSuchSheet(marks.sheet)
        }
        let source = try package.required(sheet.part)
        var layout = try MarkingLayout(source, part: sheet.part)
        let ours = try ourColumns(on: sheet)
        let drawn = try lastDrawnColumn(on: sheet)
        let column = ours?.column ?? layout.freeColumn(drawn: drawn)
        if ours == nil { layout.ours = [(column, 14), (column + 1, 80)] }

        var changes: [Int: [Int: MarkingSheetEdit.Change]] = [:]
        var tones: [[Int]: MarkingTone] = [:]
        var comments: [[Int]: String] = [:]
        for cell in marks.cells {
            let place = [cell.row, cell.column]
            guard CellRange.allRows.contains(cell.row), CellRange.allColumns.contains(cell.column) else {
                throw .outsideSheet(row: cell.row, column: cell.column)
            }
            tones[place] = max(tones[place] ?? .note, cell.tone)
            if let text = cell.comment { comments[place] = comments[place].map { "\($0)\n\(text)" } ?? text }
        }
        for (place, tone) in tones { changes[place[0], default: [:]][place[1]] = .fill(tone) }
        for row in marks.rows {
            changes[row.row, default: [:]][column] = .text(row.result, row.tone.map { .tone($0) } ?? .wrapped)
            if !row.explanation.isEmpty { changes[row.row]?[column + 1] = .text(row.explanation, .wrapped) }
        }
        if let header = marks.headerRow {
            changes[header, default: [:]][column] = .text(marks.headers.result, .header)
            changes[header]?[column + 1] = .text(marks.headers.explanation, .header)
        }
        let notes = comments.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { MarkingComments.Comment(row: $0.key[0], column: $0.key[1], text: $0.value) }
        let shapes = try comment(notes, on: sheet, layout: layout)
        let edited = MarkingSheetEdit.apply(
            changes, to: source, layout: layout, ours: ours, shapes: shapes, styles: &styles)
        if edited != source { package.set(sheet.part, edited) }
    }

    /// Writes the comments and their boxes; returns the sheet's new element that points to the boxes, if it needs one.
    private mutating func comment(
        _ notes: [MarkingComments.Comment], on sheet: Sheet, layout: MarkingLayout
    ) throws(WorkbookError) -> [UInt8] {
        let existing = try package.related("comments", of: sheet.part)
        guard existing != nil || !notes.isEmpty else { return [] }
        var source: [UInt8]?
        if let existing { source = try package.part(existing) }
        let comments = try MarkingComments(source, adding: notes, namespace: package.mainNamespace)
        guard !comments.added.isEmpty || !comments.removed.isEmpty else { return [] }
        let name = existing ?? package.freeName("xl/comments", ".xml")
        package.set(name, comments.part)
        if existing == nil {
            try package.declare(name, type: Self.type("comments"))
            _ = try package.relate(sheet.part, to: name, as: "comments")
        }

        var boxes: String?
        if let relation = layout.shapesRelation {
            boxes = try MarkingPackage.reading { () throws(FileProblem) in
                try WorkbookRelationships(of: sheet.part, in: reader.archive, limits: reader.limits).all
                    .first { $0.id == relation }?.part
            }
        }
        var drawing: [UInt8]?
        if let boxes { drawing = try package.part(boxes) }
        let part = try MarkingShapes.part(
            drawing, removed: comments.removed, comments: comments.added, layout: layout, block: &block)
        if let boxes {
            package.set(boxes, part)
            return []
        }
        let drawn = package.freeName("xl/drawings/vmlDrawing", ".vml")
        package.set(drawn, part)
        try package.declare(extension: "vml", type: "application/vnd.openxmlformats-officedocument.vmlDrawing")
        let relation = try package.relate(sheet.part, to: drawn, as: "vmlDrawing")
        return Array(
            "<\(layout.prefix)legacyDrawing xmlns:r=\"\(package.relationNamespace)\" r:id=\"\(relation)\"/>".utf8)
    }

    /// Our two columns from an earlier time, found by their headers.
    private func ourColumns(on sheet: Sheet) throws(WorkbookError) -> (row: Int, column: Int)? {
        try MarkingPackage.reading { () throws(FileProblem) in
            let rows = try reader.rows(of: sheet)
            var row = SheetRow()
            while try rows.next(&row), row.number <= 100 {
                let texts = row.cells.map { String(decoding: row.bytes[$0.start..<$0.end], as: UTF8.self) }
                for (place, cell) in row.cells.enumerated().dropLast() {
                    let isOurs = MarkingNames.allCases.contains {
                        texts[place] == $0.result && texts[place + 1] == $0.explanation
                    }
                    if isOurs, row.cells[place + 1].column == cell.column + 1 { return (row.number, cell.column) }
                }
            }
            return nil
        }
    }

    /// The last column that a chart or picture reaches; -1 when there is none.
    private func lastDrawnColumn(on sheet: Sheet) throws(WorkbookError) -> Int {
        guard let part = try package.related("drawing", of: sheet.part), let source = try package.part(part) else {
            return -1
        }
        var scanner = XMLEditScanner(source)
        var last = -1
        while let tag = scanner.next() {
            guard scanner.named(tag, "col"), tag.kind == .open else { continue }
            let digits = source[tag.range.upperBound...].prefix { $0 != UInt8(ascii: "<") }
            last = max(last, Int(String(decoding: digits, as: UTF8.self)) ?? -1)
        }
        return last
    }

    private mutating func add(_ added: AddedSheet) throws(WorkbookError) {
        var added = added
        let source = try package.required(main)
        let marker = added.rows.first?.first?.text ?? ""
        if let former = try sheet(begunBy: marker) {
            // Its place, name and id stay, so that nothing that counts sheets is put out.
            package.set(former.part, MarkingCells.sheet(added, namespace: package.mainNamespace, styles: &styles))
            package.remove(MarkingPackage.relations(of: former.part))
            return
        }
        var scanner = XMLEditScanner(source)
        var prefix = ""
        var names: Set<String> = []
        var number = 1
        while let tag = scanner.next() {
            guard scanner.named(tag, "sheet") else { continue }
            prefix = String(decoding: source[tag.prefix], as: UTF8.self)
            names.insert(scanner.text("name", of: tag)?.lowercased() ?? "")
            number = max(number, (scanner.number("sheetId", of: tag) ?? 0) + 1)
        }
        let base = added.name
        var turn = 2
        while names.contains(added.name.lowercased()) {
            let ending = " (\(turn))"
            added.name = base.prefix(31 - ending.count) + ending
            turn += 1
        }
        let part = package.freeName("xl/worksheets/sheet", ".xml")
        package.set(part, MarkingCells.sheet(added, namespace: package.mainNamespace, styles: &styles))
        try package.declare(part, type: Self.type("worksheet"))
        let relation = try package.relate(main, to: part, as: "worksheet")
        let element =
            Array("<\(prefix)sheet xmlns:r=\"\(package.relationNamespace)\" name=\"".utf8)
            + XMLEditText.encoded(added.name) + "\" sheetId=\"\(number)\" r:id=\"\(relation)\"/>".utf8
        package.set(main, try MarkingPackage.appending(element, to: "sheets", in: source, part: main))
    }

    /// The sheet whose first cell holds `marker` in any of the languages.
    private func sheet(begunBy marker: String) throws(WorkbookError) -> Sheet? {
        let markers = MarkingNames.allCases.map { [$0.summary, $0.codesTitle] }.first { $0.contains(marker) }
        guard let place = markers?.firstIndex(of: marker) else { return nil }
        let same = MarkingNames.allCases.map { [$0.summary, $0.codesTitle][place] }
        for sheet in reader.sheets {
            let begins = try MarkingPackage.reading { () throws(FileProblem) in
                let rows = try reader.rows(of: sheet)
                var row = SheetRow()
                guard try rows.next(&row), row.number == 1, let cell = row.cells.first, cell.column == 0 else {
                    return false
                }
                return same.contains(String(decoding: row.bytes[cell.start..<cell.end], as: UTF8.self))
            }
            if begins { return sheet }
        }
        return nil
    }

    private mutating func finish() throws(WorkbookError) -> [UInt8] {
        let name = stylesPart ?? package.freeName("xl/styles", ".xml")
        let bytes = styles.finish()
        if try package.part(name) != bytes { package.set(name, bytes) }
        if stylesPart == nil {
            try package.declare(name, type: Self.type("styles"))
            _ = try package.relate(main, to: name, as: "styles")
        }
        return try package.finish()
    }

    private static func type(_ part: String) -> String {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.\(part)+xml"
    }
}
