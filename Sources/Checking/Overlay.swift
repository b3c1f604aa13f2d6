import Tabular

/// The corrections of one file or sheet, ready to be laid over its records.
struct Overlay: Sendable {
    private struct Cell {
        var column: Int
        /// Its bytes among all corrections'.
        var bytes: Range<Int>
    }
    /// By row, left to right.
    private var rows: [Int: [Cell]] = [:]
    private var bytes: [UInt8] = []

    /// Those of `corrections` that are on `sheet`; the last of several on a cell counts.
    init(_ corrections: [CellCorrection], sheet: String?, isWindows1252: Bool = false) {
        for correction in corrections where correction.place.sheet == sheet {
            let start = bytes.count
            bytes += isWindows1252 ? Windows1252.encode(correction.text) : Array(correction.text.utf8)
            var row = rows[correction.place.row] ?? []
            row.removeAll { $0.column == correction.place.column }
            row.append(Cell(column: correction.place.column, bytes: start..<bytes.count))
            rows[correction.place.row] = row.sorted { $0.column < $1.column }
        }
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Whether a row of `range` has a correction.
    func touches(_ range: Range<Int>) -> Bool { rows.keys.contains { range.contains($0) } }

    /// Lends the cells of `row` as they are to be read to `body`; `nil` when the row has no correction.
    func withCells<R>(
        _ row: Int, over cells: UnsafeBufferPointer<RecordCell>, _ body: (UnsafeBufferPointer<RecordCell>) -> R
    ) -> R? {
        guard let corrected = rows[row] else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var merged = cells.filter { cell in !corrected.contains { $0.column == Int(cell.column) } }
            for cell in corrected where !cell.bytes.isEmpty {
                guard let base = bytes.baseAddress else { continue }
                merged.append(
                    RecordCell(
                        column: Int32(truncatingIfNeeded: cell.column),
                        length: Int32(truncatingIfNeeded: cell.bytes.count),
                        bytes: base + cell.bytes.lowerBound))
            }
            merged.sort { $0.column < $1.column }
            return merged.withUnsafeBufferPointer(body)
        }
    }

    /// Makes the row read as it is to be.
    func correct(_ row: inout SheetRow) {
        for cell in rows[row.number] ?? [] {
            row.cells.removeAll { $0.column == cell.column }
            guard !cell.bytes.isEmpty else { continue }
            let start = row.bytes.count
            row.bytes += bytes[cell.bytes]
            let place = row.cells.firstIndex { $0.column > cell.column } ?? row.cells.endIndex
            row.cells.insert(
                SheetCell(column: cell.column, start: start, end: row.bytes.count, kind: .text), at: place)
        }
    }
}

/// Feeds a consumer with records as they are to be read.
struct CorrectedRecords<Consumer: RecordConsumer>: RecordConsumer {
    var consumer: Consumer
    let overlay: Overlay
    /// What to add to a record's number to have its row.
    var rowShift = 0

    mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
        overlay.withCells(row + rowShift, over: cells) { cells in
            guard let last = cells.last else { return true }
            return consumer.consume(row: row, width: width == 0 ? 0 : max(width, Int(last.column) + 1), cells: cells)
        } ?? consumer.consume(row: row, width: width, cells: cells)
    }
}
