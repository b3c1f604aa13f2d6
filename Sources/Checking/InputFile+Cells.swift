public import Tabular

extension InputFile {
    /// What stands in the cells at `places`, corrections left aside; blank cells have no text.
    ///
    /// Throws the `FileProblem` that says why the file cannot be read.
    public func texts(
        at places: Set<CellPlace>, limits: ReadingLimits = ReadingLimits()
    ) throws(FileProblem) -> [CellPlace: String] {
        var texts: [CellPlace: String] = [:]
        guard let last = places.map(\.row).max() else { return texts }
        switch try FileFormat.recognise(bytes, limits: limits) {
        case .delimited:
            let text = DelimitedText(bytes)
            var taker = CellTaker(places: places, last: last)
            text.bytes.withBytes { bytes in
                var scanner = DelimitedScanner(separator: text.separator)
                _ = scanner.scan(bytes, from: text.start, limit: bytes.count, into: &taker)
            }
            texts = taker.texts
        case .workbook:
            let workbook = try WorkbookReader(bytes, limits: limits)
            var row = SheetRow()
            for sheet in workbook.sheets where places.contains(where: { $0.sheet == sheet.name }) {
                let reader = try workbook.rows(of: sheet)
                while try reader.next(&row), row.number <= last {
                    for cell in row.cells {
                        let place = CellPlace(sheet: sheet.name, row: row.number, column: cell.column)
                        guard places.contains(place) else { continue }
                        texts[place] = Windows1252.text(row.bytes[cell.start..<cell.end])
                    }
                }
            }
        }
        return texts
    }
}

/// Takes the cells that are asked for, up to the last row of them.
private struct CellTaker: RecordConsumer {
    let places: Set<CellPlace>
    let last: Int
    var texts: [CellPlace: String] = [:]

    mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
        for cell in cells {
            let place = CellPlace(row: row, column: Int(cell.column))
            if places.contains(place) { texts[place] = Windows1252.text(cell.buffer) }
        }
        return row < last
    }
}
