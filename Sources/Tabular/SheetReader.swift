/// Reads the rows of a sheet, one at a time, from the top.
///
///     var row = SheetRow()
///     while try reader.next(&row) { … }
///
/// It can be left at any row. It holds no more than a piece of the sheet, and is used by one task at a time.
public final class SheetReader {
    private let part: SheetPart

    init(_ sheet: Sheet, of workbook: WorkbookReader) throws(FileProblem) {
        part = try SheetPart(sheet, of: workbook)
    }

    /// Replaces `row` with the next one that has a filled cell; false when there is none.
    ///
    /// Throws `.corruptWorkbook` when the sheet is not what its format says, `.expandsTooMuch` at a limit,
    /// `.entityExpansion` for a document type. What was read before is then not to be trusted either.
    public func next(_ row: inout SheetRow) throws(FileProblem) -> Bool {
        // The part fills the caller's own buffers.
        swap(&row, &part.row)
        defer { swap(&row, &part.row) }
        return try part.run()
    }
}
