/// What has to be known of a sheet before it is marked: where things are, and which columns are free.
struct MarkingLayout {
    /// The prefix of the sheet's own elements, with its colon.
    private(set) var prefix = ""
    /// The value of the dimension's reference.
    private(set) var dimension: Range<Int>?
    /// The whole list of column widths, and its elements.
    private(set) var columns: Range<Int>?
    private(set) var widths: [Width] = []
    /// Where the rows begin: the start of their element.
    private(set) var rowsStart = 0
    /// Where a reference to comment boxes would go, and the one that is there.
    private(set) var shapesPlace = 0
    private(set) var shapesRelation: String?
    /// The last column with content, and the last with a cell at all; -1 = none.
    private(set) var lastFilled = -1
    private(set) var lastCell = -1
    /// The last column of merged cells.
    private(set) var lastMerged = -1
    /// The widths of our columns, when they are new; they take the place of what is said of those columns.
    var ours: [(column: Int, characters: Double)] = []
    private var plainWidth = 8.43

    /// The width of some columns, as the sheet says.
    struct Width {
        let columns: ClosedRange<Int>
        let characters: Double
        let style: Int
        let element: [UInt8]
    }

    /// What may follow the reference to comment boxes in a sheet.
    private static let afterShapes: Set<String> = [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems",
        "tableParts", "extLst",
    ]

    init(_ source: [UInt8], part: String) throws(WorkbookError) {
        var scanner = XMLEditScanner(source)
        var depth = 0
        var column = -1
        var hasRows = false
        while let tag = scanner.next() {
            if tag.kind == .close { depth -= 1 }
            let isStart = tag.kind != .close
            switch depth {
            case 0:
                if isStart { prefix = String(decoding: source[tag.prefix], as: UTF8.self) }
                if tag.kind == .close, shapesPlace == 0 { shapesPlace = tag.range.lowerBound }
            case 1:
                if scanner.named(tag, "dimension") {
                    dimension = scanner.attribute("ref", of: tag)
                } else if scanner.named(tag, "sheetFormatPr"), let width = scanner.text("defaultColWidth", of: tag) {
                    plainWidth = Self.characters(width) ?? plainWidth
                } else if scanner.named(tag, "cols") {
                    columns = (isStart ? tag.range.lowerBound : columns?.lowerBound ?? 0)..<tag.range.upperBound
                } else if scanner.named(tag, "sheetData"), isStart {
                    hasRows = true
                    rowsStart = tag.range.lowerBound
                } else if scanner.named(tag, "legacyDrawing") {
                    shapesRelation = scanner.text("id", of: tag, local: true)
                } else if isStart, hasRows, shapesPlace == 0,
                    Self.afterShapes.contains(String(decoding: source[tag.name], as: UTF8.self))
                {
                    shapesPlace = tag.range.lowerBound
                }
            case 2 where isStart:
                if scanner.named(tag, "row") {
                    column = -1
                } else if scanner.named(tag, "col") {
                    addWidth(scanner, tag)
                } else if scanner.named(tag, "mergeCell"), let ref = scanner.attribute("ref", of: tag) {
                    let corner = source[ref].split(separator: UInt8(ascii: ":")).last ?? source[ref]
                    lastMerged = max(lastMerged, CellRange.cell(corner)?.column ?? -1)
                }
            case 3 where isStart:
                guard scanner.named(tag, "c") else { break }
                let address = scanner.attribute("r", of: tag).flatMap { CellRange.cell(source[$0]) }
                column = address?.column ?? column + 1
                lastCell = max(lastCell, column)
                if tag.kind == .open { lastFilled = max(lastFilled, column) }
            default: break
            }
            if tag.kind == .open { depth += 1 }
        }
        guard hasRows else { throw .malformed(part: part) }
    }

    /// The first of two columns that are free, to the right of everything that ends at `drawn` or before.
    ///
    /// Columns that hold only formats are passed over as well, unless there are so many that nobody would find ours.
    func freeColumn(drawn: Int) -> Int {
        let used = max(lastFilled, lastMerged)
        let near = used + 30
        let last = [lastCell, drawn].filter { $0 <= near }.max() ?? used
        return min(max(used, last) + 1, CellRange.allColumns.upperBound - 1)
    }

    /// The style of an empty cell in `column`.
    func style(ofColumn column: Int) -> Int { widths.first { $0.columns.contains(column) }?.style ?? 0 }

    /// The width of `column` in characters of the plain font.
    func characters(ofColumn column: Int) -> Double {
        let own = widths.first { $0.columns.contains(column) }?.characters
        return max(ours.first { $0.column == column }?.characters ?? own ?? plainWidth, 1)
    }

    /// The width of `column` in pixels at normal size.
    func pixels(ofColumn column: Int) -> Int { Int(characters(ofColumn: column) * 7 + 5) }

    /// The list of widths with those of our columns.
    var columnList: [UInt8] {
        var list: [(first: Int, element: [UInt8])] = []
        for width in widths {
            var start = width.columns.lowerBound
            for column in ours.map(\.column).sorted() where width.columns.contains(column) {
                if start < column { list.append((start, width.limited(to: start...column - 1))) }
                start = column + 1
            }
            if start <= width.columns.upperBound {
                list.append((start, width.limited(to: start...width.columns.upperBound)))
            }
        }
        for (column, characters) in ours {
            let place = "min=\"\(column + 1)\" max=\"\(column + 1)\""
            list.append((column, Array("<\(prefix)col \(place) width=\"\(characters)\" customWidth=\"1\"/>".utf8)))
        }
        return Array("<\(prefix)cols>".utf8) + list.sorted { $0.first < $1.first }.flatMap(\.element)
            + "</\(prefix)cols>".utf8
    }

    /// A width as the sheet gives it, within what a column can have.
    private static func characters(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite ? min(max($0, 0), 255) : nil }
    }

    private mutating func addWidth(_ scanner: XMLEditScanner, _ tag: XMLEditScanner.Tag) {
        guard let first = scanner.number("min", of: tag), let last = scanner.number("max", of: tag), first >= 1,
            first <= last
        else { return }
        let element = Array(scanner.bytes[tag.range])
        widths.append(
            Width(
                columns: first - 1...last - 1,
                characters: scanner.text("hidden", of: tag) == "1"
                    ? 0 : scanner.text("width", of: tag).flatMap(Self.characters) ?? plainWidth,
                style: scanner.number("style", of: tag) ?? 0,
                element: tag.kind == .empty ? element : Array(element.dropLast()) + "/>".utf8))
    }
}

extension MarkingLayout.Width {
    fileprivate func limited(to part: ClosedRange<Int>) -> [UInt8] {
        if part == columns { return element }
        return XMLEdit.setting(
            [("min", String(part.lowerBound + 1)), ("max", String(part.upperBound + 1))], of: element)
    }
}
