import StoredPackage
import Tabular

/// A workbook, read from its first sheet to its last.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    read(FileBytes(StoredPackage.file(UnsafeBufferPointer(start: bytes, count: count))))
    return 0
}

private func read(_ file: FileBytes) {
    var limits = ReadingLimits()
    limits.unpackedBytes = 32 << 20
    limits.cells = 200_000
    limits.sharedTextBytes = 8 << 20
    do {
        _ = try FileFormat.recognise(file, limits: limits)
        let workbook = try WorkbookReader(file, limits: limits)
        var row = SheetRow()
        for sheet in workbook.sheets {
            let rows = try workbook.rows(of: sheet)
            while try rows.next(&row) { check(row) }
        }
    } catch {
        // A `FileProblem` is the right answer to most inputs.
    }
}

/// What every user of a row relies on.
private func check(_ row: SheetRow) {
    guard row.number > 0, !row.cells.isEmpty else { fatalError("row \(row.number)") }
    var column = 0
    for cell in row.cells {
        guard cell.column >= column, cell.start < cell.end, cell.end <= row.bytes.count,
            String(validating: row.bytes[cell.start..<cell.end], as: UTF8.self) != nil
        else { fatalError("row \(row.number), \(cell)") }
        column = cell.column
    }
}
