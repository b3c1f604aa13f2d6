/// Makes a row of the cells a sheet lists: what their characters mean, and the limits.
final class SheetReaderRow {
    /// As many as any program has.
    private static let columns = 16_384
    private static let rows = 1_048_576

    var row = SheetRow()
    /// The first thing that was wrong, if anything was.
    private(set) var problem: FileProblem?
    let limits: ReadingLimits
    private let texts: SharedTexts
    private let isDate: [Bool]
    private let beginsIn1904: Bool
    private var number = 0
    private var cells = 0
    private var textBytes = 0
    private var column = -1
    private var cellsInRow = 0
    private var isInOrder = true

    init(_ workbook: WorkbookReader) {
        texts = workbook.texts
        isDate = workbook.styles.isDate
        beginsIn1904 = workbook.beginsIn1904
        limits = workbook.limits
    }

    /// A row begins, perhaps again; without a number it comes next after the last.
    func begin(number given: Int?) {
        row.number = given ?? number + 1
        row.bytes.removeAll(keepingCapacity: true)
        row.cells.removeAll(keepingCapacity: true)
        column = -1
        cellsInRow = 0
        isInOrder = true
    }

    /// The row is complete; whether it has a filled cell.
    func end() -> Bool {
        number = row.number
        if !(1...Self.rows ~= number) { fail(.corruptWorkbook) }
        cells += cellsInRow
        // Cells may repeat a shared text without end.
        textBytes += row.bytes.count
        if textBytes > limits.unpackedBytes { fail(.expandsTooMuch) }
        if !isInOrder { row.cells.sort { $0.column < $1.column } }
        return !row.cells.isEmpty
    }

    /// A cell, filled or not; without a column it comes next after the last.
    func add(_ cell: SheetReaderCell, _ text: UnsafeRawBufferPointer) {
        let previous = column
        column = cell.column ?? column + 1
        cellsInRow += 1
        if column >= Self.columns { fail(.corruptWorkbook) }
        if cells + cellsInRow > limits.cells { fail(.expandsTooMuch) }
        if column <= previous { isInOrder = false }
        guard problem == nil, !text.isEmpty || cell.isUncalculated else { return }
        let start = row.bytes.count
        let kind = text.isEmpty ? appendUncalculated() : append(text, cell.kind, cell.style)
        let end = row.bytes.count
        if end - start > limits.cellBytes || end > 16 * limits.cellBytes { fail(.expandsTooMuch) }
        if end > start { row.cells.append(SheetCell(column: column, start: start, end: end, kind: kind)) }
    }

    private func fail(_ problem: FileProblem) {
        if self.problem == nil { self.problem = problem }
    }

    private func appendUncalculated() -> SheetCell.Kind {
        row.bytes.append(contentsOf: SheetCell.uncalculatedFormula.utf8)
        return .fault
    }

    private func append(
        _ text: UnsafeRawBufferPointer, _ kind: SheetReaderCell.Kind, _ style: Int
    ) -> SheetCell.Kind {
        switch kind {
        case .shared:
            if let range = Self.index(text).flatMap(texts.range) {
                row.bytes.append(contentsOf: texts.bytes[range])
            } else {
                // A filled cell must not become a blank one.
                fail(.corruptWorkbook)
            }
            return .text
        case .number:
            if style > 0, style < isDate.count, isDate[style], let value = WorkbookNumber.value(text),
                WorkbookDate.append(value, beginsIn1904: beginsIn1904, to: &row.bytes)
            {
                return .date
            }
            if WorkbookNumber.append(text, to: &row.bytes) { return .number }
            row.bytes.append(contentsOf: text)
            return .text
        case .text, .inline:
            let start = row.bytes.count
            row.bytes.append(contentsOf: text)
            WorkbookEscapes.decode(&row.bytes, from: start)
            return .text
        case .truth:
            let isTrue = text[0] == UInt8(ascii: "1") || text[0] | 0x20 == UInt8(ascii: "t")
            row.bytes.append(contentsOf: isTrue ? "TRUE".utf8 : "FALSE".utf8)
            return .truth
        case .fault:
            row.bytes.append(contentsOf: text)
            return .fault
        case .date:
            // ISO 8601, of which the day is kept.
            let day = text.prefix { $0 != UInt8(ascii: "T") }
            let isDay = day.count == 10 && day[4] == UInt8(ascii: "-") && day[7] == UInt8(ascii: "-")
            row.bytes.append(contentsOf: isDay ? day : text[...])
            return isDay ? .date : .text
        }
    }

    /// The characters as the number of a shared text.
    @inline(__always)
    private static func index(_ text: UnsafeRawBufferPointer) -> Int? {
        guard text.count <= 10 else { return nil }
        var value = 0
        for byte in text {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }
}
