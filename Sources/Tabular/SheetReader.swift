/// Reads the rows of a sheet, one at a time, from the top.
///
///     var row = SheetRow()
///     while try reader.next(&row) { … }
///
/// It can be left at any row. It holds no more than a piece of the sheet, and is used by one task at a time.
///
/// Expat reads up to the first row and everything that is unusual; the rows as every program writes them are scanned,
/// which takes a third of the time.
public final class SheetReader {
    private let member: ZipMember
    private let cells: SheetReaderRow
    private var stage: Stage

    private enum Stage {
        case parsing(SheetReaderPart)
        case scanning(SheetReaderScanner)
    }

    init(_ sheet: Sheet, of workbook: WorkbookReader) throws(FileProblem) {
        member = try workbook.archive.member(sheet.part)
        cells = SheetReaderRow(workbook)
        stage = .parsing(try SheetReaderPart(member, cells, mayBeScanned: true))
    }

    /// Replaces `row` with the next one that has a filled cell; false when there is none.
    ///
    /// Throws `.corruptWorkbook` when the sheet is not what its format says, `.expandsTooMuch` at a limit,
    /// `.entityExpansion` for a document type. What was read before is then not to be trusted either.
    public func next(_ row: inout SheetRow) throws(FileProblem) -> Bool {
        // The caller's own buffers are filled.
        swap(&row, &cells.row)
        defer { swap(&row, &cells.row) }
        while true {
            switch stage {
            case .parsing(let part):
                guard try part.run() else { return false }
                guard let rest = part.scannable else { return true }
                member.unread(Array(rest))
                stage = .scanning(SheetReaderScanner(member, cells))
            case .scanning(let scanner):
                switch try scanner.next() {
                case .row: return true
                case .end:
                    try member.drain()
                    return false
                case .unusual:
                    member.unread(Array("<sheetData>".utf8) + scanner.rest)
                    stage = .parsing(try SheetReaderPart(member, cells, mayBeScanned: false))
                }
            }
        }
    }
}
