import StoredPackage
import Tabular

/// A workbook given back with marks: every cell of theirs is still there and says the same.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = FileBytes(StoredPackage.file(UnsafeBufferPointer(start: bytes, count: count)))
    guard let before = try? cells(of: file), let sheet = before.sheet, let place = before.texts.keys.min() else {
        return 0
    }
    let marks = SheetMarks(
        sheet: sheet, headerRow: 1, headers: (MarkingNames.sv.result, MarkingNames.sv.explanation),
        cells: [MarkedCell(row: place.row, column: place.column, tone: .error, comment: "Fel")],
        rows: [MarkedRow(row: place.row, result: "1 fel", explanation: "Skriv X.", tone: .error)])
    let summary = AddedSheet(name: "Sammanfattning", widths: [20], rows: [[AddedCell(MarkingNames.sv.summary)]])
    do {
        let marked = FileBytes(try WorkbookMarking.mark(file, sheets: [marks], adding: [summary], limits: limits))
        let after = try cells(of: marked)
        for (place, text) in before.texts where after.texts[place] != text {
            fatalError("\(place): \(text) became \(after.texts[place] ?? "nothing")")
        }
    } catch is WorkbookError {
        // Some workbooks that can be read cannot be marked.
    } catch {
        fatalError("what we gave back cannot be read: \(error)")
    }
    return 0
}

private struct Place: Hashable, Comparable {
    var row: Int
    var column: Int

    static func < (one: Place, other: Place) -> Bool { (one.row, one.column) < (other.row, other.column) }
}

private var limits: ReadingLimits {
    var limits = ReadingLimits()
    limits.unpackedBytes = 32 << 20
    limits.cells = 200_000
    limits.sharedTextBytes = 8 << 20
    return limits
}

/// The name and the cells of the first sheet, those of our own columns left out.
private func cells(of file: FileBytes) throws(FileProblem) -> (sheet: String?, texts: [Place: String]) {
    let workbook = try WorkbookReader(file, limits: limits)
    guard let sheet = workbook.sheets.first else { return (nil, [:]) }
    let rows = try workbook.rows(of: sheet)
    var row = SheetRow()
    var texts: [Place: String] = [:]
    while try rows.next(&row) {
        for cell in row.cells {
            let text = String(decoding: row.bytes[cell.start..<cell.end], as: UTF8.self)
            guard !MarkingNames.isOurs(header: text) else { continue }
            texts[Place(row: row.number, column: cell.column)] = text
        }
    }
    return (sheet.name, texts)
}
