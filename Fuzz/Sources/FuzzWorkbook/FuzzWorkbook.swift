import StoredPackage
import Tabular

/// A workbook, read from its first sheet to its last; and, where the sheet is ours to change, once more in UTF-16.
///
/// Rows in UTF-8 are scanned, other encodings are left to the XML parser: both must read the same.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: bytes, count: count)
    let read = rows(of: FileBytes(StoredPackage.file(input)))
    let parts = input.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    guard !input.starts(with: "PK".utf8), let first = parts.first, let sheet = String(validating: first, as: UTF8.self),
        !sheet.hasPrefix("<?xml")
    else { return 0 }
    let wide: [UInt8] = sheet.utf16.reduce(into: [0xff, 0xfe]) { $0 += [UInt8($1 & 0xff), UInt8($1 >> 8)] }
    let parsed = rows(of: FileBytes(StoredPackage(parts: [wide] + Array(parts.dropFirst())).bytes))
    guard read == parsed else { fatalError("scanned \(read ?? [])\nparsed \(parsed ?? [])") }
    return 0
}

private struct Cell: Equatable {
    var row: Int
    var column: Int
    var kind: SheetCell.Kind
    var text: String
}

/// All filled cells; nil when the workbook cannot be read.
private func rows(of file: FileBytes) -> [Cell]? {
    var limits = ReadingLimits()
    limits.unpackedBytes = 32 << 20
    limits.cells = 200_000
    limits.sharedTextBytes = 8 << 20
    var cells: [Cell] = []
    do {
        _ = try FileFormat.recognise(file, limits: limits)
        let workbook = try WorkbookReader(file, limits: limits)
        var row = SheetRow()
        for sheet in workbook.sheets {
            let rows = try workbook.rows(of: sheet)
            while try rows.next(&row) { cells += check(row) }
        }
        return cells
    } catch {
        return nil
    }
}

/// The cells of a row, after what every user of one relies on.
private func check(_ row: SheetRow) -> [Cell] {
    guard row.number > 0, !row.cells.isEmpty else { fatalError("row \(row.number)") }
    var column = 0
    return row.cells.map { cell in
        guard cell.column >= column, cell.start < cell.end, cell.end <= row.bytes.count,
            let text = String(validating: row.bytes[cell.start..<cell.end], as: UTF8.self)
        else { fatalError("row \(row.number), \(cell)") }
        column = cell.column
        return Cell(row: row.number, column: cell.column, kind: cell.kind, text: text)
    }
}
